//! Yes or no to two texts in the same history, counted over the histories in which they are on the table.

use super::share::Count;
use crate::montecarlo::compare::Difference;

/// The pairs of some worlds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    /// Histories that go from no to yes, and from yes to no.
    gained: u128,
    lost: u128,
    /// Σ_w d_w² and Σ_w d_w n_w, of the difference d_w in a world with n_w histories at the table.
    squares: u128,
    cross: i128,
    /// Of the current world.
    up: u64,
    down: u64,
}

impl Pairs {
    pub(super) fn record(&mut self, first: bool, other: bool) {
        self.up += u64::from(other && !first);
        self.down += u64::from(first && !other);
    }

    /// Closes a world with so many histories at the table.
    pub(super) fn end_world(&mut self, tabled: u64) {
        let (up, down) = (std::mem::take(&mut self.up), std::mem::take(&mut self.down));
        let difference = i128::from(up) - i128::from(down);
        self.gained += u128::from(up);
        self.lost += u128::from(down);
        self.squares += difference.unsigned_abs() * difference.unsigned_abs();
        self.cross += difference * i128::from(tabled);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.gained += other.gained;
        self.lost += other.lost;
        self.squares += other.squares;
        self.cross += other.cross;
    }

    /// The difference of the odds, the other less the first: a ratio of sums over worlds (Cochran 1977, section
    /// 6.4), with Tango's interval for as many trials as its error is worth. None for texts that are the same.
    pub(super) fn difference(&self, tabled: &Count, worlds: u64, same: bool) -> Difference {
        if same {
            return Difference::NONE;
        }
        let (trials, n) = (tabled.moments.sum as f64, worlds as f64);
        let over = trials.max(1.0);
        let (gained, lost) = (self.gained as f64 / over, self.lost as f64 / over);
        let value = gained - lost;
        let rest = self.squares as f64 - 2.0 * value * self.cross as f64
            + value * value * tabled.moments.squares as f64;
        let error = if worlds > 1 { rest.max(0.0) * n / (n - 1.0) / (over * over) } else { 0.0 };
        Difference::clustered((gained, lost), error, (worlds, trials))
    }
}
