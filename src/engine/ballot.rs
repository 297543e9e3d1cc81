//! One vote: with which probability terms of some value pass.

use crate::math;

/// What a home front, or a bloc of one, says yes to, with the numbers of a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ballot {
    /// Passes with this probability.
    Probability(f64),
    /// Passes as approval of the terms allows.
    Approval {
        /// a₀.
        intercept: f64,
        /// a₁.
        slope: f64,
        /// Approval needed.
        quota: f64,
        /// Spread on the day.
        spread: f64,
    },
}

impl Default for Ballot {
    fn default() -> Self {
        Self::Probability(0.0)
    }
}

impl Ballot {
    /// The probability that terms of this value pass, as it is or, with a `blur`, as others see it who
    /// misjudge the approval with this standard deviation: the spread of the day and the error add up as
    /// variances do.
    pub(super) fn passes(&self, value: f64, blur: Option<f64>) -> f64 {
        match *self {
            Self::Probability(probability) => probability,
            Self::Approval { intercept, slope, quota, spread } => {
                let spread = blur.map_or(spread, |error| (spread * spread + error * error).sqrt());
                math::normal_cdf((math::logistic(intercept + slope * value) - quota) / spread)
            }
        }
    }

    /// a₁; 0 where the terms do not count.
    pub(super) fn slope(&self) -> f64 {
        match *self {
            Self::Approval { slope, .. } => slope,
            Self::Probability(_) => 0.0,
        }
    }

    /// The value from which on the terms pass at even odds or better; `None` where the terms do not decide,
    /// or more of them does not help.
    pub(super) fn even_value(&self) -> Option<f64> {
        match *self {
            Self::Approval { intercept, slope, quota, .. }
                if slope > 0.0 && quota > 0.0 && quota < 1.0 =>
            {
                Some((math::ln(quota / (1.0 - quota)) - intercept) / slope)
            }
            Self::Approval { .. } | Self::Probability(_) => None,
        }
    }
}
