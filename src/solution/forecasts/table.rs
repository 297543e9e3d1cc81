//! The field's plain table as text: `actor,capability,position,salience`, one row an actor, or with a
//! column `issue` one row an actor and issue. KTAB's own CSV is recognised too (see
//! [`ktab`]).
//!
//! Columns stand in any order and others are ignored; lines starting with `#` are comments; commas,
//! semicolons or tabs separate, and between semicolons numbers may have a decimal comma. Capability is in any unit. Saliences are shares from 0 to 1, or, when
//! any is above 1, percentages throughout. Positions are in the issue's unit, and distances are
//! measured against the range of the positions taken.

use super::{Actor, ForecastError, PositionTable, ktab};
use crate::table::{self, Layout};
use std::fmt::Write as _;
use thiserror::Error;

/// What is wrong with a table, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{}{problem}", place(*.line, .column.as_deref()))]
pub struct TableError {
    /// Line of the text, from 1; `None` when it is about the table as a whole.
    pub line: Option<u64>,
    /// Name of the column, when it is about one.
    pub column: Option<String>,
    /// What is wrong and how to mend it.
    pub problem: String,
}

fn place(line: Option<u64>, column: Option<&str>) -> String {
    let mut text = String::new();
    if let Some(line) = line {
        // Writing to a String cannot fail.
        let _ = write!(text, "line {line}");
        if let Some(column) = column {
            let _ = write!(text, ", column `{column}`");
        }
        text.push_str(": ");
    }
    text
}

impl TableError {
    pub(super) fn at(line: u64, column: &str, problem: String) -> Self {
        Self { line: Some(line), column: Some(column.to_owned()), problem }
    }

    pub(super) fn in_line(line: u64, problem: String) -> Self {
        Self { line: Some(line), column: None, problem }
    }
}

impl From<ForecastError> for TableError {
    fn from(error: ForecastError) -> Self {
        Self { line: None, column: None, problem: error.to_string() }
    }
}

/// One row of the text: its line and its trimmed fields.
pub(super) struct Row {
    pub(super) line: u64,
    fields: Vec<String>,
}

impl Row {
    /// The field in this column, or nothing when the row is too short.
    pub(super) fn field(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", String::as_str)
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(String::as_str)
    }

    /// The finite number in this column.
    pub(super) fn number(&self, column: usize, name: &str) -> Result<f64, TableError> {
        let field = self.field(column);
        let number = field.parse::<f64>().ok().filter(|number| number.is_finite());
        number.ok_or_else(|| {
            let found = if field.is_empty() { "nothing".into() } else { format!("`{field}`") };
            let mend = table::mend(field);
            let problem = format!("expected a number such as 0.5, but found {found}{mend}");
            TableError::at(self.line, name, problem)
        })
    }

    /// The number in this column, not negative and not above `limit`.
    pub(super) fn number_to(
        &self,
        column: usize,
        name: &str,
        limit: f64,
    ) -> Result<f64, TableError> {
        let number = self.number(column, name)?;
        let (wrong, bounds) = if number < 0.0 {
            (true, "0 or more".to_owned())
        } else {
            (number > limit, format!("at most {limit}"))
        };
        if wrong {
            let problem = format!("expected a number, {bounds}, but found {number}");
            return Err(TableError::at(self.line, name, problem));
        }
        Ok(number)
    }
}

/// Reads a table.
///
/// # Errors
/// The first thing wrong, with its line and column: a missing column, a field that is no number or
/// out of range, an actor with two capabilities, a missing or repeated pair of actor and issue.
pub fn parse_table(text: &str) -> Result<PositionTable, TableError> {
    let rows = rows(text)?;
    let Some((header, body)) = rows.split_first() else {
        let problem = "the table is empty; start with actor,capability,position,salience";
        return Err(TableError::in_line(1, problem.to_owned()));
    };
    if ktab::is_first_row(header) {
        return ktab::parse(header, body);
    }
    let columns = Columns::find(header)?;
    if body.is_empty() {
        let problem = "there are titles but no actor; add one row for each actor";
        return Err(TableError::in_line(header.line, problem.to_owned()));
    }
    let mut entries = Vec::with_capacity(body.len());
    for row in body {
        entries.push(Entry::read(row, &columns)?);
    }
    let percent = entries.iter().any(|entry| entry.salience > 1.0);
    if percent {
        for entry in &mut entries {
            entry.salience /= 100.0;
        }
    }
    gather(&entries)
}

fn rows(text: &str) -> Result<Vec<Row>, TableError> {
    let text = &*table::text(text);
    let layout = Layout::of_table(text, Some('#'));
    let mut reader = layout
        .reader()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| TableError {
            line: error.position().map(csv::Position::line),
            column: None,
            problem: format!("the row cannot be read: {error}"),
        })?;
        let line = record.position().map_or(0, |start| line_of(text, start));
        let fields: Vec<String> =
            record.iter().map(|field| layout.plain(field).into_owned()).collect();
        if fields.iter().any(|field| !field.is_empty()) {
            rows.push(Row { line, fields });
        }
    }
    Ok(rows)
}

