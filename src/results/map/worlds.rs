//! The map over many worlds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::ConditionInWorlds;
use crate::analysis::map::{ReachSpread, Spread, WorldsMap};
use crate::model::{Issue, Scenario};
use crate::results::Estimate;

/// The map over worlds, each one set of the file's uncertain numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MapOfWorlds {
    /// Share of worlds with a zone.
    pub with_zone: Estimate,
    /// Share of worlds without one; 0 where no world was looked at.
    pub without_zone: f64,
    /// Share of worlds whose red lines leave no package at all.
    pub walled_off: f64,
    /// The zone's share of all packages, where there is one; null where no world has one.
    pub share: Option<PercentileSpread>,
    /// The least gain of the package that is best for the worst-off; null where no world has any package.
    pub least_gain: Option<PercentileSpread>,
    /// How far the zone reaches on each issue; empty where no world has one.
    pub reach: Vec<ReachedInWorlds>,
    /// Where the Nash solution lies on each issue.
    pub nash: Vec<NashOnIssue>,
    /// What alone would open a zone, most often first.
    pub conditions: Vec<ConditionInWorlds>,
    /// Share of the worlds without a zone that no single change of a number opens.
    pub no_single_change: f64,
}

/// A figure over worlds: points below which so many per cent of them lie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PercentileSpread {
    /// 5 per cent.
    pub p05: f64,
    /// Half: the middle.
    pub p50: f64,
    /// 95 per cent.
    pub p95: f64,
}

/// How far the zone reaches on an issue, over the worlds that have one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReachedInWorlds {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// The lowest position; null with options.
    pub low: Option<PercentileSpread>,
    /// The highest position; null with options.
    pub high: Option<PercentileSpread>,
    /// The options; empty on a scale.
    pub options: Vec<OptionReached>,
}

/// How often an option is possible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OptionReached {
    /// The option.
    pub option: String,
    /// Share of the worlds with a zone in which some package in it takes the option.
    pub share: f64,
}

/// Where the Nash solution lies on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NashOnIssue {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// On its scale; null with options, and where no world has a zone.
    pub position: Option<PercentileSpread>,
}

impl MapOfWorlds {
    pub(super) fn new(scenario: &Scenario, worlds: &WorldsMap) -> Self {
        let reach = scenario.issues.iter().zip(&worlds.reach);
        let nash = scenario.issues.iter().zip(&worlds.nash).map(|(issue, position)| NashOnIssue {
            issue: issue.id.clone(),
            title: issue.title.clone(),
            position: position.map(Into::into),
        });
        Self {
            with_zone: worlds.with_zone.into(),
            without_zone: if worlds.worlds == 0 { 0.0 } else { 1.0 - worlds.with_zone.value },
            walled_off: worlds.walled_off,
            share: worlds.share.map(Into::into),
            least_gain: worlds.least_gain.map(Into::into),
            reach: reach.map(|(issue, reach)| ReachedInWorlds::new(issue, reach)).collect(),
            nash: nash.collect(),
            conditions: worlds
                .conditions
                .iter()
                .map(|condition| ConditionInWorlds::new(scenario, condition))
                .collect(),
            no_single_change: worlds.no_single_change,
        }
    }
}

impl ReachedInWorlds {
    fn new(issue: &Issue, reach: &ReachSpread) -> Self {
        let (low, high, options) = match reach {
            ReachSpread::Scale { low, high } => {
                (Some((*low).into()), Some((*high).into()), Vec::new())
            }
            ReachSpread::Options(shares) => {
                let options = issue.options.iter().zip(shares);
                let options =
                    options.map(|(option, &share)| OptionReached { option: option.clone(), share });
                (None, None, options.collect())
            }
        };
        Self { issue: issue.id.clone(), title: issue.title.clone(), low, high, options }
    }
}

impl From<Spread> for PercentileSpread {
    fn from(spread: Spread) -> Self {
        Self { p05: spread.low, p50: spread.middle, p95: spread.high }
    }
}
