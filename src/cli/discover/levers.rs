//! Settings of levers over the futures of a table.

use std::collections::{BTreeMap, BTreeSet};

use super::super::exit::Failure;
use super::DiscoverArgs;
use super::Part;
use super::cases::Cases;
use super::columns::which;
use super::interest;
use crate::analysis::discover::{Goal, Payoffs, Regrets, Satisficing};
use crate::montecarlo::Comparison;
use crate::present::discover::levers_csv;
use crate::results::discover::{Choices, LeversCompared, Source};

/// Columns that number futures, where nobody names inputs.
const FUTURES: [&str; 2] = ["future", "world"];

/// Regret and satisficing of the settings of some columns. `futures` tell futures apart; without any
/// they are looked for.
pub(super) fn compare(
    args: &DiscoverArgs,
    source: Source<'_>,
    cases: &Cases,
    levers: &[String],
    futures: &[String],
) -> Result<Part, Failure> {
    let wanted = interest::wanted(args)?;
    let outcome = cases.column(&wanted.outcome, "--outcome")?;
    let levers = levers.iter().map(|name| cases.column(name, "--lever"));
    let levers: Vec<usize> = levers.collect::<Result<_, _>>()?;
    if levers.contains(&outcome) {
        return Err(Failure::usage("--lever names the outcome; a lever is what is chosen"));
    }
    let named = FUTURES.iter().find_map(|name| cases.head.iter().position(|own| own == name));
    let futures = match named {
        Some(column) if futures.is_empty() => vec![column],
        _ => which(cases, futures, outcome)?,
    };
    let futures: Vec<usize> = futures.into_iter().filter(|c| !levers.contains(c)).collect();
    if futures.is_empty() {
        return Err(cases.invalid("no column tells futures apart; name some with --inputs"));
    }
    let outcomes = cases.numbers(outcome)?;
    let interest = wanted.settle(cases, &outcomes)?;
    let grid = Grid::of(cases, &levers, &futures)?;
    let goal = match interest.comparison {
        Comparison::AtLeast => Goal::Maximise,
        Comparison::AtMost => Goal::Minimise,
    };
    let ordered = grid.rows.iter().map(|&row| outcomes[row]).collect();
    let payoffs = Payoffs::new(grid.settings.len(), ordered, goal)
        .map_err(|error| cases.invalid(error.to_string()))?;
    let names = |columns: &[usize]| -> Vec<String> {
        columns.iter().map(|&column| cases.head[column].clone()).collect()
    };
    let lines: Vec<u64> = grid.rows.iter().map(|&row| cases.lines[row]).collect();
    let view = LeversCompared {
        source,
        levers: &names(&levers),
        settings: &grid.settings,
        futures_by: &names(&futures),
        lines: &lines,
        interest: &interest,
        regrets: &Regrets::of(&payoffs),
        satisficing: &Satisficing::of(&payoffs, interest.threshold),
    };
    let choices = Choices::new(view);
    Ok(Part { csv: levers_csv(&choices), choices: Some(choices), boxes: None })
}

/// Every setting in every future.
struct Grid {
    settings: Vec<Vec<String>>,
    /// Rows of the table, setting after setting, each in the same order of futures.
    rows: Vec<usize>,
}

impl Grid {
    fn of(cases: &Cases, levers: &[usize], futures: &[usize]) -> Result<Self, Failure> {
        let key = |row: usize, columns: &[usize]| -> Vec<String> {
            columns.iter().map(|&column| cases.rows[row][column].to_owned()).collect()
        };
        let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut order: Vec<Vec<String>> = Vec::new();
        let mut cells: BTreeMap<(Vec<String>, usize), usize> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut settings = Vec::new();
        for row in 0..cases.rows.len() {
            let (setting, future) = (key(row, levers), key(row, futures));
            if seen.insert(setting.clone()) {
                settings.push(setting.clone());
            }
            let number = *known.entry(future.clone()).or_insert_with(|| {
                order.push(future);
                order.len() - 1
            });
            if let Some(before) = cells.insert((setting, number), row) {
                return Err(cases.invalid_row(
                    row,
                    format!(
                        "the same setting in the same future as line {}; tell futures apart with \
                     --inputs",
                        cases.lines[before]
                    ),
                ));
            }
        }
        let mut rows = Vec::with_capacity(cells.len());
        for setting in &settings {
            for (number, future) in order.iter().enumerate() {
                let Some(&row) = cells.get(&(setting.clone(), number)) else {
                    let column = &cases.head[futures[0]];
                    let more = if futures.len() > 1 { ", …" } else { "" };
                    return Err(cases.invalid(format!(
                        "the table is not complete: {} settings × {} futures need {} rows, and \
                         there are {}; missing for example the setting {} in the future {column} = \
                         {}{more}",
                        settings.len(),
                        order.len(),
                        settings.len() * order.len(),
                        cases.rows.len(),
                        setting.join(" "),
                        future[0]
                    )));
                };
                rows.push(row);
            }
        }
        Ok(Self { settings, rows })
    }
}
