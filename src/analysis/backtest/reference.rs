//! What the model's odds are held against: whoever cannot beat these says nothing.

use super::result::{CaseScore, MeanScore, Scored, mean_score};
use crate::analysis::scoring::{Forecast, brier_of, log_score_of, skill};
use crate::stream::StreamKey;

/// Somebody who answers every question without a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// The odds it gives, `share` being that of yes in the whole set.
    fn odds(self, share: f64, scored: &Scored) -> Option<f64> {
        match self {
            Self::Half => Some(0.5),
            Self::SetShare => Some(share),
            Self::OthersShare => scored.others_share,
            Self::BaseRate => scored.base_rate,
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

/// Every reference that answers a question.
pub(super) fn references(cases: &[CaseScore], key: &StreamKey) -> Vec<ReferenceScore> {
    let share = share_of_yes(cases.iter()).unwrap_or(0.5);
    let score = |reference: Reference| {
        let other = |scored: &Scored| {
            let odds = reference.odds(share, scored)?;
            Some(Forecast::new(odds, scored.happened))
        };
        let mean = |of: &dyn Fn(&Scored) -> Option<f64>| mean_score(cases, key, of);
        let brier = mean(&|one| other(one).map(brier_of))?;
        let model_brier = mean(&|one| other(one).map(|_| one.brier))?;
        Some(ReferenceScore {
            reference,
            questions: cases.iter().flat_map(|case| &case.questions).filter_map(other).count(),
            brier,
            log: mean(&|one| other(one).map(log_score_of))?,
            model_brier,
            brier_saved: mean(&|one| other(one).map(|other| brier_of(other) - one.brier))?,
            log_saved: mean(&|one| other(one).map(|other| log_score_of(other) - one.log))?,
            skill: skill(model_brier.value, brier.value),
        })
    };
    Reference::ALL.into_iter().filter_map(score).collect()
}

/// The share of yes among the questions of all cases but one.
pub(super) fn others_share(cases: &[CaseScore], left_out: usize) -> Option<f64> {
    let others = cases.iter().enumerate().filter(|(index, _)| *index != left_out);
    share_of_yes(others.map(|(_, case)| case))
}

fn share_of_yes<'a>(cases: impl Iterator<Item = &'a CaseScore>) -> Option<f64> {
    let (mut yes, mut all) = (0_usize, 0_usize);
    for one in cases.flat_map(|case| &case.questions) {
        yes += usize::from(one.happened);
        all += 1;
    }
    (all > 0).then(|| yes as f64 / all as f64)
}
