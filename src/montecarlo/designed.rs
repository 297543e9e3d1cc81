//! Playing worlds that somebody else has set: the points of a design.
//!
//! A design comes in *blocks* of points (a row of Saltelli's design, a trajectory, a world with one
//! input moved at a time), each played by one thread, and only a whole block counts. A point brings
//! a value for every input and the number of its *chance*: points with the same number meet the same
//! luck, history by history (common random numbers), so that what differs between them is the inputs
//! alone.
//!
//! What is kept of a history is one bit, its answer: shares, and how often two points that shared
//! their chance differ, are counted from these.

use super::outcome::{Outcome, answers, answers_yes};
use super::parallel::{in_order, on_threads};
use super::progress::Progress;
use crate::engine::{Seat, Table, Trial};
use crate::model::Scenario;
use crate::stream::Seed;

/// Points between two reports of progress, at least.
const STAGE: u64 = 500;

/// How a design is to be played.
#[derive(Clone, Copy, Debug)]
pub struct Playing {
    /// Whose odds.
    pub outcome: Outcome,
    /// The seed of every history.
    pub seed: Seed,
    /// Histories at each point; ≥ 2.
    pub histories: u64,
    /// Threads; 0 for as many as the machine has.
    pub threads: usize,
}

/// Plays one point: a value for every input, and the number of its chance, below 2⁴⁰.
pub type PlayPoint<'a> = &'a mut dyn FnMut(&[f64], u64);

/// The blocks of a design, made when their turn comes: a design is never in memory as a whole.
pub trait Design: Sync {
    /// How many blocks.
    fn blocks(&self) -> u64;

    /// How many points a block has.
    fn points_of_block(&self) -> usize;

    /// Are all outcomes of the scenario counted, beside the one that is asked for?
    fn every_outcome(&self) -> bool {
        false
    }

    /// Hands the points of a block to `play`, in order.
    fn visit(&self, block: u64, play: PlayPoint<'_>);
}

/// The answers of the histories at the points of a design, a bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    points_of_block: usize,
    histories: u64,
    words: Vec<u64>,
    /// By point: histories with each outcome, where all are counted.
    counts: Vec<u32>,
    outcomes: usize,
}

impl Answers {
    /// Whole blocks played: fewer than the design's when the user stopped it.
    pub fn blocks(&self) -> usize {
        self.points() / self.points_of_block
    }

    /// Points played.
    pub fn points(&self) -> usize {
        self.words.len() / self.words_of_point()
    }

    /// Histories at each point.
    pub fn histories(&self) -> u64 {
        self.histories
    }

    /// Points in a block.
    pub fn points_of_block(&self) -> usize {
        self.points_of_block
    }

    fn words_of_point(&self) -> usize {
        self.histories.div_ceil(64) as usize
    }

    fn bits(&self, block: usize, point: usize) -> &[u64] {
        let size = self.words_of_point();
        let first = (block * self.points_of_block + point) * size;
        &self.words[first..first + size]
    }

