//! Full grids: every combination of levels.

use crate::analysis::error::{AnalysisError, expect_at_least};
use crate::analysis::points::Points;

/// Every combination of `levels[i]` levels of dimension i; the last dimension changes fastest.
///
/// Levels are the middles of equal shares of probability, (k + ½)/levels: inside (0, 1), and the
/// median for a single level.
///
/// # Errors
/// No dimension; a dimension without a level; more coordinates than memory should hold.
pub fn full_grid(levels: &[usize]) -> Result<Points, AnalysisError> {
    for &count in levels {
        expect_at_least("levels in a dimension", 1, count)?;
    }
    let count = levels.iter().fold(1, |product: usize, &count| product.saturating_mul(count));
    let mut points = Points::empty(levels.len(), count)?;
    for (mut index, row) in points.rows_mut().enumerate() {
        for (coordinate, &count) in row.iter_mut().zip(levels).rev() {
            *coordinate = ((index % count) as f64 + 0.5) / count as f64;
            index /= count;
        }
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_once_in_the_order_of_counting() {
        let points = full_grid(&[2, 1, 4]).unwrap();
        assert_eq!(points.len(), 8);
        assert_eq!(points.row(0), [0.25, 0.5, 0.125]);
        assert_eq!(points.row(1), [0.25, 0.5, 0.375]);
        assert_eq!(points.row(7), [0.75, 0.5, 0.875]);
    }

    #[test]
    fn grids_that_are_too_large_or_empty_are_refused() {
        assert!(full_grid(&[]).is_err());
        assert!(full_grid(&[3, 0]).is_err());
        assert!(full_grid(&[10; 30]).is_err());
    }
}
