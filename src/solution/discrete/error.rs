//! What can be wrong with a discrete negotiation.

use thiserror::Error;

/// Why a space, preferences or weights were refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DiscreteError {
    /// There is nothing to negotiate.
    #[error("there is no issue; a space needs at least one")]
    NoIssues,
    /// An issue has no option.
    #[error("issue number {issue} has no option; every issue needs at least one")]
    NoOptions {
        /// The issue, counted from 0.
        issue: usize,
    },
    /// The product of the options is too large to enumerate.
    #[error("there are more than {limit} outcomes; leave out an issue or merge options")]
    TooManyOutcomes {
        /// The largest number allowed.
        limit: usize,
    },
    /// There is nobody at the table.
    #[error("there is no party; a negotiation needs at least one")]
    NoParties,
    /// A party's numbers do not fit the space or each other.
    #[error("party number {party} has {what} that do not fit; expected {expected}")]
    WrongShape {
        /// The party, counted from 0.
        party: usize,
        /// "weights", "evaluations", "utilities" or "reservation values".
        what: &'static str,
        /// How many there should be.
        expected: usize,
    },
    /// A number is NaN or infinite.
    #[error("party number {party} has {what} that are not finite")]
    NotFinite {
        /// The party, counted from 0.
        party: usize,
        /// Which numbers.
        what: &'static str,
    },
    /// Bargaining weights are not one finite, non-negative number a party, or all zero.
    #[error("bargaining weights must be one number a party, 0 or more, not all 0")]
    BadWeights,
    /// There is no outcome with this number.
    #[error("there is no outcome number {outcome}; there are {outcomes}, counted from 0")]
    NoSuchOutcome {
        /// The number asked for.
        outcome: usize,
        /// How many there are.
        outcomes: usize,
    },
}
