//! Is yes told from no?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::backtest::Told;
use crate::results::Mean;

/// How well yes was told from no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ToldApart {
    /// The id that cases share; null for all questions together, whose figures take the questions of one case
    /// for independent and so promise too much.
    pub id: Option<String>,
    /// Questions.
    pub questions: u64,
    /// The figures; null where all had the same answer.
    pub found: Option<Found>,
}

/// The area under the curve of hits against false alarms.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Found {
    /// Questions answered yes.
    pub yes: u64,
    /// Questions answered no.
    pub no: u64,
    /// The chance that a yes was given higher odds than a no, ½ none and 1 perfect, with Newcombe's interval
    /// (2006, method 5).
    pub auc: Mean,
    /// The chance of as much when odds say nothing.
    pub p: f64,
    /// The smallest such chance that so few questions could give, for perfect odds.
    pub least_p: f64,
}

impl From<&Told> for ToldApart {
    fn from(told: &Told) -> Self {
        Self {
            id: told.id.clone(),
            questions: told.questions as u64,
            found: told.found.map(|found| Found {
                yes: found.yes as u64,
                no: found.no as u64,
                auc: Mean::new(found.auc, (found.low, found.high)),
                p: found.p,
                least_p: found.least_p,
            }),
        }
    }
}
