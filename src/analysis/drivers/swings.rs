//! The tornado of a scenario: the odds with one input low and high, the others drawn as usual.

use super::factor::world;
use super::{LEVEL, Study};
use crate::analysis::error::AnalysisError;
use crate::analysis::interval::{IntervalEstimate, mean_interval};
use crate::analysis::tornado::{Bar, Paired, bars};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Answers, Design, Outcome, PlayPoint, Progress, play_design};

/// The bars of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Swings {
    /// The odds as the file stands, in the same worlds.
    pub base: IntervalEstimate,
    /// Worlds played.
    pub worlds: usize,
    /// One for each input studied, the longest first.
    pub swings: Vec<Swing>,
    /// The odds of each world as the file stands, with which alternatives are paired: of every outcome, by
    /// its index.
    pub base_odds: Vec<Vec<f64>>,
}

/// An outcome that is not the one asked for and moves clearly more: by more than the errors of both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elsewhere {
    /// Which.
    pub outcome: Outcome,
    /// How far its odds move.
    pub change: IntervalEstimate,
}

impl Elsewhere {
    /// Of all outcomes' paired odds (before, after) the one that moves most, where it moves clearly more
    /// than `shown`.
    pub(super) fn find<'a>(
        shown: &IntervalEstimate,
        outcomes: impl Iterator<Item = (Outcome, &'a [f64], &'a [f64])>,
    ) -> Option<Self> {
        let mut most: Option<Self> = None;
        for (outcome, before, after) in outcomes {
            let each: Vec<f64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
            let change = mean_interval(&each, LEVEL).0;
            let beyond = most.map_or(0.0, |most| most.change.value.abs());
            let error = f64::midpoint(change.width(), shown.width());
            let size = change.value.abs();
            if size - shown.value.abs() > error && size > beyond {
                most = Some(Self { outcome, change });
            }
        }
        most
    }
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
    /// The outcome whose odds the input moves clearly more.
    pub elsewhere: Option<Elsewhere>,
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

    fn every_outcome(&self) -> bool {
        true
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
            elsewhere: elsewhere(scenario, &answers, &bar),
            bar,
        }
    });
    let swings = swings.collect();
    let every = Outcome::all(scenario).map(|outcome| column_of(&answers, 0, outcome));
    Ok(Swings {
        base: odds_interval(&base),
        worlds: base.len(),
        swings,
        base_odds: every.collect(),
    })
}

/// What a bar's input moves clearly more than the outcome asked for.
fn elsewhere(scenario: &Scenario, answers: &Answers, bar: &Bar) -> Option<Elsewhere> {
    let (low, high) = (1 + 2 * bar.input, 2 + 2 * bar.input);
    let columns: Vec<(Outcome, Vec<f64>, Vec<f64>)> = Outcome::all(scenario)
        .map(|outcome| {
            (outcome, column_of(answers, low, outcome), column_of(answers, high, outcome))
        })
        .collect();
    let outcomes = columns.iter().map(|(outcome, low, high)| (*outcome, &low[..], &high[..]));
    Elsewhere::find(&bar.swing, outcomes)
}

/// The odds of one of all outcomes at one point of every block.
pub(super) fn column_of(answers: &Answers, point: usize, outcome: Outcome) -> Vec<f64> {
    let blocks = 0..answers.blocks();
    blocks.map(|block| answers.odds_of(block, point, outcome.index())).collect()
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
