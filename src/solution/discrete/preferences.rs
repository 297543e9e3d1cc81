//! Linear additive preferences: `u(o) = Σᵢ wᵢ eᵢ(oᵢ)`.
//!
//! Weights say how much an issue matters, evaluations how good an option is (Keeney & Raiffa 1976,
//! *Decisions with Multiple Objectives*; the form of "scorable games"). Any unit; often weights sum to
//! 1 and evaluations lie in [0, 1]. It leaves out interaction between issues.

use super::{DiscreteError, DiscreteSpace};
use crate::math::DoubleDouble;

/// One party's valuation of a [`DiscreteSpace`].
#[derive(Clone, Debug, PartialEq)]
pub struct AdditivePreferences {
    weights: Vec<f64>,
    evaluations: Vec<Vec<f64>>,
}

impl AdditivePreferences {
    /// One weight an issue, one evaluation an option. An error calls this party number 0.
    ///
    /// # Errors
    /// As many weights as issues are needed, and finite numbers.
    pub fn new(weights: Vec<f64>, evaluations: Vec<Vec<f64>>) -> Result<Self, DiscreteError> {
        if weights.len() != evaluations.len() {
            let expected = evaluations.len();
            return Err(DiscreteError::WrongShape { party: 0, what: "weights", expected });
        }
        if !weights.iter().chain(evaluations.iter().flatten()).all(|number| number.is_finite()) {
            return Err(DiscreteError::NotFinite { party: 0, what: "weights or evaluations" });
        }
        Ok(Self { weights, evaluations })
    }

    /// Whether there is one evaluation for each option of the space.
    pub fn fits(&self, space: &DiscreteSpace) -> bool {
        let counts = self.evaluations.iter().map(Vec::len);
        counts.eq(space.issues().iter().copied())
    }

    /// The utility of every outcome, in outcome order. Weights and evaluations are taken for the decimals
    /// that read as these doubles, and a utility is rounded once: outcomes worth the same on paper are
    /// worth the same double.
    pub fn utilities(&self) -> Vec<f64> {
        let mut utilities = vec![DoubleDouble::ZERO];
        for (&weight, evaluations) in self.weights.iter().zip(&self.evaluations) {
            let weight = DoubleDouble::decimal(weight);
            let terms = evaluations.iter().map(|&value| weight * DoubleDouble::decimal(value));
            let terms: Vec<DoubleDouble> = terms.collect();
            let mut next = Vec::with_capacity(utilities.len() * terms.len());
            for sum in utilities {
                next.extend(terms.iter().map(|&term| sum + term));
            }
            utilities = next;
        }
        utilities.into_iter().map(DoubleDouble::rounded).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utilities_come_in_outcome_order() {
        let space = DiscreteSpace::new(vec![2, 3]).unwrap();
        let preferences =
            AdditivePreferences::new(vec![2.0, 1.0], vec![vec![0.0, 1.0], vec![0.0, 0.5, 1.0]])
                .unwrap();
        assert!(preferences.fits(&space));
        assert!(!preferences.fits(&DiscreteSpace::new(vec![3, 2]).unwrap()));
        assert_eq!(preferences.utilities(), [0.0, 0.5, 1.0, 2.0, 2.5, 3.0]);
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "that they are the same double is the point")]
    fn what_is_worth_the_same_on_paper_is_worth_the_same_double() {
        let of = |weights: [f64; 3]| {
            let evaluations = vec![vec![0.0, 1.0]; 3];
            AdditivePreferences::new(weights.to_vec(), evaluations).unwrap().utilities()
        };
        // 0.1 + 0.7 = 0.8, whichever comes first.
        assert_eq!(of([0.1, 0.7, 0.8])[6], of([0.1, 0.7, 0.8])[1]);
        assert_eq!(of([0.7, 0.8, 0.1])[5], of([0.7, 0.8, 0.1])[2]);
    }

    #[test]
    fn misfits_are_refused() {
        assert!(AdditivePreferences::new(vec![1.0], vec![]).is_err());
        assert!(AdditivePreferences::new(vec![f64::NAN], vec![vec![1.0]]).is_err());
    }
}
