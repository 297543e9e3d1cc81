//! Thresholds in plain words.

use crate::document::{Number, Text, author};
use crate::montecarlo::Comparison;
use crate::results::discover::{InterestOf, NarrowedEnd};
use crate::results::{Cited, cite};

/// The side that is narrowed, for what came up in resamples.
pub(super) fn end(end: NarrowedEnd) -> &'static str {
    match end {
        NarrowedEnd::Low => "above some value",
        NarrowedEnd::High => "below some value",
        NarrowedEnd::Categories => "some categories only",
    }
}

/// `“signed” at least 0.2`.
pub(super) fn interest(interest: &Cited<'_, InterestOf>) -> Text {
    let side = match interest.comparison {
        Comparison::AtLeast => "at least",
        Comparison::AtMost => "at most",
    };
    Text::from("“")
        .and(author(&interest.outcome))
        .and(format!("” {side} "))
        .and(Number::plain(&cite!(interest.threshold)))
}

/// How the threshold was chosen, where nobody said it.
pub(super) fn quarter(interest: &InterestOf, of: &str) -> String {
    if interest.about_a_quarter {
        format!(" (about a quarter of {of}; another choice: --where)")
    } else if interest.quarter_tried {
        " (a quarter cannot be parted off: too many are equal; another choice: --where)".to_owned()
    } else {
        String::new()
    }
}
