//! What `zopa backtest` answers: odds of questions whose outcome is known, scored.

mod case;
mod discrimination;
mod murphy;
mod recalibration;
mod reference;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use case::{ScoredCase, ScoredQuestion};
pub use discrimination::{Found, ToldApart};
pub use murphy::{ReliabilityBin, ScoreParts};
pub use recalibration::{Factors, LeftOutCase, Recalibrated};
pub use reference::ReferenceScores;

use super::{Envelope, Resampled, RunOf};
use crate::analysis::backtest::{self, MeanScore};
use crate::analysis::scoring::FLOOR;
use crate::model::Scenario;
use crate::montecarlo::StopReason;

/// A back-test with what was tested.
#[derive(Clone, Copy, Debug)]
pub struct Tested<'a> {
    /// The results.
    pub backtest: &'a backtest::Backtest,
    /// The scenario of each case, in the same order.
    pub scenarios: &'a [&'a Scenario],
    /// Where each came from.
    pub files: &'a [String],
}

/// The answer of a back-test. Intervals of means draw whole cases; there is none of one case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Backtest {
    /// How much was scored.
    pub counts: Counts,
    /// What the odds of what happened count as, at least, in log scores.
    pub log_floor: f64,
    /// Every case with its scored questions, in the order given.
    pub cases: Vec<ScoredCase>,
    /// The model's mean Brier score over all questions: the square of odds less outcome, 0 the best.
    pub brier: Resampled,
    /// The model's mean log score: minus the logarithm of the odds of what happened, 0 the best.
    pub log: Resampled,
    /// What it is held against: answers without a model.
    pub references: Vec<ReferenceScores>,
    /// Why the Brier score is what it is, with the reliability table.
    pub murphy: ScoreParts,
    /// Is yes told from no? All questions first, then each id that several cases ask.
    pub discrimination: Vec<ToldApart>,
    /// What choosing the model's constants on the other cases would have done; null where it was not asked for
    /// or there is one case only.
    pub recalibration: Option<Recalibrated>,
}

/// How much was scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// Cases.
    pub cases: u64,
    /// Their resolved questions.
    pub questions: u64,
}

impl Envelope<Backtest> {
    /// What a back-test answers.
    pub fn of_backtest(tested: Tested<'_>) -> Self {
        let backtest::Backtest { seed, worlds, histories, .. } = *tested.backtest;
        // A back-test that is stopped gives no results.
        let stopped = StopReason::AllWorlds;
        Self::new("backtest", Backtest::new(tested)).played(RunOf {
            seed: seed.0,
            worlds,
            histories,
            stopped,
        })
    }
}

impl Backtest {
    fn new(tested: Tested<'_>) -> Self {
        let found = tested.backtest;
        let cases = found.cases.iter().zip(tested.scenarios).zip(tested.files);
        Self {
            counts: Counts {
                cases: found.cases.len() as u64,
                questions: found.questions().count() as u64,
            },
            log_floor: FLOOR,
            cases: cases
                .map(|((case, scenario), file)| ScoredCase::new(case, scenario, file))
                .collect(),
            brier: found.brier.into(),
            log: found.log.into(),
            references: found.references.iter().map(Into::into).collect(),
            murphy: ScoreParts::new(&found.murphy, found.bins),
            discrimination: found.told.iter().map(Into::into).collect(),
            recalibration: found
                .recalibration
                .as_ref()
                .map(|one| Recalibrated::new(one, &found.cases)),
        }
    }
}

impl From<MeanScore> for Resampled {
    fn from(score: MeanScore) -> Self {
        Self::new(score.value, score.interval)
    }
}