/// The line of a record. The reader's position is where the record before it ended, so blank lines
/// and comments in between are still to be counted.
fn line_of(text: &str, start: &csv::Position) -> u64 {
    let rest = usize::try_from(start.byte()).ok().and_then(|byte| text.get(byte..)).unwrap_or("");
    let skipped = |line: &&str| line.trim().is_empty() || line.starts_with('#');
    start.line() + rest.lines().take_while(skipped).count() as u64
}

/// Where the columns stand.
struct Columns {
    actor: usize,
    capability: usize,
    position: usize,
    salience: usize,
    issue: Option<usize>,
}

impl Columns {
    fn find(header: &Row) -> Result<Self, TableError> {
        let names: Vec<String> = header.fields().map(str::to_lowercase).collect();
        let find = |wanted: &str| names.iter().position(|name| name == wanted);
        let need = |wanted: &str| {
            find(wanted).ok_or_else(|| {
                let close = names
                    .iter()
                    .map(|name| (strsim::jaro_winkler(name, wanted), name))
                    .filter(|(likeness, _)| *likeness > 0.85)
                    .max_by(|a, b| a.0.total_cmp(&b.0));
                let mend = match close {
                    Some((_, name)) => format!("rename `{name}`"),
                    None => "the first row names actor,capability,position,salience".to_owned(),
                };
                let problem = format!("there is no column `{wanted}`; {mend}");
                TableError::in_line(header.line, problem)
            })
        };
        Ok(Self {
            actor: need("actor")?,
            capability: need("capability")?,
            position: need("position")?,
            salience: need("salience")?,
            issue: find("issue"),
        })
    }
}

/// One row as values.
struct Entry {
    line: u64,
    actor: String,
    issue: String,
    capability: f64,
    position: f64,
    salience: f64,
}

impl Entry {
    fn read(row: &Row, columns: &Columns) -> Result<Self, TableError> {
        let name = |column: usize, what: &str| {
            let name = row.field(column);
            if name.is_empty() {
                let problem = format!("the {what} has no name; write one");
                return Err(TableError::at(row.line, what, problem));
            }
            Ok(name.to_owned())
        };
        Ok(Self {
            line: row.line,
            actor: name(columns.actor, "actor")?,
            issue: columns.issue.map_or(Ok("issue".to_owned()), |column| name(column, "issue"))?,
            capability: row.number_to(columns.capability, "capability", f64::MAX)?,
            position: row.number(columns.position, "position")?,
            salience: row.number_to(columns.salience, "salience", 100.0)?,
        })
    }
}

/// Orders rows by actor and issue, each in order of first appearance.
#[expect(clippy::float_cmp, reason = "an actor's capability must be written the same everywhere")]
fn gather(entries: &[Entry]) -> Result<PositionTable, TableError> {
    let mut issues: Vec<String> = Vec::new();
    let mut actors: Vec<(&Entry, Vec<Option<&Entry>>)> = Vec::new();
    for entry in entries {
        let issue = issues.iter().position(|name| *name == entry.issue).unwrap_or_else(|| {
            issues.push(entry.issue.clone());
            issues.len() - 1
        });
        let known = actors.iter().position(|(first, _)| first.actor == entry.actor);
        let actor = known.unwrap_or_else(|| {
            actors.push((entry, Vec::new()));
            actors.len() - 1
        });
        let (first, cells) = &mut actors[actor];
        if first.capability != entry.capability {
            let problem = format!(
                "`{}` has capability {} here but {} in line {}; an actor has one for all issues",
                entry.actor, entry.capability, first.capability, first.line
            );
            return Err(TableError::at(entry.line, "capability", problem));
        }
        cells.resize(cells.len().max(issue + 1), None);
        if let Some(before) = cells[issue].replace(entry) {
            let problem = format!(
                "`{}` stands in line {} already; drop one of the two, or tell them apart with a \
                 column `issue`",
                entry.actor, before.line
            );
            return Err(TableError::at(entry.line, "actor", problem));
        }
    }
    let table: Result<_, TableError> =
        actors.into_iter().map(|(first, cells)| complete(first, &cells, &issues)).collect();
    Ok(PositionTable::new(issues, table?)?)
}

