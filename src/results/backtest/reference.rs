//! Answers without a model, and what the model saves against them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::backtest::{Reference, ReferenceScore};
use crate::results::Resampled;

/// The scores of somebody without a model, and the model's on the same questions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceScores {
    /// Who.
    pub id: Reference,
    /// Questions that it answers.
    pub questions: u64,
    /// Its mean Brier score.
    pub brier: Resampled,
    /// Its mean log score.
    pub log: Resampled,
    /// The model's mean Brier score on those questions.
    pub model_brier: Resampled,
    /// Its Brier score less the model's: positive where the model is better.
    pub brier_saved: Resampled,
    /// The same of the log score.
    pub log_saved: Resampled,
    /// What is saved of the Brier score, as a share of it; null where there is nothing to save.
    pub skill: Option<f64>,
}

impl From<&ReferenceScore> for ReferenceScores {
    fn from(score: &ReferenceScore) -> Self {
        Self {
            id: score.reference,
            questions: score.questions as u64,
            brier: score.brier.into(),
            log: score.log.into(),
            model_brier: score.model_brier.into(),
            brier_saved: score.brier_saved.into(),
            log_saved: score.log_saved.into(),
            skill: score.skill,
        }
    }
}
