//! Which columns are inputs, and what each holds.

use std::collections::BTreeSet;

use super::super::exit::Failure;
use super::cases::Cases;
use crate::analysis::prim::Column;
use crate::results::discover::InputColumn;
use crate::table;

/// More categories than this are names of cases and no input.
const MOST_CATEGORIES: usize = 30;
/// Columns of `zopa run --csv` that are no inputs.
const RESULTS: [&str; 8] =
    ["world", "gain", "talks", "ground", "signed", "ratified", "carried-out", "holds"];

/// The inputs of a table.
pub(super) struct Columns {
    /// Their values.
    pub(super) values: Vec<Column>,
    /// What they are called.
    pub(super) inputs: Vec<InputColumn>,
    /// Columns that cannot be searched, with the reason.
    pub(super) left_out: Vec<(String, String)>,
}

impl Columns {
    /// The columns named; if none is, those whose name is a path (`model.pen`), and if none is
    /// one, all but the outcome and zopa's other results.
    pub(super) fn choose(cases: &Cases, named: &[String], outcome: usize) -> Result<Self, Failure> {
        let mut chosen = Self { values: Vec::new(), inputs: Vec::new(), left_out: Vec::new() };
        for column in which(cases, named, outcome)? {
            let name = cases.head[column].clone();
            match hold(cases, column)? {
                Ok((values, categories)) => {
                    chosen.values.push(values);
                    chosen.inputs.push(InputColumn { name, title: None, categories });
                }
                Err(why) => chosen.left_out.push((name, why)),
            }
        }
        if chosen.values.is_empty() {
            return Err(cases.invalid("no column is an input that varies; name some with --inputs"));
        }
        Ok(chosen)
    }
}

/// The positions of the inputs, in the table's order.
pub(super) fn which(
    cases: &Cases,
    named: &[String],
    outcome: usize,
) -> Result<Vec<usize>, Failure> {
    if !named.is_empty() {
        let columns = named.iter().map(|name| cases.column(name.trim(), "--inputs"));
        let columns: BTreeSet<usize> = columns.collect::<Result<_, _>>()?;
        if columns.contains(&outcome) {
            let name = &cases.head[outcome];
            return Err(Failure::usage(format!(
                "--inputs: `{name}` is the outcome; it would explain itself"
            )));
        }
        return Ok(columns.into_iter().collect());
    }
    let is_result =
        |name: &str| RESULTS.contains(&name) || name.starts_with("question.") || name.is_empty();
    let open = (0..cases.head.len()).filter(|&i| i != outcome && !is_result(&cases.head[i]));
    let open: Vec<usize> = open.collect();
    let paths: Vec<usize> = open.iter().copied().filter(|&i| cases.head[i].contains('.')).collect();
    Ok(if paths.is_empty() { open } else { paths })
}

/// What a column holds, with its categories; or why it cannot be searched.
type Held = Result<(Column, Vec<String>), String>;

fn hold(cases: &Cases, column: usize) -> Result<Held, Failure> {
    let fields = || cases.rows.iter().map(|row| &row[column]);
    if let Some(row) = fields().position(str::is_empty) {
        let name = &cases.head[column];
        return Err(cases.invalid_row(row, format!("`{name}` is empty")));
    }
    let whole: Option<Vec<i64>> = fields()
        .map(|field| field.parse::<i64>().ok().filter(|n| n.unsigned_abs() < 1 << 53))
        .collect();
    let first = &cases.rows[0][column];
    if fields().all(|field| field == first) {
        return Ok(Err(format!("it is {first} in every case")));
    }
    if let Some(whole) = whole {
        return Ok(Ok((Column::Integer(whole), Vec::new())));
    }
    if fields().all(|field| field.parse::<f64>().is_ok()) {
        return Ok(Ok((Column::Real(cases.numbers(column)?), Vec::new())));
    }
    // Numbers with a decimal comma would pass for words. `numbers` says what to do with the first.
    let commas = fields().filter(|field| table::decimal_comma(field).is_some()).count();
    if commas * 2 > cases.rows.len() {
        cases.numbers(column)?;
    }
    let names: BTreeSet<&str> = fields().collect();
    if names.len() > MOST_CATEGORIES {
        // One slip in a column of numbers must not pass for a category.
        let numbers = fields().filter(|field| field.parse::<f64>().is_ok()).count();
        if numbers * 2 > cases.rows.len() {
            cases.numbers(column)?;
        }
        return Ok(Err(format!("{} different texts are too many", names.len())));
    }
    let names: Vec<&str> = names.into_iter().collect();
    let number = |field| names.binary_search(&field).unwrap_or(0);
    let values = Column::Categorical(fields().map(number).collect());
    Ok(Ok((values, names.iter().map(|&name| name.to_owned()).collect())))
}
