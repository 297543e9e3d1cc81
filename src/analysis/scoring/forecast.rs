//! Odds and what happened.

/// The odds given to something, and whether it happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The odds of yes, in [0, 1].
    pub odds: f64,
    /// Was it yes?
    pub happened: bool,
}

impl Forecast {
    /// Odds with their outcome.
    pub fn new(odds: f64, happened: bool) -> Self {
        debug_assert!((0.0..=1.0).contains(&odds));
        Self { odds, happened }
    }

    /// 1 for yes, 0 for no.
    pub fn outcome(self) -> f64 {
        if self.happened { 1.0 } else { 0.0 }
    }
}

/// The mean of a figure over forecasts; `None` of none.
pub(super) fn mean(forecasts: &[Forecast], of: impl Fn(Forecast) -> f64) -> Option<f64> {
    let n = forecasts.len() as f64;
    (!forecasts.is_empty()).then(|| forecasts.iter().map(|&one| of(one)).sum::<f64>() / n)
}
