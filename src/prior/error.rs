//! Why a distribution was refused.

/// The condition that the numbers of a distribution fail to meet.
///
/// Every message is a clause that can stand behind a path: "`model.text_rate`: the low end …".
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PriorError {
    /// A parameter is NaN or infinite.
    #[error("the {what} must be a finite number, but is {value}")]
    NotFinite {
        /// The parameter, in words.
        what: &'static str,
        /// The number given.
        value: f64,
    },
    /// The low end lies above the high end.
    #[error("the low end {low} must lie below the high end {high}")]
    Reversed {
        /// The low end given.
        low: f64,
        /// The high end given.
        high: f64,
    },
    /// Both ends are the same number.
    #[error(
        "the low end and the high end are both {value}: a known number is written plainly, {value}"
    )]
    NoWidth {
        /// Both ends.
        value: f64,
    },
    /// The distance between the ends overflows.
    #[error("the interval from {low} to {high} is too wide for a 64-bit number")]
    TooWide {
        /// The low end given.
        low: f64,
        /// The high end given.
        high: f64,
    },
    /// The mode lies outside the interval.
    #[error("the mode {mode} must lie between the low end {low} and the high end {high}")]
    ModeOutside {
        /// The low end given.
        low: f64,
        /// The mode given.
        mode: f64,
        /// The high end given.
        high: f64,
    },
    /// The standard deviation is zero.
    #[error("the standard deviation is 0: a known number is written plainly, {mean}")]
    NoSpread {
        /// The mean given.
        mean: f64,
    },
    /// The standard deviation is negative.
    #[error("the standard deviation must be above 0, but is {value}")]
    NegativeSpread {
        /// The standard deviation given.
        value: f64,
    },
    /// Truncation leaves only values that the normal distribution all but excludes.
    #[error(
        "min and max leave only values more than {limit} standard deviations away from the mean"
    )]
    TruncatedAway {
        /// The largest distance allowed, in standard deviations.
        limit: f64,
    },
    /// Truncation leaves an interval over which the normal density does not vary.
    #[error(
        "min and max are less than {limit} standard deviations apart: write uniform = [min, max]"
    )]
    TruncatedFlat {
        /// The smallest distance allowed, in standard deviations.
        limit: f64,
    },
    /// A shape of a beta distribution is too small or too large.
    #[error("each shape must lie between {low} and {high}, but one is {value}")]
    ShapeOutside {
        /// The smallest shape allowed.
        low: f64,
        /// The largest shape allowed.
        high: f64,
        /// The shape given.
        value: f64,
    },
    /// The list of values is empty.
    #[error("the list of values is empty: a choice needs two or more")]
    NoValues,
    /// Only one value is possible.
    #[error("only the value {value} is possible: a known number is written plainly, {value}")]
    OneValue {
        /// The only value.
        value: f64,
    },
    /// There are more or fewer weights than values.
    #[error("there must be one weight for each value, but there are {weights} for {values}")]
    WeightCount {
        /// How many values.
        values: usize,
        /// How many weights.
        weights: usize,
    },
    /// A weight is negative.
    #[error("a weight must not be negative, but one is {value}")]
    NegativeWeight {
        /// The weight given.
        value: f64,
    },
    /// The weights add up to zero or overflow.
    #[error("the weights must add up to a finite number above 0, but add up to {sum}")]
    WeightSum {
        /// Their sum.
        sum: f64,
    },
}

/// Refuses NaN and infinities.
pub(super) fn finite(what: &'static str, value: f64) -> Result<(), PriorError> {
    if value.is_finite() { Ok(()) } else { Err(PriorError::NotFinite { what, value }) }
}

/// Refuses an interval that is not finite, reversed, without width, or wider than a number holds.
pub(super) fn interval(low: f64, high: f64) -> Result<(), PriorError> {
    finite("low end", low)?;
    finite("high end", high)?;
    if low > high {
        return Err(PriorError::Reversed { low, high });
    }
    if !(high - low).is_finite() {
        return Err(PriorError::TooWide { low, high });
    }
    if high - low > 0.0 { Ok(()) } else { Err(PriorError::NoWidth { value: low }) }
}

/// Refuses a mode outside an interval that has passed [`interval`].
pub(super) fn mode_within(low: f64, mode: f64, high: f64) -> Result<(), PriorError> {
    finite("mode", mode)?;
    if (low..=high).contains(&mode) {
        Ok(())
    } else {
        Err(PriorError::ModeOutside { low, mode, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_refused_for_the_reason_that_holds() {
        assert_eq!(interval(0.0, 1.0), Ok(()));
        assert_eq!(interval(2.0, 1.0), Err(PriorError::Reversed { low: 2.0, high: 1.0 }));
        assert_eq!(interval(2.0, 2.0), Err(PriorError::NoWidth { value: 2.0 }));
        assert_eq!(
            interval(-f64::MAX, f64::MAX),
            Err(PriorError::TooWide { low: -f64::MAX, high: f64::MAX })
        );
        assert_eq!(
            interval(0.0, f64::INFINITY),
            Err(PriorError::NotFinite { what: "high end", value: f64::INFINITY })
        );
        assert!(interval(f64::NAN, 1.0).is_err());
    }

    #[test]
    fn messages_name_the_condition_and_the_numbers() {
        assert_eq!(
            PriorError::ModeOutside { low: 0.0, mode: 2.5, high: 1.0 }.to_string(),
            "the mode 2.5 must lie between the low end 0 and the high end 1"
        );
        assert_eq!(
            PriorError::NoWidth { value: 0.4 }.to_string(),
            "the low end and the high end are both 0.4: a known number is written plainly, 0.4"
        );
    }

    #[test]
    fn the_error_can_cross_threads() {
        fn usable<T: std::error::Error + Send + Sync + 'static>() {}
        usable::<PriorError>();
    }
}
