//! What the cases of a study say at a glance: how far its outputs range, and which factors they follow.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the cases of a study say. Means are over the cases of its design, not over what is likely.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudyOverview {
    /// What the study asks.
    pub title: String,
    /// The name of its results.
    pub run_id: String,
    /// What the study and its scenarios say, in 64 hexadecimal digits.
    pub fingerprint: String,
    /// The design: which combinations of values are played.
    pub design: String,
    /// The seed.
    pub seed: u64,
    /// Cases of the study.
    pub cases: u64,
    /// Cases that are done: played, or found to make no scenario.
    pub done: u64,
    /// Cases that were played.
    pub played: u64,
    /// Cases whose values make no scenario.
    pub invalid: u64,
    /// Worlds of each case.
    pub worlds: u64,
    /// Histories played in each world.
    pub histories: u64,
    /// Every output over the cases, in the study's order.
    pub outputs: Vec<OutputOverCases>,
    /// The output that factors are held against; null where no case has it.
    pub headline: Option<String>,
    /// The settings of the cases where it is lowest and highest; null where there is nothing to tell apart.
    pub headline_settings: Option<HeadlineSettings>,
    /// The headline output by the values of every factor, in the study's order.
    pub factors: Vec<FactorMeans>,
    /// Half of the widest 95% interval that the headline output has in a case.
    pub widest_half_interval: f64,
}

/// An output over the cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutputOverCases {
    /// Its name.
    pub name: String,
    /// Is it odds, from 0 to 1? Else a plain number: terms, a value, a figure of deals.
    pub odds: bool,
    /// Its range; null where no case has it.
    pub range: Option<CaseRange>,
}

/// How far an output ranges.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseRange {
    /// The least.
    pub least: f64,
    /// The first case with the least.
    pub least_case: u64,
    /// The mean over the cases that have it.
    pub mean: f64,
    /// The most.
    pub most: f64,
    /// The first case with the most.
    pub most_case: u64,
}

/// Settings of two cases: `factor=value, …`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HeadlineSettings {
    /// Where the headline output is lowest.
    pub lowest: String,
    /// Where it is highest.
    pub highest: String,
}

/// The headline output by the values of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactorMeans {
    /// The factor's name in the file.
    pub name: String,
    /// What readers call it.
    pub title: String,
    /// Its values; of many numbers thirds of the cases.
    pub values: Vec<ValueMean>,
}

/// The headline output where a factor has a value, or lies in a third of its values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ValueMean {
    /// The value, or the ends of the third.
    pub value: String,
    /// Cases.
    pub cases: u64,
    /// Their mean.
    pub mean: f64,
    /// Their least.
    pub least: f64,
    /// Their most.
    pub most: f64,
}

impl StudyOverview {
    /// The place of the headline output among the outputs, where a case has it.
    pub fn headline_place(&self) -> Option<usize> {
        let name = self.headline.as_ref()?;
        self.outputs.iter().position(|output| output.name == *name)
    }
}
