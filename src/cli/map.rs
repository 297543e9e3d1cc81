//! `zopa map`: who wants what on every issue, and what other schools' models forecast from it.

use std::path::Path;

use super::args::MapArgs;
use super::exit::{Exit, Failure};
use super::input::read_table;
use super::output::{pretty, results};
use crate::present::forecasts::{self, Setting};
use crate::solution::forecasts::{Inquiry, Opinions, PositionTable, TableError, parse_table};

/// Most actors, and most cells (actors × issues), of a table: elections cost the cube of the former.
const MOST_ACTORS: usize = 300;
const MOST_CELLS: usize = 3_000;

pub(crate) fn map(args: &MapArgs) -> Result<Exit, Failure> {
    let table = positions(&args.positions)?;
    show(&table, &args.positions.display().to_string(), args)
}

/// Prints what there is to say about a table of positions that came from `name`.
fn show(table: &PositionTable, name: &str, args: &MapArgs) -> Result<Exit, Failure> {
    let opinions = Opinions::of(table, &inquiry(args));
    let text = if args.json {
        pretty(&forecasts::json(table, &opinions, name))
    } else if args.csv {
        forecasts::csv(table, &opinions)
    } else {
        forecasts::terminal(table, &opinions, Setting { title: name, ticks: &[] })
    };
    results(&text)
}

fn inquiry(args: &MapArgs) -> Inquiry {
    let mut inquiry = Inquiry {
        elections: args.election.unwrap_or_default().elections(),
        grid: args.grid,
        rounds: usize::from(args.rounds),
        ..Inquiry::default()
    };
    if !args.challenges.is_empty() {
        inquiry.challenges.clone_from(&args.challenges);
    }
    inquiry
}

fn positions(path: &Path) -> Result<PositionTable, Failure> {
    let shown = path.display();
    let invalid = |message: String| Failure::new(Exit::Invalid, message);
    let table = parse_table(&read_table(path)?)
        .map_err(|error| invalid(format!("{shown}:{}", located(&error))))?;
    let (actors, issues) = (table.actors().len(), table.issues().len());
    if actors > MOST_ACTORS {
        return Err(invalid(format!(
            "{shown}: {actors} actors are too many, at most {MOST_ACTORS}: every pair is put to \
             the vote; merge actors who want the same"
        )));
    }
    if actors * issues > MOST_CELLS {
        return Err(invalid(format!(
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
