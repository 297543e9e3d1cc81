//! What a number may be, and how that is said.

/// Every number lies between minus this and this, so that no sum overflows.
pub(crate) const LARGEST: f64 = 1e12;

/// An interval with words for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    /// The smallest number allowed (or, when `open`, one just above it).
    pub(crate) min: f64,
    /// The largest.
    pub(crate) max: f64,
    /// Is the smallest itself left out?
    pub(crate) open: bool,
}

impl Bounds {
    /// Any number.
    pub(crate) const ANY: Self = Self::between(-LARGEST, LARGEST);
    /// A share or probability.
    pub(crate) const SHARE: Self = Self::between(0.0, 1.0);
    /// Zero or more.
    pub(crate) const NOT_NEGATIVE: Self = Self::between(0.0, LARGEST);
    /// More than zero.
    pub(crate) const POSITIVE: Self = Self { min: 0.0, max: LARGEST, open: true };
    /// One or more.
    pub(crate) const AT_LEAST_ONE: Self = Self::between(1.0, LARGEST);
    /// So many a month; a thousand is more than thirty a day.
    pub(crate) const RATE: Self = Self::between(0.0, 1000.0);
    /// The logarithm of a factor on a rate: e^10 is a factor of 22,000.
    pub(crate) const LOG_RATE: Self = Self::between(-10.0, 10.0);

    /// A correlation.
    pub(crate) const CORRELATION: Self = Self::between(-1.0, 1.0);

    /// From `min` to `max`, both included.
    pub(crate) const fn between(min: f64, max: f64) -> Self {
        Self { min, max, open: false }
    }

    /// Are all numbers from `low` to `high` allowed?
    pub(crate) fn hold(self, low: f64, high: f64) -> bool {
        self.above_min(low) && high <= self.max
    }

    /// Is this number large enough?
    pub(crate) fn above_min(self, number: f64) -> bool {
        if self.open { number > self.min } else { number >= self.min }
    }

    /// The rule in words, to stand after "must be".
    pub(crate) fn rule(self) -> String {
        let (has_min, has_max) = (self.min > -LARGEST, self.max < LARGEST);
        match (has_min, has_max) {
            (true, true) if self.open => format!("above {} and at most {}", self.min, self.max),
            (true, true) => format!("between {} and {}", self.min, self.max),
            (true, false) if self.open => format!("above {}", self.min),
            (true, false) => format!("{} or more", self.min),
            (false, true) => format!("{} or less", self.max),
            (false, false) => "between -1e12 and 1e12".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_as_english() {
        assert_eq!(Bounds::SHARE.rule(), "between 0 and 1");
        assert_eq!(Bounds::POSITIVE.rule(), "above 0");
        assert_eq!(Bounds::AT_LEAST_ONE.rule(), "1 or more");
    }

    #[test]
    fn an_open_end_is_left_out() {
        assert!(!Bounds::POSITIVE.hold(0.0, 1.0));
        assert!(Bounds::POSITIVE.hold(1e-9, 1.0));
        assert!(Bounds::NOT_NEGATIVE.hold(0.0, 1.0));
        assert!(!Bounds::SHARE.hold(0.5, f64::INFINITY));
    }
}
