//! The bargaining map: before anything is played, is there a package all could sign, where is it,
//! what would a fair split be, what would have to be true, and what do other methods say?
//!
//! Everything is asked twice: at the most likely value of every input, and in many worlds.

pub(super) mod condition;
mod frontiers;
mod opinions;
mod point;
mod worlds;

pub use condition::Condition;
pub use frontiers::Outcomes;
pub use opinions::{position_table, vote_on_options};
pub use point::{Concept, Given, Judgement, PointMap, SolutionPoint};
pub use worlds::{ConditionSpread, ReachSpread, Spread, WorldsMap};

use crate::engine::{Seat, Table, Trial};
use crate::model::Scenario;
use crate::montecarlo::{Plan, Progress};
use crate::solution::forecasts::{ForecastError, Inquiry, Opinions, PositionTable};

/// The whole map of a scenario.
#[derive(Clone, Debug)]
pub struct BargainingMap {
    /// Every input at its most likely value.
    pub likely: PointMap,
    /// Many worlds.
    pub worlds: WorldsMap,
    /// What other schools forecast from the most likely inputs, one entry an issue; `None` for an
    /// issue with options, where there is no mean and no median.
    pub forecasts: Vec<Option<Result<Forecasts, ForecastError>>>,
    /// The chance of each option to win an election; `None` for a scale. One entry an issue.
    pub votes: Vec<Option<Result<Vec<f64>, ForecastError>>>,
}

/// Second opinions on one issue of a scenario.
#[derive(Clone, Debug)]
pub struct Forecasts {
    /// The issue as the field's plain table.
    pub table: PositionTable,
    /// What the models make of it.
    pub opinions: Opinions,
}

impl BargainingMap {
    /// Draws the map: `plan` says how many worlds and from which seed (histories are not played);
    /// `given` is a package to be valued too, on the issues' own scales; `inquiry` which second
    /// opinions are asked.
    pub fn of(
        scenario: &Scenario,
        plan: &Plan,
        given: Option<&[f64]>,
        inquiry: &Inquiry,
        progress: &dyn Progress,
    ) -> Self {
        let table = Table::new(scenario, plan.seed);
        let mut seat = Seat::new(&table);
        let likely = likely_inputs(scenario);
        seat.enter(&likely, Trial::default());
        let has_options = |issue: &usize| scenario.issues[*issue].has_options();
        let forecast = |issue: usize| {
            let table = position_table(scenario, &likely, issue)?;
            let opinions = Opinions::of(&table, inquiry);
            Ok(Forecasts { table, opinions })
        };
        let issues = 0..scenario.issues.len();
        let forecasts = issues.clone().map(|k| (!has_options(&k)).then(|| forecast(k))).collect();
        let votes = issues
            .map(|k| has_options(&k).then(|| vote_on_options(scenario, &likely, k)))
            .collect();
        Self {
            likely: PointMap::of(scenario, &seat, plan.seed, given),
            worlds: WorldsMap::of(scenario, plan, progress),
            forecasts,
            votes,
        }
    }
}

/// The most likely value of every input.
pub fn likely_inputs(scenario: &Scenario) -> Vec<f64> {
    scenario.inputs.iter().map(|input| input.prior.mode()).collect()
}
