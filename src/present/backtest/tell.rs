//! A back-test as a document: odds against outcomes, scores against those who know nothing, why, and what so few
//! cases prove.

use super::recalibration::left_out;
use super::reliability::{discrimination, reliability};
use super::scores::{outcomes, scores};
use super::words::chance;
use crate::document::{Document, Length, Number, Text};
use crate::results::backtest::Backtest;
use crate::results::{Cited, Envelope, cite};

/// Cases from which on a back-test may prove something.
const ENOUGH: u64 = 30;

/// A back-test in words.
pub fn tell(answer: &Envelope<Backtest>) -> Document {
    let answer = &Cited::whole(answer);
    let backtest = &cite!(answer.result);
    let (cases, questions) = (cite!(backtest.counts.cases), cite!(backtest.counts.questions));
    let one_or =
        |count: u64, one: &'static str, many: &'static str| if count == 1 { one } else { many };
    let title = Text::from("Back-test of ")
        .and(Number::count(&cases))
        .and(one_or(*cases, " case with ", " cases with "))
        .and(Number::count(&questions))
        .and(one_or(*questions, " resolved question", " resolved questions"));
    let played = cite!(answer.run).some().map(|run| {
        Text::from(Number::count(&cite!(run.worlds)))
            .and(" worlds × ")
            .and(Number::count(&cite!(run.histories)))
            .and(" histories each · seed ")
            .and(run.seed.to_string())
    });
    let sections = [
        Some(outcomes(backtest)),
        Some(scores(backtest)),
        Some(reliability(backtest)),
        Some(discrimination(backtest)),
        cite!(backtest.recalibration).some().map(|found| left_out(&found)),
    ];
    Document {
        title,
        facts: played.into_iter().collect(),
        notices: vec![verdict(backtest)],
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::new(),
        length: Length::Whole,
    }
}

/// What the figures prove, by how many cases there are.
fn verdict(backtest: &Cited<'_, Backtest>) -> Text {
    let cases = cite!(backtest.counts.cases);
    let mut text = Text::new();
    if *cases < ENOUGH {
        let little = if *cases == 1 { " case proves little: " } else { " cases prove little: " };
        text = text
            .and(Number::count(&cases))
            .and(little)
            .then(least_told(backtest))
            .and("whether odds of 70% come true 7 times in 10 cannot be said at all. ");
    }
    text.and(
        "Cases coded by people who know the end score well for that reason alone. zopa stays uncalibrated.",
    )
}

/// The best that so few questions could prove, where cases share a question.
fn least_told(backtest: &Cited<'_, Backtest>) -> Text {
    let told = cite!(backtest.discrimination);
    let independent = told.each().skip(1).filter_map(|told| {
        let found = cite!(told.found).some()?;
        Some(cite!(found.least_p))
    });
    let Some(least) = independent.min_by(|a, b| a.total_cmp(b)) else { return Text::new() };
    let p = chance(&least);
    // One too small to tell brings its own sign.
    let equals = if p.shown.starts_with('<') { "" } else { "= " };
    Text::from(
        "on questions asked once a case even perfect odds could not be told from luck at better than p ",
    )
    .and(equals)
    .and(p)
    .and(", and ")
}
