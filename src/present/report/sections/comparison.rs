//! What a change does to the odds: alternatives against the file as it is, on the same random numbers.

use crate::montecarlo::{Contrast, Link, Paired};
use crate::present::briefing::{Illustration, Number, Part, Section, Table, Text, author};
use crate::present::compare::Side;
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
    let rows = pairs.clone().map(|(_, (side, contrast))| Difference {
        label: side.label.to_owned(),
        difference: interval(signed(contrast)),
        note: side.title.to_owned(),
    });
    let chart = Differences {
        id: "comparison".to_owned(),
        title: match view.rounds() {
            Some(_) => "Change of the odds of a deal",
            None => "Change of the odds of a signature",
        }
        .to_owned(),
        unit: Unit::Points,
        lower: "less likely".to_owned(),
        higher: "more likely".to_owned(),
        rows: rows.collect(),
    };
    let from =
        (0..compare.alternatives.len()).map(|n| format!("/compare/alternatives/{n}/chain/2"));
    parts.push(Illustration::new(|width| chart.draw(width), from).into());
    for (number, (side, contrast)) in pairs {
        parts.push(Part::Heading(heading(side)));
        parts.push(Part::Table(table(view, number, contrast)));
    }
    Some(Section::new("comparison", "What a change would do", parts))
}

fn heading(side: &Side<'_>) -> Text {
    let text = Text::from(author(side.label));
    if side.title.is_empty() { text } else { text.and(": ").and(author(side.title)) }
}

fn signed(contrast: &Contrast) -> &Paired {
    &contrast.chain[Link::Signed as usize].1
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
