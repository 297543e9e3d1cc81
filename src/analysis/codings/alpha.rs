//! Agreement of two coders beyond chance.
//!
//! Krippendorff's α for numbers (K. Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; A. F. Hayes & K.
//! Krippendorff 2007, Communication Methods and Measures 1, 77–89): 1 − D_o/D_e, the mean squared difference
//! within units over that of all pairs of values, whoever coded them. 1 is perfect agreement, 0 what dealing
//! the values out at random gives, below 0 worse than that. Krippendorff relies on α ≥ .8 and draws tentative
//! conclusions from .667. It sees the middles of the codings, not their widths, and where all units have
//! nearly the same value it is low whatever the coders do.

use crate::analysis::chance::resample;
use crate::analysis::interval::percentiles;
use crate::stream::StreamKey;

/// Bootstrap samples of the interval.
const SAMPLES: usize = 2_000;

/// An agreement coefficient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// α.
    pub value: f64,
    /// Its 95% interval, by drawing units with replacement.
    pub interval: (f64, f64),
    /// Units that both coded.
    pub units: usize,
}

/// Units of which a coefficient says anything.
const LEAST: usize = 3;

/// α of pairs of values; `None` of fewer than three, or where all values are the same.
pub fn alpha(pairs: &[(f64, f64)], key: &StreamKey) -> Option<Alpha> {
    let value = coefficient(pairs.iter().map(|&pair| (pair, 1.0)))?;
    let mut times = Vec::new();
    let mut samples: Vec<f64> = (0..SAMPLES)
        .filter_map(|sample| {
            resample(key, sample, pairs.len(), &mut times);
            coefficient(pairs.iter().copied().zip(times.iter().map(|&times| f64::from(times))))
        })
        .collect();
    if pairs.len() < LEAST || samples.is_empty() {
        return None;
    }
    Some(Alpha { value, interval: percentiles(&mut samples, 0.95), units: pairs.len() })
}

/// 1 − D_o/D_e of pairs with how often each counts.
fn coefficient(pairs: impl Iterator<Item = ((f64, f64), f64)>) -> Option<f64> {
    let (mut units, mut within, mut sum, mut squares) = (0.0, 0.0, 0.0, 0.0);
    for ((a, b), times) in pairs {
        units += times;
        within += times * (a - b) * (a - b);
        sum += times * (a + b);
        squares += times * (a * a + b * b);
    }
    let values = 2.0 * units;
    // Mean squared difference of all pairs of values: 2(Σv² − (Σv)²/n)/(n − 1).
    let expected = 2.0 * (squares - sum * sum / values) / (values - 1.0);
    // Rounding alone leaves about 1e-16 of the squares.
    (expected > 1e-12 * squares.max(1e-12)).then(|| 1.0 - within / units / expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};

    /// Values 1, 2, 3, 4 and 1, 2, 3, 5. D_o = 1/4; D_e = 2(69 − 21²/8)/7.
    #[test]
    fn by_hand() {
        let key = StreamKey::new(Seed(1), Purpose::Bootstrap, "alpha");
        let found = alpha(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 5.0)], &key).unwrap();
        let expected = 1.0 - 0.25 / (2.0 * (69.0 - 441.0 / 8.0) / 7.0);
        assert!((found.value - expected).abs() < 1e-14);
        assert!(found.interval.0 < found.value && found.value < found.interval.1 + 1e-12);
        let perfect = alpha(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)], &key).unwrap();
        assert!((perfect.value - 1.0).abs() <= 0.0);
        // Exactly turned round: worse than chance.
        assert!(alpha(&[(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)], &key).unwrap().value < 0.0);
        assert_eq!(alpha(&[(1.0, 1.0); 5], &key), None);
        assert_eq!(alpha(&[(1.0, 2.0), (2.0, 1.0)], &key), None);
    }
}
