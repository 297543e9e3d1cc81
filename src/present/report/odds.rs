//! Odds in running text: never without their interval and their spread.

use crate::charts::{Interval, Range};
use crate::document::{Inline, Number, Text};
use crate::present::words;
use crate::results::{Cited, Estimate, cite};

/// The odds alone, read first.
pub(super) fn value(estimate: &Cited<'_, Estimate>) -> Inline {
    Inline::Strong(Text::from(Number::share(&cite!(estimate.value))))
}

/// The interval of the simulation.
pub(super) fn interval(estimate: &Cited<'_, Estimate>) -> Text {
    words::range(&cite!(estimate.low), &cite!(estimate.high))
}

/// The spread between worlds; words where it cannot be told.
pub(super) fn worlds(estimate: &Cited<'_, Estimate>) -> Text {
    match spread(estimate) {
        Some(spread) => spread,
        None if estimate.value < 0.5 => Text::from("near none"),
        None => Text::from("near all"),
    }
}

/// The spread between worlds, where it can be told.
pub(super) fn spread(estimate: &Cited<'_, Estimate>) -> Option<Text> {
    let ends = cite!(estimate.worlds_low).some().zip(cite!(estimate.worlds_high).some());
    ends.map(|(low, high)| words::range(&low, &high))
}

/// `9.0% (8.7–9.4%)`.
pub(super) fn with_interval(estimate: &Cited<'_, Estimate>) -> Text {
    Text::from(value(estimate)).and(" (").then(interval(estimate)).and(")")
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
    estimate.worlds().map(|(low, high)| Range { low, high })
}
