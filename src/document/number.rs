//! Numbers that know where they stand in the results.

use crate::results::Cited;
use crate::text::number::{self, percent, thousands};

/// A result, as shown and as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// As shown, rounded.
    pub shown: String,
    /// As it is.
    pub value: f64,
    /// Where it stands in the JSON of the same results: a JSON pointer (RFC 6901).
    pub at: String,
}

impl Number {
    /// A share in [0, 1], as a percentage.
    pub(crate) fn share_at(value: f64, at: impl Into<String>) -> Self {
        Self { shown: percent(value), value, at: at.into() }
    }

    /// The lower end of a range of shares, without its sign.
    pub(crate) fn share_from_at(value: f64, at: impl Into<String>) -> Self {
        let shown = percent(value);
        Self { shown: shown.trim_end_matches('%').to_owned(), value, at: at.into() }
    }

    /// A change of a share, in points with its sign.
    pub(crate) fn points_at(value: f64, at: impl Into<String>) -> Self {
        Self { shown: number::change(value * 100.0, 1), value, at: at.into() }
    }

    /// Half an interval's width of a share, in points, as it stands behind ±.
    pub(crate) fn half_points_at(value: f64, at: impl Into<String>) -> Self {
        Self { shown: number::points(value), value, at: at.into() }
    }

    /// A count.
    pub(crate) fn count_at(value: u64, at: impl Into<String>) -> Self {
        Self { shown: thousands(value), value: value as f64, at: at.into() }
    }

    /// A position on a scale of this width.
    pub(crate) fn position_at(value: f64, width: f64, at: impl Into<String>) -> Self {
        Self { shown: minus(number::position(value, width)), value, at: at.into() }
    }

    /// A value of a party, from 0 to 1.
    pub(crate) fn value_at(value: f64, at: impl Into<String>) -> Self {
        Self { shown: minus(format!("{value:.2}")), value, at: at.into() }
    }

    /// A gain in hundredths of all that is at stake for a party.
    pub(crate) fn hundredths_at(value: f64, at: impl Into<String>) -> Self {
        Self { shown: number::hundredths(value), value, at: at.into() }
    }

    /// A number of any size in three significant digits.
    pub(crate) fn plain_at(value: f64, at: impl Into<String>) -> Self {
        Self { shown: minus(number::short(value)), value, at: at.into() }
    }
}

/// What is shown is read off a result: value and place come together.
impl Number {
    /// A share in [0, 1], as a percentage.
    pub fn share(from: &Cited<'_, f64>) -> Self {
        Self::share_at(**from, from.at())
    }

    /// The lower end of a range of shares, without its sign.
    pub fn share_from(from: &Cited<'_, f64>) -> Self {
        Self::share_from_at(**from, from.at())
    }

    /// A change of a share, in points with its sign.
    pub fn points(from: &Cited<'_, f64>) -> Self {
        Self::points_at(**from, from.at())
    }

    /// Half an interval's width of a share, in points, as it stands behind ±.
    pub fn half_points(from: &Cited<'_, f64>) -> Self {
        Self::half_points_at(**from, from.at())
    }

    /// A count.
    pub fn count(from: &Cited<'_, u64>) -> Self {
        Self::count_at(**from, from.at())
    }

    /// A whole number that names something, as a seed does: every digit, and no commas.
    pub fn name(from: &Cited<'_, u64>) -> Self {
        Self { shown: from.to_string(), value: **from as f64, at: from.at().to_owned() }
    }

    /// A number with so many decimals.
    pub fn decimals(from: &Cited<'_, f64>, decimals: usize) -> Self {
        let shown = minus(format!("{:.decimals$}", **from));
        Self { shown, value: **from, at: from.at().to_owned() }
    }

    /// A position on a scale of this width.
    pub fn position(from: &Cited<'_, f64>, width: f64) -> Self {
        Self::position_at(**from, width, from.at())
    }

    /// A value of a party, from 0 to 1.
    pub fn value(from: &Cited<'_, f64>) -> Self {
        Self::value_at(**from, from.at())
    }

    /// A gain in hundredths of all that is at stake for a party.
    pub fn hundredths(from: &Cited<'_, f64>) -> Self {
        Self::hundredths_at(**from, from.at())
    }

    /// A change of a number, with its sign and so many decimals.
    pub fn change(from: &Cited<'_, f64>, decimals: usize) -> Self {
        Self { shown: number::change(**from, decimals), value: **from, at: from.at().to_owned() }
    }

    /// A number of any size in three significant digits.
    pub fn plain(from: &Cited<'_, f64>) -> Self {
        Self::plain_at(**from, from.at())
    }
}

/// A true minus sign, and none before what rounds to zero.
fn minus(text: String) -> String {
    match text.strip_prefix('-') {
        None => text,
        Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b'.')) => rest.to_owned(),
        Some(rest) => format!("−{rest}"),
    }
}
