//! `zopa map --positions`: a table of actors, and what other schools' models forecast from it.

use std::path::Path;

use super::MapArgs;
use super::inquiry;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::read_table;
use crate::cli::output::answered;
use crate::present::forecasts::{csv, tell};
use crate::results::Envelope;
use crate::solution::forecasts::{Opinions, PositionTable, TableError, parse_table};

/// Most actors, and most cells (actors × issues), of a table: elections cost the cube of the former.
const MOST_ACTORS: usize = 300;
const MOST_CELLS: usize = 3_000;

/// Prints what there is to say about a table of positions.
pub(super) fn map(path: &Path, args: &MapArgs) -> Result<Exit, Failure> {
    let table = positions(path)?;
    let name = path.display().to_string();
    let opinions = Opinions::of(&table, &inquiry(args));
    let answer = Envelope::of_positions(&table, &opinions, &name);
    answered((args.json, args.csv), &answer, |_| csv(&table, &opinions), tell)
}

fn positions(path: &Path) -> Result<PositionTable, Failure> {
    let shown = path.display();
    let table = parse_table(&read_table(path)?)
        .map_err(|error| Failure::invalid(format!("{shown}:{}", located(&error))))?;
    let (actors, issues) = (table.actors().len(), table.issues().len());
    if actors > MOST_ACTORS {
        return Err(Failure::invalid(format!(
            "{shown}: {actors} actors are too many, at most {MOST_ACTORS}: every pair is put to \
             the vote; merge actors who want the same"
        )));
    }
    if actors * issues > MOST_CELLS {
        return Err(Failure::invalid(format!(
            "{shown}: {actors} actors on {issues} issues are too many, at most {MOST_CELLS} \
             positions; split the table by issue"
        )));
    }
    Ok(table)
}

/// `4: column `position`: …`, so that what precedes makes FILE:LINE, which editors jump to.
fn located(error: &TableError) -> String {
    let line = error.line.map_or(String::new(), |line| format!("{line}:"));
    let column = error.column.as_ref().map_or(String::new(), |name| format!(" column `{name}`:"));
    format!("{line}{column} {}", error.problem)
}
