//! The parts of a section as HTML.

use maud::{Markup, PreEscaped, html};

use super::text::text;
use crate::charts;
use crate::document::{Cell, Column, Illustration, Part, Table};
use crate::render::terminal;

/// What becomes of bars and scales that a terminal draws of characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawings {
    /// The page has charts for that.
    InCharts,
    /// It has none, and shows them as they are.
    AsText,
}

/// Columns of a scale of characters.
const COLUMNS: usize = 78;

/// Parts below a heading of this level.
pub(super) fn parts(parts: &[Part]) -> Markup {
    html! { @for one in parts { (part(one, Drawings::InCharts)) } }
}

/// The same where there are no charts.
pub(super) fn parts_alone(parts: &[Part]) -> Markup {
    html! { @for one in parts { (part(one, Drawings::AsText)) } }
}

fn part(part: &Part, drawings: Drawings) -> Markup {
    html! {
        @match part {
            Part::Lead(words) => p.lead { (text(words)) },
            Part::Paragraph(words) => p { (text(words)) },
            Part::Note(words) => p.note { (text(words)) },
            Part::Heading(words) => h3 { (text(words)) },
            Part::List(points) => ul { @for point in points { li { (text(point)) } } },
            Part::Points(points) => ul { @for point in points { li { (text(point)) } } },
            Part::Below(words) => p.below { (text(words)) },
            Part::Table(one) => (table(one, drawings)),
            Part::Scale(scale) => {
                @if drawings == Drawings::AsText {
                    pre.drawn tabindex="0" { (terminal::scale(scale, COLUMNS)) }
                } @else {
                    @for one in &scale.tables() { (table(one, drawings)) }
                }
            },
            Part::Figure(one) => (figure(one)),
            Part::Folded { title, parts } => {
                details { summary { (text(title)) } @for one in parts { (self::part(one, drawings)) } }
            },
            Part::Command(words) => pre { code dir="ltr" { (words) } },
        }
    }
}

fn table(table: &Table, drawings: Drawings) -> Markup {
    html! {
        table.stack {
            @if !table.caption.is_empty() { caption { (text(&table.caption)) } }
            thead { tr {
                @for column in &table.columns { th scope="col" class=[class(column)] { (column.title) } }
            } }
            tbody { @for row in &table.rows { tr {
                @if let [over, figure] = row.as_slice() && table.columns.len() > 2 {
                    th scope="rowgroup" colspan=(table.columns.len() - 1) { (self::cell(over, drawings)) }
                    td .n { (self::cell(figure, drawings)) }
                } @else { @for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                    @if index == 0 {
                        th scope="row" class=[class(column)] { (self::cell(cell, drawings)) }
                    } @else if column.numeric {
                        // Where rows are stacked, a number needs its heading beside it.
                        td data-label=(column.title) { span { (self::cell(cell, drawings)) } }
                    } @else {
                        td class=[class(column)] { (self::cell(cell, drawings)) }
                    }
                } }
            } } }
        }
    }
}

fn class(column: &Column) -> Option<&'static str> {
    match (column.numeric, column.short) {
        (true, _) => Some("n"),
        (false, true) => Some("s"),
        (false, false) => None,
    }
}

fn cell(cell: &Cell, drawings: Drawings) -> Markup {
    html! {
        @match cell {
            Cell::Text(words) => (text(words)),
            // Its figure stands beside it.
            Cell::Bar(_) | Cell::Bars { .. } => @if drawings == Drawings::AsText {
                span.drawn aria-hidden="true" { (terminal::drawn(cell)) }
            },
            Cell::Drawing(svg) => span.zopa { (inline(svg)) },
        }
    }
}

/// A drawing inside a page, which knows without being told what an `<svg>` is.
pub(super) fn inline(svg: &str) -> PreEscaped<String> {
    PreEscaped(svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1))
}

/// The chart at both widths, of which one is shown, and its numbers below.
fn figure(figure: &Illustration) -> Markup {
    let Illustration { wide, narrow, from, .. } = figure;
    let places: Vec<String> = from.iter().map(ToString::to_string).collect();
    html! {
        figure data-from=[(!from.is_empty()).then(|| places.join(" "))] {
            figcaption dir="auto" .unseen[figure.under_heading] { (wide.title) }
            div.wide { (inline(&wide.svg)) }
            div.narrow { (inline(&narrow.svg)) }
            details.numbers {
                summary { "The numbers of this chart" }
                (numbers(&wide.table))
            }
        }
    }
}

/// Every number of a chart, as it draws them.
fn numbers(table: &charts::Table) -> Markup {
    html! {
        table.small {
            caption { bdi { (table.caption) } }
            thead { tr {
                @for column in &table.columns {
                    th scope="col" class=[column.numeric.then_some("n")] { bdi { (column.title) } }
                }
            } }
            tbody { @for row in &table.rows { tr {
                @for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                    @if index == 0 {
                        th scope="row" { bdi { (cell) } }
                    } @else if column.numeric {
                        td.n { (cell) }
                    } @else {
                        td { bdi { (cell) } }
                    }
                }
            } } }
        }
    }
}
