//! Points of the unit cube: what every design is.

use super::error::{AnalysisError, expect_at_least, expect_finite};

/// The most coordinates a design may have in all: 1 GiB of them.
const MAX_COORDINATES: usize = 1 << 27;

/// Points of [0, 1]^d, one row a point, one column an input, in an order that means something.
///
/// A coordinate is the share of an input's probability below its value: the value is the input's
/// quantile there. Quantile functions want the open interval; each design says whether it keeps
/// away from 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    dimensions: usize,
    coordinates: Vec<f64>,
}

impl Points {
    /// Points with these coordinates, row after row.
    ///
    /// # Errors
    /// No dimension; coordinates that do not fill whole rows; one outside [0, 1].
    pub fn new(dimensions: usize, coordinates: Vec<f64>) -> Result<Self, AnalysisError> {
        expect_at_least("inputs", 1, dimensions)?;
        if !coordinates.len().is_multiple_of(dimensions) {
            let expected = coordinates.len().next_multiple_of(dimensions);
            let found = coordinates.len();
            return Err(AnalysisError::Mismatch { what: "coordinates", expected, found });
        }
        expect_finite("coordinate", &coordinates)?;
        match coordinates.iter().find(|c| !(0.0..=1.0).contains(*c)) {
            Some(&value) => {
                Err(AnalysisError::OutOfRange { what: "coordinate", range: "in [0, 1]", value })
            }
            None => Ok(Self { dimensions, coordinates }),
        }
    }

    /// Rows for `count` points, to be filled by a design.
    pub(super) fn empty(dimensions: usize, count: usize) -> Result<Self, AnalysisError> {
        expect_at_least("inputs", 1, dimensions)?;
        expect_at_least("points", 1, count)?;
        let found = dimensions.saturating_mul(count);
        if found > MAX_COORDINATES {
            let what = "coordinates in a design";
            return Err(AnalysisError::TooMany { what, most: MAX_COORDINATES, found });
        }
        Ok(Self { dimensions, coordinates: vec![0.0; found] })
    }

    /// Number of points.
    pub fn len(&self) -> usize {
        self.coordinates.len() / self.dimensions
    }

    /// Is there no point?
    pub fn is_empty(&self) -> bool {
        self.coordinates.is_empty()
    }

    /// Number of coordinates of a point.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The coordinates of a point.
    ///
    /// # Panics
    /// When there is no such point.
    pub fn row(&self, index: usize) -> &[f64] {
        &self.coordinates[index * self.dimensions..(index + 1) * self.dimensions]
    }

    /// All points, in order.
    pub fn rows(&self) -> std::slice::ChunksExact<'_, f64> {
        self.coordinates.chunks_exact(self.dimensions)
    }

    pub(super) fn row_mut(&mut self, index: usize) -> &mut [f64] {
        &mut self.coordinates[index * self.dimensions..(index + 1) * self.dimensions]
    }

    pub(super) fn rows_mut(&mut self) -> std::slice::ChunksExactMut<'_, f64> {
        self.coordinates.chunks_exact_mut(self.dimensions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_point_of_the_cube_is_refused() {
        assert!(Points::new(2, vec![0.0, 1.0, 0.5, 0.5]).is_ok());
        assert!(Points::new(0, vec![]).is_err());
        assert!(Points::new(2, vec![0.5; 3]).is_err());
        assert!(Points::new(1, vec![1.5]).is_err());
        assert!(Points::new(1, vec![f64::NAN]).is_err());
        assert!(Points::empty(1 << 20, 1 << 20).is_err());
    }
}
