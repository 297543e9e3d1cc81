//! What choosing the model's constants on the other cases would do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::backtest::{CaseScore, Recalibration, Setting};
use crate::results::Named;

/// Leave one case out: the constants that score best on the others, scored on it. No position moves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Recalibrated {
    /// Worlds played of each case and setting.
    pub worlds: u64,
    /// Settings of the grid.
    pub settings: u64,
    /// Case by case.
    pub left_out: Vec<LeftOutCase>,
    /// Mean Brier score over all questions with the constants as they are.
    pub as_it_is: f64,
    /// … with those chosen on the other cases.
    pub left_out_score: f64,
    /// The one setting that is best for all cases: hindsight.
    pub best: Factors,
    /// Mean Brier score with that one, the least that the grid can give.
    pub best_score: f64,
}

/// One case left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOutCase {
    /// Which.
    pub case: Named,
    /// The setting that is best on the others.
    pub chosen: Factors,
    /// Mean Brier score of the case with the constants as they are.
    pub as_it_is: f64,
    /// … with those chosen.
    pub with_chosen: f64,
}

/// Factors on the model's constants: 1 is as they are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Factors {
    /// … on the rate of tries at a text.
    pub text_rate: f64,
    /// … on the noise of every party's readiness.
    pub readiness: f64,
    /// … on the scale of durability.
    pub durability_scale: f64,
}

impl Recalibrated {
    pub(super) fn new(found: &Recalibration, cases: &[CaseScore]) -> Self {
        let left_out = found.left_out.iter().map(|one| {
            let case = &cases[one.case];
            LeftOutCase {
                case: Named { id: case.id.clone(), title: case.title.clone() },
                chosen: one.chosen.into(),
                as_it_is: one.as_it_is,
                with_chosen: one.with_chosen,
            }
        });
        Self {
            worlds: found.worlds,
            settings: found.settings as u64,
            left_out: left_out.collect(),
            as_it_is: found.as_it_is,
            left_out_score: found.left_out_score,
            best: found.best.into(),
            best_score: found.best_score,
        }
    }
}

impl From<Setting> for Factors {
    fn from(setting: Setting) -> Self {
        let Setting { text_rate, readiness, durability_scale } = setting;
        Self { text_rate, readiness, durability_scale }
    }
}
