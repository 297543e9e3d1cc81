//! `zopa discover`: where do deals happen, and which choice is least bad?

mod args;
mod cases;
mod columns;
mod interest;
mod levers;
mod of_study;
mod worlds;

use std::collections::BTreeMap;
use std::path::Path;

use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::output::{answered, report_failure, stopped_after};
use crate::analysis::AnalysisError;
use crate::analysis::prim::{
    Choice, Chosen, Resampling, Settings, Stability, Table, chosen, stability,
};
use crate::montecarlo::{Plan, StopReason};
use crate::present::discover;
use crate::results::Envelope;
use crate::results::discover::{Boxes, BoxesFound, Choices, InputColumn, Source};
use crate::stream::{Purpose, Seed, StreamKey};
use cases::Cases;
use columns::Columns;
use of_study::StudyTable;

pub(crate) use args::DiscoverArgs;

/// Boxes, and resamples in which each is looked for again, unless stated.
const BOXES: u16 = 1;
const RESAMPLES: u16 = 50;
/// The fewest cases in which boxes are looked for: with fewer, chance alone makes good ones.
const FEWEST: usize = 100;
/// The most fields, cases × inputs: more would take too long.
const MOST_FIELDS: usize = 10_000_000;

pub(crate) fn discover(args: &DiscoverArgs) -> Result<Exit, Failure> {
    for (option, value) in [("--coverage", args.coverage), ("--density", args.density)] {
        if let Some(share) = value
            && !(share > 0.0 && share < 1.0)
        {
            return Err(Failure::usage(format!("{option} {share} is not between 0 and 1")));
        }
    }
    if let Some(folder) = of_study::folder(&args.file) {
        return study(args, &folder);
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
             played in every future, or let zopa study run make it",
        ));
    }
    let played = worlds::play(args)?;
    let file = args.file.display().to_string();
    let options = played.options.clone();
    let source = Source {
        file: &file,
        title: Some(&played.scenario.title),
        scenario: Some(&played.scenario),
        options: &options,
        histories: Some(args.trials.histories),
        seed: args.trials.seed,
    };
    let part = boxes(args, source, &played.cases, &args.inputs, &BTreeMap::new())?;
    let worlds = played.cases.rows.len() as u64;
    let stopped = if played.is_complete { StopReason::AllWorlds } else { StopReason::Interrupted };
    print(args, source, Some(worlds), stopped, part)?;
    if played.is_complete {
        return Ok(Exit::Ok);
    }
    Ok(stopped_after(worlds, "boxes"))
}

/// One kind of finding, and as a table.
struct Part {
    csv: String,
    choices: Option<Choices>,
    boxes: Option<Boxes>,
}

fn print(
    args: &DiscoverArgs,
    source: Source<'_>,
    played: Option<u64>,
    stopped: StopReason,
    part: Part,
) -> Result<Exit, Failure> {
    let Part { csv, choices, boxes } = part;
    let answer = Envelope::of_discover(source, played, stopped, (choices, boxes));
    answered((args.json, args.csv), &answer, |_| csv, discover::tell)
}

/// The same of a table, of which nothing is played.
fn print_table(args: &DiscoverArgs, source: Source<'_>, part: Part) -> Result<Exit, Failure> {
    print(args, source, None, StopReason::AllWorlds, part)
}

/// What has been played is not played otherwise.
fn refuse_playing(args: &DiscoverArgs) -> Result<(), Failure> {
    let playing = [
        ("--variant", args.variant.is_some()),
        ("--set", !args.sets.is_empty()),
        ("--worlds", args.trials.worlds.is_some()),
        ("--histories", args.trials.histories != Plan::HISTORIES),
    ];
    refuse(&playing, "on a table, which has been played; leave it out, or name a scenario file")?;
    let boxes = [
        ("--boxes", args.boxes.is_some()),
        ("--coverage", args.coverage.is_some()),
        ("--density", args.density.is_some()),
        ("--resamples", args.resamples.is_some()),
        ("--seed", args.trials.seed != Plan::SEED.0),
    ];
    if args.levers.is_empty() {
        return Ok(());
    }
    refuse(
        &boxes,
        "with --lever, which compares choices and looks for no boxes; leave out one of them",
    )
}

