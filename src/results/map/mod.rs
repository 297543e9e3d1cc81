//! What `zopa map` answers: is there a package all could sign, where, and what would have to be true?

mod condition;
mod given;
mod likely;
mod package;
mod stands;
mod worlds;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use condition::{ConditionInWorlds, Hinged, OpeningChange};
pub use given::{GivenPackage, LeftOnTheTable, PackageMargin, SignatoryAnswer};
pub use likely::{Frontier, FrontierPackage, LikelyMap, PackageCounts, Reached, SolutionPackage};
pub use package::{At, GainOf, Package, SignatoryGain, TermAt};
pub use stands::{AnchorAt, OptionScore, ScoresOf, StandOf, StandsOnIssue};
pub use worlds::{MapOfWorlds, NashOnIssue, OptionReached, PercentileSpread, ReachedInWorlds};

use super::forecasts::{AccuracyRow, IssueForecasts, accuracy};
use super::{Envelope, RunOf};
use crate::analysis::map::BargainingMap;
use crate::model::Scenario;
use crate::montecarlo::StopReason;

/// A map with what it is a map of.
#[derive(Clone, Copy, Debug)]
pub struct Mapped<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its map.
    pub map: &'a BargainingMap,
    /// Where the scenario came from.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
    /// Seed of the worlds.
    pub seed: u64,
    /// Worlds asked for.
    pub worlds: u64,
}

/// The bargaining map, before anything is played. Positions are on the issues' own scales, gains in shares of all
/// that is at stake for a party, over what it has without a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Map {
    /// The issues, and where everybody stands on them.
    pub issues: Vec<StandsOnIssue>,
    /// Every input at its most likely value.
    pub likely: LikelyMap,
    /// Many worlds.
    pub worlds: MapOfWorlds,
    /// What other schools forecast on each issue from the most likely inputs.
    pub forecasts: Vec<ForecastOnIssue>,
    /// The chance of every option to win an election, on each issue with options.
    pub votes: Vec<VoteOnIssue>,
    /// How far off such forecasts were.
    pub accuracy: Vec<AccuracyRow>,
}

/// What other schools forecast on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ForecastOnIssue {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// The opinions; null with options, where there is no mean and no median, and where nobody has a say.
    pub opinions: Option<IssueForecasts>,
    /// Why there are none on a scale.
    pub reason: Option<String>,
}

/// A probabilistic Condorcet election between the options of an issue, by influence and salience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoteOnIssue {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// Its options; empty where there is no answer.
    pub options: Vec<OptionChance>,
    /// Why there is no answer.
    pub reason: Option<String>,
}

/// An option's chance to win.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OptionChance {
    /// The option.
    pub option: String,
    /// The probability that it wins.
    pub probability: f64,
}

impl Envelope<Map> {
    /// The map of a scenario.
    pub fn of_map(mapped: Mapped<'_>) -> Self {
        let worlds = mapped.map.worlds.worlds;
        let run = RunOf {
            seed: mapped.seed,
            worlds,
            // Nothing is played: every world is looked at as it is.
            histories: 0,
            stopped: if worlds < mapped.worlds {
                StopReason::Interrupted
            } else {
                StopReason::AllWorlds
            },
        };
        Self::new("map", Map::new(mapped.scenario, mapped.map))
            .about(mapped.scenario, mapped.file, mapped.options)
            .played(run)
    }
}

impl Map {
    /// The map in data.
    pub fn new(scenario: &Scenario, map: &BargainingMap) -> Self {
        let issues = scenario.issues.iter();
        let forecasts = issues.clone().zip(&map.forecasts).map(|(issue, forecast)| {
            let answer = forecast.as_ref().map(Result::as_ref);
            ForecastOnIssue {
                issue: issue.id.clone(),
                title: issue.title.clone(),
                opinions: answer
                    .and_then(Result::ok)
                    .map(|own| IssueForecasts::new(&own.table, &own.opinions.issues[0])),
                reason: answer.and_then(Result::err).map(ToString::to_string),
            }
        });
        let votes = issues.zip(&map.votes).filter_map(|(issue, vote)| {
            let answer = vote.as_ref()?;
            let chances = issue.options.iter().zip(answer.iter().flatten());
            let chances = chances
                .map(|(option, &probability)| OptionChance { option: option.clone(), probability });
            Some(VoteOnIssue {
                issue: issue.id.clone(),
                title: issue.title.clone(),
                options: chances.collect(),
                reason: answer.as_ref().err().map(ToString::to_string),
            })
        });
        Self {
            issues: stands::stands(scenario),
            likely: LikelyMap::new(scenario, &map.likely),
            worlds: MapOfWorlds::new(scenario, &map.worlds),
            forecasts: forecasts.collect(),
            votes: votes.collect(),
            accuracy: accuracy(),
        }
    }
}
