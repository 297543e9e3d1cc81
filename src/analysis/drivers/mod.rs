//! Which assumption the answer hangs on: the methods of this layer, played on a scenario.
//!
//! Every point of every design is a whole world, played with histories of its own; inputs that are
//! not studied are drawn as a run draws them. What is compared shares its chance (worlds and luck,
//! history by history), so that it differs by the inputs alone; what must be independent does not.

mod factor;
mod screening;
mod shares;
mod structure;
mod swings;
mod threshold;
mod tornado;

pub use factor::{Factor, Spread};
pub use screening::{Effect, Screening, screen};
pub use shares::{Shares, share};
pub use structure::{Alternative, ChoiceOdds, alternatives, compare};
pub use swings::{Elsewhere, LONGEST, Swing, Swings, swing};
pub use threshold::{Threshold, level_of, threshold};
pub use tornado::Tornado;

use crate::model::{InputId, Scenario};
use crate::montecarlo::{Move, Plan, Playing, inert};

/// What is asked, and how it is played.
#[derive(Clone, Debug)]
pub struct Study {
    /// The inputs studied.
    pub factors: Vec<Factor>,
    /// Whose odds, from which seed, with how many histories.
    pub playing: Playing,
}

impl Study {
    /// The inputs that change nothing over the range they are moved in.
    pub fn inert(&self, scenario: &Scenario) -> Vec<InputId> {
        let of = |factor: &Factor| match factor.spread {
            Spread::Own => Move::to_own_ends(scenario, factor.input),
            Spread::Between(low, high) => Move { input: factor.input, ends: [low, high] },
        };
        let moves: Vec<Move> = self.factors.iter().map(of).collect();
        let Playing { seed, threads, .. } = self.playing;
        let found = inert(scenario, &Plan { seed, threads, ..Plan::default() }, &moves, &[]);
        let inert = self.factors.iter().zip(found).filter(|(_, inert)| *inert);
        inert.map(|(factor, _)| factor.input).collect()
    }
}

/// Confidence level of every interval.
pub const LEVEL: f64 = 0.95;
