//! The Brier score: the mean squared distance of odds from what happened.
//!
//! G. W. Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather
//! Review 78, 1–3; in the form for yes and no, half of Brier's own. It is proper: who states what he
//! believes expects the best score. 0 is perfect, ¼ is what odds of one half always give, 1 the worst.

use super::forecast::{Forecast, mean};

/// (p − o)² of one forecast.
pub fn brier_of(forecast: Forecast) -> f64 {
    let miss = forecast.odds - forecast.outcome();
    miss * miss
}

/// The mean over forecasts; `None` of none.
pub fn brier(forecasts: &[Forecast]) -> Option<f64> {
    mean(forecasts, brier_of)
}

/// The share of a reference's score that is saved: 1 − score/reference. 1 is perfect, 0 no better than
/// the reference, negative worse; `None` where the reference is perfect.
pub fn skill(score: f64, reference: f64) -> Option<f64> {
    (reference > 0.0).then(|| 1.0 - score / reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // (0.9 − 1)² = 0.01, (0.4 − 0)² = 0.16, (0 − 1)² = 1: mean 0.39.
        let three = [(0.9, true), (0.4, false), (0.0, true)];
        let three = three.map(|(odds, happened)| Forecast::new(odds, happened));
        assert!((brier(&three).unwrap() - 0.39).abs() < 1e-15);
        assert!((skill(0.39, 0.25).unwrap() + 0.56).abs() < 1e-15);
        assert_eq!((brier(&[]), skill(0.1, 0.0)), (None, None));
    }
}
