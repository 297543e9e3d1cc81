//! A sheet as Markdown that reads as plain text, 80 columns wide.

use super::sheet::{Block, Grid, Sheet};
use crate::text::{Padded, width};
use crate::text::{WIDTH, hang, wrap};

/// The narrowest last column of a table.
const NARROWEST: usize = 8;

/// Writes a sheet.
pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    let mut list = false;
    for block in &sheet.blocks {
        let item = matches!(block, Block::Item(_));
        let goes_on = item && list;
        if !goes_on && !matches!(block, Block::Drawing(_)) {
            gap(&mut out);
        }
        list = item;
        match block {
            Block::Heading(level, text) => {
                let head = format!("{} ", "#".repeat(*level));
                hang(&mut out, &head, head.len(), text);
            }
            Block::Paragraph(text) => hang(&mut out, "", 0, text),
            Block::Item(text) => hang(&mut out, "- ", 2, text),
            Block::Table(grid) | Block::Bars(grid) => table(&mut out, grid),
            Block::Drawing(_) => {}
        }
    }
    out
}

/// One blank line between what stands here and what comes.
fn gap(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

/// The last column is wrapped to fit.
fn table(out: &mut String, grid: &Grid) {
    let Some(last) = grid.head.len().checked_sub(1) else { return };
    let mut widths: Vec<usize> = grid.head.iter().map(|text| width(text).max(2)).collect();
    for row in &grid.rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    let taken: usize = widths[..last].iter().map(|width| width + 3).sum::<usize>() + 4;
    widths[last] = widths[last].min(WIDTH.saturating_sub(taken)).max(NARROWEST);
    let mut line = |cells: &[String]| {
        out.push('|');
        for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let cell = Padded(cell.replace('|', "/"));
            *out += &if grid.right.contains(&column) {
                format!(" {cell:>width$} |")
            } else {
                format!(" {cell:<width$} |")
            };
        }
        out.push('\n');
    };
    line(&grid.head);
    let rule = |(column, width): (usize, &usize)| {
        if grid.right.contains(&column) {
            format!("{}:", "-".repeat(width - 1))
        } else {
            "-".repeat(*width)
        }
    };
    line(&widths.iter().enumerate().map(rule).collect::<Vec<_>>());
    for row in &grid.rows {
        let tail = row.get(last).map_or("", String::as_str);
        for (number, part) in wrap(tail, widths[last]).iter().enumerate() {
            let cell = |cell: &String| if number == 0 { cell.clone() } else { String::new() };
            let mut cells: Vec<String> = row.iter().take(last).map(cell).collect();
            cells.push(part.clone());
            line(&cells);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_keep_to_the_page_and_wrap_their_last_column() {
        let mut sheet = Sheet::default();
        let long = "a word ".repeat(30);
        sheet.table(&["one", "two"], &[0], &[vec!["1".to_owned(), long]]);
        let text = sheet.done();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.starts_with("| one | two"), "{text}");
        assert!(text.contains("| --: | --"), "{text}");
        assert!(text.lines().count() > 4, "{text}");
    }
}
