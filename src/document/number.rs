//! Numbers that know where they stand in the results.

use crate::results::{Cited, Place};
use crate::text::number::{self, minus, percent, thousands};

/// A result, as shown and as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// As shown, rounded.
    pub shown: String,
    /// As it is.
    pub value: f64,
    /// Where it stands in the results.
    pub at: Place,
}

/// What is shown is read off a result: value and place come together.
impl Number {
    /// A number in a form of its own.
    pub fn shown(shown: String, from: &Cited<'_, f64>) -> Self {
        Self::new(shown, **from, from)
    }

    /// A share in [0, 1], as a percentage.
    pub fn share(from: &Cited<'_, f64>) -> Self {
        Self::new(percent(**from), **from, from)
    }

    /// The lower end of a range of shares, without its sign.
    pub fn share_from(from: &Cited<'_, f64>) -> Self {
        Self::new(percent(**from).trim_end_matches('%').to_owned(), **from, from)
    }

    /// A change of a share, in points with its sign.
    pub fn points(from: &Cited<'_, f64>) -> Self {
        Self::new(number::change(**from * 100.0, 1), **from, from)
    }

    /// Half an interval's width of a share, in points, as it stands behind ±.
    pub fn half_points(from: &Cited<'_, f64>) -> Self {
        Self::new(number::points(**from), **from, from)
    }

    /// A count.
    pub fn count(from: &Cited<'_, u64>) -> Self {
        Self::new(thousands(**from), **from as f64, from)
    }

    /// A whole number that names something, as a seed does: every digit, and no commas.
    pub fn name(from: &Cited<'_, u64>) -> Self {
        Self::new(from.to_string(), **from as f64, from)
    }

    /// A number with so many decimals.
    pub fn decimals(from: &Cited<'_, f64>, decimals: usize) -> Self {
        Self::new(minus(format!("{:.decimals$}", **from)), **from, from)
    }

    /// A position on a scale of this width.
    pub fn position(from: &Cited<'_, f64>, width: f64) -> Self {
        Self::new(minus(number::position(**from, width)), **from, from)
    }

    /// A value of a party, from 0 to 1.
    pub fn value(from: &Cited<'_, f64>) -> Self {
        Self::new(minus(format!("{:.2}", **from)), **from, from)
    }

    /// A gain in hundredths of all that is at stake for a party.
    pub fn hundredths(from: &Cited<'_, f64>) -> Self {
        Self::new(number::hundredths(**from), **from, from)
    }

    /// A change of a number, with its sign and so many decimals.
    pub fn change(from: &Cited<'_, f64>, decimals: usize) -> Self {
        Self::new(number::change(**from, decimals), **from, from)
    }

    /// A number of any size in three significant digits.
    pub fn plain(from: &Cited<'_, f64>) -> Self {
        Self::new(minus(number::short(**from)), **from, from)
    }
}

impl Number {
    fn new<T>(shown: String, value: f64, from: &Cited<'_, T>) -> Self {
        Self { shown, value, at: from.place() }
    }
}
