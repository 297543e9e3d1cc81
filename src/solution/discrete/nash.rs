//! The Nash bargaining solution: the greatest product of gains.
//!
//! Nash 1950, "The bargaining problem", Econometrica 18: the point that maximises `Π (uₚ − dₚ)` is
//! the only one that is efficient, symmetric, and independent of the scales and of irrelevant
//! alternatives. With weights, `Π (uₚ − dₚ)^wₚ`: Kalai 1977, "Nonsymmetric Nash solutions",
//! International Journal of Game Theory 6. On a finite set it need not be unique. A party that gains
//! nothing in any acceptable outcome has no factor, so it does not make all products zero.

use super::pareto::Frontier;
use super::{DiscreteError, Ideal};
use crate::math;

/// The symmetric solution; all outcomes that tie, or none when there is no rational outcome.
pub fn nash(frontier: &Frontier<'_>) -> Vec<usize> {
    let landscape = frontier.landscape();
    let engaged = engaged(frontier);
    frontier.greatest(|outcome, more| {
        engaged.iter().map(|&party| landscape.gain(party, outcome).max(0.0) + more).product()
    })
}

/// The asymmetric solution: one bargaining weight a party, of which only the ratios count. Equal
/// weights give [`nash`]; a party of weight 0 counts for efficiency only.
///
/// # Errors
/// Not one finite, non-negative weight a party, or all zero.
pub fn weighted_nash(
    frontier: &Frontier<'_>,
    weights: &[f64],
) -> Result<Vec<usize>, DiscreteError> {
    let landscape = frontier.landscape();
    let sum: f64 = weights.iter().sum();
    let fits = weights.len() == landscape.parties()
        && weights.iter().all(|&weight| weight >= 0.0)
        && sum > 0.0
        && sum.is_finite();
    if !fits {
        return Err(DiscreteError::BadWeights);
    }
    // Mean weight 1, so that equal weights are the symmetric product.
    let powers: Vec<f64> = weights.iter().map(|w| w * weights.len() as f64 / sum).collect();
    let engaged = engaged(frontier);
    Ok(frontier.greatest(|outcome, more| {
        let gain = |party: usize| landscape.gain(party, outcome).max(0.0) + more;
        let factor = |&party: &usize| math::pow(gain(party), powers[party]);
        engaged.iter().map(factor).product()
    }))
}

/// The parties that can gain.
fn engaged(frontier: &Frontier<'_>) -> Vec<usize> {
    let ideal = frontier.landscape().ideal_gains(Ideal::Rational);
    (0..ideal.len()).filter(|&party| ideal[party] > 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Disagreement, Landscape};
    use super::*;

    fn landscape(rows: Vec<Vec<f64>>) -> Landscape {
        let reservations = vec![0.0; rows.len()];
        Landscape::from_utilities(rows, &reservations, Disagreement::Reservation).unwrap()
    }

    #[test]
    fn dividing_ten() {
        // u₁ + u₂ = 10: the middle; with weights 3 : 1 at 7.5, so 7 or 8: 7³·3 = 1029 > 8³·2 = 1024.
        let ours: Vec<f64> = (0..=10).map(f64::from).collect();
        let theirs = ours.iter().map(|share| 10.0 - share).collect();
        let landscape = landscape(vec![ours, theirs]);
        let frontier = landscape.frontier();
        assert_eq!(nash(&frontier), [5]);
        assert_eq!(weighted_nash(&frontier, &[2.0, 2.0]).unwrap(), [5]);
        assert_eq!(weighted_nash(&frontier, &[3.0, 1.0]).unwrap(), [7]);
        assert_eq!(weighted_nash(&frontier, &[1.0, 0.0]).unwrap(), [10]);
    }

    #[test]
    fn a_party_that_cannot_gain_has_no_factor() {
        let landscape =
            landscape(vec![vec![0.0, 0.0, 0.0], vec![1.0, 2.0, 3.0], vec![3.0, 2.0, 1.0]]);
        assert_eq!(nash(&landscape.frontier()), [1]);
    }

    #[test]
    fn ties_are_all_returned_and_no_zone_gives_none() {
        let mirrored = landscape(vec![vec![1.0, 2.0], vec![2.0, 1.0]]);
        assert_eq!(nash(&mirrored.frontier()), [0, 1]);
        let apart = landscape(vec![vec![-1.0, 2.0], vec![2.0, -1.0]]);
        assert_eq!(nash(&apart.frontier()), [0_usize; 0]);
    }

    #[test]
    fn bad_weights_are_refused() {
        let landscape = landscape(vec![vec![1.0], vec![1.0]]);
        let frontier = landscape.frontier();
        for weights in [&[1.0][..], &[0.0, 0.0], &[-1.0, 2.0], &[f64::NAN, 1.0]] {
            assert_eq!(weighted_nash(&frontier, weights), Err(DiscreteError::BadWeights));
        }
    }
}
