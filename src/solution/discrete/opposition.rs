//! Opposition: how far the parties are from all having their best.
//!
//! The smallest Euclidean distance, over rational outcomes, between the utilities as shares of each
//! party's best and the point (1, …, 1): Baarslag et al. 2013, "Evaluating practical negotiating
//! agents", Artificial Intelligence 198, for two parties; `NegMAS` for
//! more. It grows with the number of parties, so compare only equal tables. 0: one outcome is best for
//! all.

use super::Landscape;

/// The opposition of a landscape, 0 or more; `None` when no outcome is acceptable to all, or when a
/// party's best utility is not above 0, so that it has no shares.
pub fn opposition(landscape: &Landscape) -> Option<f64> {
    let best =
        |party: usize| landscape.utilities(party).iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let best: Vec<f64> = (0..landscape.parties()).map(best).collect();
    if best.iter().any(|&best| best <= 0.0) {
        return None;
    }
    let square = |&outcome: &usize| -> f64 {
        let shortfall = |(party, best): (usize, &f64)| {
            let gap = 1.0 - landscape.utilities(party)[outcome] / best;
            gap * gap
        };
        best.iter().enumerate().map(shortfall).sum()
    };
    landscape.rational().iter().map(square).min_by(f64::total_cmp).map(f64::sqrt)
}

#[cfg(test)]
mod tests {
    use super::super::Disagreement;
    use super::*;

    fn of(rows: Vec<Vec<f64>>) -> Option<f64> {
        let reservations = vec![0.0; rows.len()];
        let landscape = Landscape::from_utilities(rows, &reservations, Disagreement::Reservation);
        opposition(&landscape.unwrap())
    }

    #[test]
    fn common_interest_has_none_and_pure_conflict_has_much() {
        assert_eq!(of(vec![vec![0.0, 4.0], vec![0.0, 2.0]]), Some(0.0));
        assert_eq!(of(vec![vec![0.0, 4.0], vec![2.0, 0.0]]), Some(1.0));
        assert_eq!(of(vec![vec![-1.0, 4.0], vec![2.0, -1.0]]), None);
        assert_eq!(of(vec![vec![0.0, 0.0], vec![2.0, 1.0]]), None);
    }
}
