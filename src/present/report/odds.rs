//! Odds in running text: never without their interval and their spread.

use crate::charts::{Interval, Range};
use crate::document::{Inline, Number, Text};
use crate::montecarlo::{Estimate, Summary};
use crate::results::{self, Cited};
use crate::text::number::percent;

/// The odds alone, read first.
pub(super) fn value(estimate: &Estimate, at: &str) -> Inline {
    Inline::Strong(Text::from(Number::share_at(estimate.value, format!("{at}/value"))))
}

/// A range of shares.
pub(super) fn range(low: f64, high: f64, at: (String, String)) -> Text {
    if percent(low) == percent(high) {
        return Text::from(Number::share_at(high, at.1));
    }
    Text::from(Number::share_from_at(low, at.0)).and("–").and(Number::share_at(high, at.1))
}

/// The interval of the simulation.
pub(super) fn interval(estimate: &Estimate, at: &str) -> Text {
    range(estimate.low, estimate.high, (format!("{at}/low"), format!("{at}/high")))
}

/// The spread between worlds; words where it cannot be told.
pub(super) fn worlds(estimate: &Estimate, at: &str) -> Text {
    let at = (format!("{at}/worlds_low"), format!("{at}/worlds_high"));
    match estimate.worlds {
        Some((low, high)) => range(low, high, at),
        None if estimate.value < 0.5 => Text::from("near none"),
        None => Text::from("near all"),
    }
}

/// `9.0% (8.7–9.4%)`.
pub(super) fn with_interval(estimate: &Estimate, at: &str) -> Text {
    Text::from(value(estimate, at)).and(" (").then(interval(estimate, at)).and(")")
}

/// [`with_interval`] of a result that knows its place.
pub(super) fn with_interval_of(estimate: &Cited<'_, results::Estimate>) -> Text {
    with_interval(&plain(estimate), estimate.at())
}

/// [`worlds`] of a result that knows its place.
pub(super) fn worlds_of(estimate: &Cited<'_, results::Estimate>) -> Text {
    worlds(&plain(estimate), estimate.at())
}

/// The same numbers without their place.
fn plain(estimate: &results::Estimate) -> Estimate {
    let results::Estimate { value, low, high, method, .. } = *estimate;
    Estimate { value, low, high, method, worlds: estimate.worlds() }
}

/// Months, in as many digits as they need.
pub(super) fn months(value: f64, at: &str) -> Number {
    Number::plain_at(value, at)
}

/// A length of time in words: `a year`, `five years`.
pub(super) fn span(months: f64) -> String {
    const COUNTS: [&str; 10] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let counted = |count: f64, one: &str, many: &str| match count as usize {
        1 => format!("a {one}"),
        count @ 2..=10 => format!("{} {many}", COUNTS[count - 1]),
        count => format!("{count} {many}"),
    };
    let years = months / 12.0;
    if years >= 1.0 && years.fract() < 1e-9 {
        counted(years, "year", "years")
    } else {
        counted(months, "month", "months")
    }
}

/// For charts.
pub(super) fn chart(estimate: &Estimate) -> Interval {
    Interval { value: estimate.value, low: estimate.low, high: estimate.high }
}

/// For charts.
pub(super) fn chart_worlds(estimate: &Estimate) -> Option<Range> {
    estimate.worlds.map(|(low, high)| Range { low, high })
}

/// Trials played.
pub(super) fn trials(summary: &Summary) -> f64 {
    summary.worlds as f64 * summary.histories as f64
}
