//! The tornado of a scenario: the odds with one input low and high, the others drawn as usual.
//!
//! Most of a scenario's inputs move the odds by next to nothing, and a tornado shows the longest bars. So bars
//! race: all are played in some worlds, and those that are clearly shorter than the last that would be shown
//! are played no further (the idea of racing: Maron & Moore 1994, *Hoeffding races*). What is told of them rests
//! on the worlds they were played in, and says how many.

use std::ops::Range;

use super::factor::world;
use super::{LEVEL, Study};
use crate::analysis::error::AnalysisError;
use crate::analysis::interval::{IntervalEstimate, mean_interval};
use crate::analysis::tornado::{Bar, Paired, bars};
use crate::math::Z95;
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
    /// than that shown, whose differences are `shown`.
    pub(super) fn find<'a>(
        shown: &[f64],
        outcomes: impl Iterator<Item = (Outcome, &'a [f64], &'a [f64])>,
    ) -> Option<Self> {
        let shown = mean_interval(shown, LEVEL).0;
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

/// So many of the longest bars are played in every world …
pub const LONGEST: usize = 15;
/// … and all bars in this part of them, at first.
const FIRST: u64 = 8;
/// Worlds that all bars are played in, where there are so many: fewer tell too little to leave any out.
const AT_LEAST: u64 = 64;

/// Worlds as they are, then with every factor still in the race low and high in turn.
struct OneAtATime<'a> {
    scenario: &'a Scenario,
    study: &'a Study,
    /// Which of the study's factors.
    racing: &'a [usize],
    worlds: Range<u64>,
}

impl Design for OneAtATime<'_> {
    fn blocks(&self) -> u64 {
        self.worlds.end - self.worlds.start
    }

    fn points_of_block(&self) -> usize {
        1 + 2 * self.racing.len()
    }

    fn every_outcome(&self) -> bool {
        true
    }

    fn visit(&self, block: u64, play: PlayPoint<'_>) {
        let number = self.worlds.start + block;
        let mut values = world(self.scenario, self.study.playing.seed, number);
        play(&values, number);
        for &factor in self.racing {
            let factor = &self.study.factors[factor];
            let own = values[factor.input.index()];
            let (low, high) = factor.ends(self.scenario);
            for end in [low, high] {
                values[factor.input.index()] = end;
                play(&values, number);
            }
            values[factor.input.index()] = own;
        }
    }
}

/// The odds at one point in the worlds played so far: of the outcome asked for, and of all by their index.
#[derive(Clone, Debug, Default)]
struct Column {
    odds: Vec<f64>,
    every: Vec<Vec<f64>>,
}

impl Column {
    /// Takes the worlds of another stage.
    fn extend(&mut self, scenario: &Scenario, answers: &Answers, point: usize) {
        self.odds.extend(column(answers, point));
        self.every.resize_with(Outcome::all(scenario).count(), Vec::new);
        for (own, outcome) in self.every.iter_mut().zip(Outcome::all(scenario)) {
            own.extend(column_of(answers, point, outcome));
        }
    }
}

/// A factor low and high, in the worlds it was played in.
#[derive(Clone, Debug, Default)]
struct Pair {
    low: Column,
    high: Column,
}

impl Pair {
    /// Are the odds the same at both ends in every world?
    fn is_still(&self) -> bool {
        self.low.odds == self.high.odds
    }
}

/// All points of a tornado in the worlds played so far.
struct Race<'a> {
    scenario: &'a Scenario,
    study: &'a Study,
    base: Column,
    pairs: Vec<Pair>,
    /// The factors that are still played.
    racing: Vec<usize>,
}

