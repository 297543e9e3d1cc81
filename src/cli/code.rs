//! `zopa code`: scenarios of the rows of a record, by rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::{note, print_exact, write_new};
use crate::scenario::{LoadOptions, Row, Rules, built_in_rules, load, load_rules, rules_built_in};
use crate::table::{self, Layout};
use crate::text::{escaped, shell};

/// How the cases of the study that is written are played.
const WORLDS: u32 = 400;
const HISTORIES: u32 = 10;
/// The most scenarios of a study.
const MOST: usize = 10_000;

/// What to code, and by which rules.
#[derive(Args, Debug)]
pub(crate) struct CodeArgs {
    /// The rules: icb, or a file of rules (.toml)
    #[arg(value_name = "RULES")]
    pub(crate) rules: String,
    /// The record: a CSV file, a row a case
    #[arg(value_name = "TABLE.csv", required_unless_present = "show")]
    pub(crate) table: Option<PathBuf>,
    /// Code this row, by its number or name, and print the scenario
    #[arg(long, value_name = "ID", required_unless_present_any = ["show", "out"])]
    pub(crate) row: Option<String>,
    /// Code every row: a scenario each, and a study of them all, in this new folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "row")]
    pub(crate) out: Option<PathBuf>,
    /// As if every row said this, as in medstyle=1, or medstyle= for not known (may be repeated)
    #[arg(long = "with", value_name = "COLUMN=CODE")]
    pub(crate) with: Vec<String>,
    /// Print the rules instead, with what they rest on
    #[arg(long = "rules", conflicts_with_all = ["table", "row", "out", "with"])]
    pub(crate) show: bool,
}

pub(crate) fn code(args: &CodeArgs) -> Result<Exit, Failure> {
    let (name, text) = rules_text(&args.rules)?;
    let rules = load_rules(&name, &text).map_err(|rejected| Failure::rejected(&rejected.report))?;
    let Some(path) = args.table.as_ref().filter(|_| !args.show) else { return print_exact(&text) };
    let with = with(&args.with, &rules)?;
    let shown = path.display().to_string();
    let record = Record::read(&shown, &input::read(path)?, &rules)?;
    match (&args.row, &args.out) {
        (Some(id), _) => print_exact(&coded(&record, record.row(id)?, &with, &rules)?),
        (None, Some(folder)) => write_all(folder, &record, &with, &rules),
        (None, None) => Ok(Exit::Usage),
    }
}

/// The rules by their name or file, and what messages call them.
fn rules_text(rules: &str) -> Result<(String, String), Failure> {
    if let Some(text) = built_in_rules(rules) {
        return Ok((rules.to_owned(), text.to_owned()));
    }
    let path = Path::new(rules);
    if ending::of(path).is_none() && !path.exists() {
        let known: Vec<&str> = rules_built_in().collect();
        return Err(Failure::usage(format!(
            "there are no rules “{rules}”: name {}, or a file of rules such as my-rules.toml",
            known.join(", ")
        )));
    }
    input::read(path).map(|text| (path.display().to_string(), text))
}

/// What `--with` puts into every row.
fn with<'a>(texts: &'a [String], rules: &Rules) -> Result<Vec<(&'a str, &'a str)>, Failure> {
    let read = |text: &'a String| {
        let (column, cell) = text.split_once('=').ok_or_else(|| {
            Failure::usage(format!("--with {text} has no “=”; write for example --with medstyle=1"))
        })?;
        let (column, cell) = (column.trim(), cell.trim());
        if rules.needed().any(|needed| needed == column) {
            return Ok((column, cell));
        }
        let known: Vec<&str> = rules.needed().collect();
        Err(Failure::usage(format!(
            "--with {text}: the rules read no column `{column}`; they read {}",
            known.join(", ")
        )))
    };
    texts.iter().map(read).collect()
}

/// A table of rows, with the columns that the rules read.
struct Record {
    name: String,
    columns: Vec<String>,
    rows: Vec<Line>,
}

struct Line {
    number: u64,
    id: String,
    cells: Vec<String>,
}

impl Record {
    fn read(name: &str, text: &str, rules: &Rules) -> Result<Self, Failure> {
        let text = table::text(text);
        let layout = Layout::of_table(&text, None);
        let mut reader = layout.reader().from_reader(text.as_bytes());
        let unreadable = |error: &csv::Error| {
            let line = error.position().map_or(1, csv::Position::line);
            Failure::invalid(format!(
                "{name}:{line}: this row has more or fewer cells than the first line, or is no text: \
                 every row has one cell for each column; quote cells that hold a comma"
            ))
        };
        let head = reader.headers().map_err(|error| unreadable(&error))?.clone();
        let mut columns = Vec::new();
        let mut places = Vec::new();
        for needed in rules.needed() {
            let own: Vec<usize> = (0..head.len()).filter(|&at| &head[at] == needed).collect();
            match own.as_slice() {
                [place] => places.push(*place),
                [] => {
                    return Err(Failure::invalid(format!(
                        "{name}:1: there is no column `{needed}`; the first line names the columns, \
                         and the rules read {}",
                        rules.needed().collect::<Vec<_>>().join(", ")
                    )));
                }
                _ => {
                    return Err(Failure::invalid(format!(
                        "{name}:1: there are {} columns `{needed}`; keep one of them",
                        own.len()
                    )));
                }
            }
            columns.push(needed.to_owned());
        }
        let mut rows: Vec<Line> = Vec::new();
        let mut lines: BTreeMap<String, u64> = BTreeMap::new();
        for record in reader.records() {
            let record = layout.plain_record(record.map_err(|error| unreadable(&error))?);
            let number = record.position().map_or(0, csv::Position::line);
            let cells: Vec<String> = places.iter().map(|&at| record[at].to_owned()).collect();
            let id = cells.first().cloned().unwrap_or_default();
            if id.is_empty() {
                return Err(Failure::invalid(format!(
                    "{name}:{number}: `{}` is empty; every row needs one of its own",
                    rules.id()
                )));
            }
            if let Some(before) = lines.insert(id.clone(), number) {
                return Err(Failure::invalid(format!(
                    "{name}:{number}: `{}` is {id}, as in line {before}; every row needs one of its own",
                    rules.id()
                )));
            }
            rows.push(Line { number, id, cells });
        }
        if rows.is_empty() {
            return Err(Failure::invalid(format!(
                "{name}: there are no rows; one row is one case"
            )));
        }
        Ok(Self { name: name.to_owned(), columns, rows })
    }

