//! Numbers with their uncertainty, as every result holds them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::montecarlo;

/// Odds, with the 95% interval of the simulation and the spread between worlds.
///
/// The interval shrinks with more worlds; the spread does not: it is what the file leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Estimate {
    /// The odds, 0 to 1.
    pub value: f64,
    /// Lower end of the 95% interval of the simulation.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// Half its width.
    pub half_width: f64,
    /// How the interval was made.
    pub method: montecarlo::Method,
    /// One world in ten has odds below this; null where that cannot be told.
    pub worlds_low: Option<f64>,
    /// One world in ten has odds above this; null where that cannot be told.
    pub worlds_high: Option<f64>,
    /// Why the spread cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worlds_unknown: Option<WorldsUnknown>,
}

/// Why it cannot be told how far worlds differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum WorldsUnknown {
    /// The odds are next to 0.
    #[serde(rename = "near-0")]
    NearZero,
    /// The odds are next to 1.
    #[serde(rename = "near-1")]
    NearOne,
    /// Too few worlds, or too few histories in each, were played to know it.
    #[serde(rename = "too-few")]
    TooFew,
}

/// A mean with its 95% interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// Lower end of its 95% interval.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// Half its width.
    pub half_width: f64,
}

/// A difference, the second side less the first, with its 95% interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// The difference.
    pub value: f64,
    /// Lower end of its 95% interval.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// Half its width.
    pub half_width: f64,
    /// How the interval was made.
    pub method: montecarlo::DifferenceMethod,
}

/// A figure whose 95% interval comes of drawing anew what it rests on (the bootstrap): whole cases, sets of
/// preferences, games or numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Resampled {
    /// The figure.
    pub value: f64,
    /// Lower end of its 95% interval; null where there is too little to draw from.
    pub low: Option<f64>,
    /// Upper end of it.
    pub high: Option<f64>,
}

impl Mean {
    /// A mean with its 95% interval.
    pub fn new(value: f64, (low, high): (f64, f64)) -> Self {
        Self { value, low, high, half_width: (high - low) / 2.0 }
    }
}

impl Difference {
    /// Is no difference at all within the simulation error?
    pub fn may_be_none(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

impl Resampled {
    /// A figure with its interval, where there is one.
    pub fn new(value: f64, interval: Option<(f64, f64)>) -> Self {
        Self { value, low: interval.map(|(low, _)| low), high: interval.map(|(_, high)| high) }
    }

    /// Its 95% interval, where there is one.
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.low.zip(self.high)
    }

    /// The same in units of which one of its own is so many.
    pub fn times(self, unit: f64) -> Self {
        let by = |end: Option<f64>| end.map(|end| end * unit);
        Self { value: self.value * unit, low: by(self.low), high: by(self.high) }
    }
}

impl Estimate {
    /// The same with another spread between worlds.
    pub fn with_worlds(self, worlds: Option<(f64, f64)>) -> Self {
        Self {
            worlds_low: worlds.map(|(low, _)| low),
            worlds_high: worlds.map(|(_, high)| high),
            ..self
        }
    }

    /// The spread between worlds, where it can be told.
    pub fn worlds(&self) -> Option<(f64, f64)> {
        self.worlds_low.zip(self.worlds_high)
    }
}

impl From<&montecarlo::Estimate> for Estimate {
    fn from(estimate: &montecarlo::Estimate) -> Self {
        let montecarlo::Estimate { value, low, high, method, worlds } = *estimate;
        let unknown = match value {
            value if value < montecarlo::NEAR_END => WorldsUnknown::NearZero,
            value if value > 1.0 - montecarlo::NEAR_END => WorldsUnknown::NearOne,
            _ => WorldsUnknown::TooFew,
        };
        Self {
            value,
            low,
            high,
            half_width: (high - low) / 2.0,
            method,
            worlds_low: worlds.map(|(low, _)| low),
            worlds_high: worlds.map(|(_, high)| high),
            worlds_unknown: worlds.is_none().then_some(unknown),
        }
    }
}

impl From<montecarlo::Estimate> for Estimate {
    fn from(estimate: montecarlo::Estimate) -> Self {
        Self::from(&estimate)
    }
}

impl From<montecarlo::Difference> for Difference {
    fn from(difference: montecarlo::Difference) -> Self {
        Self {
            value: difference.value,
            low: difference.low,
            high: difference.high,
            half_width: difference.half_width(),
            method: difference.method,
        }
    }
}

impl From<montecarlo::Mean> for Mean {
    fn from(mean: montecarlo::Mean) -> Self {
        Self::new(mean.value, (mean.low, mean.high))
    }
}
