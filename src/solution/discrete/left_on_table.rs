//! Value left on the table: what an agreement could still be improved by without hurting anybody.
//!
//! After Raiffa 1982, *The Art and Science of Negotiation*, on joint gains: of all outcomes
//! that leave nobody worse off than the given one, how much the sum of utilities could rise, and how
//! much each party's alone. Zero throughout exactly when the outcome is efficient. The joint figure
//! needs utilities with a common unit; each party's own does not.

use super::{DiscreteError, Landscape};
use crate::math::ROUNDING;

/// What an outcome leaves on the table.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOnTable {
    /// The greatest rise in the sum of utilities with nobody worse off.
    pub joint: f64,
    /// The lowest-numbered outcome that achieves it; the given one when nothing is left.
    pub joint_outcome: usize,
    /// The greatest rise in each party's utility with nobody worse off. Not all at once.
    pub each: Vec<f64>,
}

/// What `outcome` leaves on the table.
///
/// # Errors
/// No such outcome.
pub fn left_on_table(landscape: &Landscape, outcome: usize) -> Result<LeftOnTable, DiscreteError> {
    if outcome >= landscape.outcomes() {
        return Err(DiscreteError::NoSuchOutcome { outcome, outcomes: landscape.outcomes() });
    }
    let now = landscape.at(outcome);
    let mut left =
        LeftOnTable { joint: 0.0, joint_outcome: outcome, each: vec![0.0; landscape.parties()] };
    for other in 0..landscape.outcomes() {
        let rise = |party: usize| landscape.utilities(party)[other] - now[party];
        if (0..landscape.parties()).any(|party| rise(party) < 0.0) {
            continue;
        }
        let (mut joint, mut size) = (0.0, 0.0);
        for (party, each) in left.each.iter_mut().enumerate() {
            *each = each.max(rise(party));
            joint += rise(party);
            size += now[party].abs() + rise(party);
        }
        if joint > left.joint + ROUNDING * size {
            (left.joint, left.joint_outcome) = (joint, other);
        }
    }
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::super::Disagreement;
    use super::*;

    #[test]
    fn nothing_is_left_on_the_frontier() {
        let rows = vec![vec![1.0, 3.0, 1.5, 9.0], vec![1.0, 1.25, 4.0, 0.5]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 2], Disagreement::Reservation).unwrap();
        let left = left_on_table(&landscape, 0).unwrap();
        assert_eq!(left, LeftOnTable { joint: 3.5, joint_outcome: 2, each: vec![2.0, 3.0] });
        for &outcome in landscape.frontier().outcomes() {
            let left = left_on_table(&landscape, outcome).unwrap();
            assert_eq!((left.joint_outcome, left.each), (outcome, vec![0.0, 0.0]));
        }
        assert!(left_on_table(&landscape, 4).is_err());
    }
}
