//! Numbers with an interval, and how intervals are made of bootstrap samples and of means.

use crate::prior::{beta_quantile, normal_quantile};

/// A figure and the interval that its analysis states for it.
///
/// The interval covers the true value in a share of repetitions that is about the level asked for;
/// each method says how it is made and when it misses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalEstimate {
    /// The point estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl IntervalEstimate {
    /// The distance between the ends.
    pub fn width(&self) -> f64 {
        self.high - self.low
    }

    /// Does the interval hold this number?
    pub fn contains(&self, number: f64) -> bool {
        self.low <= number && number <= self.high
    }
}

/// The middle `level` of the samples: their (1 ± level)/2 quantiles, linear between order
/// statistics (percentile bootstrap, Efron & Tibshirani 1993, §13.3). Sorts the samples, of which
/// there must be one at least.
pub(super) fn percentiles(samples: &mut [f64], level: f64) -> (f64, f64) {
    samples.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let position = share * (samples.len() - 1) as f64;
        let below = position.floor() as usize;
        let above = (below + 1).min(samples.len() - 1);
        let part = position - below as f64;
        samples[below] * (1.0 - part) + samples[above] * part
    };
    (at(0.5 * (1.0 - level)), at(0.5 * (1.0 + level)))
}

/// The normal deviate of a two-sided level: 1.96 for 0.95.
pub(super) fn normal_deviate(level: f64) -> f64 {
    normal_quantile(0.5 + 0.5 * level)
}

/// Student's t of a two-sided level with these degrees of freedom, by T² / (ν + T²) ~
/// Beta(½, ν/2).
pub(super) fn student_deviate(level: f64, freedom: f64) -> f64 {
    let share = beta_quantile(0.5, 0.5 * freedom, level);
    (freedom * share / (1.0 - share)).sqrt()
}

/// Mean of independent numbers with its t interval, and its standard error. There must be two.
pub(super) fn mean_interval(numbers: &[f64], level: f64) -> (IntervalEstimate, f64) {
    let n = numbers.len() as f64;
    let value = numbers.iter().sum::<f64>() / n;
    let squares: f64 = numbers.iter().map(|number| (number - value) * (number - value)).sum();
    let error = (squares / (n - 1.0) / n).sqrt();
    let half = student_deviate(level, n - 1.0) * error;
    (IntervalEstimate { value, low: value - half, high: value + half }, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_linear_between_order_statistics() {
        let mut samples: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        let (low, high) = percentiles(&mut samples, 0.95);
        assert!((low - 2.5).abs() < 1e-12 && (high - 97.5).abs() < 1e-12);
        let (low, high) = percentiles(&mut [3.0], 0.95);
        assert!((low - 3.0).abs() <= 0.0 && (high - 3.0).abs() <= 0.0);
    }

    #[test]
    fn deviates_are_those_of_the_tables() {
        assert!((normal_deviate(0.95) - crate::math::Z95).abs() < 1e-12);
        for (freedom, expected) in [(1.0, 12.706_204_736), (9.0, 2.262_157_163), (99.0, 1.984_217)]
        {
            assert!((student_deviate(0.95, freedom) - expected).abs() < 1e-6, "{freedom}");
        }
    }

    #[test]
    fn a_mean_of_three() {
        let (mean, error) = mean_interval(&[1.0, 2.0, 3.0], 0.95);
        assert!((mean.value - 2.0).abs() < 1e-15 && (error - 3_f64.sqrt().recip()).abs() < 1e-15);
        // t of 2 degrees of freedom is 4.3027.
        assert!((mean.high - 2.0 - 4.302_652_73 / 3_f64.sqrt()).abs() < 1e-7);
    }
}