fn table(args: &DiscoverArgs) -> Result<Exit, Failure> {
    refuse_playing(args)?;
    let file = args.file.display().to_string();
    let cases = Cases::read(&args.file)?;
    let seed = args.trials.seed;
    let source =
        Source { file: &file, title: None, scenario: None, options: "", histories: None, seed };
    let part = if args.levers.is_empty() {
        boxes(args, source, &cases, &args.inputs, &BTreeMap::new())?
    } else {
        levers::compare(args, source, &cases, &args.levers, &args.inputs)?
    };
    print_table(args, source, part)
}

/// A study's results: the choices, where it has levers, and then the boxes.
fn study(args: &DiscoverArgs, folder: &Path) -> Result<Exit, Failure> {
    refuse_playing(args)?;
    let file = folder.display().to_string();
    let read = StudyTable::read(folder)?;
    let source = Source {
        file: &file,
        title: Some(&read.title),
        scenario: None,
        options: "",
        histories: None,
        seed: args.trials.seed,
    };
    let or = |named: &[String], own: &[String]| {
        if named.is_empty() { own.to_vec() } else { named.to_vec() }
    };
    let asked = !args.levers.is_empty();
    let levers = or(&args.levers, &read.levers);
    let choices = if levers.is_empty() {
        None
    } else {
        let futures: Vec<String> = read
            .inputs
            .iter()
            .chain(&read.futures)
            .filter(|name| !levers.contains(name))
            .cloned()
            .collect();
        Some(levers::compare(args, source, &read.cases, &levers, &or(&args.inputs, &futures))?)
    };
    if asked && let Some(choices) = choices {
        return print_table(args, source, choices);
    }
    let inputs = or(&args.inputs, &read.inputs);
    let boxes = match (boxes(args, source, &read.cases, &inputs, &read.titles), &choices) {
        // The choices are an answer without boxes too.
        (Err(failure), Some(_)) => {
            report_failure(&failure);
            None
        }
        (found, _) => Some(found?),
    };
    print_table(args, source, together(choices, boxes))
}

/// Choices and boxes as one document; as CSV the boxes, for `--lever` asks for the choices.
fn together(choices: Option<Part>, boxes: Option<Part>) -> Part {
    match (choices, boxes) {
        (Some(choices), Some(boxes)) => {
            Part { csv: boxes.csv, choices: choices.choices, boxes: boxes.boxes }
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => Part { csv: String::new(), choices: None, boxes: None },
    }
}

/// Looks for boxes in the columns named. `titles` has words for them.
fn boxes(
    args: &DiscoverArgs,
    source: Source<'_>,
    cases: &Cases,
    inputs: &[String],
    titles: &BTreeMap<String, String>,
) -> Result<Part, Failure> {
    let wanted = interest::wanted(args)?;
    let outcome = cases.column(&wanted.outcome, "--outcome")?;
    let mut chosen_inputs = Columns::choose(cases, inputs, outcome)?;
    for input in &mut chosen_inputs.inputs {
        input.title = titles.get(&input.name).cloned();
    }
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
    let table = Table::new(values, hits).map_err(refused)?;
    let searched = search(args, &table, &inputs).map_err(refused)?;
    let found = BoxesFound {
        source,
        inputs: &inputs,
        left_out: &left_out,
        interest: &interest,
        cases: (outcomes.len(), of_interest),
        boxes: &searched,
    };
    let boxes = Boxes::new(found);
    Ok(Part { csv: discover::csv(&boxes), choices: None, boxes: Some(boxes) })
}

fn search(
    args: &DiscoverArgs,
    table: &Table,
    inputs: &[InputColumn],
) -> Result<Vec<(Chosen, Stability)>, AnalysisError> {
    debug_assert_eq!(inputs.len(), table.columns().len());
    let settings = Settings::new(0.5);
    let usual = Choice::default();
    let choice = Choice {
        coverage: args.coverage.unwrap_or(usual.coverage),
        density: args.density,
        ..usual
    };
    let found = chosen(table, &settings, &choice, usize::from(args.boxes.unwrap_or(BOXES)))?;
    let with_fate = |(number, told): (usize, Chosen)| {
        let name = format!("discover {number}");
        let resampling = Resampling {
            count: usize::from(args.resamples.unwrap_or(RESAMPLES)),
            key: StreamKey::new(Seed(args.trials.seed), Purpose::Bootstrap, &name),
            threads: usize::from(args.trials.threads),
        };
        let fate = stability(table, &settings, &choice, &told, &resampling)?;
        Ok((told, fate))
    };
    found.into_iter().enumerate().map(with_fate).collect()
}
