//! A sheet as one page, in the frame of every page: a file that needs nothing beside it, fetches nothing
//! and has no script.

use maud::{Markup, html};

use super::sheet::{Block, Grid, Sheet};
use crate::document::Illustration;
use crate::render::html;

/// How it looks.
const STYLE: &str = include_str!("page.css");

/// Writes a sheet as a page.
pub(super) fn write(sheet: &Sheet) -> String {
    let title = sheet.blocks.iter().find_map(|block| match block {
        Block::Heading(1, text) => Some(text.as_str()),
        _ => None,
    });
    let body = html! {
        main { (blocks(&sheet.blocks)) }
        footer {
            p {
                "A game, not a forecast. Values are points of the players' own briefs. Made by zopa "
                (env!("CARGO_PKG_VERSION")) "."
            }
        }
    };
    html::frame(title.unwrap_or("zopa"), STYLE, None, &body)
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
                Block::Drawing(drawing) => {
                    (html::figure(&Illustration::new(|width| drawing.draw(width), [])))
                },
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
