//! Sobol' sequences, as published, shifted or scrambled.
//!
//! Low discrepancy: of the first 2^k points each of the 2^k equal intervals of every dimension holds
//! one, so averages of smooth functions converge faster than with independent draws (Sobol' 1967).
//! Points come in the Gray-code order of Antonov & Saleev (1979), as in SALib, SciPy and the authors'
//! program. The first point is the origin and is kept, as SciPy keeps it: dropping it unbalances
//! every later power of two (Owen 2020); skip a power of two instead, as SALib's Saltelli design
//! does, or scramble.

use super::joe_kuo::{BITS, DIMENSIONS, directions};
use crate::analysis::chance::bits;
use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::analysis::points::Points;
use crate::stream::StreamKey;

/// 2³².
const SCALE: f64 = 4_294_967_296.0;

/// A Sobol' sequence in a number of dimensions.
#[derive(Clone, Debug)]
pub struct SobolSequence {
    directions: Vec<[u32; BITS]>,
    shift: Vec<u32>,
    /// Added to a coordinate's 32 bits: 0 as published, ½ to stay off 0.
    offset: f64,
}

impl SobolSequence {
    /// The most dimensions there are direction numbers for.
    pub const MAX_DIMENSIONS: usize = DIMENSIONS;
    /// The most points a sequence has, 2³¹; one more power would repeat them.
    pub const MAX_POINTS: usize = 1 << 31;

    /// The sequence as published (Joe & Kuo 2008): coordinates k/2³² in [0, 1). Point 0 is the origin,
    /// where some quantile functions are infinite; every other coordinate is above 0.
    ///
    /// # Errors
    /// No dimension, or more than [`Self::MAX_DIMENSIONS`].
    pub fn new(dimensions: usize) -> Result<Self, AnalysisError> {
        expect_at_least("inputs", 1, dimensions)?;
        if dimensions > DIMENSIONS {
            let what = "dimensions in a Sobol' sequence";
            return Err(AnalysisError::TooMany { what, most: DIMENSIONS, found: dimensions });
        }
        let shift = vec![0; dimensions];
        Ok(Self { directions: (0..dimensions).map(directions).collect(), shift, offset: 0.0 })
    }

    /// With a random digital shift: one random number of 32 bits a dimension is added to all its
    /// coordinates without carry (Cranley & Patterson 1976 in base 2). Every point is uniform, and the
    /// stratification stays. Coordinates are (k + ½)/2³², inside (0, 1).
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn shifted(dimensions: usize, key: &StreamKey) -> Result<Self, AnalysisError> {
        let mut sequence = Self::new(dimensions)?;
        sequence.offset = 0.5;
        for (dimension, shift) in sequence.shift.iter_mut().enumerate() {
            *shift = bits(&mut key.world(dimension as u64, 0));
        }
        Ok(sequence)
    }

    /// With Matoušek's (1998) random linear scramble and a digital shift: an Owen-type scramble, of
    /// the same mean square discrepancy as Owen's nested one (Matoušek 1998; Owen 2003) and of no cost
    /// a point; the same form as SciPy's. Coordinates are (k + ½)/2³², inside (0, 1).
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn scrambled(dimensions: usize, key: &StreamKey) -> Result<Self, AnalysisError> {
        let mut sequence = Self::shifted(dimensions, key)?;
        for (dimension, directions) in sequence.directions.iter_mut().enumerate() {
            let mut stream = key.world(dimension as u64, 0);
            // The first draw is the shift.
            bits(&mut stream);
            // Row r of a lower triangular matrix with a unit diagonal; row 0 makes the highest bit.
            let matrix: [u32; BITS] = std::array::from_fn(|row| {
                let diagonal = 1_u32 << (BITS - 1 - row);
                let above = !(diagonal | (diagonal - 1));
                (bits(&mut stream) & above) | diagonal
            });
            for direction in directions {
                let bit = |row: usize| ((*direction & matrix[row]).count_ones() & 1) << (31 - row);
                *direction = (0..BITS).fold(0, |sum, row| sum | bit(row));
            }
        }
        Ok(sequence)
    }

