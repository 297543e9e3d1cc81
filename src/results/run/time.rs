//! When, and for how long.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Process, Scenario};
use crate::montecarlo::Summary;
use crate::results::Estimate;

/// The odds of a signature by a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ByRoundOrMonth {
    /// Months after the as-of date; null by alternating offers.
    pub months: Option<f64>,
    /// The round; null in a peace process.
    pub round: Option<u64>,
    /// Odds of a signature by then.
    pub signed: Estimate,
    /// Odds of an agreed end by then: a ceasefire alone, or a signature. Null by alternating offers.
    pub agreed_end: Option<Estimate>,
}

/// How many deals in force stand after a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StandingAt {
    /// Months after ratification.
    pub months: f64,
    /// Share of all deals in force that stand then.
    pub share: Estimate,
}

pub(super) fn by_time(scenario: &Scenario, summary: &Summary) -> Vec<ByRoundOrMonth> {
    let is_dated = matches!(scenario.process, Process::Peace);
    let times = summary.by_time().into_iter().map(|at| ByRoundOrMonth {
        months: is_dated.then_some(at.months),
        round: (!is_dated).then_some(at.months as u64),
        signed: at.signed.into(),
        agreed_end: is_dated.then_some(at.agreed_end.into()),
    });
    times.collect()
}

pub(super) fn standing(summary: &Summary) -> Vec<StandingAt> {
    let points = summary.standing.iter().map(|point| StandingAt {
        months: point.months,
        share: Estimate::from(&point.share).with_worlds(point.between),
    });
    points.collect()
}
