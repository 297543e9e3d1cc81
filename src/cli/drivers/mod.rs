//! `zopa drivers`: which assumption the answer hangs on.

mod args;
mod choose;

use super::args::{ScenarioArgs, TrialArgs};
use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::output::{answered, note};
use super::progress::Bar;
use super::run::outcome_of;
use crate::analysis::AnalysisError;
use crate::analysis::drivers::{
    Alternative, Factor, Study, Tornado, alternatives, compare, screen, share, swing, threshold,
};
use crate::model::Scenario;
use crate::montecarlo::{Outcome, Plan, Playing};
use crate::present::drivers::{csv, tell};
use crate::results::Envelope;
use crate::results::drivers::{Finding, Found};
use crate::stream::Seed;

pub(crate) use args::DriversArgs;
use args::Method;

/// Worlds, rows or trajectories, and histories at each point, unless stated.
struct Size {
    points: u64,
    histories: u64,
}

pub(crate) fn drivers(args: &DriversArgs) -> Result<Exit, Failure> {
    let scenario = args.scenario.load()?;
    let of = outcome_of(&args.of, &scenario)?;
    refuse_idle(args)?;
    let mut playing = Playing {
        outcome: of,
        seed: Seed(args.seed),
        histories: 0,
        threads: usize::from(args.threads),
    };
    let factors = match &args.breakeven {
        Some(_) => Vec::new(),
        None => choose::factors(args, &scenario)?,
    };
    let size = size(args, factors.len() as u64);
    playing.histories = size.histories;
    let task = task(args, &scenario, Study { factors, playing })?;
    if let Task::Sobol(study) = &task {
        refuse_dependent(&scenario, &study.factors)?;
    }
    let bar = Bar::new(size.points);
    let found = task.play(args, &scenario, &size, &bar);
    bar.finish();
    let interrupted = bar.is_stopped();
    let finding = match found {
        Ok(Some(finding)) => finding,
        Ok(None) | Err(_) if interrupted => {
            return Err(Failure::interrupted("stopped before there was anything sound to report"));
        }
        Ok(None) => return Ok(Exit::Ok),
        Err(error) => return Err(error.into()),
    };
    let inert = if interrupted { Vec::new() } else { task.study().inert(&scenario) };
    let found = Found {
        scenario: &scenario,
        outcome: of,
        finding: &finding,
        inert: &inert,
        file: &args.scenario.file.display().to_string(),
        options: &args.scenario.options(),
        seed: args.seed,
        size: size.points,
        histories: size.histories,
        interrupted,
    };
    let answer = Envelope::of_drivers(found);
    answered((args.json, args.csv), &answer, csv, tell)?;
    if interrupted {
        note("stopped early: the figures rest on what was played, and what is missing is left out");
        return Ok(Exit::Interrupted);
    }
    Ok(Exit::Ok)
}

/// Sobol' indices divide the variance among inputs that vary independently.
fn refuse_dependent(scenario: &Scenario, factors: &[Factor]) -> Result<(), Failure> {
    let hanging = factors.iter().filter(|factor| scenario.hangs_together(factor.input));
    let paths: Vec<&str> =
        hanging.map(|factor| scenario.inputs[factor.input.index()].path.as_str()).collect();
    if paths.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "--method sobol: Sobol' indices take inputs to be independent, and these hang together in the file: \
         {}; leave them out (--input names those that stand alone, and all others move together, as the file \
         has them), or read the shares of zopa run, which say what knowing an input would explain",
        paths.join(", ")
    )))
}

/// How much is played is said in the unit of the method.
fn refuse_idle(args: &DriversArgs) -> Result<(), Failure> {
    let (worlds, points, trajectories) = (
        ("--worlds", args.worlds.is_some()),
        ("--points", args.points.is_some()),
        ("--trajectories", args.trajectories.is_some()),
    );
    // The parser lets it pass where a method is named.
    let target = ("--target", args.breakeven.is_none() && args.target.is_some());
    refuse(&[target], "without --breakeven PATH, which says what to move until the odds reach it")?;
    match (&args.breakeven, args.method) {
        (Some(_), _) => refuse(
            &[points, trajectories],
            "with --breakeven; say with --worlds how much to play at each value",
        ),
        (None, Method::Tornado) => {
            refuse(&[points, trajectories], "on a tornado; say with --worlds how much to play")
        }
        (None, Method::Morris) => refuse(
            &[worlds, points],
            "with --method morris; say with --trajectories how much to play",
        ),
        (None, Method::Sobol) => refuse(
            &[worlds, trajectories],
            "with --method sobol; say with --points how much to play",
        ),
    }
}

