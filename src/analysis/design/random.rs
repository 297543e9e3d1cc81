//! Independent uniform points: the yardstick of designs.

use crate::analysis::error::AnalysisError;
use crate::analysis::points::Points;
use crate::stream::StreamKey;

/// `count` independent points, uniform inside (0, 1). More points leave the first as they were.
///
/// # Errors
/// No point or no dimension; more coordinates than memory should hold.
pub fn random(dimensions: usize, count: usize, key: &StreamKey) -> Result<Points, AnalysisError> {
    let mut points = Points::empty(dimensions, count)?;
    for dimension in 0..dimensions {
        let mut stream = key.world(dimension as u64, 0);
        for row in points.rows_mut() {
            row[dimension] = stream.uniform();
        }
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};

    #[test]
    fn more_points_or_dimensions_leave_the_first_as_they_were() {
        let key = StreamKey::new(Seed(1), Purpose::Design, "random");
        let (few, many) = (random(2, 10, &key).unwrap(), random(3, 20, &key).unwrap());
        assert!(few.rows().zip(many.rows()).all(|(few, many)| few == &many[..2]));
        assert!((few.row(0)[0] - few.row(0)[1]).abs() > 0.0);
    }
}
