//! A table of cases: a header, and one row a case.

use std::path::Path;

use super::super::exit::Failure;
use super::super::input::read_cases;
use crate::table::{self, Layout};

/// Names that are listed in an error.
const LISTED: usize = 12;

/// The cases, as written.
pub(super) struct Cases {
    /// The file, as named.
    pub(super) file: String,
    /// The columns' names.
    pub(super) head: Vec<String>,
    /// The rows, each as long as the head.
    pub(super) rows: Vec<csv::StringRecord>,
    /// The line of each row.
    pub(super) lines: Vec<u64>,
}

impl Cases {
    /// Reads a table.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = read_cases(path)?;
        Self::parse(path.display().to_string(), &text)
    }

    pub(super) fn parse(file: String, text: &str) -> Result<Self, Failure> {
        let text = table::text(text);
        let layout = Layout::of_table(&text, None);
        let mut reader =
            layout.reader().flexible(true).has_headers(true).from_reader(text.as_bytes());
        let invalid = |message: String| Failure::invalid(format!("{file}{message}"));
        let head = reader.headers().map_err(|error| invalid(format!(": {error}")))?;
        let head: Vec<String> = head.iter().map(str::to_owned).collect();
        if head.iter().all(String::is_empty) {
            return Err(invalid(
                ": the table is empty; its first row names the columns, as zopa run --csv writes it"
                    .to_owned(),
            ));
        }
        if let Some(twice) = head.iter().enumerate().find(|(i, name)| head[..*i].contains(name)) {
            return Err(invalid(format!(":1: two columns are called `{}`; rename one", twice.1)));
        }
        let (mut rows, mut lines) = (Vec::new(), Vec::new());
        for record in reader.records() {
            let record = record.map_err(|error| invalid(format!(": {error}")))?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() != head.len() {
                return Err(invalid(format!(
                    ":{line}: this row has {} fields, but the header has {}",
                    record.len(),
                    head.len()
                )));
            }
            rows.push(layout.plain_record(record));
            lines.push(line);
        }
        if rows.is_empty() {
            return Err(invalid(": there is a header but no row below it".to_owned()));
        }
        Ok(Self { file, head, rows, lines })
    }

    /// The table is no good: why.
    pub(super) fn invalid(&self, message: impl AsRef<str>) -> Failure {
        Failure::invalid(format!("{}: {}", self.file, message.as_ref()))
    }

    /// The same, about a row.
    pub(super) fn invalid_row(&self, row: usize, message: impl AsRef<str>) -> Failure {
        let line = self.lines[row];
        Failure::invalid(format!("{}:{line}: {}", self.file, message.as_ref()))
    }

    /// Where a column stands; a question's may be named by its id alone.
    pub(super) fn column(&self, name: &str, option: &str) -> Result<usize, Failure> {
        let question = format!("question.{name}");
        let found = self.head.iter().position(|own| own == name);
        let found = found.or_else(|| self.head.iter().position(|own| *own == question));
        found.ok_or_else(|| {
            let like = self
                .head
                .iter()
                .map(|own| (strsim::jaro_winkler(own, name), own))
                .filter(|(likeness, _)| *likeness > 0.8)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let mend = if let Some((_, own)) = like {
                format!("did you mean `{own}`?")
            } else {
                let more = if self.head.len() > LISTED { ", …" } else { "" };
                let names: Vec<&str> = self.head.iter().take(LISTED).map(String::as_str).collect();
                format!("the columns are {}{more}", names.join(", "))
            };
            self.invalid(format!("{option}: there is no column `{name}`; {mend}"))
        })
    }

    /// A column of finite numbers.
    pub(super) fn numbers(&self, column: usize) -> Result<Vec<f64>, Failure> {
        let read = |(row, record): (usize, &csv::StringRecord)| {
            let field = &record[column];
            field.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(|| {
                let name = &self.head[column];
                let mend = table::mend(field);
                self.invalid_row(row, format!("`{name}` must be a number, but is “{field}”{mend}"))
            })
        };
        self.rows.iter().enumerate().map(read).collect()
    }
}
