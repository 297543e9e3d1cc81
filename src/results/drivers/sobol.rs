//! Sobol' indices: what explains the spread between worlds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::path;
use crate::analysis::IntervalEstimate;
use crate::analysis::drivers::Shares;
use crate::analysis::sobol::{Indices, Outcome};
use crate::model::Scenario;
use crate::results::Resampled;

/// What explains the spread of the odds between worlds, or why nothing can be said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SobolShares {
    /// What came out.
    pub outcome: SobolWord,
    /// The odds of every world, where they are the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odds: Option<f64>,
    /// What was seen, where all of it can be chance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noise_alone: Option<NoiseAlone>,
    /// The indices, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<SobolIndices>,
}

/// What came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SobolWord {
    /// The odds are the same in every world.
    Constant,
    /// All variance can be noise of few histories.
    NoiseAlone,
    /// Indices.
    Indices,
}

/// Variances of the worlds' odds, in squared shares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoiseAlone {
    /// The variance that was seen.
    pub observed_variance: f64,
    /// The variance that few histories a world make by themselves.
    pub noise_variance: f64,
}

/// Indices of every input, and what they rest on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SobolIndices {
    /// Mean odds.
    pub mean: f64,
    /// Variance of the worlds' odds without the noise, in squared shares.
    pub variance: f64,
    /// Its square root: the standard deviation of the worlds' odds.
    pub standard_deviation: f64,
    /// Share of the observed variance that is noise.
    pub noise_share: f64,
    /// What the inputs explain by themselves, together: what is missing to 1 is interplay.
    pub first_order_sum: f64,
    /// Width of the widest interval of any index.
    pub widest_interval: f64,
    /// Is it within 0.05 (Sarrazin, Pianosi & Wagener 2016)?
    pub converged: bool,
    /// Resamples in which all variance was noise, left out of the intervals.
    pub undefined_resamples: u64,
    /// The inputs, in the order in which they were named or stand in the file.
    pub inputs: Vec<SobolIndex>,
}

/// The indices of an input. Small ones can lie slightly below 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SobolIndex {
    /// The input's path; null of all inputs together that are not studied.
    pub path: Option<String>,
    /// First order: the share of the spread that would go if the input were known.
    pub first: Resampled,
    /// Total order: the share that would stay if all but it were known.
    pub total: Resampled,
}

impl SobolShares {
    pub(super) fn new(scenario: &Scenario, shares: &Shares) -> Self {
        let none =
            Self { outcome: SobolWord::Indices, odds: None, noise_alone: None, indices: None };
        match &shares.outcome {
            &Outcome::Constant { value } => {
                Self { outcome: SobolWord::Constant, odds: Some(value), ..none }
            }
            &Outcome::NoiseAlone { observed, noise } => Self {
                outcome: SobolWord::NoiseAlone,
                noise_alone: Some(NoiseAlone {
                    observed_variance: observed,
                    noise_variance: noise,
                }),
                ..none
            },
            Outcome::Indices(found) => {
                Self { indices: Some(SobolIndices::new(scenario, shares, found)), ..none }
            }
        }
    }
}

impl SobolIndices {
    fn new(scenario: &Scenario, shares: &Shares, found: &Indices) -> Self {
        let resampled =
            |index: &IntervalEstimate| Resampled::new(index.value, Some((index.low, index.high)));
        let inputs = shares.inputs.iter().zip(&found.inputs).map(|(input, index)| SobolIndex {
            path: input.map(|id| path(scenario, id)),
            first: resampled(&index.first),
            total: resampled(&index.total),
        });
        Self {
            mean: found.mean,
            variance: found.variance,
            standard_deviation: found.variance.sqrt(),
            noise_share: found.noise_share,
            first_order_sum: found.first_order_sum,
            widest_interval: found.widest,
            converged: found.converged,
            undefined_resamples: found.undefined_resamples as u64,
            inputs: inputs.collect(),
        }
    }
}