impl Race<'_> {
    /// Plays the next worlds; false where the user stopped it.
    fn play(&mut self, worlds: Range<u64>, progress: &dyn Progress) -> bool {
        let Self { scenario, study, racing, .. } = self;
        let design = OneAtATime { scenario, study, racing, worlds };
        let blocks = design.blocks() as usize;
        let answers = play_design(scenario, &study.playing, &design, progress);
        self.base.extend(scenario, &answers, 0);
        for (place, &factor) in racing.iter().enumerate() {
            let (low, high) = (1 + 2 * place, 2 + 2 * place);
            let pair = &mut self.pairs[factor];
            pair.low.extend(scenario, &answers, low);
            pair.high.extend(scenario, &answers, high);
        }
        answers.blocks() == blocks
    }

    /// Every bar as far as it is known, the longest first.
    fn bars(&self) -> Result<Vec<Bar>, AnalysisError> {
        let paired = |pair| {
            let Pair { low, high, .. }: &Pair = pair;
            Paired { low: &low.odds, high: &high.odds }
        };
        let pairs: Vec<Paired<'_>> = self.pairs.iter().map(paired).collect();
        let mut bars = bars(&self.base.odds, &pairs, LEVEL)?;
        for bar in &mut bars {
            if self.pairs[bar.input].is_still() {
                bar.swing = nothing_seen(bar.worlds as f64);
            }
        }
        Ok(bars)
    }

    /// Leaves out every factor whose bar is, by its interval, shorter than the last of the longest. Where the odds
    /// were the same in every world, each history counts as one in which nothing was seen: what the factor does is
    /// taken not to be confined to few worlds. That is how far the screening can be wrong.
    fn leave_out_short(&mut self, bars: &[Bar]) {
        let Some(last) = bars.get(LONGEST - 1).map(|bar| bar.swing.value.abs()) else { return };
        let histories = self.study.playing.histories as f64;
        let may_be_long = |bar: &&Bar| {
            let swing = if self.pairs[bar.input].is_still() {
                nothing_seen(bar.worlds as f64 * histories)
            } else {
                bar.swing
            };
            swing.low.abs().max(swing.high.abs()) >= last
        };
        let mut racing: Vec<usize> = bars.iter().filter(may_be_long).map(|bar| bar.input).collect();
        racing.retain(|factor| self.racing.contains(factor));
        racing.sort_unstable();
        self.racing = racing;
    }
}

/// The mean of differences in [−1, 1] of which so many independent ones were 0. Its t interval would be nothing;
/// this is the score interval at no change, ± z²/(n + z²) (Tango 1998).
fn nothing_seen(trials: f64) -> IntervalEstimate {
    let reach = Z95 * Z95 / (trials + Z95 * Z95);
    IntervalEstimate { value: 0.0, low: -reach, high: reach }
}

/// How far odds move, from the differences in independent worlds.
pub(super) fn change_of(differences: &[f64]) -> IntervalEstimate {
    if differences.iter().all(|&difference| difference == 0.0) {
        return nothing_seen(differences.len() as f64);
    }
    mean_interval(differences, LEVEL).0
}

/// The worlds after which short bars are left out, each twice the one before, and all of them.
fn stages(worlds: u64, factors: usize) -> Vec<u64> {
    let mut stages = Vec::new();
    let mut next = (worlds / FIRST).max(AT_LEAST);
    while factors > LONGEST && next < worlds {
        stages.push(next);
        next *= 2;
    }
    stages.push(worlds);
    stages
}

/// Plays the tornado in so many worlds; bars that cannot be among the [longest](LONGEST) in fewer.
///
/// # Errors
/// Fewer than 2 worlds, or the user stopped it before 2 were played.
pub fn swing(
    scenario: &Scenario,
    study: &Study,
    worlds: u64,
    progress: &dyn Progress,
) -> Result<Swings, AnalysisError> {
    let factors = study.factors.len();
    let mut race = Race {
        scenario,
        study,
        base: Column::default(),
        pairs: vec![Pair::default(); factors],
        racing: (0..factors).collect(),
    };
    let mut played = 0;
    for end in stages(worlds, factors) {
        if !race.play(played..end, progress) {
            break;
        }
        played = end;
        race.leave_out_short(&race.bars()?);
    }
    let swings = race.bars()?.into_iter().map(|bar| {
        let (factor, pair) = (&study.factors[bar.input], &race.pairs[bar.input]);
        Swing {
            input: factor.input,
            ends: factor.ends(scenario),
            odds: (odds_interval(&pair.low.odds), odds_interval(&pair.high.odds)),
            elsewhere: elsewhere(scenario, pair),
            bar,
        }
    });
    let swings = swings.collect();
    Ok(Swings {
        base: odds_interval(&race.base.odds),
        worlds: race.base.odds.len(),
        swings,
        base_odds: race.base.every,
    })
}

/// What a bar's input moves clearly more than the outcome asked for.
fn elsewhere(scenario: &Scenario, pair: &Pair) -> Option<Elsewhere> {
    let shown = pair.high.odds.iter().zip(&pair.low.odds).map(|(high, low)| high - low);
    let shown: Vec<f64> = shown.collect();
    let sides = pair.low.every.iter().zip(&pair.high.every);
    let outcomes = Outcome::all(scenario).zip(sides);
    Elsewhere::find(&shown, outcomes.map(|(outcome, (low, high))| (outcome, &low[..], &high[..])))
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
