//! Probabilistic Condorcet elections between positions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{reason, value_of};
use crate::solution::forecasts::{
    ElectionOpinion, PositionTable, SpatialElection, SpatialRules, election_switches,
};

/// An election on one issue; positions in its unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Election {
    /// Its rules in short, as `--election` takes them.
    pub name: String,
    /// How it was held.
    pub rules: ElectionSwitches,
    /// The distinct positions, in the order in which actors take them.
    pub options: Option<Vec<ElectionOption>>,
    /// Their mean, weighted by probability.
    pub mean: Option<f64>,
    /// The most likely position; several where they tie.
    pub most_likely: Option<Vec<f64>>,
    /// How actors take risks.
    pub risk: Option<Vec<ActorRisk>>,
    /// Why there is no answer.
    pub reason: Option<String>,
}

/// An election on all issues at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct JointElection {
    /// Its rules in short, as `--election` takes them.
    pub name: String,
    /// How it was held.
    pub rules: ElectionSwitches,
    /// The distinct packages, in the order in which actors want them.
    pub options: Option<Vec<JointOption>>,
    /// The mean on each issue, weighted by probability.
    pub mean: Option<Vec<PositionOn>>,
    /// The most likely package; several where they tie.
    pub most_likely: Option<Vec<Vec<PositionOn>>>,
    /// How actors take risks.
    pub risk: Option<Vec<ActorRisk>>,
    /// Why there is no answer.
    pub reason: Option<String>,
}

/// The rules of an election, as `--election` takes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ElectionSwitches {
    /// What is elected, and how.
    pub kind: String,
    /// What support makes of the chance to win.
    pub victory: String,
    /// How a difference of utilities becomes votes.
    pub voting: String,
    /// Between which attitudes to risk actors stand.
    pub risk: String,
}

/// A position and its chance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ElectionOption {
    /// The position.
    pub position: f64,
    /// The probability that it wins.
    pub probability: f64,
    /// Whose position it is.
    pub actors: Vec<String>,
}

/// A package and its chance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct JointOption {
    /// A position on each issue.
    pub positions: Vec<PositionOn>,
    /// The probability that it wins.
    pub probability: f64,
    /// Who wants it.
    pub actors: Vec<String>,
}

/// A position on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PositionOn {
    /// The issue, as its table calls it.
    pub issue: String,
    /// The position, in the issue's unit.
    pub position: f64,
}

/// How an actor takes risks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActorRisk {
    /// The actor.
    pub actor: String,
    /// From −1, which avoids risks, to 1, which takes them.
    pub risk: f64,
}

impl Election {
    pub(super) fn new(table: &PositionTable, opinion: &ElectionOpinion) -> Self {
        let answer = opinion.answer.as_ref().ok();
        let options = answer.map(|election| {
            let options = election.options.iter().enumerate();
            let options = options.map(|(number, option)| ElectionOption {
                position: option[0],
                probability: election.probabilities[number],
                actors: supporters(table, election, number),
            });
            options.collect()
        });
        let leaders = answer.map(|election| {
            election.leaders().into_iter().map(|option| election.options[option][0]).collect()
        });
        Self {
            name: opinion.rules.to_string(),
            rules: ElectionSwitches::of(opinion.rules),
            options,
            mean: answer.map(|election| election.mean(0)),
            most_likely: leaders,
            risk: answer.map(|election| risks(table, election)),
            reason: reason(&opinion.answer),
        }
    }
}

impl JointElection {
    pub(super) fn new(table: &PositionTable, opinion: &ElectionOpinion) -> Self {
        let answer = opinion.answer.as_ref().ok();
        let on = |positions: &[f64]| -> Vec<PositionOn> {
            let issues = table.issues().iter().zip(positions);
            let on =
                issues.map(|(scale, &position)| PositionOn { issue: scale.name.clone(), position });
            on.collect()
        };
        let options = answer.map(|election| {
            let options = election.options.iter().enumerate();
            let options = options.map(|(number, option)| JointOption {
                positions: on(option),
                probability: election.probabilities[number],
                actors: supporters(table, election, number),
            });
            options.collect()
        });
        let leaders = answer.map(|election| {
            election.leaders().into_iter().map(|option| on(&election.options[option])).collect()
        });
        let mean = answer.map(|election| {
            let issues = 0..table.issues().len();
            on(&issues.map(|issue| election.mean(issue)).collect::<Vec<_>>())
        });
        Self {
            name: opinion.rules.to_string(),
            rules: ElectionSwitches::of(opinion.rules),
            options,
            mean,
            most_likely: leaders,
            risk: answer.map(|election| risks(table, election)),
            reason: reason(&opinion.answer),
        }
    }
}

impl ElectionSwitches {
    fn of(rules: SpatialRules) -> Self {
        let switches = election_switches(&rules);
        let value = |name| value_of(&switches, name);
        Self {
            kind: value("kind"),
            victory: value("victory"),
            voting: value("voting"),
            risk: value("risk"),
        }
    }
}

/// The actors whose position an option is.
fn supporters(table: &PositionTable, election: &SpatialElection, option: usize) -> Vec<String> {
    let theirs = table.actors().iter().zip(&election.option_of);
    let theirs = theirs.filter(|(_, own)| **own == option);
    theirs.map(|(actor, _)| actor.name.clone()).collect()
}

fn risks(table: &PositionTable, election: &SpatialElection) -> Vec<ActorRisk> {
    let risks = table.actors().iter().zip(&election.risk);
    risks.map(|(actor, &risk)| ActorRisk { actor: actor.name.clone(), risk }).collect()
}
