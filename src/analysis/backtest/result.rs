//! What a back-test says, ready for presenters.

use super::grid::Recalibration;
use super::play::Case;
use super::reference::{ReferenceScore, others_share, references};
use crate::analysis::scoring::{
    Discrimination, Forecast, Murphy, brier_of, cluster_interval, log_score_of,
};
use crate::montecarlo::{Estimate, Summary};
use crate::stream::{Purpose, Seed, StreamKey};

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
    /// Scores what was played of every case.
    pub(super) fn new(
        cases: &[Case<'_>],
        summaries: &[Summary],
        (seed, bins): (Seed, usize),
        recalibration: Option<Recalibration>,
    ) -> Option<Self> {
        let mut scored: Vec<CaseScore> =
            cases.iter().zip(summaries).map(|(case, summary)| score(case, summary)).collect();
        for index in 0..scored.len() {
            let share = others_share(&scored, index);
            scored[index].questions.iter_mut().for_each(|one| one.others_share = share);
        }
        let all: Vec<Forecast> = forecasts(&scored, None);
        let key = StreamKey::new(seed, Purpose::Bootstrap, "backtest");
        let first = summaries.first()?;
        Some(Self {
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

    /// Every scored question with its case, in order.
    pub fn questions(&self) -> impl Iterator<Item = (&CaseScore, &Scored)> {
        self.cases.iter().flat_map(|case| case.questions.iter().map(move |one| (case, one)))
    }
}

fn score(case: &Case<'_>, summary: &Summary) -> CaseScore {
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
pub(super) fn forecasts(cases: &[CaseScore], id: Option<&str>) -> Vec<Forecast> {
    let questions = cases.iter().flat_map(|case| &case.questions);
    questions.filter(|one| id.is_none_or(|id| one.id == id)).map(Scored::forecast).collect()
}

/// The mean of a figure over the questions that have it.
pub(super) fn mean_score(
    cases: &[CaseScore],
    key: &StreamKey,
    of: impl Fn(&Scored) -> Option<f64>,
) -> Option<MeanScore> {
    let clusters: Vec<Vec<f64>> =
        cases.iter().map(|case| case.questions.iter().filter_map(&of).collect()).collect();
    let count = clusters.iter().map(Vec::len).sum::<usize>();
    let sum: f64 = clusters.iter().flatten().sum();
    (count > 0).then(|| MeanScore {
        value: sum / count as f64,
        interval: cluster_interval(&clusters, key),
    })
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
