//! Which columns of a table of games are read as what.

use std::path::Path;

use super::table::{Rows, invalid};
use crate::cli::exit::Failure;

/// What a column is read as.
#[derive(Clone, Debug)]
struct Column {
    reads: String,
    from: String,
    /// Words of the table, and what they stand for.
    words: Vec<(String, String)>,
}

/// How columns are read; without a table of them, by their own names.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    columns: Vec<Column>,
    file: String,
}

impl Columns {
    /// Reads `reads,column,words`.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let rows = Rows::read(path)?;
        if rows.head != ["reads", "column", "words"] {
            return Err(invalid(format!(
                "{}: the columns are {}, but should be reads,column,words",
                rows.file,
                rows.head.join(",")
            )));
        }
        let mut columns: Vec<Column> = Vec::new();
        for (row, line) in rows.records.iter().zip(&rows.lines) {
            let here = |message: String| invalid(format!("{}:{line}: {message}", rows.file));
            let (reads, from) = (row[0].to_owned(), row[1].to_owned());
            if reads.is_empty() || from.is_empty() {
                return Err(here("say what is read, and from which column".to_owned()));
            }
            if columns.iter().any(|other| other.reads == reads) {
                return Err(here(format!("`{reads}` is read twice; leave one of the rows out")));
            }
            let word = |pair: &str| {
                let (word, means) = pair.split_once('=')?;
                Some((word.to_owned(), means.to_owned()))
            };
            let words: Option<Vec<_>> = row[2].split_whitespace().map(word).collect();
            let words = words.ok_or_else(|| {
                here(format!("“{}” should be like high=5 medium=4 low=3", &row[2]))
            })?;
            columns.push(Column { reads, from, words });
        }
        Ok(Self { columns, file: rows.file })
    }

    /// Are columns read by other names than their own?
    pub(super) fn renames(&self) -> bool {
        !self.columns.is_empty()
    }

    /// What is read of a table with these columns: the name it is read by, and its place.
    pub(super) fn places(&self, rows: &Rows) -> Result<Vec<(String, usize)>, Failure> {
        if !self.renames() {
            return Ok(rows
                .head
                .iter()
                .cloned()
                .enumerate()
                .map(|(at, name)| (name, at))
                .collect());
        }
        let place = |column: &Column| {
            let at = rows.head.iter().position(|name| *name == column.from);
            at.map(|at| (column.reads.clone(), at)).ok_or_else(|| {
                invalid(format!(
                    "{}: there is no column `{}`, from which {} reads `{}`; its columns are {}",
                    rows.file,
                    column.from,
                    self.file,
                    column.reads,
                    rows.head.join(", ")
                ))
            })
        };
        self.columns.iter().map(place).collect()
    }

    /// What a field stands for.
    pub(super) fn meaning<'a>(&'a self, reads: &str, field: &'a str) -> Result<&'a str, String> {
        let column = self.columns.iter().find(|column| column.reads == reads);
        let Some(column) = column.filter(|column| !column.words.is_empty()) else {
            return Ok(field);
        };
        let known = column.words.iter().find(|(word, _)| word == field);
        known.map(|(_, means)| &**means).ok_or_else(|| {
            let words: Vec<&str> = column.words.iter().map(|(word, _)| &**word).collect();
            format!(
                "column `{}` says “{field}”, but {} knows only {}",
                column.from,
                self.file,
                words.join(", ")
            )
        })
    }
}
