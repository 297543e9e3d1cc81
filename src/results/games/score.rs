//! How near forecasts came.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::games::{Row, Target, Who};
use crate::results::Resampled;

/// What came, and what the model said of the same games.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TargetMeans {
    /// What is asked.
    pub target: Target,
    /// The mean of what came: a share, or points (value where there are none).
    pub came: f64,
    /// The model's mean of it.
    pub model: f64,
}

/// A forecaster's score on a target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GameScore {
    /// What is asked.
    pub target: Target,
    /// Who answers.
    pub forecaster: Who,
    /// Games scored.
    pub games: u64,
    /// The mean score, low is good: a log score, or a CRPS in points (value where there are none).
    pub score: f64,
    /// By how much the model's is lower on the same games, with an interval that draws whole sets of preferences;
    /// null for the model itself.
    pub saved: Option<Resampled>,
}

impl TargetMeans {
    pub(super) fn new((target, came, model): (Target, f64, f64), points: f64) -> Self {
        let unit = unit(target, points);
        Self { target, came: came * unit, model: model * unit }
    }
}

impl GameScore {
    pub(super) fn new(row: &Row, points: f64) -> Self {
        let unit = unit(row.target, points);
        Self {
            target: row.target,
            forecaster: row.who,
            games: row.games as u64,
            score: row.score * unit,
            saved: row.saved.map(|(saved, interval)| Resampled::new(saved, interval).times(unit)),
        }
    }
}

/// What a number about a target is multiplied by, to be in points.
fn unit(target: Target, points: f64) -> f64 {
    if target.in_value() { points } else { 1.0 }
}
