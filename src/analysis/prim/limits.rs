//! Boxes as plain data.

/// What a box allows in one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Limits {
    /// Numbers from `low` to `high`, both included.
    Interval {
        /// The least number inside.
        low: f64,
        /// The greatest number inside.
        high: f64,
    },
    /// These categories, in rising order.
    Categories(Vec<usize>),
}

impl Limits {
    /// Is this number, or the category of this number, inside?
    pub(super) fn hold(&self, number: f64) -> bool {
        match self {
            Self::Interval { low, high } => *low <= number && number <= *high,
            Self::Categories(kept) => kept.binary_search(&(number as usize)).is_ok(),
        }
    }
}

/// One restriction of a box, enough for a sentence: "resolve at least 0.4 (0.002)".
#[derive(Clone, Debug, PartialEq)]
pub struct Restriction {
    /// The column.
    pub column: usize,
    /// What is asked of it.
    pub side: Side,
    /// The chance that as many cases of interest or more would be in the box if its density were
    /// that of the box without this restriction: a one-sided binomial test (Bryant & Lempert
    /// 2010). Small: the restriction matters.
    pub quasi_p: f64,
}

/// The side on which a column is restricted.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// At least this number.
    AtLeast(f64),
    /// At most this number.
    AtMost(f64),
    /// One of these categories.
    OneOf(Vec<usize>),
}
