//! A choice among listed values, for a number that may be one of a few.

use super::PriorError;
use super::error::finite;

/// A discrete distribution over a list of values.
///
/// Quantile: the smallest value whose cumulative probability exceeds u, the values taken in rising
/// order. For a number that may also lie between the values, use [`Uniform`](super::Uniform) or
/// [`Triangular`](super::Triangular). Inversion by cumulative probabilities: Devroye (1986),
/// *Non-Uniform Random Variate Generation*, section III.2.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The possible values, rising, each once.
    values: Box<[f64]>,
    /// The probability of each value.
    probabilities: Box<[f64]>,
    /// The probability of a value up to and including each but the last.
    cumulative: Box<[f64]>,
    /// The most likely value.
    mode: f64,
}

impl Choice {
    /// One of `values`, each with a probability in proportion to its one of `weights`. A value listed
    /// twice has the sum of its weights, one of weight 0 is left out.
    ///
    /// # Errors
    /// When the list is empty or leaves one value only, the weights are not as many as the values,
    /// a number is not finite, a weight is negative, or the weights add up to nothing.
    pub fn new(values: &[f64], weights: &[f64]) -> Result<Self, PriorError> {
        if values.is_empty() {
            return Err(PriorError::NoValues);
        }
        let sum = checked_sum(values, weights)?;
        let mut pairs: Vec<(f64, f64)> = Vec::with_capacity(values.len());
        for (&value, &weight) in values.iter().zip(weights) {
            let value = value + 0.0; // −0 and 0 are one value
            match pairs.iter_mut().find(|pair| pair.0.total_cmp(&value).is_eq()) {
                Some(pair) => pair.1 += weight / sum,
                None if weight > 0.0 => pairs.push((value, weight / sum)),
                None => {}
            }
        }
        // The first of equals, in the author's order.
        let likelier =
            |best: (f64, f64), pair: &(f64, f64)| if pair.1 > best.1 { *pair } else { best };
        let mode = pairs.iter().fold((0.0, 0.0), likelier).0;
        if pairs.len() == 1 {
            return Err(PriorError::OneValue { value: mode });
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut total = 0.0;
        let mut cumulative: Vec<f64> = Vec::with_capacity(pairs.len());
        for pair in &pairs[..pairs.len() - 1] {
            total += pair.1;
            cumulative.push(total);
        }
        Ok(Self {
            values: pairs.iter().map(|pair| pair.0).collect(),
            probabilities: pairs.iter().map(|pair| pair.1).collect(),
            cumulative: cumulative.into(),
            mode,
        })
    }

    /// The smallest value whose cumulative probability exceeds `u`; u in (0, 1).
    #[inline]
    pub fn quantile(&self, u: f64) -> f64 {
        self.values[self.cumulative.partition_point(|&below| below <= u)]
    }

    /// Expected value.
    pub fn mean(&self) -> f64 {
        self.values.iter().zip(&self.probabilities).map(|(value, share)| value * share).sum()
    }

    /// The most likely value; of several, the one listed first.
    pub fn mode(&self) -> f64 {
        self.mode
    }

    /// The smallest and the largest value.
    pub fn support(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }

    /// The distribution of `scale` × value + `shift`; scale > 0.
    pub(super) fn affine(&self, scale: f64, shift: f64) -> Self {
        Self {
            values: self.values.iter().map(|value| scale * value + shift).collect(),
            probabilities: self.probabilities.clone(),
            cumulative: self.cumulative.clone(),
            mode: scale * self.mode + shift,
        }
    }
}

/// Refuses bad values and weights; the sum of the weights.
fn checked_sum(values: &[f64], weights: &[f64]) -> Result<f64, PriorError> {
    if values.len() != weights.len() {
        return Err(PriorError::WeightCount { values: values.len(), weights: weights.len() });
    }
    for (&value, &weight) in values.iter().zip(weights) {
        finite("value", value)?;
        finite("weight", weight)?;
        if weight < 0.0 {
            return Err(PriorError::NegativeWeight { value: weight });
        }
    }
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 && sum.is_finite() { Ok(sum) } else { Err(PriorError::WeightSum { sum }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_arguments_are_refused() {
        let refused = |values: &[f64], weights: &[f64]| Choice::new(values, weights);
        assert_eq!(refused(&[], &[]), Err(PriorError::NoValues));
        assert_eq!(refused(&[3.0], &[1.0]), Err(PriorError::OneValue { value: 3.0 }));
        assert_eq!(refused(&[1.0, 2.0], &[0.0, 1.0]), Err(PriorError::OneValue { value: 2.0 }));
        assert_eq!(
            refused(&[1.0, 2.0], &[1.0]),
            Err(PriorError::WeightCount { values: 2, weights: 1 })
        );
        assert_eq!(
            refused(&[1.0, 2.0], &[1.0, -1.0]),
            Err(PriorError::NegativeWeight { value: -1.0 })
        );
        assert_eq!(refused(&[1.0, 2.0], &[0.0, 0.0]), Err(PriorError::WeightSum { sum: 0.0 }));
        assert!(refused(&[1.0, 2.0], &[f64::MAX, f64::MAX]).is_err());
        assert!(refused(&[1.0, f64::NAN], &[1.0, 1.0]).is_err());
        assert!(refused(&[1.0, 2.0], &[1.0, f64::INFINITY]).is_err());
    }

    #[test]
    fn values_come_in_rising_order_with_their_weights() {
        let choice = Choice::new(&[0.8, 0.2, 0.5], &[2.0, 1.0, 1.0]).unwrap();
        for (u, expected) in [(0.1, 0.2), (0.25, 0.5), (0.49, 0.5), (0.5, 0.8), (0.99, 0.8)] {
            assert!((choice.quantile(u) - expected).abs() < 1e-15, "at {u}");
        }
        assert!((choice.mean() - 0.575).abs() < 1e-15);
        assert_eq!(choice.support(), (0.2, 0.8));
    }

    #[test]
    fn the_mode_counts_repeats_and_prefers_the_first() {
        let tied = Choice::new(&[0.8, 0.2], &[1.0; 2]).unwrap();
        assert!((tied.mode() - 0.8).abs() < 1e-15);
        let repeated = Choice::new(&[1.0, 2.0, 2.0], &[1.0; 3]).unwrap();
        assert!((repeated.mode() - 2.0).abs() < 1e-15);
        assert!((repeated.mean() - 5.0 / 3.0).abs() < 1e-15);
    }
}
