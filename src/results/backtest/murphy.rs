//! A Brier score in its parts (Murphy 1973), and the reliability table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::scoring::{Bin, Murphy};
use crate::results::Mean;

/// A Brier score in its parts: reliability less resolution plus uncertainty is the score of binned odds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScoreParts {
    /// Bins of equal width, empty ones included.
    pub bins: u64,
    /// The bins that hold a question, in order.
    pub table: Vec<ReliabilityBin>,
    /// How far odds are from frequencies: 0 is best.
    pub reliability: f64,
    /// How far frequencies are from each other: the more the better.
    pub resolution: f64,
    /// How far the outcomes themselves differ.
    pub uncertainty: f64,
    /// The score of the binned odds.
    pub binned_score: f64,
    /// The score less that of the binned odds: what the bins leave out.
    pub within: f64,
}

/// A bin of the reliability table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReliabilityBin {
    /// Odds from here …
    pub low: f64,
    /// … to below here (the last bin: up to and with 1).
    pub high: f64,
    /// Questions in it.
    pub count: u64,
    /// How many of them came true.
    pub happened: u64,
    /// The share that came true, with Wilson's interval (1927) as of independent questions.
    pub frequency: Mean,
    /// Mean of the odds.
    pub mean_odds: f64,
}

impl ScoreParts {
    pub(super) fn new(murphy: &Murphy, bins: usize) -> Self {
        Self {
            bins: bins as u64,
            table: murphy.bins.iter().map(Into::into).collect(),
            reliability: murphy.reliability,
            resolution: murphy.resolution,
            uncertainty: murphy.uncertainty,
            binned_score: murphy.binned_score(),
            within: murphy.within,
        }
    }
}

impl From<&Bin> for ReliabilityBin {
    fn from(bin: &Bin) -> Self {
        Self {
            low: bin.low,
            high: bin.high,
            count: bin.count as u64,
            happened: bin.happened as u64,
            frequency: Mean::new(bin.frequency(), bin.interval()),
            mean_odds: bin.mean_odds,
        }
    }
}
