//! How good the deals of alternating offers are.

use crate::document::{Number, Part, Section, Table, Text};
use crate::montecarlo::DealFigure;
use crate::present::offers::words;
use crate::results::run::{DealQuality, Run};
use crate::results::{Cited, cite};

/// The figures of the deals; `None` where there are none.
pub(super) fn deals(run: &Cited<'_, Run>) -> Option<Section> {
    let figures = cite!(run.deals);
    if figures.is_empty() {
        return None;
    }
    let mut table = Table::new(Text::new(), &["", "#", ""]);
    for deal in figures.each() {
        table.row(row(&deal));
    }
    let note = "Distances are between the parties’ values, each from 0 to 1. Left on the table: the most by \
                which the sum of all values could rise with nobody worse off.";
    let title = "How good the deals are (mean over deals, and its 95% interval)";
    Some(Section::new("deals", title, vec![Part::Table(table), Part::Note(Text::from(note))]))
}

fn row(deal: &Cited<'_, DealQuality>) -> [Text; 3] {
    let (scale, digits, unit) = match deal.figure {
        DealFigure::Rounds => (1.0, 1, ""),
        DealFigure::Efficient => (100.0, 1, "%"),
        _ => (1.0, 3, ""),
    };
    let shown =
        |value: Cited<'_, f64>| Number::shown(format!("{:.digits$}", *value * scale), &value);
    let interval = Text::from("(")
        .and(shown(cite!(deal.mean.low)))
        .and("–")
        .and(shown(cite!(deal.mean.high)))
        .and(unit)
        .and(")");
    [Text::from(words(deal.figure)), Text::from(shown(cite!(deal.mean.value))).and(unit), interval]
}
