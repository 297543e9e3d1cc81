//! Scoring what was played of every case.

use super::case::Case;
use super::grid::Recalibration;
use super::mean::mean_score;
use super::reference::{others_share, references};
use super::result::{Backtest, CaseScore, Scored, Told};
use crate::analysis::scoring::{Discrimination, Forecast, Murphy, brier_of, log_score_of};
use crate::montecarlo::Summary;
use crate::stream::{Purpose, Seed, StreamKey};

/// Scores what was played of every case.
pub(super) fn score(
    cases: &[Case<'_>],
    summaries: &[Summary],
    (seed, bins): (Seed, usize),
    recalibration: Option<Recalibration>,
) -> Option<Backtest> {
    let mut scored: Vec<CaseScore> =
        cases.iter().zip(summaries).map(|(case, summary)| score_case(case, summary)).collect();
    for index in 0..scored.len() {
        let share = others_share(&scored, index);
        scored[index].questions.iter_mut().for_each(|one| one.others_share = share);
    }
    let all: Vec<Forecast> = forecasts(&scored, None);
    let key = StreamKey::new(seed, Purpose::Bootstrap, "backtest");
    let first = summaries.first()?;
    Some(Backtest {
        seed,
        worlds: first.worlds,
        histories: first.histories,
        bins,
        brier: mean_score(&scored, &key, |one| Some(one.brier))?,
        log: mean_score(&scored, &key, |one| Some(one.log))?,
        references: references(&scored, &key),
        murphy: Murphy::of(&all, bins)?,
        told: told(&scored),
        cases: scored,
        recalibration,
    })
}

fn score_case(case: &Case<'_>, summary: &Summary) -> CaseScore {
    let mut questions = Vec::new();
    let mut open = 0;
    for (index, asked) in case.scenario.questions.iter().enumerate() {
        let Some(resolved) = &asked.resolved else {
            open += 1;
            continue;
        };
        let estimate = summary.questions[index].estimate;
        let forecast = Forecast::new(estimate.value, resolved.outcome);
        questions.push(Scored {
            question: index,
            id: asked.id.clone(),
            text: asked.text.clone(),
            estimate,
            happened: resolved.outcome,
            base_rate: asked.base_rate,
            others_share: None,
            brier: brier_of(forecast),
            log: log_score_of(forecast),
        });
    }
    CaseScore { id: case.id.to_owned(), title: case.scenario.title.clone(), questions, open }
}

/// The forecasts of all questions, or of those with an id.
fn forecasts(cases: &[CaseScore], id: Option<&str>) -> Vec<Forecast> {
    let questions = cases.iter().flat_map(|case| &case.questions);
    questions.filter(|one| id.is_none_or(|id| one.id == id)).map(Scored::forecast).collect()
}

/// All questions, then every id that two cases or more ask, in the order of their first asking.
fn told(cases: &[CaseScore]) -> Vec<Told> {
    let mut ids: Vec<&str> = Vec::new();
    for one in cases.iter().flat_map(|case| &case.questions) {
        if !ids.contains(&one.id.as_str()) {
            ids.push(&one.id);
        }
    }
    let shared = ids.into_iter().map(Some).filter(|id| forecasts(cases, *id).len() > 1);
    std::iter::once(None)
        .chain(shared)
        .map(|id| {
            let asked = forecasts(cases, id);
            Told {
                id: id.map(str::to_owned),
                found: Discrimination::of(&asked),
                questions: asked.len(),
            }
        })
        .collect()
}
