//! What the model's odds are held against: whoever cannot beat these says nothing.

use super::mean::mean_score;
use super::result::{CaseScore, Reference, ReferenceScore, Scored};
use crate::analysis::scoring::{Forecast, brier_of, log_score_of, skill};
use crate::stream::StreamKey;

/// Every reference that answers a question.
pub(super) fn references(cases: &[CaseScore], key: &StreamKey) -> Vec<ReferenceScore> {
    let share = share_of_yes(cases.iter()).unwrap_or(0.5);
    let score = |reference: Reference| {
        let other = |scored: &Scored| {
            let odds = odds(reference, share, scored)?;
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

/// The odds that a reference gives, `share` being that of yes in the whole set.
fn odds(reference: Reference, share: f64, scored: &Scored) -> Option<f64> {
    match reference {
        Reference::Half => Some(0.5),
        Reference::SetShare => Some(share),
        Reference::OthersShare => scored.others_share,
        Reference::BaseRate => scored.base_rate,
    }
}
