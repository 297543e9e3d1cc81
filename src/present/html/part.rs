//! The parts of a section as HTML.

use maud::{Markup, PreEscaped, html};

use super::text::text;
use crate::present::briefing::{Cell, Illustration, Part, Table};
use crate::present::svg;

/// Parts below a heading of this level.
pub(super) fn parts(parts: &[Part]) -> Markup {
    html! { @for one in parts { (part(one)) } }
}

fn part(part: &Part) -> Markup {
    html! {
        @match part {
            Part::Lead(words) => p.lead { (text(words)) },
            Part::Paragraph(words) => p { (text(words)) },
            Part::Note(words) => p.note { (text(words)) },
            Part::Heading(words) => h3 { (text(words)) },
            Part::List(points) => ul { @for point in points { li { (text(point)) } } },
            Part::Table(one) => (table(one)),
            Part::Figure(one) => (figure(one)),
            Part::Folded { title, parts } => {
                details { summary { (text(title)) } (self::parts(parts)) }
            },
            Part::Command(words) => pre { code dir="ltr" { (words) } },
        }
    }
}

fn table(table: &Table) -> Markup {
    html! {
        table.stack {
            @if !table.caption.is_empty() { caption { (text(&table.caption)) } }
            thead { tr {
                @for column in &table.columns {
                    th scope="col" .n[column.numeric] { (column.title) }
                }
            } }
            tbody { @for row in &table.rows { tr {
                @for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                    @if index == 0 {
                        th scope="row" { (self::cell(cell)) }
                    } @else {
                        td .n[column.numeric] data-label=(column.title) { (self::cell(cell)) }
                    }
                }
            } } }
        }
    }
}

fn cell(cell: &Cell) -> Markup {
    html! {
        @match cell {
            Cell::Text(words) => span { (text(words)) },
            Cell::Drawing(svg) => span.zopa { (PreEscaped(svg)) },
        }
    }
}

/// The chart at both widths, of which one is shown, and its numbers below.
fn figure(figure: &Illustration) -> Markup {
    let Illustration { wide, narrow, from } = figure;
    html! {
        figure data-from=(from.join(" ")) {
            figcaption dir="auto" { (wide.title) }
            div.wide { (PreEscaped(&wide.svg)) }
            div.narrow { (PreEscaped(&narrow.svg)) }
            details.numbers {
                summary { "The numbers of this chart" }
                (numbers(&wide.table))
            }
        }
    }
}

fn numbers(table: &svg::Table) -> Markup {
    html! {
        table.stack {
            caption { bdi { (table.caption) } }
            thead { tr {
                @for column in &table.columns {
                    th scope="col" .n[column.numeric] { (column.title) }
                }
            } }
            tbody { @for row in &table.rows { tr {
                @for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                    @if index == 0 {
                        th scope="row" { bdi { (cell) } }
                    } @else {
                        td .n[column.numeric] data-label=(column.title) { bdi { (cell) } }
                    }
                }
            } } }
        }
    }
}
