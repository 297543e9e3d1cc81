//! Counts of pairs: one yes or no in the base and in the alternative, in the same trial. Integers, so
//! that merging is exact in any order and any division.

use super::contrast::{Flips, Paired};
use super::difference::Difference;
use crate::montecarlo::estimate::{Moments, clustered};

/// The pairs of some worlds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    base: Moments,
    alternative: Moments,
    /// Σ_w (b_w − a_w)², of the worlds' counts.
    squares: u128,
    /// Trials that go from no to yes, and from yes to no.
    gained: u128,
    lost: u128,
    /// Worlds in which the alternative has more yes than the base, and fewer.
    worlds_up: u64,
    worlds_down: u64,
    /// Counts of the current world: yes in the base, from no to yes, from yes to no.
    current: [u64; 3],
}

impl Pairs {
    /// Counts a trial of the current world.
    #[inline]
    pub(super) fn record(&mut self, base: bool, alternative: bool) {
        self.current[0] += u64::from(base);
        self.current[1] += u64::from(alternative && !base);
        self.current[2] += u64::from(base && !alternative);
    }

    /// Ends the current world.
    pub(super) fn end_world(&mut self) {
        let [base, gained, lost] = std::mem::take(&mut self.current);
        self.base.record(base);
        self.alternative.record(base + gained - lost);
        let difference = u128::from(gained.abs_diff(lost));
        self.squares += difference * difference;
        self.gained += u128::from(gained);
        self.lost += u128::from(lost);
        self.worlds_up += u64::from(gained > lost);
        self.worlds_down += u64::from(lost > gained);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.base.merge(&other.base);
        self.alternative.merge(&other.alternative);
        self.squares += other.squares;
        self.gained += other.gained;
        self.lost += other.lost;
        self.worlds_up += other.worlds_up;
        self.worlds_down += other.worlds_down;
    }

    /// Odds on both sides and their paired difference, over so many worlds of so many trials.
    pub(super) fn sum_up(&self, worlds: u64, histories: u64, same: bool) -> Paired {
        let trials = (worlds as f64 * histories as f64).max(1.0);
        let share = |count: u128| count as f64 / trials;
        let over_worlds = |count: u64| count as f64 / (worlds as f64).max(1.0);
        let paired = self.variance(worlds, histories);
        let unpaired =
            self.base.variance(worlds, histories) + self.alternative.variance(worlds, histories);
        Paired {
            base: clustered(&self.base, worlds, histories),
            alternative: clustered(&self.alternative, worlds, histories),
            difference: if same { Difference::NONE } else { self.difference(worlds, histories) },
            flips: Flips { to_yes: share(self.gained), to_no: share(self.lost) },
            worlds_up: over_worlds(self.worlds_up),
            worlds_down: over_worlds(self.worlds_down),
            variance_reduction: (paired > 0.0).then(|| unpaired / paired),
        }
    }

    /// Unbiased variance of the worlds' differences of odds.
    fn variance(&self, worlds: u64, histories: u64) -> f64 {
        if worlds < 2 {
            return 0.0;
        }
        let n = worlds as f64;
        let sum = self.gained as f64 - self.lost as f64;
        let about_mean = (self.squares as f64 - sum * sum / n).max(0.0);
        about_mean / (n - 1.0) / (histories as f64 * histories as f64)
    }

    fn difference(&self, worlds: u64, histories: u64) -> Difference {
        let trials = worlds as f64 * histories as f64;
        let over = trials.max(1.0);
        let (gained, lost) = (self.gained as f64 / over, self.lost as f64 / over);
        let error = self.variance(worlds, histories) / worlds.max(1) as f64;
        Difference::clustered((gained, lost), error, (worlds, trials))
    }
}
