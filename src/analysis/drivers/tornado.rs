//! The tornado of a whole scenario: every uncertain input, the structural choices and the file's rival codings.

use super::{Alternative, ChoiceOdds, Factor, Spread, Study, Swings, alternatives, compare, swing};
use crate::analysis::AnalysisError;
use crate::model::Scenario;
use crate::montecarlo::{Outcome, Playing, Progress};
use crate::stream::Seed;

/// What a tornado moves, and how much it plays.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// The inputs, and how they are played.
    pub study: Study,
    /// The choices.
    pub choices: Vec<Alternative>,
    /// Worlds of each bar.
    pub worlds: u64,
}

impl Tornado {
    /// Histories at each point: few, as in a run (docs/performance.md).
    pub const HISTORIES: u64 = 4;
    /// Points of a tornado that every input takes part in to the end.
    const POINTS: u64 = 80_000;
    /// Inputs beyond which more of them do not make a tornado dearer: they drop out early.
    const INPUTS: u64 = 40;

    /// Worlds of a tornado of so many inputs, unless stated.
    pub fn worlds(inputs: u64) -> u64 {
        (Self::POINTS / (2 * inputs.min(Self::INPUTS) + 1)).clamp(200, 8_000)
    }

    /// The tornado of the odds of an outcome, as large as `zopa drivers` makes it; `None` where nothing is uncertain.
    pub fn of(
        scenario: &Scenario,
        rivals: Vec<Alternative>,
        outcome: Outcome,
        seed: Seed,
        threads: usize,
    ) -> Option<Self> {
        let own = |input| Factor { input, spread: Spread::Own };
        let factors: Vec<Factor> = scenario.uncertain_inputs().map(own).collect();
        if factors.is_empty() {
            return None;
        }
        let mut choices = alternatives(scenario);
        choices.extend(rivals);
        let worlds = Self::worlds(factors.len() as u64);
        let playing = Playing { outcome, seed, histories: Self::HISTORIES, threads };
        Some(Self { study: Study { factors, playing }, choices, worlds })
    }

    /// Plays it.
    ///
    /// # Errors
    /// What cannot be analysed, or that it was stopped before there was anything sound.
    pub fn play(
        &self,
        scenario: &Scenario,
        progress: &dyn Progress,
    ) -> Result<(Swings, Vec<ChoiceOdds>), AnalysisError> {
        let swings = swing(scenario, &self.study, self.worlds, progress)?;
        let odds = compare(scenario, &self.choices, &self.study, &swings, progress)?;
        Ok((swings, odds))
    }
}