    /// `count` points from point `skip` on.
    ///
    /// # Errors
    /// No point; points beyond [`Self::MAX_POINTS`]; more coordinates than memory should hold.
    pub fn points(&self, skip: usize, count: usize) -> Result<Points, AnalysisError> {
        let found = skip.saturating_add(count);
        if found > Self::MAX_POINTS {
            let what = "points in a Sobol' sequence";
            return Err(AnalysisError::TooMany { what, most: Self::MAX_POINTS, found });
        }
        let mut points = Points::empty(self.directions.len(), count)?;
        let gray = skip ^ (skip >> 1);
        let mut state: Vec<u32> = self
            .directions
            .iter()
            .zip(&self.shift)
            .map(|(v, &shift)| {
                (0..BITS).filter(|bit| (gray >> bit) & 1 == 1).fold(shift, |sum, bit| sum ^ v[bit])
            })
            .collect();
        for (row, index) in points.rows_mut().zip(skip..) {
            for (coordinate, &bits) in row.iter_mut().zip(&state) {
                *coordinate = (f64::from(bits) + self.offset) / SCALE;
            }
            // The next Gray code differs in the bit of the lowest 0 of the index.
            let changed = index.trailing_ones() as usize;
            for (bits, v) in state.iter_mut().zip(&self.directions) {
                *bits ^= v[changed];
            }
        }
        Ok(points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};

    fn key(seed: u64) -> StreamKey {
        StreamKey::new(Seed(seed), Purpose::Design, "sobol")
    }

    /// The first ten points in three dimensions as on Joe & Kuo's page.
    #[test]
    fn the_first_points_are_the_published_ones() {
        let published = [
            [0.0, 0.0, 0.0],
            [0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25],
            [0.25, 0.75, 0.75],
            [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875],
            [0.125, 0.625, 0.375],
            [0.1875, 0.3125, 0.9375],
            [0.6875, 0.8125, 0.4375],
        ];
        let points = SobolSequence::new(3).unwrap().points(0, 10).unwrap();
        for (row, expected) in points.rows().zip(published) {
            assert_eq!(row, expected);
        }
    }

    fn assert_stratified(sequence: &SobolSequence, k: u32) {
        let count = 1_usize << k;
        // Any aligned block of 2^k points is stratified, the first and a later one.
        for skip in [0, 4 * count] {
            let points = sequence.points(skip, count).unwrap();
            for dimension in 0..points.dimensions() {
                let mut filled = vec![false; count];
                for row in points.rows() {
                    let cell = (row[dimension] * count as f64) as usize;
                    assert!(!filled[cell], "dimension {dimension}, 2^{k} points");
                    filled[cell] = true;
                }
            }
        }
    }

    #[test]
    fn every_block_of_a_power_of_two_is_stratified_in_every_dimension() {
        for k in [1, 4, 8] {
            assert_stratified(&SobolSequence::new(DIMENSIONS).unwrap(), k);
            assert_stratified(&SobolSequence::shifted(DIMENSIONS, &key(1)).unwrap(), k);
            assert_stratified(&SobolSequence::scrambled(DIMENSIONS, &key(1)).unwrap(), k);
        }
        assert_stratified(&SobolSequence::new(40).unwrap(), 14);
    }

    #[test]
    fn skipping_is_the_same_as_leaving_out() {
        for sequence in [SobolSequence::new(5), SobolSequence::scrambled(5, &key(2))] {
            let sequence = sequence.unwrap();
            let all = sequence.points(0, 100).unwrap();
            let rest = sequence.points(37, 63).unwrap();
            assert!(all.rows().skip(37).eq(rest.rows()));
        }
    }

    #[test]
    fn another_dimension_leaves_the_others_and_another_seed_does_not() {
        let five = SobolSequence::scrambled(5, &key(2)).unwrap().points(0, 50).unwrap();
        let six = SobolSequence::scrambled(6, &key(2)).unwrap().points(0, 50).unwrap();
        assert!(five.rows().zip(six.rows()).all(|(five, six)| five == &six[..5]));
        let other = SobolSequence::scrambled(5, &key(3)).unwrap().points(0, 50).unwrap();
        assert_ne!(five, other);
    }

    #[test]
    fn scrambled_points_stay_inside_and_integrate_better_than_chance() {
        // ∫ Π (1 + (x_i − ½)) = 1: the error of 1,024 independent points would be about 0.02.
        for seed in 0..20 {
            let sequence = SobolSequence::scrambled(5, &key(seed)).unwrap();
            let points = sequence.points(0, 1024).unwrap();
            assert!(points.rows().flatten().all(|&x| x > 0.0 && x < 1.0));
            let product = |row: &[f64]| row.iter().map(|x| 0.5 + x).product::<f64>();
            let mean = points.rows().map(product).sum::<f64>() / 1024.0;
            assert!((mean - 1.0).abs() < 2e-3, "seed {seed}: {mean}");
        }
    }

    #[test]
    fn a_scrambled_point_is_uniform_over_seeds() {
        let mean = (0..2000)
            .map(|seed| SobolSequence::scrambled(2, &key(seed)).unwrap().points(3, 1).unwrap())
            .map(|points| points.row(0)[1])
            .sum::<f64>()
            / 2000.0;
        // Standard deviation 0.289/√2000 = 0.0065.
        assert!((mean - 0.5).abs() < 0.03, "{mean}");
    }

    #[test]
    fn too_much_is_refused() {
        assert!(SobolSequence::new(0).is_err());
        assert!(SobolSequence::new(DIMENSIONS + 1).is_err());
        assert!(SobolSequence::new(1).unwrap().points(SobolSequence::MAX_POINTS, 1).is_err());
        assert!(SobolSequence::new(1).unwrap().points(0, 0).is_err());
    }
}
