//! The median voter: the position that no other beats in a weighted vote.
//!
//! With single-peaked preferences the weighted median is the Condorcet winner (Black 1948, "On the
//! rationale of group decision-making"; weights as votes: capability × salience, Bueno de Mesquita
//! 1994). In the unit of the issue.
//!
//! Ties: when exactly half the weight stands on each side of a gap, every position of the gap, ends
//! included, ties with every other; [`Median`] then holds the whole gap and [`Median::point`] gives
//! its middle. Halves are told equal within 10⁻¹² of the total weight.

use super::{ForecastError, PositionTable};

/// Relative difference up to which two halves of the weight count as equal.
const TIE: f64 = 1e-12;

/// The unbeaten positions: one point, or the interval between two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Median {
    /// Lowest position that no other beats.
    pub low: f64,
    /// Highest position that no other beats.
    pub high: f64,
}

impl Median {
    /// The middle of the unbeaten positions; the Condorcet winner itself when there is just one.
    pub fn point(self) -> f64 {
        if self.is_unique() { self.low } else { self.low + (self.high - self.low) / 2.0 }
    }

    /// Whether one position beats all others.
    #[expect(clippy::float_cmp, reason = "both ends are copies of actors' positions")]
    pub fn is_unique(self) -> bool {
        self.low == self.high
    }
}

/// The weighted median of one issue (counted from 0). Actors without weight do not count.
///
/// # Errors
/// No such issue, or nobody has both capability and salience.
pub fn weighted_median(table: &PositionTable, issue: usize) -> Result<Median, ForecastError> {
    let weights = table.weights(issue)?;
    Ok(median(&table.positions(issue)?, &weights))
}

/// The unbeaten positions of equally long slices; some weight is positive.
pub(super) fn median(positions: &[f64], weights: &[f64]) -> Median {
    let weighted = positions.iter().zip(weights).filter(|(_, w)| **w > 0.0);
    let mut order: Vec<(f64, f64)> = weighted.map(|(x, w)| (*x, *w)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f64 = order.iter().map(|(_, w)| w).sum();
    let half = total / 2.0 - TIE * total;
    let reaches_half = |voters: &mut dyn Iterator<Item = &(f64, f64)>| {
        let mut sum = 0.0;
        for &(position, weight) in voters {
            sum += weight;
            if sum >= half {
                return position;
            }
        }
        f64::NAN
    };
    let low = reaches_half(&mut order.iter());
    let high = reaches_half(&mut order.iter().rev());
    Median { low, high }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::super::positions::tests::one_issue;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_heavy_middle_wins() {
        let table = one_issue(&[(1.0, 0.0, 1.0), (1.0, 40.0, 0.5), (1.0, 100.0, 1.0)]);
        let median = weighted_median(&table, 0).unwrap();
        assert!(median.is_unique());
        assert_eq!(median.point(), 40.0);
    }

    #[test]
    fn two_equal_halves_tie_on_the_whole_gap() {
        // 0.1 + 0.2 against 0.3: equal but for round-off.
        let table = one_issue(&[(0.1, 0.0, 1.0), (0.2, 4.0, 1.0), (0.3, 10.0, 1.0)]);
        let median = weighted_median(&table, 0).unwrap();
        assert_eq!((median.low, median.high, median.point()), (4.0, 10.0, 7.0));
    }

    #[test]
    fn onlookers_do_not_count() {
        let table = one_issue(&[(0.0, 0.0, 1.0), (1.0, 9.0, 1.0), (1.0, 20.0, 0.0)]);
        assert_eq!(weighted_median(&table, 0).unwrap().point(), 9.0);
    }

    #[test]
    fn nobody_with_weight_is_an_error() {
        let table = one_issue(&[(0.0, 0.0, 1.0)]);
        assert!(matches!(weighted_median(&table, 0), Err(ForecastError::NoWeight { .. })));
    }

    proptest! {
        #[test]
        fn no_position_beats_the_median(
            rows in prop::collection::vec((0_u8..20, 0_u8..50), 1..12),
            rival in 0_u8..50,
        ) {
            prop_assume!(rows.iter().any(|row| row.0 > 0));
            let x: Vec<f64> = rows.iter().map(|row| f64::from(row.1)).collect();
            let w: Vec<f64> = rows.iter().map(|row| f64::from(row.0)).collect();
            let rival = f64::from(rival);
            let unbeaten = median(&x, &w);
            for point in [unbeaten.low, unbeaten.point(), unbeaten.high] {
                // v = Σ w (|x − rival| − |x − point|): votes for the median over the rival.
                let votes: f64 =
                    x.iter().zip(&w).map(|(x, w)| w * ((x - rival).abs() - (x - point).abs())).sum();
                prop_assert!(votes >= 0.0, "{rival} beats {point} by {votes}");
            }
        }
    }
}
