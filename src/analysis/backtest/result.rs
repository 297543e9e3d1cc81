//! What a back-test says, ready for presenters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::grid::Recalibration;
use crate::analysis::scoring::{Discrimination, Forecast, Murphy};
use crate::montecarlo::Estimate;
use crate::stream::Seed;

/// An interval of 95%, by drawing whole cases; `None` of one case.
pub type Interval = Option<(f64, f64)>;

/// The results of a back-test.
#[derive(Clone, Debug)]
pub struct Backtest {
    /// The seed.
    pub seed: Seed,
    /// Worlds played of each case.
    pub worlds: u64,
    /// Histories in each.
    pub histories: u64,
    /// Bins of the reliability table, of equal width.
    pub bins: usize,
    /// Every case with its scored questions, in the order given.
    pub cases: Vec<CaseScore>,
    /// The model's mean Brier score over all questions.
    pub brier: MeanScore,
    /// The model's mean log score.
    pub log: MeanScore,
    /// What it is held against.
    pub references: Vec<ReferenceScore>,
    /// Why the Brier score is what it is, with the reliability table.
    pub murphy: Murphy,
    /// Does it tell yes from no? All questions first, then each id that several cases ask.
    pub told: Vec<Told>,
    /// What choosing the global constants on the other cases would have done; `None` where it was not
    /// asked for or there is one case only.
    pub recalibration: Option<Recalibration>,
}

/// One case.
#[derive(Clone, Debug)]
pub struct CaseScore {
    /// What it is called: the file's name without its ending.
    pub id: String,
    /// The scenario's title.
    pub title: String,
    /// Its resolved questions.
    pub questions: Vec<Scored>,
    /// Questions without an outcome, which are left out.
    pub open: usize,
}

/// One question with its outcome and scores.
#[derive(Clone, Debug)]
pub struct Scored {
    /// Index of the question in its scenario.
    pub question: usize,
    /// Its key.
    pub id: String,
    /// In words.
    pub text: String,
    /// The model's odds.
    pub estimate: Estimate,
    /// What happened.
    pub happened: bool,
    /// The file's base rate.
    pub base_rate: Option<f64>,
    /// The share of yes among the questions of all other cases; `None` of one case only.
    pub others_share: Option<f64>,
    /// Brier score.
    pub brier: f64,
    /// Log score.
    pub log: f64,
}

impl Scored {
    /// Odds and outcome.
    pub fn forecast(&self) -> Forecast {
        Forecast::new(self.estimate.value, self.happened)
    }
}

/// A mean over questions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanScore {
    /// The mean.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
}

/// How well yes was told from no.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The id that the cases share; `None` for all questions together, whose p-value takes questions of
    /// one case for independent and so is too small.
    pub id: Option<String>,
    /// The figures; `None` where all were yes or all no.
    pub found: Option<Discrimination>,
    /// Questions.
    pub questions: usize,
}

impl Backtest {
    /// Every scored question with its case, in order.
    pub fn questions(&self) -> impl Iterator<Item = (&CaseScore, &Scored)> {
        self.cases.iter().flat_map(|case| case.questions.iter().map(move |one| (case, one)))
    }
}

/// Somebody who answers every question without a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reference {
    /// One half, always.
    Half,
    /// The share of yes among all questions of the set, always. It knows the set's outcomes: hindsight
    /// that no forecaster has.
    SetShare,
    /// The share of yes among the questions of all *other* cases: the same without hindsight.
    OthersShare,
    /// The base rate that the file states, where it states one.
    BaseRate,
}

impl Reference {
    /// All, in the order they are told.
    pub const ALL: [Self; 4] = [Self::Half, Self::SetShare, Self::OthersShare, Self::BaseRate];

    /// The word of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::SetShare => "set-share",
            Self::OthersShare => "others-share",
            Self::BaseRate => "base-rate",
        }
    }
}

/// A reference's scores, and the model's on the same questions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferenceScore {
    /// Who.
    pub reference: Reference,
    /// Questions that it answers.
    pub questions: usize,
    /// Its mean Brier score.
    pub brier: MeanScore,
    /// Its mean log score.
    pub log: MeanScore,
    /// The model's mean Brier score on those questions.
    pub model_brier: MeanScore,
    /// What the model saves on the Brier score: its own less the model's; positive where the model is
    /// better.
    pub brier_saved: MeanScore,
    /// The same of the log score.
    pub log_saved: MeanScore,
    /// Brier skill of the model against it: 1 − model/reference.
    pub skill: Option<f64>,
}
