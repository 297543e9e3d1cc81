//! A sheet as one page: a file that needs nothing beside it and fetches nothing. Text is escaped by
//! construction (`maud`); the page's policy (Content-Security-Policy) forbids everything but its own
//! style, and there is no script.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::sheet::{Block, Drawing, Grid, Sheet};
use crate::present::svg;

/// How it looks.
const STYLE: &str = include_str!("page.css");
/// Widths at which drawings are made, in pixels: one for wide screens and paper, one for telephones.
const WIDE: f64 = 720.0;
const NARROW: f64 = 340.0;
/// What the page may do.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
                      form-action 'none'";

/// Writes a sheet as a page.
pub(super) fn write(sheet: &Sheet) -> String {
    let title = sheet.blocks.iter().find_map(|block| match block {
        Block::Heading(1, text) => Some(text.as_str()),
        _ => None,
    });
    let style = format!("{}{STYLE}", svg::css());
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("zopa ", env!("CARGO_PKG_VERSION")));
                meta name="referrer" content="no-referrer";
                // An empty icon, so that no browser asks a server for one.
                link rel="icon" href="data:,";
                title { (title.unwrap_or("zopa")) }
                style { (PreEscaped(style)) }
            }
            body {
                main { (blocks(&sheet.blocks)) }
                footer {
                    p {
                        "A game, not a forecast. Values are points of the players' own briefs. Made by zopa "
                        (env!("CARGO_PKG_VERSION")) "."
                    }
                }
            }
        }
    };
    page.into_string()
}

fn blocks(blocks: &[Block]) -> Markup {
    let runs = blocks.chunk_by(|a, b| matches!((a, b), (Block::Item(_), Block::Item(_))));
    html! {
        @for run in runs {
            @match &run[0] {
                Block::Heading(1, text) => h1 { bdi { (text) } },
                Block::Heading(2, text) => h2 { bdi { (text) } },
                Block::Heading(_, text) => h3 { bdi { (text) } },
                Block::Paragraph(text) => p { (text) },
                Block::Item(_) => ul { @for item in run {
                    @if let Block::Item(text) = item { li { (text) } }
                } },
                Block::Table(grid) => (table(grid)),
                Block::Drawing(drawing) => (figure(drawing)),
                Block::Bars(_) => {},
            }
        }
    }
}

fn table(grid: &Grid) -> Markup {
    let numeric = |column: usize| grid.right.contains(&column);
    html! {
        table {
            thead { tr { @for (column, text) in grid.head.iter().enumerate() {
                th scope="col" .n[numeric(column)] { (text) }
            } } }
            tbody { @for row in &grid.rows { tr {
                @for (column, text) in row.iter().enumerate() { td .n[numeric(column)] { bdi { (text) } } }
            } } }
        }
    }
}

/// The drawing at both widths, of which one is shown, and its numbers below.
fn figure(drawing: &Drawing) -> Markup {
    let (wide, narrow) = (drawing.draw(WIDE), drawing.draw(NARROW));
    html! {
        figure {
            figcaption { bdi { (wide.title) } }
            div.wide { (PreEscaped(&wide.svg)) }
            div.narrow { (PreEscaped(&narrow.svg)) }
            details {
                summary { "The numbers of this chart" }
                table {
                    caption { bdi { (wide.table.caption) } }
                    thead { tr { @for column in &wide.table.columns {
                        th scope="col" .n[column.numeric] { (column.title) }
                    } } }
                    tbody { @for row in &wide.table.rows { tr {
                        @for (cell, column) in row.iter().zip(&wide.table.columns) {
                            td .n[column.numeric] { bdi { (cell) } }
                        }
                    } } }
                }
            }
        }
    }
}