    /// The row with a number, or else the only one with a name.
    fn row(&self, wanted: &str) -> Result<&Line, Failure> {
        let wanted = wanted.trim();
        if let Some(row) = self.rows.iter().find(|row| row.id == wanted) {
            return Ok(row);
        }
        let is_named = |row: &&Line| {
            row.cells.get(1).is_some_and(|name| name.to_lowercase() == wanted.to_lowercase())
        };
        let mut named = self.rows.iter().filter(is_named);
        match (named.next(), named.next()) {
            (Some(row), None) => Ok(row),
            (Some(first), Some(second)) => Err(Failure::usage(format!(
                "{} has several rows named “{wanted}”; take one by its number, such as --row {} or \
                 --row {}",
                self.name, first.id, second.id
            ))),
            _ => Err(Failure::usage(format!(
                "{} has no row “{wanted}”; its first is --row {}, its last --row {}",
                self.name,
                self.rows.first().map_or("", |row| &row.id),
                self.rows.last().map_or("", |row| &row.id)
            ))),
        }
    }
}

/// The scenario of a row, which loads.
fn coded(
    record: &Record,
    line: &Line,
    with: &[(&str, &str)],
    rules: &Rules,
) -> Result<String, Failure> {
    let cells = record.columns.iter().zip(&line.cells).map(|(column, cell)| {
        let set = with.iter().rev().find(|(name, _)| name == column);
        (column.as_str(), set.map_or(cell.as_str(), |(_, set)| set))
    });
    let coded = rules.code(&Row { cells: cells.collect() }).map_err(|faults| {
        let told = faults.iter().map(|fault| {
            format!("{}:{}: {}; {}", record.name, line.number, fault.message, fault.help)
        });
        Failure::invalid(told.collect::<Vec<_>>().join("\n"))
    })?;
    let name = format!("the scenario of {}:{}", record.name, line.number);
    match load(&name, &coded.text, &LoadOptions::default()) {
        Ok(_) => Ok(coded.text),
        Err(rejected) => Err(Failure::rejected(&rejected.report)),
    }
}

/// Writes every row's scenario and the study of them all. Everything is coded before anything is written.
fn write_all(
    folder: &Path,
    record: &Record,
    with: &[(&str, &str)],
    rules: &Rules,
) -> Result<Exit, Failure> {
    ending::expect_folder("--out", folder)?;
    if record.rows.len() > MOST {
        return Err(Failure::usage(format!(
            "{} has {} rows, and a study takes at most {MOST} scenarios; divide the table",
            record.name,
            record.rows.len()
        )));
    }
    let mut files: Vec<(String, String)> = Vec::new();
    let mut names: BTreeSet<String> = BTreeSet::from(["study.toml".to_owned()]);
    for line in &record.rows {
        let plain = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
        let name = format!("{}.toml", line.id.chars().map(plain).collect::<String>());
        if !names.insert(name.to_lowercase()) {
            return Err(Failure::invalid(format!(
                "{}:{}: the scenario of {} would be {name}, which is another's; give it another \
                     `{}`",
                record.name,
                line.number,
                line.id,
                rules.id()
            )));
        }
        files.push((name, coded(record, line, with, rules)?));
    }
    let study = study(rules, &files);
    fs::create_dir_all(folder)
        .map_err(|error| Failure::io(format!("cannot make {}: {error}", folder.display())))?;
    let count = files.len();
    files.push(("study.toml".to_owned(), study));
    for (name, text) in &files {
        let path = folder.join(name);
        write_new(&path, text).map_err(|error| {
            Failure::io(format!("cannot write {}: {error}; name a new folder", path.display()))
        })?;
    }
    note(&format!(
        "wrote {count} scenarios and a study of them\nnext: zopa study run {}",
        shell::file(folder.join("study.toml"))
    ));
    Ok(Exit::Ok)
}

/// A study that plays every row once.
fn study(rules: &Rules, files: &[(String, String)]) -> String {
    let title = escaped(&rules.title);
    let mut text = format!("title = \"{title}, every row as the rules code it\"\nscenarios = [\n");
    for (name, _) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "    \"{name}\",");
    }
    let _ = write!(text, "]\n\n[play]\nworlds    = {WORLDS}\nhistories = {HISTORIES}\n");
    text
}
