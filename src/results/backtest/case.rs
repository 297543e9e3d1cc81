//! Cases and their questions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::backtest::{CaseScore, Scored};
use crate::model::Scenario;
use crate::results::{Estimate, ScenarioOf};

/// One case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScoredCase {
    /// What it is called: the file's name without its ending, or the whole path where two have the same.
    pub id: String,
    /// Its scenario.
    pub scenario: ScenarioOf,
    /// Its resolved questions.
    pub questions: Vec<ScoredQuestion>,
    /// Questions without an outcome, which are left out.
    pub open_questions: u64,
}

/// One question with its outcome and scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScoredQuestion {
    /// Its name in the file.
    pub id: String,
    /// In words.
    pub text: String,
    /// The day by which it is asked, `YYYY-MM-DD`; null for the horizon.
    pub by: Option<String>,
    /// The model's odds.
    pub estimate: Estimate,
    /// What happened in fact.
    pub outcome: bool,
    /// Where that is on record.
    pub source: Option<String>,
    /// How often the like happens, as the file states it; null where it states nothing.
    pub base_rate: Option<f64>,
    /// The share of yes among the questions of all other cases; null of one case only.
    pub others_share: Option<f64>,
    /// Brier score.
    pub brier: f64,
    /// Log score.
    pub log: f64,
}

impl ScoredCase {
    pub(super) fn new(case: &CaseScore, scenario: &Scenario, file: &str) -> Self {
        Self {
            id: case.id.clone(),
            scenario: ScenarioOf::new(scenario, file, ""),
            questions: case.questions.iter().map(|one| question(scenario, one)).collect(),
            open_questions: case.open as u64,
        }
    }
}

fn question(scenario: &Scenario, one: &Scored) -> ScoredQuestion {
    let asked = &scenario.questions[one.question];
    ScoredQuestion {
        id: one.id.clone(),
        text: one.text.clone(),
        by: asked.by.map(|by| by.to_string()),
        estimate: one.estimate.into(),
        outcome: one.happened,
        source: asked.resolved.as_ref().and_then(|resolved| resolved.source.clone()),
        base_rate: one.base_rate,
        others_share: one.others_share,
        brier: one.brier,
        log: one.log,
    }
}
