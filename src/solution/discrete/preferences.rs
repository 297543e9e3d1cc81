//! Linear additive preferences: `u(o) = Σᵢ wᵢ eᵢ(oᵢ)`.
//!
//! Weights say how much an issue matters, evaluations how good an option is (Keeney & Raiffa 1976,
//! *Decisions with Multiple Objectives*; the form of "scorable games"). Any unit; often weights sum to
//! 1 and evaluations lie in [0, 1]. It leaves out interaction between issues.

use super::{DiscreteError, DiscreteSpace};

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

    /// The utility of every outcome, in outcome order. Terms are added in issue order, so each is the
    /// same bits as when added alone.
    pub fn utilities(&self) -> Vec<f64> {
        let mut utilities = vec![0.0];
        for (weight, evaluations) in self.weights.iter().zip(&self.evaluations) {
            let terms: Vec<f64> = evaluations.iter().map(|value| weight * value).collect();
            let mut next = Vec::with_capacity(utilities.len() * terms.len());
            for sum in utilities {
                next.extend(terms.iter().map(|term| sum + term));
            }
            utilities = next;
        }
        utilities
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
    fn misfits_are_refused() {
        assert!(AdditivePreferences::new(vec![1.0], vec![]).is_err());
        assert!(AdditivePreferences::new(vec![f64::NAN], vec![vec![1.0]]).is_err());
    }
}
