//! A back-test as tidy CSV: one row a question, at full precision. The scores over all questions are in the JSON.

use serde::Serialize;

use crate::present::rows::{self, Full};
use crate::results::backtest::{Backtest, ScoredCase, ScoredQuestion};

/// A question with its outcome and scores.
#[derive(Serialize)]
struct Row<'a> {
    /// What its case is called.
    case: &'a str,
    /// The case's file.
    file: &'a str,
    /// Its name in the file.
    question: &'a str,
    /// In words.
    text: &'a str,
    /// The day by which it is asked; empty for the horizon.
    by: Option<&'a str>,
    /// The model's odds.
    odds: Full,
    /// Lower end of the 95% interval of the simulation.
    low: Full,
    /// Upper end of it.
    high: Full,
    /// One world in ten has odds below this; empty where that cannot be told.
    worlds_low: Option<Full>,
    /// One world in ten has odds above this; empty where that cannot be told.
    worlds_high: Option<Full>,
    /// 1 for yes, 0 for no.
    outcome: u8,
    /// The file's base rate, where it states one.
    base_rate: Option<Full>,
    /// The share of yes among the questions of all other cases; empty of one case.
    others_share: Option<Full>,
    /// Brier score.
    brier: Full,
    /// Log score.
    log: Full,
}

/// The rows as text.
pub fn csv(backtest: &Backtest) -> String {
    let cases = backtest.cases.iter();
    rows::csv(cases.flat_map(|case| case.questions.iter().map(move |one| row(case, one))))
}

fn row<'a>(case: &'a ScoredCase, one: &'a ScoredQuestion) -> Row<'a> {
    let estimate = one.estimate;
    Row {
        case: &case.id,
        file: &case.scenario.file,
        question: &one.id,
        text: &one.text,
        by: one.by.as_deref(),
        odds: Full(estimate.value),
        low: Full(estimate.low),
        high: Full(estimate.high),
        worlds_low: estimate.worlds_low.map(Full),
        worlds_high: estimate.worlds_high.map(Full),
        outcome: u8::from(one.outcome),
        base_rate: one.base_rate.map(Full),
        others_share: one.others_share.map(Full),
        brier: Full(one.brier),
        log: Full(one.log),
    }
}
