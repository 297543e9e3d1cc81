//! `zopa discover`: where do deals happen, and which choice is least bad?

mod cases;
mod columns;
mod interest;
mod levers;
mod worlds;

use super::args::DiscoverArgs;
use super::exit::{Exit, Failure};
use super::output::{note, pretty, results};
use crate::analysis::AnalysisError;
use crate::analysis::prim::{
    Choice, Chosen, Resampling, Settings, Stability, Table, chosen, stability,
};
use crate::present::discover::{self, Discovery, InputColumn, Source};
use crate::stream::{Purpose, Seed, StreamKey};
use cases::Cases;
use columns::Columns;

/// The fewest cases in which boxes are looked for: with fewer, chance alone makes good ones.
const FEWEST: usize = 100;
/// The most fields, cases × inputs: more would take too long.
const MOST_FIELDS: usize = 10_000_000;

pub(crate) fn discover(args: &DiscoverArgs) -> Result<Exit, Failure> {
    for (option, value) in [("--coverage", Some(args.coverage)), ("--density", args.density)] {
        if let Some(share) = value
            && !(share > 0.0 && share < 1.0)
        {
            return Err(Failure::usage(format!("{option} {share} is not between 0 and 1")));
        }
    }
    let is_table = args.file.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("csv") || extension.eq_ignore_ascii_case("tsv")
    });
    if is_table {
        return table(args);
    }
    if !args.levers.is_empty() {
        return Err(Failure::usage(
            "--lever compares the rows of a table; write one (TABLE.csv) in which every setting is \
             played in every future",
        ));
    }
    let played = worlds::play(args)?;
    let file = args.file.display().to_string();
    let options = played.options.clone();
    let source = Source {
        file: &file,
        scenario: Some(&played.scenario),
        options: &options,
        histories: Some(args.trials.histories),
        seed: args.trials.seed,
    };
    boxes(args, source, &played.cases)?;
    if played.is_complete {
        return Ok(Exit::Ok);
    }
    note(&format!("stopped after {} worlds: the boxes rest on those", played.cases.rows.len()));
    Ok(Exit::Interrupted)
}

fn table(args: &DiscoverArgs) -> Result<Exit, Failure> {
    if args.variant.is_some() || !args.sets.is_empty() || args.trials.worlds.is_some() {
        return Err(Failure::usage(
            "--variant, --set and --worlds change how a scenario is played; a table has been played",
        ));
    }
    let file = args.file.display().to_string();
    let cases = Cases::read(&args.file)?;
    let seed = args.trials.seed;
    let source = Source { file: &file, scenario: None, options: "", histories: None, seed };
    if args.levers.is_empty() {
        return boxes(args, source, &cases);
    }
    levers::compare(args, source, &cases)
}

/// Looks for boxes and prints them.
fn boxes(args: &DiscoverArgs, source: Source<'_>, cases: &Cases) -> Result<Exit, Failure> {
    let wanted = interest::wanted(args)?;
    let outcome = cases.column(&wanted.outcome, "--outcome")?;
    let chosen_inputs = Columns::choose(cases, &args.inputs, outcome)?;
    if cases.rows.len() < FEWEST {
        return Err(cases.invalid(format!(
            "{} cases are too few, at least {FEWEST}: with fewer, chance alone makes boxes",
            cases.rows.len()
        )));
    }
    if cases.rows.len() * chosen_inputs.values.len() > MOST_FIELDS {
        return Err(cases.invalid(format!(
            "{} cases × {} inputs are too many, at most {MOST_FIELDS} fields; choose columns with \
             --inputs",
            cases.rows.len(),
            chosen_inputs.values.len()
        )));
    }
    let outcomes = cases.numbers(outcome)?;
    let interest = wanted.settle(cases, &outcomes)?;
    let hits: Vec<f64> =
        outcomes.iter().map(|&y| f64::from(u8::from(interest::holds(&interest, y)))).collect();
    let of_interest = hits.iter().filter(|hit| **hit > 0.0).count();
    let Columns { values, inputs, left_out } = chosen_inputs;
    let refused = |error: AnalysisError| cases.invalid(error.to_string());
    let searched = Table::new(values, hits).map_err(refused)?;
    let found = search(args, &searched, &inputs).map_err(refused)?;
    let discovery = Discovery {
        source,
        inputs: &inputs,
        left_out: &left_out,
        interest: &interest,
        cases: (outcomes.len(), of_interest),
        boxes: &found,
    };
    results(&if args.json {
        pretty(&discover::json(discovery))
    } else if args.csv {
        discover::csv(discovery)
    } else {
        discover::terminal(discovery)
    })
}

fn search(
    args: &DiscoverArgs,
    table: &Table,
    inputs: &[InputColumn],
) -> Result<Vec<(Chosen, Stability)>, AnalysisError> {
    debug_assert_eq!(inputs.len(), table.columns().len());
    let settings = Settings::new(0.5);
    let choice = Choice { coverage: args.coverage, density: args.density, ..Choice::default() };
    let found = chosen(table, &settings, &choice, usize::from(args.boxes))?;
    let with_fate = |(number, told): (usize, Chosen)| {
        let name = format!("discover {number}");
        let resampling = Resampling {
            count: usize::from(args.resamples),
            key: StreamKey::new(Seed(args.trials.seed), Purpose::Bootstrap, &name),
            threads: usize::from(args.trials.threads),
        };
        let fate = stability(table, &settings, &choice, &told, &resampling)?;
        Ok((told, fate))
    };
    found.into_iter().enumerate().map(with_fate).collect()
}
