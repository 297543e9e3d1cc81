//! Why an analysis was refused.

/// What the caller must mend. Every message is a whole clause in plain words.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AnalysisError {
    /// Fewer things than the method needs.
    #[error("there must be at least {needed} {what}, but there are {found}")]
    TooFew {
        /// The things, in words.
        what: &'static str,
        /// How many are needed.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// More things than the method can take.
    #[error("there can be at most {most} {what}, but there would be {found}")]
    TooMany {
        /// The things, in words.
        what: &'static str,
        /// How many there can be.
        most: usize,
        /// How many are asked for.
        found: usize,
    },
    /// Two things that belong together differ in number.
    #[error("{expected} {what} are expected, but there are {found}")]
    Mismatch {
        /// The things, in words.
        what: &'static str,
        /// How many are expected.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A number is NaN or infinite.
    #[error("{what} {index} (counted from 0) must be a finite number, but is {value}")]
    NotFinite {
        /// What the number is, in words.
        what: &'static str,
        /// Its position.
        index: usize,
        /// The number.
        value: f64,
    },
    /// A number lies outside its range.
    #[error("the {what} must be {range}, but is {value}")]
    OutOfRange {
        /// What the number is, in words.
        what: &'static str,
        /// The range, in words.
        range: &'static str,
        /// The number.
        value: f64,
    },
    /// The points are not trajectories of the one-at-a-time kind.
    #[error("step {step} of trajectory {trajectory} (counted from 0) must move one group alone")]
    NotATrajectory {
        /// The trajectory.
        trajectory: usize,
        /// The step in it.
        step: usize,
    },
}

/// Are there as many as expected?
pub(super) fn expect_count(
    what: &'static str,
    expected: usize,
    found: usize,
) -> Result<(), AnalysisError> {
    if found == expected { Ok(()) } else { Err(AnalysisError::Mismatch { what, expected, found }) }
}

/// Are there enough?
pub(super) fn expect_at_least(
    what: &'static str,
    needed: usize,
    found: usize,
) -> Result<(), AnalysisError> {
    if found >= needed { Ok(()) } else { Err(AnalysisError::TooFew { what, needed, found }) }
}

/// Is every number finite?
pub(super) fn expect_finite(what: &'static str, numbers: &[f64]) -> Result<(), AnalysisError> {
    match numbers.iter().position(|number| !number.is_finite()) {
        None => Ok(()),
        Some(index) => Err(AnalysisError::NotFinite { what, index, value: numbers[index] }),
    }
}

/// Does a share lie strictly between 0 and 1?
pub(super) fn expect_share(what: &'static str, value: f64) -> Result<(), AnalysisError> {
    if value > 0.0 && value < 1.0 {
        Ok(())
    } else {
        Err(AnalysisError::OutOfRange { what, range: "between 0 and 1", value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_plain_clauses() {
        let text = |result: Result<(), AnalysisError>| result.unwrap_err().to_string();
        assert_eq!(text(expect_count("outputs", 6, 5)), "6 outputs are expected, but there are 5");
        assert_eq!(
            text(expect_at_least("rows", 2, 1)),
            "there must be at least 2 rows, but there are 1"
        );
        assert_eq!(
            text(expect_finite("output", &[1.0, f64::NAN])),
            "output 1 (counted from 0) must be a finite number, but is NaN"
        );
        assert_eq!(
            text(expect_share("confidence level", 1.0)),
            "the confidence level must be between 0 and 1, but is 1"
        );
    }
}
