//! The short forms of a report: a memo of two pages, and one page. They say nothing that the whole does not;
//! they leave out, and every number has the same place in the same JSON.

use super::sections::{
    answer, blockers, gains, hinges, interims, method, process, questions, terms,
};
use super::{ReportView, odds};
use crate::document::{Length, Number, Part, Section, Table, Text, author};
use crate::present::compare::{noun_of, outcome};
use crate::present::process::link_name;
use crate::results::compare::{Alternative, Compare};
use crate::results::{Cited, Envelope, cite};

/// Families of causes, changes and questions that are told.
const MOST: usize = 5;
const QUESTIONS: usize = 6;

/// The sections of a memo, or of one page.
pub(super) fn sections(view: &ReportView<'_>, length: Length) -> Vec<Section> {
    let memo = length == Length::Memo;
    let command = || view.report.report.command.clone();
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
        memo.then(|| Section::new("method", "How it was made", vec![Part::Command(command())])),
    ];
    sections.into_iter().flatten().collect()
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
    let run = view.run();
    for step in cite!(run.chain).each() {
        let Some(name) = link_name(view.scenario, step.id) else { continue };
        let given = cite!(step.given).some();
        let given =
            given.map_or(Text::from("–"), |given| Text::from(Number::share(&cite!(given.value))));
        let estimate = cite!(step.estimate);
        table.row([
            Text::from(name),
            odds::with_interval(&estimate),
            odds::worlds(&estimate),
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
    let run = view.run();
    let asked = cite!(run.questions);
    if asked.is_empty() {
        return None;
    }
    let told = if memo { asked.len() } else { asked.len().min(QUESTIONS) };
    let mut parts = vec![Part::Table(questions::table(asked.each().take(told)))];
    if told < asked.len() {
        parts.push(Part::Note(Text::from("More questions are in the whole report.")));
    }
    Some(Section::new("questions", "The questions, from inside and from outside", parts))
}

fn terms_of(view: &ReportView<'_>) -> Option<Section> {
    let run = view.run();
    let signed = cite!(run.terms);
    if signed.is_empty() {
        return None;
    }
    let columns = ["Issue", "#Middle", "#Half between", "In words"];
    let mut table = Table::new(Text::new(), &columns);
    for terms in signed.each() {
        table.row(terms::row(view, &terms));
    }
    Some(Section::new("terms", "On what terms", vec![Part::Table(table)]))
}

fn blockers_of(view: &ReportView<'_>) -> Option<Section> {
    let run = view.run();
    let families = cite!(run.blockers);
    let mut families = families.each();
    let mut parts = vec![Part::Lead(blockers::lead(view, &families.next()?))];
    let others = families.take(MOST - 1).map(|family| {
        Text::from(blockers::title_of(view, &family))
            .and(": ")
            .and(Number::share(&cite!(family.share)))
    });
    let others: Vec<Text> = others.collect();
    if !others.is_empty() {
        parts.push(Part::List(others));
    }
    Some(Section::new("blockers", "Who blocks, and over what", parts))
}

fn hinges(view: &ReportView<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Lead(hinges::headline(view))];
    if !view.run().structural.is_empty() {
        parts.push(Part::Table(hinges::structural(view)));
    }
    parts
}

/// What each change does to the outcome that the comparison tells of it.
fn changes(view: &ReportView<'_>) -> Option<Section> {
    let report = &view.report;
    let compare = cite!(report.compare).some()?;
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
