//! The numbers and phrases that the methods share.

use crate::document::{Number, Text};
use crate::results::{Cited, Mean, cite};
use crate::text::number::minus;

/// Inputs that are told.
pub(super) const MOST: usize = crate::analysis::drivers::LONGEST;

/// A difference of odds in percentage points, with its sign.
pub(super) fn signed_points(difference: &Cited<'_, f64>) -> Number {
    let points = **difference * 100.0;
    let text = if points.abs() < 9.95 { format!("{points:+.1}") } else { format!("{points:+.0}") };
    let shown = match text.strip_prefix('-') {
        Some("0.0") => "0.0".to_owned(),
        Some(size) => format!("−{size}"),
        None if text == "+0.0" => "0.0".to_owned(),
        None => text,
    };
    Number::shown(shown, difference)
}

/// Half the width of an interval of odds, in percentage points.
pub(super) fn half(estimate: &Cited<'_, Mean>) -> Number {
    let half = cite!(estimate.half_width);
    let points = *half * 100.0;
    let shown = if points < 9.95 { format!("{points:.1}") } else { format!("{points:.0}") };
    Number::shown(shown, &half)
}

/// A share in hundredths with so many decimals, without its sign.
pub(super) fn hundredths(share: &Cited<'_, f64>, decimals: usize) -> Number {
    Number::shown(minus(format!("{:.decimals$}", **share * 100.0)), share)
}

/// How many inputs are not told; `None` where all are.
pub(super) fn rest(told: usize, all: usize, why: &str) -> Option<Text> {
    let more = all.checked_sub(told).filter(|more| *more > 0)?;
    Some(Text::from(format!("and {more} more, {why} (--json and --csv have all)")))
}
