//! Latin hypercubes.
//!
//! M. D. McKay, R. J. Beckman & W. J. Conover (1979), Technometrics 21, 239–245: every dimension is
//! cut into as many equal intervals as there are points; each interval holds one point, at random in
//! it, and the dimensions are paired at random.

use crate::analysis::chance::order;
use crate::analysis::error::AnalysisError;
use crate::analysis::points::Points;
use crate::stream::StreamKey;

/// `count` points of a random Latin hypercube, inside (0, 1).
///
/// # Errors
/// No point or no dimension; more coordinates than memory should hold.
pub fn latin_hypercube(
    dimensions: usize,
    count: usize,
    key: &StreamKey,
) -> Result<Points, AnalysisError> {
    let mut points = Points::empty(dimensions, count)?;
    for dimension in 0..dimensions {
        let mut stream = key.world(dimension as u64, 0);
        let cells = order(&mut stream, count);
        for (row, cell) in points.rows_mut().zip(cells) {
            row[dimension] = (cell as f64 + stream.uniform()) / count as f64;
        }
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_interval_of_every_dimension_holds_one_point(
            dimensions in 1_usize..6, count in 1_usize..60, seed in any::<u64>(),
        ) {
            let key = StreamKey::new(Seed(seed), Purpose::Design, "latin");
            let points = latin_hypercube(dimensions, count, &key).unwrap();
            for dimension in 0..dimensions {
                let mut cells: Vec<usize> =
                    points.rows().map(|row| (row[dimension] * count as f64) as usize).collect();
                cells.sort_unstable();
                prop_assert!(cells.iter().copied().eq(0..count));
            }
        }
    }

    #[test]
    fn averages_are_better_than_by_chance() {
        // A sum is integrated dimension by dimension, each with one point an interval.
        let key = StreamKey::new(Seed(1), Purpose::Design, "latin");
        let points = latin_hypercube(10, 500, &key).unwrap();
        let mean = points.rows().map(|row| row.iter().sum::<f64>()).sum::<f64>() / 500.0;
        // Standard deviation √(10/12)/500^1.5 ≈ 8e-5; independent points would have 0.04.
        assert!((mean - 5.0).abs() < 5e-4, "{mean}");
    }
}
