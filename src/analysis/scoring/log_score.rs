//! The logarithmic score: minus the log of the odds given to what happened.
//!
//! I. J. Good (1952), Rational decisions, Journal of the Royal Statistical Society B 14, 107–114. In
//! nats; 0 is perfect, ln 2 = 0.693 is what odds of one half always give. One surprise at odds of 0 would
//! cost infinity, and odds from a finite number of trials can be 0; so the odds of what happened are
//! taken to be [`FLOOR`] at least, which caps a surprise at 4.61.

use super::forecast::{Forecast, mean};
use crate::math;

/// The least odds that what happened is taken to have been given.
pub const FLOOR: f64 = 0.01;

/// −ln max(floor, odds of what happened) of one forecast.
pub fn log_score_of(forecast: Forecast) -> f64 {
    let given = if forecast.happened { forecast.odds } else { 1.0 - forecast.odds };
    // Less than 0 is never meant: −ln 1 would be written −0.
    0.0 - math::ln(given.max(FLOOR))
}

/// The mean over forecasts; `None` of none.
pub fn log_score(forecasts: &[Forecast]) -> Option<f64> {
    mean(forecasts, log_score_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let of = |odds, happened| log_score_of(Forecast::new(odds, happened));
        assert!((of(0.5, true) - std::f64::consts::LN_2).abs() < 1e-15);
        assert!((of(0.2, false) - of(0.8, true)).abs() < 1e-15);
        // ln 100, for a sure thing that did not come.
        assert!((of(1.0, false) - 4.605_170_185_988_091).abs() < 1e-12);
        assert!(of(1.0, true).abs() <= 0.0);
        let two = [Forecast::new(0.5, true), Forecast::new(1.0, true)];
        assert!((log_score(&two).unwrap() - 0.5 * std::f64::consts::LN_2).abs() < 1e-15);
    }
}
