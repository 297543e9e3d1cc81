//! The bargaining map: before anything is played, is there a package all could sign, where is it,
//! what would a fair split be, what would have to be true, and what do other methods say?
//!
//! Everything is asked twice: at the most likely value of every input, and in many worlds.

mod condition;
mod opinions;
mod point;
mod worlds;

pub use condition::Condition;
pub use opinions::position_table;
pub use point::{Concept, Given, PointMap, SolutionPoint};
pub use worlds::{ConditionSpread, ReachSpread, Spread, WorldsMap};

use crate::engine::{Seat, Table, Trial};
use crate::model::Scenario;
use crate::montecarlo::{Plan, Progress};

/// The whole map of a scenario.
#[derive(Clone, Debug)]
pub struct BargainingMap {
    /// Every input at its most likely value.
    pub likely: PointMap,
    /// Many worlds.
    pub worlds: WorldsMap,
}

impl BargainingMap {
    /// Draws the map: `plan` says how many worlds and from which seed (histories are not played);
    /// `given` is a package to be valued too, on the issues' own scales.
    pub fn of(
        scenario: &Scenario,
        plan: &Plan,
        given: Option<&[f64]>,
        progress: &dyn Progress,
    ) -> Self {
        let table = Table::new(scenario, plan.seed);
        let mut seat = Seat::new(&table);
        let likely = likely_inputs(scenario);
        seat.enter(&likely, Trial::default());
        Self {
            likely: PointMap::of(scenario, &seat, plan.seed, given),
            worlds: WorldsMap::of(scenario, plan, progress),
        }
    }
}

/// The most likely value of every input.
pub fn likely_inputs(scenario: &Scenario) -> Vec<f64> {
    scenario.inputs.iter().map(|input| input.prior.mode()).collect()
}
