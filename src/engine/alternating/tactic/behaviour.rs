//! Relative tit-for-tat: concede in the proportion in which the others have conceded.
//!
//! Faratin, Sierra & Jennings 1998, section 4.3 (relative and averaged tit-for-tat):
//! x' = x · u(first)/u(last), kept between the party's floor and its best, where x is what it asked for
//! last and u values, by its own lights, the others' offers at both ends of a window of γ steps; a window
//! of 1 is their relative tit-for-tat with δ = 1. Until somebody has made γ + 1 offers it asks for its
//! best. With several others it follows the mean of their ratios.
//!
//! x is the value it asked for, not that of the outcome it offered: where outcomes are few, the nearest
//! one would stay the same and so would the demand.

use super::super::View;

/// Relative tit-for-tat over a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TitForTat {
    window: usize,
}

impl TitForTat {
    /// Over so many steps of the others, rounded to a whole number ≥ 1.
    pub fn new(window: f64) -> Self {
        Self { window: window.round().max(1.0) as usize }
    }

    /// What it asks for next after having asked for `last`.
    pub(super) fn demand(self, view: View<'_>, last: Option<f64>) -> f64 {
        let wishes = view.wishes();
        let last = last.unwrap_or(wishes.best());
        let (mut sum, mut count) = (0.0, 0.0);
        for other in view.others() {
            if let &[first, .., end] = view.offers_of(other)
                && let Some(from) = view.offers_of(other).len().checked_sub(self.window + 1)
            {
                let first = if from == 0 { first } else { view.offers_of(other)[from] };
                let (before, now) = (wishes.utility(first as usize), wishes.utility(end as usize));
                sum += if now > 0.0 { before / now } else { 1.0 };
                count += 1.0;
            }
        }
        let ratio = if count > 0.0 { sum / count } else { 1.0 };
        (last * ratio).max(wishes.floor()).min(wishes.best())
    }
}