/// Points of a default study: some 2 million histories of 8, half a minute of a scenario of 170 inputs
/// on two threads.
const POINTS: u64 = 250_000;

/// What was asked for; else as much as the points of a default study allow, within reason.
fn size(args: &DriversArgs, inputs: u64) -> Size {
    let within = |points: u64, least, most| (POINTS / points).clamp(least, most);
    let (points, histories) = match (&args.breakeven, args.method) {
        (Some(_), _) => (args.worlds.unwrap_or(5_000), Plan::HISTORIES),
        (None, Method::Tornado) => {
            (args.worlds.unwrap_or_else(|| Tornado::worlds(inputs)), Tornado::HISTORIES)
        }
        (None, Method::Morris) => {
            (args.trajectories.unwrap_or_else(|| within(30 * (inputs + 1), 40, 200)), 64)
        }
        (None, Method::Sobol) => {
            let rows = args.points.unwrap_or_else(|| within(inputs + 2, 256, 8_192));
            (rows.next_power_of_two(), 8)
        }
    };
    Size { points, histories: args.histories.unwrap_or(histories) }
}

/// The tornado of a report, as large as `zopa drivers` makes it.
pub(crate) fn tornado(
    of: &ScenarioArgs,
    scenario: &Scenario,
    trials: &TrialArgs,
    outcome: Outcome,
) -> Result<Tornado, Failure> {
    let (seed, threads) = (Seed(trials.seed), usize::from(trials.threads));
    Tornado::of(scenario, variants(of, scenario)?, outcome, seed, threads).ok_or_else(|| {
        Failure::usage(
            "--tornado: nothing in this scenario is uncertain, so that no input can be moved",
        )
    })
}

/// What is to be played.
enum Task {
    Tornado(Study, Vec<Alternative>),
    Morris(Study),
    Sobol(Study),
    BreakEven(Study, choose::Sought),
}

fn task(args: &DriversArgs, scenario: &Scenario, study: Study) -> Result<Task, Failure> {
    if let Some(text) = &args.breakeven {
        let sought = choose::sought(args, scenario, text)?;
        return Ok(Task::BreakEven(study, sought));
    }
    Ok(match args.method {
        Method::Tornado => {
            let mut choices = alternatives(scenario);
            choices.extend(variants(&args.scenario, scenario)?);
            Task::Tornado(study, choices)
        }
        Method::Morris => Task::Morris(study),
        Method::Sobol => Task::Sobol(study),
    })
}

/// The file's rival codings, where none of them is under study itself.
fn variants(of: &ScenarioArgs, scenario: &Scenario) -> Result<Vec<Alternative>, Failure> {
    if of.variant.is_some() {
        return Ok(Vec::new());
    }
    let rivals = scenario.variants.iter().map(|variant| {
        let rival = of.load_quietly(Some(&variant.id), &[])?;
        Ok(Alternative::variant(variant, rival))
    });
    rivals.collect()
}

impl Task {
    /// The inputs under study; those of a break-even are none.
    fn study(&self) -> &Study {
        match self {
            Self::Tornado(study, _)
            | Self::Morris(study)
            | Self::Sobol(study)
            | Self::BreakEven(study, _) => study,
        }
    }

    fn play(
        &self,
        args: &DriversArgs,
        scenario: &Scenario,
        size: &Size,
        bar: &Bar,
    ) -> Result<Option<Finding>, AnalysisError> {
        let points = size.points;
        Ok(match self {
            Self::Tornado(study, choices) => {
                let swings = swing(scenario, study, points, bar)?;
                let odds = compare(scenario, choices, study, &swings, bar)?;
                Some(Finding::Tornado(swings, odds))
            }
            Self::Morris(study) => {
                Some(Finding::Morris(screen(scenario, study, points as usize, bar)?))
            }
            Self::Sobol(study) => {
                Some(Finding::Sobol(share(scenario, study, points as usize, bar)?))
            }
            Self::BreakEven(study, sought) => {
                let target = args.target.unwrap_or_default();
                threshold(scenario, study, (sought.input, sought.range), target, points, bar)?
                    .map(Finding::BreakEven)
            }
        })
    }
}
