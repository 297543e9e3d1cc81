//! How a run is to be made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use crate::model::InputId;
use crate::stream::Seed;

/// Everything that decides a run's numbers beside the scenario, and how it is spread over threads,
/// which does not.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The seed.
    pub seed: Seed,
    /// How many worlds, at most where [`Plan::stopping`] may end the run before.
    pub worlds: u64,
    /// Histories in each world; ≥ 2, so that their noise can be told from the spread of worlds.
    pub histories: u64,
    /// When to stop.
    pub stopping: Stopping,
    /// Inputs held at a value in every world.
    pub fixed: Vec<(InputId, f64)>,
    /// Play the structural alternatives (ω = 0 and ω = 1) as well, and look for inert inputs?
    pub structural: bool,
    /// Threads; 0 for as many as the machine has.
    pub threads: usize,
    /// Worlds in a chunk of work. Decides nothing but speed.
    pub chunk: u64,
}

impl Plan {
    /// Worlds of a run unless stated: with [`Plan::HISTORIES`] enough for ± 0.5 points on any of the flagship's
    /// questions.
    pub const WORLDS: u64 = 8_000;
    /// Histories in each world unless stated. Few, since most of what makes odds uncertain differs between worlds,
    /// not within one; docs/performance.md says how few, and why the number is the same for every scenario.
    pub const HISTORIES: u64 = 5;
    /// The seed unless stated.
    pub const SEED: Seed = Seed(42);
    /// Worlds a run may be asked for at most.
    pub const MOST_WORLDS: u64 = 100_000_000;
    /// Histories a world may be asked for at most.
    pub const MOST_HISTORIES: u64 = 1_000_000;
    /// Worlds a run may have at most where it stops by precision, unless stated.
    pub const WORLDS_AT_MOST: u64 = 1_000_000;
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            seed: Self::SEED,
            worlds: Self::WORLDS,
            histories: Self::HISTORIES,
            stopping: Stopping::Worlds,
            fixed: Vec::new(),
            structural: true,
            threads: 0,
            chunk: 50,
        }
    }
}

/// When a run stops.
#[derive(Clone, Debug, PartialEq)]
pub enum Stopping {
    /// After all its worlds.
    Worlds,
    /// When the 95% interval of every question (and of a signature) is no wider than twice this.
    Precision(f64),
    /// When a confidence sequence has settled every assertion.
    Assertions(Vec<Assertion>),
}

/// A claim about odds, to be settled by a run: `signed>=0.4`.
#[derive(Clone, Debug, PartialEq)]
pub struct Assertion {
    /// As the user wrote it.
    pub text: String,
    /// Whose odds.
    pub outcome: Outcome,
    /// On which side of the bound.
    pub comparison: Comparison,
    /// The bound, in [0, 1].
    pub bound: f64,
}

/// The side of a bound that is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Comparison {
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// At most.
    #[serde(rename = "<=")]
    AtMost,
}
