//! The table of cases: a CSV file with a column for each factor and a row for each case.

use crate::scenario::{Factor, Level, NO_VARIANT, Target};
use crate::table::{self, Layout};

/// Why a table cannot be used.
pub(super) struct Problem {
    pub(super) message: String,
    pub(super) help: String,
}

/// The rows of a table, each with a value for every factor in their order.
pub(super) fn read(name: &str, text: &str, factors: &[Factor]) -> Result<Vec<Vec<Level>>, Problem> {
    let problem = |message: String, help: &str| Problem { message, help: help.to_owned() };
    let text = table::text(text);
    let layout = Layout::of_table(&text, None);
    let mut reader = layout.reader().from_reader(text.as_bytes());
    let unreadable = |error: &csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        problem(
            format!("{name}:{line}: this row has more or fewer cells than the first line"),
            "every row has one cell for each column; quote cells that hold a comma",
        )
    };
    let head = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let mut columns = Vec::with_capacity(factors.len());
    for factor in factors {
        let own: Vec<usize> = (0..head.len()).filter(|&at| head[at] == factor.name).collect();
        match own.as_slice() {
            [column] => columns.push(*column),
            [] => {
                return Err(problem(
                    format!("{name} has no column `{}`", factor.name),
                    "the first line names the columns, one for each factor",
                ));
            }
            _ => {
                return Err(problem(
                    format!("{name} has {} columns `{}`", own.len(), factor.name),
                    "keep one of them",
                ));
            }
        }
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = layout.plain_record(record.map_err(|error| unreadable(&error))?);
        let line = record.position().map_or(0, csv::Position::line);
        let cells = columns.iter().zip(factors).map(|(&column, factor)| match &record[column] {
            "" if factor.target == Target::Variant => Ok(factor.cell(NO_VARIANT)),
            "" => Err(problem(
                format!("{name}:{line}: `{}` is empty", factor.name),
                "every case needs a value for every factor",
            )),
            cell if table::decimal_comma(cell).is_some() => Err(problem(
                format!("{name}:{line}: `{}` is {cell}, which is no number", factor.name),
                table::mend(cell).trim_start_matches("; "),
            )),
            cell => Ok(factor.cell(cell)),
        });
        rows.push(cells.collect::<Result<Vec<Level>, Problem>>()?);
    }
    if rows.is_empty() {
        return Err(problem(format!("{name} has no rows"), "one row is one case"));
    }
    Ok(rows)
}
