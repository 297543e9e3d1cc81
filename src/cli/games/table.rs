//! A table of games: which preferences each was played with, and how it ended.

use std::collections::BTreeMap;
use std::path::Path;

use super::columns::Columns;
use crate::analysis::games::{Game, Setting};
use crate::cli::exit::Failure;
use crate::cli::input::read_cases;
use crate::model::{Issue, Scenario};
use crate::scenario::{Document, LoadOptions, suggestion};
use crate::table::{self, Layout};

/// How far the points of a table may lie from those of the scenario: rounding to two digits.
const CLOSE: f64 = 0.005 + 1e-9;

/// A file that cannot be used as it is.
pub(super) fn invalid(message: String) -> Failure {
    Failure::invalid(message)
}

/// A table as text; lines that begin with # are left out.
pub(super) struct Rows {
    pub(super) file: String,
    pub(super) head: Vec<String>,
    pub(super) records: Vec<csv::StringRecord>,
    pub(super) lines: Vec<u64>,
}

impl Rows {
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let file = path.display().to_string();
        let text = read_cases(path)?;
        let text = table::text(&text);
        let layout = Layout::of_table(&text, Some('#'));
        let mut reader = layout.reader();
        let mut reader = reader.flexible(true).comment(Some(b'#')).from_reader(text.as_bytes());
        let head = reader.headers().map_err(|error| invalid(format!("{file}: {error}")))?;
        let head: Vec<String> = head.iter().map(str::to_owned).collect();
        if let Some(twice) = head.iter().enumerate().find(|(at, name)| head[..*at].contains(name)) {
            return Err(invalid(format!(
                "{file}: two columns are called `{}`; rename one",
                twice.1
            )));
        }
        let (mut records, mut lines) = (Vec::new(), Vec::new());
        for record in reader.records() {
            let record = record.map_err(|error| invalid(format!("{file}: {error}")))?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() != head.len() {
                return Err(invalid(format!(
                    "{file}:{line}: this row has {} fields, but the header has {}",
                    record.len(),
                    head.len()
                )));
            }
            records.push(layout.plain_record(record));
            lines.push(line);
        }
        if records.is_empty() {
            return Err(invalid(format!("{file}: the table has no rows")));
        }
        Ok(Self { file, head, records, lines })
    }
}

/// The games of a table.
pub(super) struct Table {
    pub(super) file: String,
    pub(super) games: Vec<Game>,
    pub(super) settings: Vec<Setting>,
    /// What sets each setting apart, for a scenario with other changes.
    changes: Vec<(u64, Vec<(String, String)>)>,
}

impl Table {
    /// Reads a table on a scenario with some values changed; `points` are those of a value of 1.
    pub(super) fn read(
        path: &Path,
        document: &Document,
        sets: &[(String, String)],
        columns: &Columns,
        points: f64,
    ) -> Result<Self, Failure> {
        let rows = Rows::read(path)?;
        let file = rows.file.clone();
        let options = LoadOptions { overrides: sets.to_vec(), ..LoadOptions::default() };
        let base =
            document.with(&options).map_err(|found| Failure::rejected(&found.report))?.scenario;
        let reader = Reader::new(&rows, &base, columns)?;
        let mut numbers: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut table = Self { file, games: Vec::new(), settings: Vec::new(), changes: Vec::new() };
        for (row, &line) in rows.records.iter().zip(&rows.lines) {
            let here = |message: String| invalid(format!("{}:{line}: {message}", rows.file));
            let changes = reader.changes(row).map_err(here)?;
            let key: Vec<String> = changes.iter().map(|(_, value)| value.clone()).collect();
            let setting = if let Some(&known) = numbers.get(&key) {
                known
            } else {
                table.changes.push((line, changes));
                table.settings.push(table.setting(table.settings.len(), document, sets)?);
                numbers.insert(key, table.settings.len() - 1);
                table.settings.len() - 1
            };
            let end = reader.end(row).map_err(here)?;
            reader.check_points(row, &table.settings[setting], end, points).map_err(here)?;
            table.games.push(Game { setting, end });
        }
        Ok(table)
    }

    /// The settings with other values changed.
    pub(super) fn settings_with(
        &self,
        document: &Document,
        sets: &[(String, String)],
    ) -> Result<Vec<Setting>, Failure> {
        (0..self.settings.len()).map(|number| self.setting(number, document, sets)).collect()
    }

    fn setting(
        &self,
        number: usize,
        document: &Document,
        sets: &[(String, String)],
    ) -> Result<Setting, Failure> {
        let (line, changes) = &self.changes[number];
        let overrides = sets.iter().chain(changes).cloned().collect();
        let options = LoadOptions { overrides, ..LoadOptions::default() };
        let loaded = document.with(&options).map_err(|found| {
            let report = found.report.render(false);
            invalid(format!("{}:{line}: this row makes no scenario\n{report}", self.file))
        })?;
        Setting::of(loaded.scenario).ok_or_else(|| {
            invalid(format!(
                "{}:{line}: with these preferences no outcome is as good as no deal to everybody, so that \
                 there is neither a frontier nor a Nash solution to measure by; leave the row out",
                self.file
            ))
        })
    }
}