    /// Histories with the outcome at a point of a block.
    pub fn count(&self, block: usize, point: usize) -> u64 {
        self.bits(block, point).iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// The share of histories with the outcome at a point of a block.
    pub fn odds(&self, block: usize, point: usize) -> f64 {
        self.count(block, point) as f64 / self.histories as f64
    }

    /// The share of histories with an outcome, by its [index](Outcome::index), at a point of a block; only
    /// of designs that count every outcome.
    pub fn odds_of(&self, block: usize, point: usize, outcome: usize) -> f64 {
        let place = (block * self.points_of_block + point) * self.outcomes + outcome;
        f64::from(self.counts[place]) / self.histories as f64
    }

    /// Two points of a block that shared their chance: the difference of their odds, the second less
    /// the first, and an unbiased estimate of the variance that chance gives it. With D the
    /// difference in a history, −1, 0 or 1: Σ(D − D̄)²/(H(H − 1)).
    pub fn difference(&self, block: usize, first: usize, second: usize) -> (f64, f64) {
        let pairs = || self.bits(block, first).iter().zip(self.bits(block, second));
        let gained: u64 = pairs().map(|(a, b)| u64::from((b & !a).count_ones())).sum();
        let lost: u64 = pairs().map(|(a, b)| u64::from((a & !b).count_ones())).sum();
        let h = self.histories as f64;
        let difference = (gained as f64 - lost as f64) / h;
        let squares = (gained + lost) as f64 - h * difference * difference;
        (difference, squares.max(0.0) / (h * (h - 1.0)))
    }
}

/// Plays every point of a design. The same design and seed give the same bits on any number of
/// threads; blocks after a stop are left out.
pub fn play_design(
    scenario: &Scenario,
    playing: &Playing,
    design: &dyn Design,
    progress: &dyn Progress,
) -> Answers {
    on_threads(playing.threads, || play_blocks(scenario, playing, design, progress))
}

fn play_blocks(
    scenario: &Scenario,
    playing: &Playing,
    design: &dyn Design,
    progress: &dyn Progress,
) -> Answers {
    let table = Table::new(scenario, playing.seed);
    let points_of_block = design.points_of_block().max(1);
    let (blocks, points) = (design.blocks(), points_of_block as u64);
    // Enough blocks for many threads, and not so many that nobody sees them pass.
    let stage = (STAGE / points).max(32);
    let mut answers = Answers {
        points_of_block,
        histories: playing.histories,
        words: Vec::new(),
        counts: Vec::new(),
        outcomes: if design.every_outcome() { Outcome::all(scenario).count() } else { 0 },
    };
    progress.begin();
    let mut first = 0;
    while first < blocks {
        let end = (first + stage).min(blocks);
        let place = || Seat::new(&table);
        let play = |seat: &mut Seat<'_>, block| {
            let played = play_block(scenario, playing, design, seat, block);
            if block == 0 {
                progress.first(points, blocks * points, rayon::current_num_threads());
            }
            played
        };
        for (words, counts) in in_order(first..end, progress, place, play) {
            answers.words.extend(words);
            answers.counts.extend(counts);
        }
        if (answers.blocks() as u64) < end {
            break;
        }
        progress.advance(end * points, blocks * points);
        first = end;
    }
    answers
}

fn play_block(
    scenario: &Scenario,
    playing: &Playing,
    design: &dyn Design,
    seat: &mut Seat<'_>,
    block: u64,
) -> (Vec<u64>, Vec<u32>) {
    let outcomes = if design.every_outcome() { Outcome::all(scenario).count() } else { 0 };
    let mut counts = Vec::with_capacity(design.points_of_block() * outcomes);
    let size = playing.histories.div_ceil(64) as usize;
    let mut words = Vec::with_capacity(design.points_of_block() * size);
    design.visit(block, &mut |values, chance| {
        seat.enter(values, Trial { world: chance, history: 0 });
        let from = counts.len();
        counts.resize(from + outcomes, 0);
        for first in (0..playing.histories).step_by(64) {
            let count = (playing.histories - first).min(64);
            words.push((0..count).fold(0, |word, bit| {
                word | u64::from(answer(scenario, playing.outcome, seat, &mut counts[from..]))
                    << bit
            }));
        }
    });
    (words, counts)
}

/// Plays the next history: has it the outcome? Counts every outcome it has, where there is room for them.
fn answer(scenario: &Scenario, outcome: Outcome, seat: &mut Seat<'_>, counts: &mut [u32]) -> bool {
    let history = seat.negotiate(&mut ());
    for (count, yes) in counts.iter_mut().zip(answers(scenario, &history)) {
        *count += u32::from(yes);
    }
    match outcome {
        Outcome::Link(link) => link.reached(&history),
        Outcome::Question(question) => {
            answers_yes(&scenario.questions[question], &history, scenario.clock.horizon)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_and_their_noise_are_those_of_pairs() {
        // Four histories: yes yes no no, and yes no no no, and no yes no yes.
        let words = vec![0b0011, 0b0001, 0b1010];
        let answers =
            Answers { points_of_block: 3, histories: 4, words, counts: Vec::new(), outcomes: 0 };
        assert_eq!((answers.blocks(), answers.points()), (1, 3));
        assert_eq!([0, 1, 2].map(|point| answers.count(0, point)), [2, 1, 2]);
        let (difference, noise) = answers.difference(0, 0, 1);
        // D = 0, −1, 0, 0: mean −¼, Σ(D − D̄)² = ¾, over 4 · 3.
        assert!((difference + 0.25).abs() < 1e-15 && (noise - 0.0625).abs() < 1e-15);
        let (difference, noise) = answers.difference(0, 0, 2);
        // D = −1, 0, 0, 1.
        assert!(difference.abs() < 1e-15 && (noise - 2.0 / 12.0).abs() < 1e-15);
        assert_eq!(answers.difference(0, 1, 1), (0.0, 0.0));
    }
}
