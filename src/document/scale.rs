//! A labelled scale with rows of marks and bands under it.

use super::{Table, Text};

/// The axis and what stands under it.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Low end and its value as shown.
    pub low: (f64, String),
    /// High end and its value as shown.
    pub high: (f64, String),
    /// Anchors; the ends may be among them.
    pub ticks: Vec<Tick>,
    /// Rows and headings, top to bottom.
    pub lines: Vec<Line>,
}

/// A labelled point of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// Its value as shown on the axis, where there is room.
    pub value: String,
    /// What it means, listed under the axis; may be empty.
    pub text: String,
}

/// A line under the axis.
#[derive(Clone, Debug)]
pub enum Line {
    /// Words over the rows that follow.
    Heading {
        /// On the left.
        text: String,
        /// Over the numbers of the rows.
        columns: Vec<String>,
    },
    /// Figures on the scale.
    Row(Row),
}

/// A label, figures on the scale, and numbers behind it.
#[derive(Clone, Debug)]
pub struct Row {
    /// On the left.
    pub label: Text,
    /// In the order they are painted.
    pub figures: Vec<Figure>,
    /// On the right, in columns from the left; the last of a line alone may be missing.
    pub numbers: Vec<Text>,
}

/// What is drawn in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// One character at a value.
    Mark {
        /// Where.
        at: f64,
        /// The character.
        sign: char,
    },
    /// A run of one character between two values, in either order, ends included.
    Band {
        /// One end.
        from: f64,
        /// The other.
        to: f64,
        /// The character: `─` for a path, `█` for a range.
        sign: char,
    },
}

impl Line {
    /// A heading.
    pub fn heading(text: &str, columns: &[&str]) -> Self {
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        Self::Heading { text: text.to_owned(), columns }
    }

    /// A row.
    pub fn row(
        label: impl Into<Text>,
        figures: Vec<Figure>,
        numbers: impl IntoIterator<Item = Text>,
    ) -> Self {
        Self::Row(Row { label: label.into(), figures, numbers: numbers.into_iter().collect() })
    }

    /// What stands in a column behind the scale, as it is shown.
    pub(crate) fn behind(&self, column: usize) -> String {
        match self {
            Self::Heading { columns, .. } => columns.get(column).cloned().unwrap_or_default(),
            Self::Row(row) => row.numbers.get(column).map_or_else(String::new, Text::plain),
        }
    }

    /// How many columns it has behind the scale.
    pub(crate) fn columns(&self) -> usize {
        match self {
            Self::Heading { columns, .. } => columns.len(),
            Self::Row(row) => row.numbers.len(),
        }
    }
}

impl Scale {
    /// What the rows say in numbers: a table for every heading.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables: Vec<Table> = Vec::new();
        for line in &self.lines {
            match line {
                Line::Heading { text, columns } => {
                    let columns = columns.iter().map(|title| format!("#{title}"));
                    let columns: Vec<String> = [text.clone()].into_iter().chain(columns).collect();
                    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
                    tables.push(Table::new(Text::new(), &columns));
                }
                Line::Row(row) => {
                    let Some(table) = tables.last_mut() else { continue };
                    let behind = table.columns.len().saturating_sub(1);
                    let numbers = (0..behind)
                        .map(|column| row.numbers.get(column).cloned().unwrap_or_default());
                    table.row([row.label.clone()].into_iter().chain(numbers));
                }
            }
        }
        tables
    }
}
