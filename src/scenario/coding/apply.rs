//! From a row to the text of a scenario.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::rules::Rules;
use super::template::Part;
use crate::text::escaped;

/// A row of a record: its cells by their columns. A column that is not there is an empty cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row<'a> {
    /// Column and cell.
    pub cells: Vec<(&'a str, &'a str)>,
}

impl<'a> Row<'a> {
    /// What a column says; nothing where the cell is empty or has one of the marks of a missing value.
    pub fn cell(&self, column: &str) -> Option<&'a str> {
        let cell = self.cells.iter().find(|(name, _)| *name == column)?.1.trim();
        let is_missing = cell.is_empty() || cell == "." || cell.eq_ignore_ascii_case("NA");
        (!is_missing).then_some(cell)
    }
}

/// A row, coded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coded {
    /// The text of its scenario.
    pub text: String,
}

/// Why a row cannot be coded: a cell that the rules do not know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The column.
    pub column: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// The day taken where a row does not say when it begins.
const SOME_DAY: Date = date(2000, 7, 15);

impl Rules {
    /// The scenario of a row.
    ///
    /// # Errors
    /// Every cell that the rules do not know.
    pub fn code(&self, row: &Row<'_>) -> Result<Coded, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut whole = |column: &str, from: u32, to: u32| {
            whole(row, column, from, to).unwrap_or_else(|fault| {
                faults.push(fault);
                None
            })
        };
        let codes: Vec<Option<u32>> =
            self.columns.iter().map(|column| whole(&column.name, column.from, column.to)).collect();
        let year = whole(&self.row.year, 1, 9000);
        let month = whole(&self.row.month, 1, 12);
        if !faults.is_empty() {
            return Err(faults);
        }
        let year = year.map_or(SOME_DAY.year(), |year| year as i16);
        let month = month.map_or(SOME_DAY.month(), |month| month as i8);
        let as_of = Date::new(year, month, SOME_DAY.day()).unwrap_or(SOME_DAY);
        let mut text = self.heading(row, &codes);
        let mut is_there = true;
        for part in &self.parts {
            match part {
                Part::Given(slot, wanted) => is_there = self.slot(*slot, &codes) == wanted,
                Part::End => is_there = true,
                _ if !is_there => {}
                Part::Text(piece) => text.push_str(piece),
                Part::Title => text.push_str(&self.title(row)),
                Part::AsOf(months) => {
                    let day = as_of.checked_add(months.months()).unwrap_or(as_of);
                    // Writing to a String cannot fail.
                    let _ = write!(text, "{day}");
                }
                Part::Slot(slot) => text.push_str(self.slot(*slot, &codes)),
            }
        }
        Ok(Coded { text })
    }

    fn slot(&self, slot: usize, codes: &[Option<u32>]) -> &str {
        let slot = &self.slots[slot];
        slot.text(codes[slot.column])
    }

    /// The row's name as TOML has it, on one line.
    fn title(&self, row: &Row<'_>) -> String {
        let id = row.cell(&self.row.id).unwrap_or("?");
        let name = row.cell(&self.row.name).unwrap_or("without a name");
        format!("\"{}\"", escaped(&format!("{name} ({id})")))
    }

    /// What the scenario was coded from, as a comment.
    fn heading(&self, row: &Row<'_>, codes: &[Option<u32>]) -> String {
        let mut text = format!("# Coded by rules, not by a person. {}.\n", self.title);
        let _ = writeln!(text, "# {}", self.title(row));
        for (column, code) in self.columns.iter().zip(codes) {
            let code = code.map_or("not known".to_owned(), |code| code.to_string());
            let _ = writeln!(text, "#   {} = {code}   ({})", column.name, column.title);
        }
        text
    }
}

/// A whole number between bounds, if the cell has one.
fn whole(row: &Row<'_>, column: &str, from: u32, to: u32) -> Result<Option<u32>, Fault> {
    let Some(cell) = row.cell(column) else { return Ok(None) };
    let number = cell.parse::<f64>().ok().filter(|number| number.fract() == 0.0);
    match number {
        Some(number) if (f64::from(from)..=f64::from(to)).contains(&number) => {
            Ok(Some(number as u32))
        }
        Some(_) => Err(Fault {
            column: column.to_owned(),
            message: format!("`{column}` is {cell}, and the rules know {from} to {to}"),
            help: "correct it, or leave the cell empty if it is not known".to_owned(),
        }),
        None => Err(Fault {
            column: column.to_owned(),
            message: format!("`{column}` is {cell}, which is no whole number"),
            help: format!("write a number from {from} to {to}, or nothing if it is not known"),
        }),
    }
}
