//! What a change does to the odds: alternatives against the file as it is, on the same random numbers.

use crate::montecarlo::{Contrast, Outcome, Paired};
use crate::present::briefing::{Illustration, Number, Part, Section, Table, Text, author};
use crate::present::compare::Side;
use crate::present::outcomes::noun;
use crate::present::report::{ReportView, odds};
use crate::present::svg::{Difference, Differences, Interval, Unit};
use crate::present::terminal::{link_name, with_date};

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let compare = view.compare?;
    let pairs = compare.alternatives.iter().zip(&compare.contrasts.contrasts).enumerate();
    let mut parts = vec![Part::Lead(Text::from(
        "Every history is played again with each change, on the same random numbers: what differs is \
             the change, not chance.",
    ))];
    let told = compare.told_of_all();
    // A question that an alternative does not ask has no bar.
    let shown = |contrast: &Contrast| contrast.outcome(told).copied();
    let rows = pairs.clone().filter_map(|(_, (side, contrast))| {
        Some(Difference {
            label: side.label.to_owned(),
            difference: interval(&shown(contrast)?),
            note: side.title.to_owned(),
        })
    });
    let chart = Differences {
        id: "comparison".to_owned(),
        title: format!("Change of the odds of {}", noun(view.scenario, told)),
        unit: Unit::Points,
        lower: "less likely".to_owned(),
        higher: "more likely".to_owned(),
        rows: rows.collect(),
    };
    let from = pairs.clone().filter_map(|(number, (_, contrast))| place(number, contrast, told));
    if !chart.rows.is_empty() {
        parts.push(Illustration::new(|width| chart.draw(width), from).into());
    }
    for (number, (side, contrast)) in pairs {
        parts.push(Part::Heading(heading(side)));
        if let Some((outcome, paired)) = compare.moves_more(contrast, told)
            && let Some(at) = place(number, contrast, outcome)
        {
            parts.push(Part::Paragraph(elsewhere(view, outcome, paired, &at)));
        }
        parts.push(Part::Table(table(view, number, contrast)));
    }
    Some(Section::new("comparison", "What a change would do", parts))
}

fn heading(side: &Side<'_>) -> Text {
    let text = Text::from(author(side.label));
    if side.title.is_empty() { text } else { text.and(": ").and(author(side.title)) }
}

/// Where the pair of an outcome stands in the JSON.
pub(in crate::present::report) fn place(
    number: usize,
    contrast: &Contrast,
    outcome: Outcome,
) -> Option<String> {
    let at = format!("/compare/alternatives/{number}");
    match outcome {
        Outcome::Link(link) => Some(format!("{at}/chain/{}", link as usize)),
        Outcome::Question(question) => {
            let mut asked = contrast.questions.iter();
            let index = asked.position(|((base, _), _)| *base == question)?;
            Some(format!("{at}/questions/{index}"))
        }
    }
}

/// That the change moves another outcome more than the one drawn.
fn elsewhere(view: &ReportView<'_>, outcome: Outcome, paired: &Paired, at: &str) -> Text {
    Text::from("It moves the odds of ")
        .and(author(&noun(view.scenario, outcome)))
        .and(" more than those drawn above: from ")
        .then(odds::with_interval(&paired.base, &format!("{at}/base")))
        .and(" to ")
        .then(odds::with_interval(&paired.alternative, &format!("{at}/with")))
        .and(".")
}

fn interval(paired: &Paired) -> Interval {
    let difference = &paired.difference;
    Interval { value: difference.value, low: difference.low, high: difference.high }
}

fn table(view: &ReportView<'_>, number: usize, contrast: &Contrast) -> Table {
    let columns =
        ["", "#As it is", "#With the change", "#Difference in points", "#Worlds, with it"];
    let mut table = Table::new(Text::new(), &columns);
    let at = format!("/compare/alternatives/{number}");
    for (index, (link, paired)) in contrast.chain.iter().enumerate() {
        if let Some(name) = link_name(view.scenario, *link) {
            table.row(row(Text::from(name), paired, &format!("{at}/chain/{index}")));
        }
    }
    for (index, ((question, _), paired)) in contrast.questions.iter().enumerate() {
        let asked = &view.scenario.questions[*question];
        let name = Text::from(author(&with_date(asked)));
        table.row(row(name, paired, &format!("{at}/questions/{index}")));
    }
    table
}

fn row(name: Text, paired: &Paired, at: &str) -> [Text; 5] {
    let difference =
        |value: f64, key: &str| Number::points(value, format!("{at}/difference/{key}"));
    let of = &paired.difference;
    [
        name,
        odds::with_interval(&paired.base, &format!("{at}/base")),
        odds::with_interval(&paired.alternative, &format!("{at}/with")),
        Text::from(difference(of.value, "value"))
            .and(" (")
            .and(difference(of.low, "low"))
            .and(" to ")
            .and(difference(of.high, "high"))
            .and(")"),
        odds::worlds(&paired.alternative, &format!("{at}/with")),
    ]
}
