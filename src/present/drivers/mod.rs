//! What the answer hangs on, for readers ([`terminal()`]) and for programs ([`json()`], [`csv()`]).

mod breakeven;
mod csv;
mod json;
mod terminal;
mod tornado;

pub use csv::csv;
pub use json::json;
pub use terminal::terminal;

use crate::analysis::drivers::{ChoiceOdds, Screening, Shares, Swings, Threshold};
use crate::model::{InputId, Scenario};
use crate::montecarlo::Outcome;

/// What a study found.
#[derive(Clone, Debug)]
pub enum Finding {
    /// The tornado, with the structural choices.
    Tornado(Swings, Vec<ChoiceOdds>),
    /// Morris screening.
    Morris(Screening),
    /// Sobol' indices.
    Sobol(Shares),
    /// Break-even.
    BreakEven(Threshold),
}

impl Finding {
    /// The method's word, as the command takes it.
    pub(super) fn method(&self) -> &'static str {
        match self {
            Self::Tornado(..) => "tornado",
            Self::Morris(_) => "morris",
            Self::Sobol(_) => "sobol",
            Self::BreakEven(_) => "break-even",
        }
    }
}

/// A finding with what it is a finding of.
#[derive(Clone, Copy, Debug)]
pub struct DriversView<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Whose odds.
    pub outcome: Outcome,
    /// What was found.
    pub finding: &'a Finding,
    /// Inputs under study that change nothing over their range.
    pub inert: &'a [InputId],
    /// Where the scenario came from.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
    /// The seed.
    pub seed: u64,
    /// Worlds, rows or trajectories asked for.
    pub size: u64,
    /// Histories at each point.
    pub histories: u64,
    /// Did the user stop it before its end?
    pub interrupted: bool,
}

impl DriversView<'_> {
    /// The path of an input.
    fn path(&self, input: InputId) -> &str {
        &self.scenario.inputs[input.index()].path
    }

    /// The word of the outcome, as the command takes it.
    fn of(&self) -> &str {
        self.outcome.word(self.scenario)
    }

    /// So many of what, in words.
    fn effort(&self) -> (u64, &'static str) {
        match self.finding {
            Finding::Tornado(swings, _) => (swings.worlds as u64, "worlds"),
            Finding::Morris(screening) => (screening.trajectories as u64, "trajectories"),
            Finding::Sobol(shares) => (shares.rows as u64, "rows"),
            Finding::BreakEven(_) => (self.size, "worlds"),
        }
    }
}