/// Where everything stands in a row.
struct Reader<'a> {
    base: &'a Scenario,
    columns: &'a Columns,
    paths: Vec<(String, usize)>,
    agreed: Option<usize>,
    /// By issue.
    deal: Vec<usize>,
    /// By party.
    points: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    fn new(rows: &Rows, base: &'a Scenario, columns: &'a Columns) -> Result<Self, Failure> {
        let places = columns.places(rows)?;
        let place = |name: &str| places.iter().find(|(other, _)| other == name).map(|&(_, at)| at);
        let deal = base.issues.iter().map(|issue| {
            let name = format!("deal.{}", issue.id);
            place(&name).ok_or_else(|| {
                invalid(format!(
                    "{}: no column is read as `{name}`: what was agreed on {}; add it, or name the column \
                     with --columns",
                    rows.file, issue.title
                ))
            })
        });
        let deal = deal.collect::<Result<Vec<usize>, Failure>>()?;
        let party = |party: &crate::model::Party| place(&format!("points.{}", party.id));
        let points: Vec<Option<usize>> = base.parties.iter().map(party).collect();
        let agreed = place("agreed");
        let taken: Vec<usize> = agreed
            .into_iter()
            .chain(deal.iter().copied())
            .chain(points.iter().flatten().copied())
            .collect();
        let paths: Vec<(String, usize)> =
            places.into_iter().filter(|(_, at)| !taken.contains(at)).collect();
        for (name, at) in &paths {
            // Paths have dots; what they lead to is checked with the first row.
            let outcome = name.starts_with("deal.") || name.starts_with("points.");
            if outcome || !name.contains('.') {
                let issues = base.issues.iter().map(|issue| format!("deal.{}", issue.id));
                let parties = base.parties.iter().map(|party| format!("points.{}", party.id));
                let known: Vec<String> =
                    issues.chain(parties).chain(["agreed".to_owned()]).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                return Err(invalid(format!(
                    "{}: column {}, `{name}`, is no path of the scenario; {}, leave it out, or say with \
                     --columns which columns are read",
                    rows.file,
                    at + 1,
                    suggestion(name, &known, "other columns")
                )));
            }
        }
        Ok(Self { base, columns, paths, agreed, deal, points })
    }

    /// The changes that a row asks for.
    fn changes(&self, row: &csv::StringRecord) -> Result<Vec<(String, String)>, String> {
        let change = |(path, at): &(String, usize)| {
            if row[*at].is_empty() {
                return Err(format!("column {}, `{path}`, is empty; write its value", at + 1));
            }
            let value = self.columns.meaning(path, &row[*at])?;
            Ok((path.clone(), value.to_owned()))
        };
        self.paths.iter().map(change).collect()
    }

    /// How a game ended.
    fn end(&self, row: &csv::StringRecord) -> Result<Option<usize>, String> {
        let told = self.deal.iter().filter(|&&at| !row[at].is_empty()).count();
        let agreed = match self.agreed {
            None => told > 0,
            Some(at) => {
                let word = self.columns.meaning("agreed", &row[at])?;
                match word.to_lowercase().as_str() {
                    "yes" | "true" | "1" => true,
                    "no" | "false" | "0" => false,
                    _ => {
                        return Err(format!(
                            "column {}, agreed, says “{word}”; write yes or no",
                            at + 1
                        ));
                    }
                }
            }
        };
        if !agreed && told > 0 {
            return Err(
                "there was no deal, and yet terms of one; leave deal.… empty, or write yes \
                        for agreed"
                    .to_owned(),
            );
        }
        if !agreed {
            return Ok(None);
        }
        let choices = self.base.issues.iter().zip(&self.deal).map(|(issue, &at)| {
            let field = self.columns.meaning(&format!("deal.{}", issue.id), &row[at])?;
            choice(issue, field)
                .map_err(|what| format!("column {}, deal.{}: {what}", at + 1, issue.id))
        });
        let choices = choices.collect::<Result<Vec<usize>, String>>()?;
        Ok(crate::engine::alternating::Outcomes::of(&self.base.issues).number(&choices))
    }

    /// Are the points of the table those of the scenario?
    fn check_points(
        &self,
        row: &csv::StringRecord,
        setting: &Setting,
        end: Option<usize>,
        points: f64,
    ) -> Result<(), String> {
        for ((party, at), value) in
            self.base.parties.iter().zip(&self.points).zip(setting.values(end))
        {
            let Some(at) = at.filter(|&at| !row[at].is_empty()) else { continue };
            let name = format!("points.{}", party.id);
            let field = self.columns.meaning(&name, &row[at])?;
            let told: f64 = field
                .parse()
                .map_err(|_| format!("column {}, {name}: “{field}” is no number", at + 1))?;
            let worth = value * points;
            if (told - worth).abs() > CLOSE {
                return Err(format!(
                    "column {}, {name}, is {told}, but by the scenario this end is worth {worth:.4} to {}; \
                     mend the row, the preferences, or what a value of 1 is worth: --points {:.4}",
                    at + 1,
                    party.title,
                    told / value
                ));
            }
        }
        Ok(())
    }
}

/// The number of the choice that a field names.
fn choice(issue: &Issue, field: &str) -> Result<usize, String> {
    if issue.has_options() {
        let options: Vec<&str> = issue.options.iter().map(String::as_str).collect();
        let known = options.iter().position(|option| *option == field);
        return known.ok_or_else(|| {
            format!("“{field}” is no option; {}", suggestion(field, &options, "options"))
        });
    }
    let last = (issue.choices() - 1) as f64;
    let scale = issue.scale;
    let number: Option<f64> = field.parse().ok();
    let at = number.map(|number| scale.to_unit(number) * last);
    let near =
        at.filter(|at| (at - at.round()).abs() < 1e-6 && at.round() >= 0.0 && at.round() <= last);
    near.map(|at| at.round() as usize).ok_or_else(|| {
        format!(
            "“{field}” is none of the {} points of the scale from {} to {}",
            issue.choices(),
            scale.low,
            scale.high
        )
    })
}
