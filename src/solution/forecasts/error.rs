//! What can be wrong with a table of positions, and what no forecast can answer.

use thiserror::Error;

/// Why a table was refused, or why a forecast has no answer for it.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ForecastError {
    /// The table names no actor.
    #[error("there is no actor; a forecast needs at least one")]
    NoActors,
    /// The table names no issue.
    #[error("there is no issue; a forecast needs at least one")]
    NoIssues,
    /// Two actors, or two issues, carry the same name.
    #[error("the {what} `{name}` is there twice; every {what} needs a name of its own")]
    RepeatedName {
        /// "actor" or "issue".
        what: &'static str,
        /// The repeated name.
        name: String,
    },
    /// An actor has more or fewer positions or saliences than there are issues.
    #[error(
        "`{actor}` has {found} {what}, but there are {expected} issues; give one for each issue"
    )]
    WrongLength {
        /// The actor's name.
        actor: String,
        /// "positions" or "saliences".
        what: &'static str,
        /// Number of issues.
        expected: usize,
        /// Number of values given.
        found: usize,
    },
    /// A value is NaN, infinite or outside its range.
    #[error("the {what} of `{actor}` is {value}; it must be {expected}")]
    OutOfRange {
        /// The actor's name.
        actor: String,
        /// "capability", "position" or "salience".
        what: &'static str,
        /// The value found.
        value: f64,
        /// The range in words.
        expected: &'static str,
    },
    /// An issue's scale is empty, or does not hold every position.
    #[error(
        "the scale of issue `{issue}` ({low} to {high}) must be finite and hold every position"
    )]
    BadScale {
        /// The issue's name.
        issue: String,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// There is no issue with this number.
    #[error("there is no issue number {issue}; the table has {issues}, counted from 0")]
    NoSuchIssue {
        /// The number asked for.
        issue: usize,
        /// How many there are.
        issues: usize,
    },
    /// Nobody has both capability and salience: every outcome has the same (no) support.
    #[error("every actor has zero {what}; a forecast needs at least one with some")]
    NoWeight {
        /// "capability" or "capability times salience".
        what: &'static str,
    },
    /// Utilities and weights of an election do not fit together, or hold NaN.
    #[error(
        "an election needs finite utilities, one row of equal length for each non-negative weight"
    )]
    BadElection,
    /// Every option is certain to lose to another: a cycle of sure victories.
    #[error(
        "every option surely loses to another, so no winner has any probability; use a graded victory model"
    )]
    NoWinner,
    /// The fixed point of a Markov election was not reached.
    #[error("the election did not settle; its probabilities still move by {residual}")]
    NotSettled {
        /// Largest change of a probability in the last step.
        residual: f64,
    },
    /// The weight of the status quo in the challenge model is not a share.
    #[error("the weight of the status quo, Q, is {0}; it must be from 0 to 1")]
    BadStatusQuoWeight(f64),
}
