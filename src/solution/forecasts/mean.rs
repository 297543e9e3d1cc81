//! The compromise model: the mean of the positions, weighted by capability × salience.
//!
//! `x̂ = Σ cᵢ sᵢ xᵢ / Σ cᵢ sᵢ` (Van den Bos 1991; Achen 2006, "Institutional realism and bargaining
//! models", in Thomson et al. eds., *The European Union Decides*), which Achen shows to be close to
//! the Nash bargaining solution when failure is very costly. In the unit of the issue, always within
//! the range of the positions. The bar for every other forecast: see
//! [`ACCURACY`](super::ACCURACY).

use super::{ForecastError, PositionTable};

/// The compromise forecast for one issue (counted from 0), in the issue's unit. One actor, or all at
/// one position, give that position; an actor without weight does not count.
///
/// # Errors
/// No such issue, or nobody has both capability and salience.
pub fn compromise(table: &PositionTable, issue: usize) -> Result<f64, ForecastError> {
    let weights = table.weights(issue)?;
    Ok(weighted_mean(&table.positions(issue)?, &weights))
}

/// Σ wx / Σ w over equally long slices; the caller has seen to it that some weight is positive.
pub(super) fn weighted_mean(positions: &[f64], weights: &[f64]) -> f64 {
    let weighted: f64 = positions.iter().zip(weights).map(|(x, w)| w * x).sum();
    let mean = weighted / weights.iter().sum::<f64>();
    // Round-off may carry the mean of equal positions past them.
    let low = positions.iter().copied().fold(f64::INFINITY, f64::min);
    let high = positions.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    mean.clamp(low, high)
}

#[cfg(test)]
mod tests {
    use super::super::positions::tests::one_issue;
    use super::*;

    #[test]
    fn weights_are_capability_times_salience() {
        let table = one_issue(&[(2.0, 0.0, 0.5), (1.0, 100.0, 1.0), (5.0, 7.0, 0.0)]);
        assert_eq!(compromise(&table, 0), Ok(50.0));
    }

    #[test]
    fn degenerate_tables_have_a_defined_answer() {
        assert_eq!(compromise(&one_issue(&[(0.1, 0.3, 0.7)]), 0), Ok(0.3));
        assert_eq!(compromise(&one_issue(&[(0.1, 0.3, 0.7); 3]), 0), Ok(0.3));
        let weightless = one_issue(&[(1.0, 3.0, 0.0), (0.0, 5.0, 1.0)]);
        assert!(matches!(compromise(&weightless, 0), Err(ForecastError::NoWeight { .. })));
        assert!(matches!(compromise(&weightless, 1), Err(ForecastError::NoSuchIssue { .. })));
    }
}
