//! Thresholds in plain words.

use crate::montecarlo::Comparison;
use crate::results::discover::Interest;
pub(in crate::present) use crate::results::discover::{demand, input, quantity, value};
use crate::text::number::short;

/// The side that is narrowed, for what came up in resamples.
pub(super) fn end(end: i8) -> &'static str {
    match end {
        -1 => "above some value",
        1 => "below some value",
        _ => "some categories only",
    }
}

/// `“signed” at least 0.2`.
pub(super) fn interest(interest: &Interest) -> String {
    let side = match interest.comparison {
        Comparison::AtLeast => "at least",
        Comparison::AtMost => "at most",
    };
    format!("“{}” {side} {}", interest.outcome, short(interest.threshold))
}

/// How the threshold was chosen, where nobody said it.
pub(super) fn quarter(interest: &Interest, of: &str) -> String {
    if interest.is_about_a_quarter() {
        format!(" (about a quarter of {of}; another choice: --where)")
    } else if interest.is_quarter {
        " (a quarter cannot be parted off: too many are equal; another choice: --where)".to_owned()
    } else {
        String::new()
    }
}

/// A quasi-p-value.
pub(super) fn quasi_p(value: f64) -> String {
    if value < 0.001 { "< 0.001".to_owned() } else { format!("{value:.3}") }
}
