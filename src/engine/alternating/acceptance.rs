//! When a party takes what is offered.
//!
//! Baarslag, Hindriks & Jonker 2013, *Acceptance Conditions in Automated Negotiation*: ACconst, ACnext,
//! ACtime, ACcombi with the best or the mean of a window. The threshold rule is ACconst with the value
//! the tactic asks for at that time, as in `NegMAS`. By no rule does a party take what is worth less than
//! no deal, or what it refuses.

use super::View;
use super::tactic::Wanted;
use crate::math::ROUNDING;
use crate::model::{Acceptance, InputId};

/// A rule of acceptance with its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Worth at least what it asks for.
    Threshold,
    /// Worth at least its own next offer.
    Next,
    /// Worth at least this.
    Constant(f64),
    /// Any from this time on.
    Time(f64),
    /// As `Next`; from `from` on, also no worse than the best (or the mean) of the offers in the last
    /// stretch as long as the time that is left.
    Combined {
        /// From this time on.
        from: f64,
        /// The mean instead of the best.
        mean: bool,
    },
}

impl Rule {
    /// The rule of the file in a world.
    pub(super) fn of(rule: Acceptance, get: impl Fn(InputId) -> f64) -> Self {
        match rule {
            Acceptance::Threshold => Self::Threshold,
            Acceptance::Next => Self::Next,
            Acceptance::Constant { value } => Self::Constant(get(value)),
            Acceptance::Time { from } => Self::Time(get(from)),
            Acceptance::Combined { from, mean } => Self::Combined { from: get(from), mean },
        }
    }

    /// Does the party take the standing offer, `outcome`?
    #[inline]
    pub(super) fn accepts(self, view: View<'_>, wanted: Wanted, outcome: usize) -> bool {
        let wishes = view.wishes();
        if !wishes.prefers(outcome) {
            return false;
        }
        match self {
            Self::Threshold => wishes.reaches(outcome, wanted.demand),
            Self::Next => next(view, wanted, outcome),
            Self::Constant(value) => wishes.utility(outcome) >= value,
            Self::Time(from) => view.time() >= from - ROUNDING,
            Self::Combined { from, mean } => {
                next(view, wanted, outcome)
                    || (view.time() >= from - ROUNDING
                        && wishes.reaches(outcome, expected(view, mean)))
            }
        }
    }
}

impl Rule {
    /// By how much the standing offer is worth more than the rule asks for, in value: −∞ where nothing
    /// would do yet, ∞ where anything does. For parties that make errors.
    pub(super) fn margin(self, view: View<'_>, wanted: Wanted, outcome: usize) -> f64 {
        let wishes = view.wishes();
        let value = wishes.utility(outcome);
        let own = wanted.outcome.map_or(f64::INFINITY, |own| wishes.utility(own as usize));
        match self {
            Self::Threshold => value - wanted.demand,
            Self::Constant(least) => value - least,
            Self::Time(from) if view.time() >= from - ROUNDING => f64::INFINITY,
            Self::Time(_) => f64::NEG_INFINITY,
            Self::Combined { from, mean } if view.time() >= from - ROUNDING => {
                value - own.min(expected(view, mean))
            }
            Self::Next | Self::Combined { .. } => value - own,
        }
    }
}

fn next(view: View<'_>, wanted: Wanted, outcome: usize) -> bool {
    let wishes = view.wishes();
    wanted.outcome.is_some_and(|own| wishes.utility(outcome) >= wishes.utility(own as usize))
}

/// What it can still expect: the best or the mean of the others' offers over the last stretch as long as
/// the time that is left.
fn expected(view: View<'_>, mean: bool) -> f64 {
    let left = view.rounds() - view.round();
    let (mut best, mut sum, mut count) = (f64::NEG_INFINITY, 0.0, 0.0);
    for other in view.others() {
        let offers = view.offers_of(other);
        for &outcome in &offers[offers.len().saturating_sub(left)..] {
            let value = view.wishes().utility(outcome as usize);
            best = best.max(value);
            sum += value;
            count += 1.0;
        }
    }
    if mean && count > 0.0 { sum / count } else { best }
}
