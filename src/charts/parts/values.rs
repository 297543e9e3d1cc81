//! Plain values that several charts take.

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// From one value to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A distribution by five of its quantiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantiles {
    /// One in twenty lies below.
    pub p05: f64,
    /// One in four lies below.
    pub p25: f64,
    /// The middle.
    pub p50: f64,
    /// One in four lies above.
    pub p75: f64,
    /// One in twenty lies above.
    pub p95: f64,
}

/// A labelled point of an issue's scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// Where, on the scale.
    pub at: f64,
    /// What it means.
    pub text: String,
}

impl Interval {
    /// The three numbers.
    pub(in crate::charts) fn numbers(self) -> [f64; 3] {
        [self.value, self.low, self.high]
    }
}
