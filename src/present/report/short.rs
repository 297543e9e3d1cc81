//! The short forms of a report: a memo of two pages, and one page. They say nothing that the whole does not;
//! they leave out, and every number has the same place in the same JSON.

use super::sections::{
    self, answer, blockers, gains, hinges, interims, method, process, questions, terms,
};
use super::{ReportView, odds};
use crate::montecarlo::{Contrast, Outcome};
use crate::present::briefing::{Briefing, Length, Number, Part, Section, Table, Text, author};
use crate::present::causes::families;
use crate::present::compare::Side;
use crate::present::outcomes::noun;

/// Families of causes, changes and questions that are told.
const MOST: usize = 5;
const QUESTIONS: usize = 6;

/// The report as short as `length` says, or whole.
pub fn briefing(view: &ReportView<'_>, length: Length) -> Briefing {
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
    Briefing { sections, length, ..whole }
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
        let Some(name) = crate::present::terminal::link_name(view.scenario, step.link) else {
            continue;
        };
        let at = format!("/run/chain/{index}/estimate");
        let given = step.given.map_or(Text::from("–"), |given| {
            Text::from(Number::share(given.value, format!("/run/chain/{index}/given/value")))
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
            .and(Number::share(family.share, format!("/blockers/{number}/share")))
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
    let compare = view.compare?;
    let pairs = compare.alternatives.iter().zip(&compare.contrasts.contrasts).enumerate();
    let points = pairs.take(MOST).map(|(number, (side, contrast))| {
        change(view, (number, side), contrast, compare.told(contrast))
    });
    let mut parts = vec![Part::List(points.flatten().collect())];
    if compare.alternatives.len() > MOST {
        parts.push(Part::Note(Text::from("More changes are in the whole report.")));
    }
    Some(Section::new("comparison", "What a change would do", parts))
}

fn change(
    view: &ReportView<'_>,
    (number, side): (usize, &Side<'_>),
    contrast: &Contrast,
    told: Outcome,
) -> Option<Text> {
    let paired = contrast.outcome(told)?;
    let at = sections::comparison::place(number, contrast, told)?;
    let name = if side.title.is_empty() { side.label } else { side.title };
    Some(
        Text::from(author(name))
            .and(": the odds of ")
            .and(author(&noun(view.scenario, told)))
            .and(" go from ")
            .and(Number::share(paired.base.value, format!("{at}/base/value")))
            .and(" to ")
            .and(Number::share(paired.alternative.value, format!("{at}/with/value")))
            .and("."),
    )
}
