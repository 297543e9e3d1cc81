//! The short forms of a report: a memo of two pages, and one page. They say nothing that the whole does not;
//! they leave out, and every number has the same place in the same JSON.

use super::sections::{
    self, answer, blockers, gains, hinges, interims, method, process, questions, terms,
};
use super::{ReportView, odds};
use crate::document::{Document, Length, Number, Part, Section, Table, Text, author};
use crate::present::causes::families;
use crate::present::compare::{noun_of, outcome};
use crate::results::compare::{Alternative, Compare};
use crate::results::{Cited, Envelope, cite};

/// Families of causes, changes and questions that are told.
const MOST: usize = 5;
const QUESTIONS: usize = 6;

/// The report as short as `length` says, or whole.
pub fn briefing(view: &ReportView<'_>, length: Length) -> Document {
    let whole = super::briefing(view);
    if length == Length::Whole {
        return whole;
    }
    let memo = length == Length::Memo;
    let sections = [
        Some(Section::new("answer", "The answer", answer(view, memo))),
        Some(Section::new("chain", "Where deals are won and lost", chain(view, memo))),
        interims::section(view).filter(|_| memo),
        questions_of(view, memo),
        terms_of(view).filter(|_| memo),
        blockers_of(view).filter(|_| memo),
        memo.then(|| Section::new("gains", "What the signatories sign", gains::in_short(view))),
        Some(Section::new("hinges", "What the answer hangs on", hinges(view))),
        changes(view),
        Some(method::limits(view)),
        memo.then(|| {
            Section::new("method", "How it was made", vec![Part::Command(view.command.to_owned())])
        }),
    ];
    let sections = sections.into_iter().flatten().collect();
    Document { sections, length, ..whole }
}

fn answer(view: &ReportView<'_>, memo: bool) -> Vec<Part> {
    let mut parts = answer::leads(view);
    if memo {
        parts.extend(answer::structural(view).map(Part::Paragraph));
    }
    parts
}

fn chain(view: &ReportView<'_>, memo: bool) -> Vec<Part> {
    let columns = ["", "#Odds", "#Worlds", "#Of those before"];
    let mut table = Table::new(Text::new(), &columns);
    for (index, step) in view.summary.chain.iter().enumerate() {
        let Some(name) = crate::present::process::link_name(view.scenario, step.link) else {
            continue;
        };
        let at = format!("/run/result/chain/{index}/estimate");
        let given = step.given.map_or(Text::from("–"), |given| {
            Text::from(Number::share_at(
                given.value,
                format!("/run/result/chain/{index}/given/value"),
            ))
        });
        table.row([
            Text::from(name),
            odds::with_interval(&step.estimate, &at),
            odds::worlds(&step.estimate, &at),
            given,
        ]);
    }
    let mut parts = vec![Part::Table(table)];
    if memo {
        parts.push(Part::Paragraph(process::zone(view)));
    }
    parts
}

fn questions_of(view: &ReportView<'_>, memo: bool) -> Option<Section> {
    let answers = &view.summary.questions;
    if answers.is_empty() {
        return None;
    }
    let told = if memo { answers.len() } else { answers.len().min(QUESTIONS) };
    let mut parts = vec![Part::Table(questions::table(view.scenario, &answers[..told]))];
    if told < answers.len() {
        parts.push(Part::Note(Text::from("More questions are in the whole report.")));
    }
    Some(Section::new("questions", "The questions, from inside and from outside", parts))
}

fn terms_of(view: &ReportView<'_>) -> Option<Section> {
    let signed = &view.summary.terms;
    if signed.is_empty() {
        return None;
    }
    let columns = ["Issue", "#Middle", "#Half between", "In words"];
    let mut table = Table::new(Text::new(), &columns);
    for (place, spread) in signed.iter().enumerate() {
        table.row(terms::row(&view.scenario.issues[spread.issue], place, spread));
    }
    Some(Section::new("terms", "On what terms", vec![Part::Table(table)]))
}

fn blockers_of(view: &ReportView<'_>) -> Option<Section> {
    let families = families(view.scenario, &view.summary.endings);
    let first = families.first()?;
    let mut parts = vec![Part::Lead(blockers::lead(first))];
    let others = families.iter().enumerate().skip(1).take(MOST - 1);
    let others = others.map(|(number, family)| {
        Text::from(family.title)
            .and(": ")
            .and(Number::share_at(family.share, format!("/run/result/blockers/{number}/share")))
    });
    let others: Vec<Text> = others.collect();
    if !others.is_empty() {
        parts.push(Part::List(others));
    }
    Some(Section::new("blockers", "Who blocks, and over what", parts))
}

fn hinges(view: &ReportView<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Lead(hinges::headline(view))];
    if !view.summary.structural.is_empty() {
        parts.push(Part::Table(hinges::structural(view)));
    }
    parts
}

/// What each change does to the outcome that the comparison tells of it.
fn changes(view: &ReportView<'_>) -> Option<Section> {
    let compare = sections::comparison::cited(view)?;
    let alternatives = cite!(compare.result.alternatives);
    let points = alternatives.each().take(MOST).filter_map(|one| change(&compare, &one));
    let mut parts = vec![Part::List(points.collect())];
    if alternatives.len() > MOST {
        parts.push(Part::Note(Text::from("More changes are in the whole report.")));
    }
    Some(Section::new("comparison", "What a change would do", parts))
}

fn change(compare: &Envelope<Compare>, one: &Cited<'_, Alternative>) -> Option<Text> {
    let odds = outcome(one, &one.told)?;
    let (base, with) = (cite!(odds.base.value), cite!(odds.with.value));
    let name = if one.title.is_empty() { &one.label } else { &one.title };
    Some(
        Text::from(author(name))
            .and(": the odds of ")
            .and(author(&noun_of(compare, &one.told)))
            .and(" go from ")
            .and(Number::share(&base))
            .and(" to ")
            .and(Number::share(&with))
            .and("."),
    )
}
