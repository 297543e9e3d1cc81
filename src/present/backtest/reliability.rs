//! Do odds come true as often as they say, and is yes told from no?

use super::words::{chance, cited, score, signed};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::backtest::{Backtest, Found, ReliabilityBin, ToldApart};
use crate::results::{Cited, cite};
use crate::text::number::percent_range;

/// Characters of a row of the reliability diagram.
const DIAGRAM: usize = 41;

/// The reliability table with its diagram, and the parts of the Brier score.
pub(super) fn reliability(backtest: &Cited<'_, Backtest>) -> Section {
    let scale = format!("0%{:>width$}", "100%", width = DIAGRAM - 2);
    let mut table = Table::new(Text::new(), &["", "#n", "#odds", "#came", &format!("~{scale}")]);
    for bin in cite!(backtest.murphy.table).each() {
        table.row([
            Text::from(percent_range(bin.low, bin.high)),
            Text::from(Number::count(&cite!(bin.count))),
            Text::from(Number::share(&cite!(bin.mean_odds))),
            Text::from(Number::share(&cite!(bin.frequency.value))),
            Text::from(diagram(&bin)),
        ]);
    }
    let how = "odds: mean in the bin, ○; came: share that happened, ●; ◉ both. Of odds that are right in the long \
               run the two would meet.";
    let parts = vec![
        Part::Table(table),
        Part::Note(Text::from(how)),
        Part::Note(parts_of_the_score(backtest)),
    ];
    Section::new("reliability", "Reliability", parts)
}

fn parts_of_the_score(backtest: &Cited<'_, Backtest>) -> Text {
    let part = |value: Cited<'_, f64>| cited(score, &value);
    let within = cite!(backtest.murphy.within);
    let sign = if *within < 0.0 { "− " } else { "+ " };
    Text::from("Brier ")
        .and(part(cite!(backtest.brier.value)))
        .and(" = reliability ")
        .and(part(cite!(backtest.murphy.reliability)))
        .and(" (0 is best) − resolution ")
        .and(part(cite!(backtest.murphy.resolution)))
        .and(" (more is better) + uncertainty ")
        .and(part(cite!(backtest.murphy.uncertainty)))
        .and(" (the questions' own) ")
        .and(sign)
        .and(cited(|value| format!("{:.3}", value.abs()), &within))
        .and(" what the ")
        .and(Number::count(&cite!(backtest.murphy.bins)))
        .and(" bins leave out.")
}

/// Mean odds and frequency on a line from 0 to 100%.
fn diagram(bin: &ReliabilityBin) -> String {
    let at = |share: f64| (share * (DIAGRAM - 1) as f64).round() as usize;
    let (odds, came) = (at(bin.mean_odds), at(bin.frequency.value));
    (0..DIAGRAM)
        .map(|place| match (place == odds, place == came) {
            (true, true) => '◉',
            (true, false) => '○',
            (false, true) => '●',
            _ if place > odds.min(came) && place < odds.max(came) => '─',
            _ => '·',
        })
        .collect()
}

/// How well yes was told from no.
pub(super) fn discrimination(backtest: &Cited<'_, Backtest>) -> Section {
    let columns = ["", "#yes", "#no", "#AUC", "#95%", "#p", "#least p"];
    let mut table = Table::new(Text::new(), &columns);
    let mut alike = Vec::new();
    for told in cite!(backtest.discrimination).each() {
        match cite!(told.found).some() {
            Some(found) => table.row(row(name(&told), &found)),
            None => alike.push(
                name(&told)
                    .and(" ")
                    .and(Number::count(&cite!(told.questions)))
                    .and(" questions, all with the same answer"),
            ),
        }
    }
    let note = "AUC: the chance that a yes was given higher odds than a no; 0.5 is none, 1 perfect. p: the chance of \
                as much when odds say nothing, counted exactly. least p: the smallest that so few questions could \
                give, for perfect odds. In all questions together those of one case count as independent, which \
                they are not: its p and interval promise too much.";
    let mut parts = Vec::new();
    if !table.rows.is_empty() {
        parts.push(Part::Table(table));
    }
    if !alike.is_empty() {
        parts.push(Part::List(alike));
    }
    parts.push(Part::Note(Text::from(note)));
    Section::new("discrimination", "Yes told from no?", parts)
}

fn name(told: &ToldApart) -> Text {
    told.id.as_deref().map_or(Text::from("all questions"), |id| Text::from(author(id)))
}

fn row(name: Text, found: &Cited<'_, Found>) -> [Text; 7] {
    let two = |value: Cited<'_, f64>| cited(signed, &value);
    [
        name,
        Text::from(Number::count(&cite!(found.yes))),
        Text::from(Number::count(&cite!(found.no))),
        Text::from(two(cite!(found.auc.value))),
        Text::from(two(cite!(found.auc.low))).and("–").and(two(cite!(found.auc.high))),
        Text::from(chance(&cite!(found.p))),
        Text::from(chance(&cite!(found.least_p))),
    ]
}
