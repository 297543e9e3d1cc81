//! Tables in columns.
//!
//! One rule: two blanks between columns; numbers stand to the right under their heading, everything else to
//! the left; a column is as wide as its widest cell. Where that is more than the terminal has, the widest
//! column of text gives way, and its cells go on below themselves.

use crate::document::{Cell, Table};
use crate::text::{Padded, flat, width, wrap};

/// Blanks between columns.
const GAP: usize = 2;
/// A column of text gives way down to this many columns.
const NARROWEST: usize = 12;
/// Columns of a bar.
const BAR: usize = 24;

/// The table's lines, `indent` columns in. A heading of the section stands in the head of the first column.
pub(super) fn table(table: &Table, heading: &str, indent: usize, within: usize) -> String {
    let mut out = String::new();
    let caption = table.caption.plain();
    if !caption.is_empty() {
        out.push_str(&format!("{}{caption}\n", " ".repeat(indent)));
    }
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let mut widths = natural(table, &rows);
    if let Some(first) = widths.first_mut() {
        *first = (*first).max(width(heading).saturating_sub(indent));
    }
    fit(table, &mut widths, within.saturating_sub(indent));
    if !table.is_headless() || !heading.is_empty() {
        let mut heads: Vec<String> =
            table.columns.iter().map(|column| flat(&column.title)).collect();
        if heading.is_empty() {
            line(&mut out, table, &heads, (&widths, indent));
        } else if let ([first, ..], [head, ..]) = (widths.as_mut_slice(), heads.as_mut_slice()) {
            heading.clone_into(head);
            *first += indent;
            line(&mut out, table, &heads, (&widths, 0));
            widths[0] -= indent;
        }
    }
    for row in &rows {
        wrapped(&mut out, table, row, (&widths, indent));
    }
    out
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => flat(&text.plain()),
        Cell::Bar(share) => {
            let filled = (share.clamp(0.0, 1.0) * BAR as f64).round() as usize;
            "█".repeat(filled) + &"·".repeat(BAR - filled)
        }
        // It says what the text beside it says.
        Cell::Drawing(_) => String::new(),
    }
}

/// Every column as wide as its widest cell.
fn natural(table: &Table, rows: &[Vec<String>]) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    let widest = |index: usize| rows.iter().map(move |row| row.get(index).map_or(0, |c| width(c)));
    columns
        .map(|(index, column)| widest(index).max().unwrap_or_default().max(width(&column.title)))
        .collect()
}

/// The widest columns of text give way until all fit.
fn fit(table: &Table, widths: &mut [usize], within: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    loop {
        let over = (widths.iter().sum::<usize>() + gaps).saturating_sub(within);
        let gives = (0..widths.len()).filter(|&index| {
            let column = &table.columns[index];
            !column.numeric && !column.short && widths[index] > NARROWEST
        });
        let Some(widest) = gives.max_by_key(|&index| widths[index]).filter(|_| over > 0) else {
            return;
        };
        let next = (0..widths.len())
            .filter(|&index| index != widest && !table.columns[index].numeric)
            .map(|index| widths[index])
            .filter(|&width| width < widths[widest])
            .max();
        // Down to the next widest at most, so that several give way together.
        let least = next.unwrap_or(NARROWEST).max(NARROWEST).min(widths[widest] - 1);
        widths[widest] = widths[widest].saturating_sub(over).max(least);
    }
}

/// A row, on as many lines as its longest cell takes.
fn wrapped(out: &mut String, table: &Table, row: &[String], at: (&[usize], usize)) {
    let cells: Vec<Vec<String>> =
        row.iter().zip(at.0).map(|(cell, &columns)| broken(cell, columns)).collect();
    let lines = cells.iter().map(Vec::len).max().unwrap_or_default();
    for number in 0..lines {
        let part = |cell: &Vec<String>| cell.get(number).cloned().unwrap_or_default();
        line(out, table, &cells.iter().map(part).collect::<Vec<_>>(), at);
    }
}

/// The lines of a cell; all of them stand in as far as it begins.
fn broken(cell: &str, columns: usize) -> Vec<String> {
    if width(cell) <= columns {
        return vec![cell.to_owned()];
    }
    let lead = cell.len() - cell.trim_start_matches(' ').len();
    // Something but blanks has to be left of the column.
    let lead = if lead < columns { lead } else { 0 };
    let indent = " ".repeat(lead);
    wrap(cell, columns - lead).into_iter().map(|line| format!("{indent}{line}")).collect()
}

fn line(out: &mut String, table: &Table, cells: &[String], (widths, indent): (&[usize], usize)) {
    let start = out.len();
    out.push_str(&" ".repeat(indent));
    for (index, (cell, &columns)) in cells.iter().zip(widths).enumerate() {
        if index > 0 {
            out.push_str(&" ".repeat(GAP));
        }
        let cell = Padded(cell);
        *out += &if table.columns[index].numeric {
            format!("{cell:>columns$}")
        } else {
            format!("{cell:<columns$}")
        };
    }
    out.truncate(out.trim_end_matches(' ').len().max(start));
    out.push('\n');
}