/// One actor from its rows, in issue order; `first` is the earliest of them.
fn complete(
    first: &Entry,
    cells: &[Option<&Entry>],
    issues: &[String],
) -> Result<Actor, TableError> {
    let mut actor = Actor {
        name: first.actor.clone(),
        capability: first.capability,
        positions: Vec::with_capacity(issues.len()),
        saliences: Vec::with_capacity(issues.len()),
    };
    for (number, issue) in issues.iter().enumerate() {
        let Some(cell) = cells.get(number).copied().flatten() else {
            let problem = format!(
                "`{}` has no row for issue `{issue}`; add one, with salience 0 if it does not care",
                first.actor
            );
            return Err(TableError::in_line(first.line, problem));
        };
        actor.positions.push(cell.position);
        actor.saliences.push(cell.salience);
    }
    Ok(actor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        parse_table(text).unwrap_err().to_string()
    }

    #[test]
    fn one_issue_in_any_column_order_with_percent_saliences() {
        let text =
            "# a comment\nSalience;note;Actor;Position;Capability\n80;x;NL;4;0.08\n1;;BE;7;1";
        let table = parse_table(text).unwrap();
        let names: Vec<_> = table.actors().iter().map(|actor| actor.name.as_str()).collect();
        assert_eq!(names, ["NL", "BE"]);
        assert_eq!(table.actors()[0].saliences, [0.8]);
        assert_eq!(table.actors()[1].saliences, [0.01]);
        assert_eq!(table.issues()[0].name, "issue");
    }

    #[test]
    fn a_european_spreadsheet_is_read() {
        let text = "\u{feff}sep=;\r\nactor;capability;position;salience\r\nNL;0,08;1.234,5;0,8\r\n\
                    BE;1;7;0,5\r\n";
        let table = parse_table(text).unwrap();
        assert_eq!((table.actors()[0].capability, table.actors()[0].saliences[0]), (0.08, 0.8));
        assert_eq!(table.actors()[0].positions, [1234.5]);
        assert_eq!(
            refusal("actor,capability,position,salience\nNL,1,\"0,3\",1\n"),
            "line 2, column `position`: expected a number such as 0.5, but found `0,3`; write 0.3, or \
             save the table with semicolons between its columns"
        );
    }

    #[test]
    fn several_issues_in_long_form() {
        let text = "actor,issue,capability,position,salience\n\
                    A,tax,2,10,0.5\nB,quota,1,3,1\nB,tax,1,20,0.25\nA,quota,2,5,0";
        let table = parse_table(text).unwrap();
        assert_eq!(table.issues()[1].name, "quota");
        assert_eq!(table.actors()[0].positions, [10.0, 5.0]);
        assert_eq!(table.actors()[1].saliences, [0.25, 1.0]);
    }

    #[test]
    fn errors_name_line_and_column_and_the_mend() {
        let head = "actor,capability,position,salience\n";
        let cases = [
            ("", "line 1: the table is empty; start with actor,capability,position,salience"),
            (
                "actor,capability,position,salence\n",
                "line 1: there is no column `salience`; rename `salence`",
            ),
            (
                "x,y\n",
                "line 1: there is no column `actor`; the first row names \
                       actor,capability,position,salience",
            ),
            (
                &format!("{head}\n# c\nA,1,many,1\n"),
                "line 4, column `position`: expected a number such as 0.5, but found `many`",
            ),
            (
                &format!("{head}A,1,2\n"),
                "line 2, column `salience`: expected a number such as 0.5, but found nothing",
            ),
            (
                &format!("{head}A,NaN,2,1\n"),
                "line 2, column `capability`: expected a number such as 0.5, but found `NaN`",
            ),
            (
                &format!("{head}A,-1,2,1\n"),
                "line 2, column `capability`: expected a number, 0 or more, but found -1",
            ),
            (
                &format!("{head}A,1,2,101\n"),
                "line 2, column `salience`: expected a number, at most 100, but found 101",
            ),
            (
                &format!("{head},1,2,1\n"),
                "line 2, column `actor`: the actor has no name; write one",
            ),
            (
                &format!("{head}A,1,2,1\nA,1,3,1\n"),
                "line 3, column `actor`: `A` stands in line 2 already; drop one of the two, or tell \
              them apart with a column `issue`",
            ),
            (head, "line 1: there are titles but no actor; add one row for each actor"),
        ];
        for (text, expected) in cases {
            assert_eq!(refusal(text), expected, "{text}");
        }
    }

    #[test]
    fn long_form_must_be_complete_and_consistent() {
        let head = "actor,issue,capability,position,salience\n";
        assert_eq!(
            refusal(&format!("{head}A,tax,1,1,1\nA,quota,1,1,1\nB,tax,1,1,1\n")),
            "line 4: `B` has no row for issue `quota`; add one, with salience 0 if it does not care"
        );
        assert_eq!(
            refusal(&format!("{head}A,tax,1,1,1\nA,quota,2,1,1\n")),
            "line 3, column `capability`: `A` has capability 2 here but 1 in line 2; an actor has \
             one for all issues"
        );
    }
}
