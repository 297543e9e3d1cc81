//! The Kalai–Smorodinsky solution: everybody gets the same share of its best case, as far as possible.
//!
//! Kalai & Smorodinsky 1975, "Other solutions to Nash's bargaining problem", Econometrica 43: on the
//! line from disagreement to the ideal point, `(uₚ − dₚ) / (idealₚ − dₚ)` is equal for all. A finite
//! set seldom meets that line, so the extension of Imai 1983 ("Individual monotonicity and
//! lexicographic maxmin solution", Econometrica 51) is used: the greatest smallest ratio, then the
//! greatest second smallest, and so on. It coincides on convex sets, and is efficient. A party whose
//! ideal is its disagreement point has ratio 1. Where the ideal is looked for matters when the best
//! case of one party is unacceptable to another: see [`Ideal`].
//!
//! Some tools (`NegMAS` among them) give this name to [`most_equal`](super::most_equal()), which can be
//! worse for everybody.

use super::{Frontier, Ideal};

/// The solution; all outcomes that tie, or none when there is no rational outcome.
pub fn kalai_smorodinsky(frontier: &Frontier<'_>, ideal: Ideal) -> Vec<usize> {
    let ideal = frontier.landscape().ideal_gains(ideal);
    frontier.leximin(|party, outcome, more| ratio(frontier, &ideal, party, outcome, more))
}

/// The share of its best case that a party gets with so much more: 0 at disagreement, 1 at its ideal.
pub(super) fn ratio(
    frontier: &Frontier<'_>,
    ideal: &[f64],
    party: usize,
    outcome: usize,
    more: f64,
) -> f64 {
    let gain = frontier.landscape().gain(party, outcome) + more;
    if ideal[party] > 0.0 { gain / ideal[party] } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::super::{Disagreement, Landscape, most_equal};
    use super::*;

    fn solve(rows: Vec<Vec<f64>>) -> (Vec<usize>, Vec<usize>) {
        let reservations = vec![0.0; rows.len()];
        let landscape =
            Landscape::from_utilities(rows, &reservations, Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        (kalai_smorodinsky(&frontier, Ideal::Rational), most_equal(&frontier))
    }

    #[test]
    fn the_textbook_triangle() {
        // Kalai & Smorodinsky's point: ideals (10, 20), the line u₂ = 2u₁ meets u₁ + u₂/2 = 10 at 5.
        let ours: Vec<f64> = (0..=10).map(f64::from).collect();
        let theirs = ours.iter().map(|u| 20.0 - 2.0 * u).collect();
        assert_eq!(solve(vec![ours, theirs]).0, [5]);
    }

    #[test]
    fn a_dominated_outcome_is_no_solution_however_equal() {
        // Ratios are the utilities: (1, .45), (.4, 1), (.7, .8), and (.68, .7), equal but low for both.
        let rows = vec![vec![1.0, 0.4, 0.7, 0.68], vec![0.45, 1.0, 0.8, 0.7]];
        assert_eq!(solve(rows), (vec![2], vec![2]));
    }

    #[test]
    fn ties_of_the_worst_share_are_broken_by_the_next() {
        // Same worst ratio ½; the second is better off in the first outcome.
        let rows =
            vec![vec![0.5, 0.5, 1.0, 0.0], vec![0.9, 0.6, 0.0, 0.0], vec![0.6, 0.8, 0.0, 1.0]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 3], Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        let ideal = landscape.ideal_gains(Ideal::Rational);
        assert!((ideal[1] - 0.9).abs() < 1e-15);
        // Ratios sorted: (.5, .6, 1) against (.5, .667, .8).
        assert_eq!(kalai_smorodinsky(&frontier, Ideal::Rational), [1]);
    }

    #[test]
    fn an_unacceptable_best_case_counts_only_on_request() {
        // The last outcome is the second party's best but costs the first its reservation value.
        let rows = vec![vec![0.9, 0.6, -1.0], vec![0.4, 0.45, 4.5]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 2], Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        // Ratios: (1, .89), (.67, 1) against (1, .089), (.67, .1).
        assert_eq!(kalai_smorodinsky(&frontier, Ideal::Rational), [0]);
        assert_eq!(kalai_smorodinsky(&frontier, Ideal::All), [1]);
    }
}
