//! The A, B, AB design for first- and total-order indices.
//!
//! A. Saltelli et al. (2010), Computer Physics Communications 181, 259–270: two independent samples
//! A and B of N points, and for every input i the sample AB⁽ⁱ⁾, which is A with column i from B:
//! N(d + 2) points. The layout is that of SALib's `saltelli.sample(calc_second_order=False)`: row
//! after row A, AB⁽¹⁾ … AB⁽ᵈ⁾, B.

use super::SobolSequence;
use crate::analysis::error::{AnalysisError, expect_at_least, expect_count, expect_finite};
use crate::analysis::points::Points;
use crate::stream::StreamKey;

/// A design for [`sobol::indices`](crate::analysis::sobol::indices).
#[derive(Clone, Debug, PartialEq)]
pub struct Saltelli {
    base: usize,
    points: Points,
}

impl Saltelli {
    /// From a base sample with twice as many columns as inputs: the first half is A, the rest B.
    ///
    /// # Errors
    /// An odd number of columns; more coordinates than memory should hold.
    pub fn from_base(base: &Points) -> Result<Self, AnalysisError> {
        if !base.dimensions().is_multiple_of(2) {
            let (expected, found) = (base.dimensions() + 1, base.dimensions());
            return Err(AnalysisError::Mismatch { what: "columns of A and B", expected, found });
        }
        let inputs = base.dimensions() / 2;
        let mut points = Points::empty(inputs, base.len().saturating_mul(inputs + 2))?;
        for (block, row) in base.rows().enumerate() {
            let (a, b) = row.split_at(inputs);
            let first = block * (inputs + 2);
            points.row_mut(first).copy_from_slice(a);
            points.row_mut(first + inputs + 1).copy_from_slice(b);
            for input in 0..inputs {
                let mixed = points.row_mut(first + 1 + input);
                mixed.copy_from_slice(a);
                mixed[input] = b[input];
            }
        }
        Ok(Self { base: base.len(), points })
    }

    /// From a published Sobol' sequence, skipping the power of two that SALib skips: the same points
    /// as its `saltelli.sample(problem, base, calc_second_order=False)`. `base` should be a power of
    /// two; up to 555 inputs.
    ///
    /// # Errors
    /// No input or more than the sequence has dimensions for; no row.
    pub fn sobol(inputs: usize, base: usize) -> Result<Self, AnalysisError> {
        let skip = base.checked_next_power_of_two().unwrap_or(usize::MAX).max(16);
        Self::from_base(&SobolSequence::new(2 * inputs)?.points(skip, base)?)
    }

    /// From a scrambled Sobol' sequence; `base` should be a power of two.
    ///
    /// # Errors
    /// As [`Self::sobol`].
    pub fn scrambled(inputs: usize, base: usize, key: &StreamKey) -> Result<Self, AnalysisError> {
        Self::from_base(&SobolSequence::scrambled(2 * inputs, key)?.points(0, base)?)
    }

    /// The points to look at, N(d + 2) of them.
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// N, the rows of A.
    pub fn base(&self) -> usize {
        self.base
    }

    /// Number of inputs d.
    pub fn inputs(&self) -> usize {
        self.points.dimensions()
    }
}

/// Outputs at the points of a [`Saltelli`] design, in its order.
#[derive(Clone, Copy, Debug)]
pub struct SaltelliOutputs<'a> {
    inputs: usize,
    outputs: &'a [f64],
    pair_noise: Option<&'a [f64]>,
}

impl<'a> SaltelliOutputs<'a> {
    /// Outputs for `inputs` inputs, one for every point.
    ///
    /// # Errors
    /// No input; fewer than two rows; outputs that do not fill whole rows; one that is not finite.
    pub fn new(inputs: usize, outputs: &'a [f64]) -> Result<Self, AnalysisError> {
        expect_at_least("inputs", 1, inputs)?;
        expect_at_least("outputs", 2 * (inputs + 2), outputs.len())?;
        expect_count("outputs", outputs.len().next_multiple_of(inputs + 2), outputs.len())?;
        expect_finite("output", outputs)?;
        Ok(Self { inputs, outputs, pair_noise: None })
    }

    /// The same with what is known of the noise in each f_A − f_ABi: an unbiased estimate of its
    /// variance, one for each input, row after row. For outputs at A and AB⁽ⁱ⁾ that share their
    /// chance (common random numbers); those at B must have chance of their own.
    ///
    /// # Errors
    /// Not one for each input of each row; one that is not finite.
    pub fn with_pair_noise(self, pair_noise: &'a [f64]) -> Result<Self, AnalysisError> {
        expect_count("variances of pairs", self.inputs * self.base(), pair_noise.len())?;
        expect_finite("variance of a pair", pair_noise)?;
        Ok(Self { pair_noise: Some(pair_noise), ..self })
    }

    pub(crate) fn pair_noise(&self) -> Option<&'a [f64]> {
        self.pair_noise
    }

    /// Number of inputs d.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// N, the rows of A.
    pub fn base(&self) -> usize {
        self.outputs.len() / (self.inputs + 2)
    }

    /// The outputs at A, at AB⁽¹⁾ … AB⁽ᵈ⁾ and at B of every row.
    pub fn rows(&self) -> impl Iterator<Item = (f64, &'a [f64], f64)> {
        let inputs = self.inputs;
        self.outputs.chunks_exact(inputs + 2).map(move |row| {
            let (a, rest) = (row[0], &row[1..]);
            (a, &rest[..inputs], rest[inputs])
        })
    }

    pub(crate) fn all(&self) -> &'a [f64] {
        self.outputs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_a_then_mixed_then_b() {
        let base = Points::new(4, vec![0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]).unwrap();
        let design = Saltelli::from_base(&base).unwrap();
        assert_eq!((design.base(), design.inputs(), design.points().len()), (2, 2, 8));
        let expected = [[0.1, 0.2], [0.3, 0.2], [0.1, 0.4], [0.3, 0.4], [0.5, 0.6]];
        assert!(design.points().rows().zip(expected).all(|(row, expected)| row == expected));
        let numbers: Vec<f64> = (0..8).map(f64::from).collect();
        let outputs = SaltelliOutputs::new(2, &numbers).unwrap();
        let rows: Vec<_> = outputs.rows().collect();
        assert_eq!(rows[1], (4.0, &[5.0, 6.0][..], 7.0));
    }

    #[test]
    fn a_published_design_never_holds_the_origin() {
        for base in [1, 8, 16, 100] {
            let design = Saltelli::sobol(3, base).unwrap();
            assert!(design.points().rows().flatten().all(|&x| x > 0.0));
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(Saltelli::from_base(&Points::new(3, vec![0.5; 6]).unwrap()).is_err());
        assert!(Saltelli::sobol(0, 8).is_err());
        assert!(Saltelli::sobol(3, 0).is_err());
        assert!(Saltelli::sobol(556, 8).is_err());
        assert!(SaltelliOutputs::new(2, &[0.0; 9]).is_err());
        assert!(SaltelliOutputs::new(2, &[0.0; 4]).is_err());
        assert!(SaltelliOutputs::new(2, &[f64::NAN; 8]).is_err());
    }
}
