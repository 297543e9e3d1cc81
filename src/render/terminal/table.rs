//! Tables in columns.
//!
//! One rule: two blanks between columns; numbers stand to the right under their heading, everything else to
//! the left; a column is as wide as its widest cell. Where that is more than the terminal has, the widest
//! column of text gives way, and its cells go on below themselves; a bar becomes shorter.

use crate::document::{Cell, Table};
use crate::render::bar::{BAR, bar};
use crate::text::{Padded, flat, hang_within, width, wrap};

/// Blanks between columns.
const GAP: usize = 2;
/// Rows below a text that stands over them are so far in.
const STEP: usize = 2;
/// A column of text gives way down to this many columns.
const NARROWEST: usize = 12;
/// Columns of two bars on either side of their middle.
const SIDE: usize = 17;

/// The table's lines, `indent` columns in. A heading of the section stands in the head of the first column.
pub(super) fn table(table: &Table, heading: &str, indent: usize, within: usize) -> String {
    let mut out = String::new();
    let caption = table.caption.plain();
    if !caption.is_empty() {
        out.push_str(&format!("{}{caption}\n", " ".repeat(indent)));
    }
    let mut rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|one| cell(one, BAR)).collect()).collect();
    let is_over = |row: &Vec<Cell>| row.len() == 2 && table.columns.len() > 2;
    let step = if table.rows.iter().any(is_over) { STEP } else { 0 };
    let mut widths = natural(table, &rows);
    if let Some(first) = widths.first_mut() {
        *first = (*first).max(width(heading).saturating_sub(indent));
    }
    fit(table, &mut widths, within.saturating_sub(indent + step));
    let mut heading = heading;
    if widths.first().is_some_and(|first| first + indent < width(heading)) {
        // It leaves too little to the others.
        hang_within(&mut out, "", 0, heading, within);
        heading = "";
        widths = natural(table, &rows);
        fit(table, &mut widths, within.saturating_sub(indent + step));
    }
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
    for (row, cells) in rows.iter_mut().zip(&table.rows) {
        for ((shown, one), &columns) in row.iter_mut().zip(cells).zip(&widths) {
            if matches!(one, Cell::Bar(_)) && columns < BAR {
                *shown = cell(one, columns);
            }
        }
        match row.as_slice() {
            [text, figure] if table.columns.len() > 2 => {
                let columns = STEP + widths.iter().sum::<usize>() + GAP * (widths.len() - 1);
                over(&mut out, (text, figure), (columns, indent), within);
            }
            _ => wrapped(&mut out, table, row, (&widths, indent + step)),
        }
    }
    out
}

/// A text over the rows below it, with its figure where their last column ends; further to the right where that
/// leaves too little to the text.
fn over(
    out: &mut String,
    (text, figure): (&str, &str),
    (columns, indent): (usize, usize),
    within: usize,
) {
    let most = within.saturating_sub(indent + width(figure) + GAP);
    let room = columns.saturating_sub(width(figure) + GAP).max(width(text)).min(most);
    let mut lines = broken(text, room.max(1)).into_iter();
    let (margin, gap) = (" ".repeat(indent), " ".repeat(GAP));
    let first = lines.next().unwrap_or_default();
    out.push_str(&format!("{margin}{:<room$}{gap}{figure}\n", Padded(&first)));
    for line in lines {
        out.push_str(&format!("{margin}{line}\n"));
    }
}

/// A bar or two of characters.
pub(in crate::render) fn drawn(of: &Cell) -> String {
    cell(of, BAR)
}

/// A cell as it is shown, with so many columns for a bar.
fn cell(cell: &Cell, columns: usize) -> String {
    match cell {
        Cell::Text(text) => flat(&text.plain()),
        Cell::Bar(share) => bar(*share, columns),
        Cell::Bars { low, high } => bars(*low, *high),
        // It says what the text beside it says.
        Cell::Drawing(_) => String::new(),
    }
}

/// Two bars from one middle, the low end's in light and the high end's in full: where both are on one side the
/// shorter is drawn over the longer.
fn bars(low: f64, high: f64) -> String {
    let mut cells = [' '; 2 * SIDE + 1];
    let mut ends = [(low, '░'), (high, '█')];
    ends.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    for (share, mark) in ends {
        let length = (share.abs().min(1.0) * SIDE as f64).round() as usize;
        for step in 1..=length {
            cells[if share < 0.0 { SIDE - step } else { SIDE + step }] = mark;
        }
    }
    cells[SIDE] = '│';
    cells.into_iter().collect()
}

/// Every column as wide as its widest cell.
fn natural(table: &Table, rows: &[Vec<String>]) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    // What stands over all columns makes none of them wider.
    let rows = || rows.iter().filter(|row| row.len() == table.columns.len());
    let widest = |index: usize| rows().map(move |row| row.get(index).map_or(0, |c| width(c)));
    columns
        .map(|(index, column)| widest(index).max().unwrap_or_default().max(width(&column.title)))
        .collect()
}

/// Bars give way, then the widest columns of text, until all fit.
fn fit(table: &Table, widths: &mut [usize], within: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    loop {
        let over = (widths.iter().sum::<usize>() + gaps).saturating_sub(within);
        let is_bar = |index: usize| {
            table.rows.iter().any(|row| matches!(row.get(index), Some(Cell::Bar(_))))
        };
        let bar = (0..widths.len()).find(|&index| is_bar(index) && widths[index] > NARROWEST);
        if let Some(bar) = bar.filter(|_| over > 0) {
            widths[bar] = widths[bar].saturating_sub(over).max(NARROWEST);
            continue;
        }
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
