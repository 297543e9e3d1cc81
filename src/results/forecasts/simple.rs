//! The two forecasts that are one number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reason;
use crate::solution::forecasts::{ForecastError, Median};

/// The mean weighted by capability and salience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeightedMean {
    /// The mean, in the unit.
    pub value: Option<f64>,
    /// Why there is none.
    pub reason: Option<String>,
}

/// The median weighted by capability and salience: the position that beats every other, or all that none beats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeightedMedian {
    /// The median, the middle of a tie, in the unit.
    pub value: Option<f64>,
    /// Lowest position that no other beats.
    pub low: Option<f64>,
    /// Highest position that no other beats.
    pub high: Option<f64>,
    /// Are there several?
    pub tie: Option<bool>,
    /// Why there is no answer.
    pub reason: Option<String>,
}

impl WeightedMean {
    pub(super) fn new(answer: &Result<f64, ForecastError>) -> Self {
        Self { value: answer.as_ref().ok().copied(), reason: reason(answer) }
    }
}

impl WeightedMedian {
    pub(super) fn new(answer: &Result<Median, ForecastError>) -> Self {
        let median = answer.as_ref().ok();
        Self {
            value: median.map(|median| median.point()),
            low: median.map(|median| median.low),
            high: median.map(|median| median.high),
            tie: median.map(|median| !median.is_unique()),
            reason: reason(answer),
        }
    }
}
