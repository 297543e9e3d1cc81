//! A comparison as a document: what changes, in plain English, then the tables, then who changed, then what the
//! figures are worth.

use super::blockers::blockers;
use super::odds::odds;
use super::overview::overview;
use super::shifts::{terms, worths};
use super::words::{headline, noun_of, outcome, unlike};
use crate::document::{Document, Length, Number, Part, Section, Table, Text, author};
use crate::montecarlo::StopReason;
use crate::results::compare::{Alternative, Compare};
use crate::results::{Cited, Envelope, cite};

/// Alternatives up to which each is told in full.
const IN_FULL: usize = 2;

/// A comparison in words.
pub fn tell(answer: &Envelope<Compare>) -> Document {
    let answer = &Cited::whole(answer);
    let alternatives: Vec<_> = cite!(answer.result.alternatives).each().collect();
    let mut sections = vec![Section::new("sides", Text::new(), vec![Part::Table(sides(answer))])];
    let heads = alternatives.iter().map(|one| Part::Lead(headline(answer, one)));
    sections.push(Section::new("answer", Text::new(), heads.collect()));
    if alternatives.len() > IN_FULL {
        sections.push(overview(&answer.result, &alternatives));
    } else {
        let several = alternatives.len() > 1;
        for (number, one) in alternatives.iter().enumerate().filter(|(_, one)| !one.same_as_base) {
            sections.extend(several.then(|| heading(answer, number, one)));
            sections.extend(in_full(answer, number, one));
        }
    }
    Document {
        title: Text::from(author(answer.scenario.as_ref().map_or("", |scenario| &scenario.title))),
        facts: played(answer).into_iter().collect(),
        notices: vec![foot(answer, &alternatives)],
        sections,
        colophon: Text::new(),
        length: Length::Whole,
    }
}

/// How much was played.
fn played(answer: &Cited<'_, Envelope<Compare>>) -> Option<Text> {
    let run = cite!(answer.run).some()?;
    Some(
        Text::from(Number::count(&cite!(run.worlds)))
            .and(" worlds × ")
            .and(Number::count(&cite!(run.histories)))
            .and(" histories, the same random numbers on every side · seed ")
            .and(run.seed.to_string()),
    )
}

/// What is held against what.
fn sides(answer: &Envelope<Compare>) -> Table {
    let side = |label: &str, title: &str| {
        let text = Text::from(author(label));
        if title.is_empty() { text } else { text.and(": ").and(author(title)) }
    };
    let base = &answer.result.base;
    let mut table = Table::new(Text::new(), &["~", ""]);
    table.row([Text::from("base"), side(&base.label, &base.title)]);
    for one in &answer.result.alternatives {
        table.row([Text::from("alternative"), side(&one.label, &one.title)]);
    }
    table
}

fn heading(answer: &Envelope<Compare>, number: usize, one: &Alternative) -> Section {
    let title = Text::from("━━ ")
        .and(author(&one.label))
        .and(" against ")
        .and(author(&answer.result.base.label));
    Section::new(format!("alternative-{number}"), title, Vec::new())
}

fn in_full(
    answer: &Envelope<Compare>,
    number: usize,
    one: &Cited<'_, Alternative>,
) -> Vec<Section> {
    let unlike = unlike(&one.unlike);
    let dated = answer.scenario.as_ref().is_some_and(|scenario| scenario.as_of.is_some());
    let sections = [
        Some(("odds", Text::from("What are the odds?"), odds(one))),
        blockers(one).map(|parts| ("blockers", Text::from("Who stood in the way?"), parts)),
        worths(one, dated).map(|parts| ("worths", Text::from("Whose mind changed?"), parts)),
        terms(one).map(|parts| ("terms", Text::from("If signed, on what?"), parts)),
        (!unlike.is_empty()).then(|| ("unlike", Text::new(), vec![Part::List(unlike)])),
    ];
    let sections = sections.into_iter().flatten();
    sections
        .map(|(id, title, parts)| Section::new(format!("{id}-{number}"), title, parts))
        .collect()
}

fn foot(answer: &Envelope<Compare>, alternatives: &[Cited<'_, Alternative>]) -> Text {
    let stopped = answer.run.is_some_and(|run| run.stopped == StopReason::Interrupted);
    Text::new()
        .and_if(
            stopped,
            "The comparison was stopped early: these figures rest on the worlds played. ",
        )
        .then(pairing(answer, alternatives))
        .and(
            "± is the error of the simulation alone: it shrinks with more worlds. The odds on every side follow \
             from the assumptions in its file, and so does their difference; it is what the model says a change \
             does, not a forecast.",
        )
}

/// What common random numbers bought.
fn pairing(answer: &Envelope<Compare>, alternatives: &[Cited<'_, Alternative>]) -> Text {
    let told = &answer.result.told_of_all;
    let factors: Vec<Cited<'_, f64>> = alternatives
        .iter()
        .filter_map(|one| {
            let odds = outcome(one, told)?;
            cite!(odds.variance_reduction).some()
        })
        .collect();
    let least = factors.iter().min_by(|a, b| a.total_cmp(b));
    let most = factors.iter().max_by(|a, b| a.total_cmp(b));
    let Some((least, most)) = least.zip(most) else { return Text::new() };
    let (low, high) = (times(least), times(most));
    let range = if low.shown == high.shown {
        Text::from(high)
    } else {
        Text::from(low).and("–").and(high)
    };
    if **most < 1.5 {
        return Text::from(
            "All sides were played on the same random numbers, but what they draw by has few names in common: \
             that buys next to nothing (as much as ",
        )
        .then(range)
        .and(" times the worlds). ");
    }
    Text::from(
        "All sides were played on the same random numbers, so that little but the change itself makes a \
         difference: for ",
    )
    .and(author(&noun_of(answer, told)))
    .and(" as good as ")
    .then(range)
    .and(" times the worlds on independent ones. ")
}

fn times(factor: &Cited<'_, f64>) -> Number {
    let decimals = usize::from(**factor < 9.95);
    Number::shown(format!("{:.decimals$}", **factor), factor)
}
