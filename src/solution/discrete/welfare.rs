//! The utilitarian solution: the greatest sum of utilities.
//!
//! Harsanyi 1955, "Cardinal welfare, individualistic ethics, and interpersonal comparisons of
//! utility", Journal of Political Economy 63. Utilities must have a common unit; the disagreement
//! point matters only through what is acceptable.

use super::pareto::Frontier;

/// The rational outcomes with the greatest sum of utilities; all that tie.
pub fn max_welfare(frontier: &Frontier<'_>) -> Vec<usize> {
    let landscape = frontier.landscape();
    frontier.greatest(|outcome, more| {
        (0..landscape.parties()).map(|party| landscape.utilities(party)[outcome] + more).sum()
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Disagreement, Landscape};
    use super::*;

    #[test]
    fn only_acceptable_outcomes_count() {
        let rows = vec![vec![9.0, 2.0, 3.0], vec![-1.0, 2.0, 1.5]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 2], Disagreement::Reservation).unwrap();
        assert_eq!(max_welfare(&landscape.frontier()), [2]);
    }
}
