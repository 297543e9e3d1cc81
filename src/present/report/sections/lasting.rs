//! Will it last: how long deals in force stand.

use crate::charts::{Curve, CurvePoint, Survival};
use crate::document::{Illustration, Part, Section, Table, Text};
use crate::present::report::{ReportView, odds};
use crate::results::run::StandingAt;
use crate::results::{Cited, cite};

/// Months that the lead tells.
const TOLD: [f64; 3] = [12.0, 60.0, 120.0];
/// Months that the table lists.
const LISTED: [f64; 7] = [1.0, 6.0, 12.0, 24.0, 36.0, 60.0, 120.0];

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let run = view.run();
    let standing = &cite!(run.standing);
    let title = "Will it last";
    if standing.is_empty() {
        let none = "No package was in force and carried out, so that there is nothing to last.";
        return Section::new("lasting", title, vec![Part::Lead(Text::from(none))]);
    }
    let band = if knows_worlds(standing) {
        "The shade holds eight in ten of the worlds that the file allows, counted by their pairs of deals."
    } else {
        "Too few worlds have several deals to tell how far worlds differ in this."
    };
    let parts = vec![
        Part::Lead(lead(standing)),
        illustration(standing).into(),
        Part::Table(table(standing)),
        Part::Note(
            Text::from(band).and(
                " The risk is greatest in the first weeks, as it was for past ceasefires and peace \
                 agreements; strong guarantees, trust and terms that nobody has to swallow lengthen it.",
            ),
        ),
    ];
    Section::new("lasting", title, parts)
}

/// Can it be told of any time how far worlds differ?
fn knows_worlds(standing: &[StandingAt]) -> bool {
    standing.iter().any(|point| point.share.worlds().is_some())
}

fn lead(standing: &Cited<'_, Vec<StandingAt>>) -> Text {
    let mut text = Text::from("Of the deals in force that are carried out, ");
    let told = standing.each().filter(|point| TOLD.contains(&point.months));
    for (count, point) in told.enumerate() {
        text = text
            .and_if(count > 0, ", ")
            .then(odds::with_interval(&cite!(point.share)))
            .and(if count == 0 { " still stand after " } else { " after " })
            .and(odds::span(point.months));
    }
    text.and(".")
}

/// The curve at the months that people ask for.
fn table(standing: &Cited<'_, Vec<StandingAt>>) -> Table {
    let columns = ["After", "#Still standing", "#Worlds"];
    let told = knows_worlds(standing);
    let mut table = Table::new(Text::new(), if told { &columns } else { &columns[..2] });
    for point in standing.each().filter(|point| LISTED.contains(&point.months)) {
        let share = cite!(point.share);
        let worlds = odds::spread(&share);
        let cells = [Text::from(odds::span(point.months)), odds::with_interval(&share)];
        table.row(cells.into_iter().chain(worlds));
    }
    table
}

fn illustration(standing: &Cited<'_, Vec<StandingAt>>) -> Illustration {
    let start = CurvePoint { at: 0.0, value: 1.0, band: None };
    let points = standing.iter().map(|point| {
        let band = odds::chart_worlds(&point.share);
        CurvePoint { at: point.months, value: point.share.value, band }
    });
    let chart = Survival {
        id: "survival".to_owned(),
        title: "Share of deals carried out that still stand".to_owned(),
        axis: "months in force".to_owned(),
        marks: TOLD.iter().map(|&months| (months, odds::span(months))).collect(),
        curves: vec![Curve {
            name: "still standing".to_owned(),
            points: std::iter::once(start).chain(points).collect(),
        }],
    };
    Illustration::new(|width| chart.draw(width), [standing.place()])
}
