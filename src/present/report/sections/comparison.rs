//! What a change does to the odds: alternatives against the file as it is, on the same random numbers.

use crate::charts::{Difference, Differences, Interval, Unit};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::present::compare::{noun_of, outcome};
use crate::present::outcomes::asked;
use crate::present::report::{ReportView, odds};
use crate::results::compare::{Alternative, Paired};
use crate::results::{Cited, cite};

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let report = &view.report;
    let compare = cite!(report.compare).some()?;
    let mut parts = vec![Part::Lead(Text::from(
        "Every history is played again with each change, on the same random numbers: what differs is \
             the change, not chance.",
    ))];
    let told = &compare.result.told_of_all;
    let alternatives: Vec<_> = cite!(compare.result.alternatives).each().collect();
    // A question that an alternative does not ask has no bar.
    let shown: Vec<_> =
        alternatives.iter().filter_map(|one| Some((one, outcome(one, told)?))).collect();
    let rows = shown.iter().map(|(one, odds)| Difference {
        label: one.label.clone(),
        difference: interval(odds),
        note: one.title.clone(),
    });
    let chart = Differences {
        id: "comparison".to_owned(),
        title: format!("Change of the odds of {}", noun_of(&compare, told)),
        unit: Unit::Points,
        lower: "less likely".to_owned(),
        higher: "more likely".to_owned(),
        rows: rows.collect(),
    };
    let from = shown.iter().map(|(_, odds)| odds.place());
    if !chart.rows.is_empty() {
        parts.push(Illustration::new(|width| chart.draw(width), from).into());
    }
    for one in &alternatives {
        parts.push(Part::Heading(heading(one)));
        if let Some(id) = &one.moves_more_than_told_of_all
            && let Some(odds) = outcome(one, id)
        {
            parts.push(Part::Paragraph(elsewhere(&noun_of(&compare, id), &odds)));
        }
        parts.push(Part::Table(table(one)));
    }
    Some(Section::new("comparison", "What a change would do", parts))
}

fn heading(side: &Alternative) -> Text {
    let text = Text::from(author(&side.label));
    if side.title.is_empty() { text } else { text.and(": ").and(author(&side.title)) }
}

/// That the change moves another outcome more than the one drawn.
fn elsewhere(noun: &str, odds: &Cited<'_, Paired>) -> Text {
    Text::from("It moves the odds of ")
        .and(author(noun))
        .and(" more than those drawn above: from ")
        .then(odds::with_interval(&cite!(odds.base)))
        .and(" to ")
        .then(odds::with_interval(&cite!(odds.with)))
        .and(".")
}

fn interval(odds: &Paired) -> Interval {
    let difference = &odds.difference;
    Interval { value: difference.value, low: difference.low, high: difference.high }
}

fn table(alternative: &Cited<'_, Alternative>) -> Table {
    let columns =
        ["", "#As it is", "#With the change", "#Difference in points", "#Worlds, with it"];
    let mut table = Table::new(Text::new(), &columns);
    for link in cite!(alternative.chain).each() {
        if let Some(name) = &link.title {
            table.row(row(Text::from(name.clone()), &cite!(link.odds)));
        }
    }
    for question in cite!(alternative.questions).each() {
        let name = author(&asked(&question.text, question.by.as_deref()));
        table.row(row(Text::from(name), &cite!(question.odds)));
    }
    table
}

fn row(name: Text, odds: &Cited<'_, Paired>) -> [Text; 5] {
    let points = |end: Cited<'_, f64>| Number::points(&end);
    [
        name,
        odds::with_interval(&cite!(odds.base)),
        odds::with_interval(&cite!(odds.with)),
        Text::from(points(cite!(odds.difference.value)))
            .and(" (")
            .and(points(cite!(odds.difference.low)))
            .and(" to ")
            .and(points(cite!(odds.difference.high)))
            .and(")"),
        odds::worlds(&cite!(odds.with)),
    ]
}
