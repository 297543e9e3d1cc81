//! Rules that end a run before its last world, without fooling itself.
//!
//! Precision looks at an interval again and again, which biases it little when the target is fixed
//! beforehand (Chow & Robbins 1965); an assertion needs more: a confidence sequence, valid at every
//! look at once. Ours is the predictable plug-in empirical-Bernstein sequence for bounded means
//! (Waudby-Smith & Ramdas 2024, theorem 2) on the worlds' odds, which are independent and in [0, 1].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::plan::{Assertion, Comparison};
use crate::math;

/// Worlds between two looks.
pub(crate) const LOOK: u64 = 200;
/// Probability that any of a run's confidence sequences ever misses the truth: of k claims each has a k-th
/// of it (Bonferroni).
const ALPHA: f64 = 0.05;

/// The confidence level of each of so many claims, so that all of them together have 95%.
pub fn level_of_each(claims: usize) -> f64 {
    1.0 - ALPHA / claims.max(1) as f64
}

/// Which rule ended a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// All worlds were played.
    AllWorlds,
    /// The precision asked for was reached.
    PrecisionReached,
    /// All worlds were played and the precision asked for was not reached.
    PrecisionMissed,
    /// Every assertion is settled.
    AssertionsSettled,
    /// All worlds were played and an assertion is still open.
    AssertionsOpen,
    /// The user stopped it; what was played counts.
    Interrupted,
}

impl StopReason {
    /// The word of tables and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::AllWorlds => "all-worlds",
            Self::PrecisionReached => "precision-reached",
            Self::PrecisionMissed => "precision-missed",
            Self::AssertionsSettled => "assertions-settled",
            Self::AssertionsOpen => "assertions-open",
            Self::Interrupted => "interrupted",
        }
    }
}

/// What a run says about an assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It holds: the whole confidence sequence is on its side.
    Holds,
    /// It fails: the whole confidence sequence is on the other side.
    Fails,
    /// The confidence sequence still holds the bound.
    Open,
}

/// A running confidence sequence for the mean of values in [0, 1].
#[derive(Clone, Debug)]
pub(crate) struct ConfidenceSequence {
    /// ln(2/α).
    log_level: f64,
    count: f64,
    sum: f64,
    mean: f64,
    squares: f64,
    weights: f64,
    weighted: f64,
    penalty: f64,
    low: f64,
    high: f64,
}

impl ConfidenceSequence {
    /// A sequence for one of so many claims.
    pub(crate) fn one_of(claims: usize) -> Self {
        Self {
            log_level: math::ln(2.0 * claims.max(1) as f64 / ALPHA),
            count: 0.0,
            sum: 0.0,
            mean: 0.5,
            squares: 0.0,
            weights: 0.0,
            weighted: 0.0,
            penalty: 0.0,
            low: 0.0,
            high: 1.0,
        }
    }

    /// Takes the next value.
    pub(crate) fn push(&mut self, x: f64) {
        let log_level = self.log_level;
        let t = self.count + 1.0;
        let variance = (0.25 + self.squares) / t;
        let bet = (2.0 * log_level / (variance * t * math::ln_1p(t))).sqrt().min(0.5);
        let surprise = x - self.mean;
        self.weights += bet;
        self.weighted += bet * x;
        self.penalty += surprise * surprise * (-math::ln_1p(-bet) - bet);
        self.count = t;
        self.sum += x;
        self.mean = (0.5 + self.sum) / (t + 1.0);
        self.squares += (x - self.mean) * (x - self.mean);
        let centre = self.weighted / self.weights;
        let half = (log_level + self.penalty) / self.weights;
        self.low = self.low.max(centre - half);
        self.high = self.high.min(centre + half);
    }

    pub(crate) fn verdict(&self, assertion: &Assertion) -> Verdict {
        let bound = assertion.bound;
        match assertion.comparison {
            Comparison::AtLeast if self.low >= bound => Verdict::Holds,
            Comparison::AtLeast if self.high < bound => Verdict::Fails,
            Comparison::AtMost if self.high <= bound => Verdict::Holds,
            Comparison::AtMost if self.low > bound => Verdict::Fails,
            Comparison::AtLeast | Comparison::AtMost => Verdict::Open,
        }
    }

    pub(crate) fn interval(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    /// 400 sequences of 1,000 draws at α = 0.05: the number that ever miss the truth is at most
    /// binomial(400, 0.05), whose 99.9% point is 35.
    #[test]
    fn the_sequence_rarely_ever_misses_the_mean() {
        let key = StreamKey::new(Seed(7), Purpose::Input, "coverage");
        let mut misses = 0;
        for run in 0..400 {
            let mut draws = key.history(run, 0);
            let mut sequence = ConfidenceSequence::one_of(1);
            let mut missed = false;
            for _ in 0..1000 {
                // Mean 0.1 with mass at 0, as odds of worlds have.
                sequence.push(if draws.uniform() < 0.2 { draws.uniform() } else { 0.0 });
                let (low, high) = sequence.interval();
                missed |= low > 0.1 || high < 0.1;
            }
            misses += usize::from(missed);
            let (low, high) = sequence.interval();
            assert!(high - low < 0.12, "{low}–{high}");
        }
        assert!(misses <= 35, "{misses}");
    }

    /// Five claims, each at a bound that its mean just misses: in 400 runs any false claim is called true, or
    /// any true one false, in at most 35 (as above), however often one looks. With the whole of α for each it
    /// would be more than with a fifth.
    #[test]
    fn of_many_claims_seldom_any_is_settled_wrongly() {
        let key = StreamKey::new(Seed(8), Purpose::Input, "family");
        let wrong_runs = |claims: usize| {
            let wrong = |run: u64| {
                let mut draws = key.history(run, 0);
                let mut sequences = vec![ConfidenceSequence::one_of(claims); 5];
                let mut wrong = false;
                for _ in 0..1000 {
                    for sequence in &mut sequences {
                        sequence.push(if draws.uniform() < 0.2 { draws.uniform() } else { 0.0 });
                        let (low, high) = sequence.interval();
                        wrong |= low > 0.1 || high < 0.1;
                    }
                }
                wrong
            };
            (0..400).filter(|&run| wrong(run)).count()
        };
        let (each, whole) = (wrong_runs(5), wrong_runs(1));
        assert!(each <= 35, "{each}");
        assert!(each < whole, "{each} with a fifth, {whole} with all");
        assert!((level_of_each(5) - 0.99).abs() < 1e-15 && (level_of_each(1) - 0.95).abs() < 1e-15);
    }
}
