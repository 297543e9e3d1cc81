//! The egalitarian solution: the greatest gain for the party that gains least.
//!
//! Kalai 1977, "Proportional solutions to bargaining situations", Econometrica 45: gains are equal.
//! On a finite set the greatest smallest gain stands for it (Rawls 1971, *A Theory of Justice*), and
//! its refinement, leximin (Sen 1970, *Collective Choice and Social Welfare*), goes on with the second
//! smallest gain. Gains are compared between parties, so utilities must have a common unit.

use super::pareto::Frontier;

/// The efficient outcomes with the greatest smallest gain; all that tie.
pub fn egalitarian(frontier: &Frontier<'_>) -> Vec<usize> {
    let landscape = frontier.landscape();
    frontier.greatest(|outcome, more| {
        let gains = (0..landscape.parties()).map(|party| landscape.gain(party, outcome));
        gains.fold(f64::INFINITY, f64::min) + more
    })
}

/// The outcomes whose gains, sorted from the smallest, are lexicographically greatest.
pub fn leximin(frontier: &Frontier<'_>) -> Vec<usize> {
    frontier.leximin(|party, outcome, more| frontier.landscape().gain(party, outcome) + more)
}

#[cfg(test)]
mod tests {
    use super::super::{Disagreement, Landscape};
    use super::*;

    #[test]
    fn leximin_refines_the_egalitarian_ties() {
        let rows = vec![vec![1.0, 3.0, 0.0], vec![3.0, 2.0, 9.0], vec![2.0, 1.0, 9.0]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0, 0.0, -1.0], Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        // Gains: (1, 3, 3), (3, 2, 2), (0, 9, 10).
        assert_eq!(egalitarian(&frontier), [1]);
        let rows = vec![vec![1.0, 3.0], vec![3.0, 1.0], vec![2.0, 2.5]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 3], Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        assert_eq!(egalitarian(&frontier), [0, 1]);
        assert_eq!(leximin(&frontier), [1]);
    }
}
