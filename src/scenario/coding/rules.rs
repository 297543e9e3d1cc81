//! What rules say, once read.

use super::template::Part;

/// Rules that code any row of one record.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rules {
    /// The record.
    pub title: String,
    pub(super) row: Naming,
    pub(super) columns: Vec<Column>,
    pub(super) slots: Vec<Slot>,
    pub(super) parts: Vec<Part>,
}

impl Rules {
    /// The column with a number or name of its own for each row.
    pub fn id(&self) -> &str {
        &self.row.id
    }

    /// Every column that is read: those that name the row first.
    pub fn needed(&self) -> impl Iterator<Item = &str> {
        let Naming { id, name, year, month } = &self.row;
        [id, name, year, month]
            .into_iter()
            .chain(self.columns.iter().map(|column| &column.name))
            .map(String::as_str)
    }
}

/// The columns that name a row and say when it begins.
#[derive(Clone, Debug)]
pub(super) struct Naming {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) year: String,
    pub(super) month: String,
}

/// A column of whole numbers.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// A text of the template that a column decides.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) name: String,
    /// Its place among the columns.
    pub(super) column: usize,
    /// Every code of the column lies in exactly one.
    pub(super) cases: Vec<Case>,
    pub(super) unknown: String,
}

impl Slot {
    /// The text for a code, or for none.
    pub(super) fn text(&self, code: Option<u32>) -> &str {
        let case = code
            .and_then(|code| self.cases.iter().find(|case| (case.from..=case.to).contains(&code)));
        case.map_or(&self.unknown, |case| &case.text)
    }

    /// Is this one of its texts?
    pub(super) fn has(&self, text: &str) -> bool {
        self.unknown == text || self.cases.iter().any(|case| case.text == text)
    }
}

/// What some codes become.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) text: String,
}
