//! What signing one and the same package is worth to a party in both scenarios.
//!
//! The package is the base's best in that world (the one that maximises the least gain of all who must
//! sign), on the as-of date, with every pledge delivered and without noise. Because package and world
//! are the same on both sides, what differs is the party's own reasons: its alternative, its stakes,
//! what it believes of the others, what it is paid.

use super::contrast::WorthShift;
use super::difference::{Difference, DifferenceMethod};
use super::pairs::Pairs;
use crate::engine::Seat;
use crate::math::Z95;

/// Worth is counted in units of 2⁻⁴⁰, and within ± 2⁹: all that is at stake is 1, and the squares of so much
/// in as many worlds as can be played are less than 2¹²⁸.
const UNIT: f64 = (1_u64 << 40) as f64;
const MOST: f64 = (1_u64 << 9) as f64;

/// Counts of one party over the worlds in which the base has a best package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Worths {
    worlds: u64,
    /// Σ z in the base and in the alternative.
    base: i128,
    alternative: i128,
    /// Σ (difference)².
    squares: u128,
    signs: Pairs,
}

/// What a party thinks of a package.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    worth: f64,
    signs: bool,
}

impl View {
    /// The view of `party` on `package` in the world the seat is in.
    pub(super) fn of(
        seat: &Seat<'_>,
        parties: impl Iterator<Item = usize>,
        package: &[f64],
    ) -> Vec<Self> {
        let probe = seat.at_start().with_every_pledge();
        parties
            .map(|party| {
                let worth = probe.worth(party, package).z;
                let crosses = probe.crosses(party, package).is_some();
                // The best package leaves whoever gains least with exactly its gain: rounding must
                // not decide who signs.
                Self { worth, signs: worth > ROUNDING && !crosses }
            })
            .collect()
    }
}

/// What counts as no gain.
const ROUNDING: f64 = 1e-9;

impl Worths {
    pub(super) fn record(&mut self, base: View, alternative: View) {
        let counted = |view: View| (view.worth.clamp(-MOST, MOST) * UNIT).round() as i128;
        let (before, after) = (counted(base), counted(alternative));
        self.worlds += 1;
        self.base += before;
        self.alternative += after;
        let difference = (after - before).unsigned_abs();
        self.squares += difference * difference;
        self.signs.record(base.signs, alternative.signs);
        self.signs.end_world();
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.worlds += other.worlds;
        self.base += other.base;
        self.alternative += other.alternative;
        self.squares += other.squares;
        self.signs.merge(&other.signs);
    }

    /// The shift of party number `party` of the base; `None` when no world had a package to ask about.
    pub(super) fn sum_up(&self, party: usize, same: bool) -> Option<WorthShift> {
        if self.worlds == 0 {
            return None;
        }
        let n = self.worlds as f64;
        let mean = |sum: i128| sum as f64 / UNIT / n;
        let value = mean(self.alternative - self.base);
        let about_mean = (self.squares as f64 / UNIT / UNIT / n - value * value).max(0.0);
        let error = (about_mean / (n - 1.0).max(1.0)).sqrt();
        let difference = if same {
            Difference::NONE
        } else {
            let (low, high) = (value - Z95 * error, value + Z95 * error);
            Difference { value, low, high, method: DifferenceMethod::MeanOfWorlds }
        };
        Some(WorthShift {
            party,
            worlds: self.worlds,
            base: mean(self.base),
            alternative: mean(self.alternative),
            difference,
            signs: self.signs.sum_up(self.worlds, 1, same),
        })
    }
}
