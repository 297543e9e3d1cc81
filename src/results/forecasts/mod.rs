//! What other schools' models make of positions: `zopa map --positions`, and a part of every map.

mod challenge;
mod election;
mod simple;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use challenge::{ActorInRound, Challenge, ChallengeRound, ChallengeSwitches, OfferFollowed};
pub use election::{
    ActorRisk, Election, ElectionOption, ElectionSwitches, JointElection, JointOption, PositionOn,
};
pub use simple::{WeightedMean, WeightedMedian};

use super::Envelope;
use crate::solution::forecasts::{ACCURACY, ForecastError, IssueOpinions, Opinions, PositionTable};

/// What is forecast from a table of positions. An opinion without an answer has null in its place, and its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PositionForecasts {
    /// The table's file.
    pub file: String,
    /// The actors, in the order of the table.
    pub actors: Vec<Power>,
    /// The opinions on each issue alone.
    pub issues: Vec<IssueForecasts>,
    /// Elections held on all issues at once; empty with one issue.
    pub all_issues: Vec<JointElection>,
    /// How far off such forecasts were.
    pub accuracy: Vec<AccuracyRow>,
}

/// An actor's power.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Power {
    /// The actor.
    pub actor: String,
    /// Its capability, in any unit: only shares count.
    pub capability: f64,
}

/// All opinions on one issue; positions in its unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct IssueForecasts {
    /// The issue, as its table calls it.
    pub issue: String,
    /// Lower end of its scale.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Who wants what.
    pub positions: Vec<Stand>,
    /// The mean weighted by capability and salience.
    pub weighted_mean: WeightedMean,
    /// The median weighted likewise.
    pub weighted_median: WeightedMedian,
    /// The elections asked for.
    pub elections: Vec<Election>,
    /// Elections of every kind, victory model and voting rule; empty unless asked for.
    pub grid: Vec<Election>,
    /// The challenge models asked for.
    pub challenges: Vec<Challenge>,
}

/// Where an actor stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stand {
    /// The actor.
    pub actor: String,
    /// What it wants, in the issue's unit.
    pub position: f64,
    /// How much it cares, 0 to 1.
    pub salience: f64,
}

/// How far off a model's forecasts were, in points of a scale from 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AccuracyRow {
    /// Which issues were forecast.
    pub set: String,
    /// How many; null where the source does not say.
    pub issues: Option<u32>,
    /// Which forecast.
    pub model: String,
    /// Mean absolute error.
    pub mean_absolute_error: f64,
    /// Root mean square error, where it is known.
    pub root_mean_square_error: Option<f64>,
    /// Median absolute error, where it is known.
    pub median_absolute_error: Option<f64>,
    /// Where the numbers stand.
    pub source: String,
}

impl Envelope<PositionForecasts> {
    /// What is forecast from the table in this file.
    pub fn of_positions(table: &PositionTable, opinions: &Opinions, file: &str) -> Self {
        Self::new("map-positions", PositionForecasts::new(table, opinions, file))
    }
}

impl PositionForecasts {
    /// The opinions in data.
    pub fn new(table: &PositionTable, opinions: &Opinions, file: &str) -> Self {
        let actors = table
            .actors()
            .iter()
            .map(|actor| Power { actor: actor.name.clone(), capability: actor.capability });
        Self {
            file: file.to_owned(),
            actors: actors.collect(),
            issues: opinions.issues.iter().map(|own| IssueForecasts::new(table, own)).collect(),
            all_issues: opinions
                .together
                .iter()
                .map(|one| JointElection::new(table, one))
                .collect(),
            accuracy: accuracy(),
        }
    }
}

impl IssueForecasts {
    pub(super) fn new(table: &PositionTable, own: &IssueOpinions) -> Self {
        let scale = &table.issues()[own.issue];
        let stands = table.actors().iter().map(|actor| Stand {
            actor: actor.name.clone(),
            position: actor.positions[own.issue],
            salience: actor.saliences[own.issue],
        });
        Self {
            issue: scale.name.clone(),
            low: scale.low,
            high: scale.high,
            positions: stands.collect(),
            weighted_mean: WeightedMean::new(&own.compromise),
            weighted_median: WeightedMedian::new(&own.median),
            elections: own.elections.iter().map(|one| Election::new(table, one)).collect(),
            grid: own.grid.iter().map(|one| Election::new(table, one)).collect(),
            challenges: own.challenges.iter().map(|one| Challenge::new(table, one)).collect(),
        }
    }
}

/// The published accuracy of such forecasts.
pub(super) fn accuracy() -> Vec<AccuracyRow> {
    let rows = ACCURACY.iter().map(|row| AccuracyRow {
        set: row.set.to_owned(),
        issues: row.issues,
        model: row.model.to_owned(),
        mean_absolute_error: row.mean_absolute_error,
        root_mean_square_error: row.root_mean_square_error,
        median_absolute_error: row.median_absolute_error,
        source: row.source.to_owned(),
    });
    rows.collect()
}

/// Why there is no answer.
fn reason<T>(answer: &Result<T, ForecastError>) -> Option<String> {
    answer.as_ref().err().map(ToString::to_string)
}

/// The value of a switch, as commands take it.
fn value_of<V: ToString>(switches: &[(&str, V)], name: &str) -> String {
    let found = switches.iter().find(|(own, _)| *own == name);
    found.map_or_else(String::new, |(_, value)| value.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::solution::forecasts::{
        Actor, Inquiry, SpatialRules, challenge_switches, election_switches,
    };

    #[test]
    fn every_switch_has_a_field() {
        let actor = |name: &str, position| Actor {
            name: name.to_owned(),
            capability: 1.0,
            positions: vec![position],
            saliences: vec![1.0],
        };
        let actors = vec![actor("a", 0.0), actor("b", 4.0), actor("c", 10.0)];
        let table = PositionTable::new(vec!["water".to_owned()], actors).unwrap();
        let opinions = Opinions::of(&table, &Inquiry::default());
        let told = serde_json::to_value(PositionForecasts::new(&table, &opinions, "")).unwrap();
        let own = &told["issues"][0];
        let challenge = opinions.issues[0].challenges[0].rules;
        let same = |at: &Value, name: &str, value: &str| {
            assert_eq!(at["rules"][name.replace('-', "_")], value, "{name}");
        };
        for (name, value) in challenge_switches(&challenge) {
            if name != "q" {
                same(&own["challenges"][0], name, &value);
            }
        }
        for (name, value) in election_switches(&SpatialRules::default()) {
            same(&own["elections"][0], name, value);
        }
    }
}
