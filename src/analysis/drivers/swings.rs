//! The tornado of a scenario: the odds with one input low and high, the others drawn as usual.

use super::factor::world;
use super::{LEVEL, Study};
use crate::analysis::error::AnalysisError;
use crate::analysis::interval::{IntervalEstimate, mean_interval};
use crate::analysis::tornado::{Bar, Paired, bars};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Answers, Design, PlayPoint, Progress, play_design};

/// The bars of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Swings {
    /// The odds as the file stands, in the same worlds.
    pub base: IntervalEstimate,
    /// Worlds played.
    pub worlds: usize,
    /// One for each input studied, the longest first.
    pub swings: Vec<Swing>,
    /// The odds of each world as the file stands, with which alternatives are paired.
    pub base_odds: Vec<f64>,
}

/// One input's bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The input.
    pub input: InputId,
    /// Its low and its high value.
    pub ends: (f64, f64),
    /// The odds there.
    pub odds: (IntervalEstimate, IntervalEstimate),
    /// The paired differences.
    pub bar: Bar,
}

/// A world as it is, then with every factor low and high in turn.
struct OneAtATime<'a> {
    scenario: &'a Scenario,
    study: &'a Study,
    worlds: u64,
}

impl Design for OneAtATime<'_> {
    fn blocks(&self) -> u64 {
        self.worlds
    }

    fn points_of_block(&self) -> usize {
        1 + 2 * self.study.factors.len()
    }

    fn visit(&self, block: u64, play: PlayPoint<'_>) {
        let mut values = world(self.scenario, self.study.playing.seed, block);
        play(&values, block);
        for factor in &self.study.factors {
            let own = values[factor.input.index()];
            let (low, high) = factor.ends(self.scenario);
            for end in [low, high] {
                values[factor.input.index()] = end;
                play(&values, block);
            }
            values[factor.input.index()] = own;
        }
    }
}

/// Plays the tornado in so many worlds.
///
/// # Errors
/// Fewer than 2 worlds, or the user stopped it before 2 were played.
pub fn swing(
    scenario: &Scenario,
    study: &Study,
    worlds: u64,
    progress: &dyn Progress,
) -> Result<Swings, AnalysisError> {
    let design = OneAtATime { scenario, study, worlds };
    let answers = play_design(scenario, &study.playing, &design, progress);
    let base = column(&answers, 0);
    let columns: Vec<Vec<f64>> =
        (1..design.points_of_block()).map(|point| column(&answers, point)).collect();
    let pairs: Vec<Paired<'_>> =
        columns.chunks_exact(2).map(|pair| Paired { low: &pair[0], high: &pair[1] }).collect();
    let swings = bars(&base, &pairs, LEVEL)?.into_iter().map(|bar| {
        let factor = &study.factors[bar.input];
        let odds = |side: &[f64]| odds_interval(side);
        Swing {
            input: factor.input,
            ends: factor.ends(scenario),
            odds: (odds(pairs[bar.input].low), odds(pairs[bar.input].high)),
            bar,
        }
    });
    let swings = swings.collect();
    Ok(Swings { base: odds_interval(&base), worlds: base.len(), swings, base_odds: base })
}

/// The odds at one point of every block.
pub(super) fn column(answers: &Answers, point: usize) -> Vec<f64> {
    (0..answers.blocks()).map(|block| answers.odds(block, point)).collect()
}

/// Mean odds of independent worlds, the interval cut to [0, 1].
pub(super) fn odds_interval(odds: &[f64]) -> IntervalEstimate {
    let (mean, _) = mean_interval(odds, LEVEL);
    IntervalEstimate { value: mean.value, low: mean.low.max(0.0), high: mean.high.min(1.0) }
}
