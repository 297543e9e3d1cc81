//! `zopa run`: load → plan → play → sum up → present.

use std::io::{self, Write as _};

use clap::Args;

use super::args::{ScenarioArgs, TrialArgs};
use super::claim::{Claim, claim};
use super::exit::{Exit, Failure};
use super::output::{self, note, pretty, stopped_after, to_json, to_text};
use super::progress::Bar;
use super::share::share;
use crate::model::Scenario;
use crate::montecarlo::{
    Assertion, Draws, Link, Outcome, Plan, StopReason, Stopping, Summary, Verdict, WorldRow,
    run_with,
};
use crate::present::{csv::WorldTable, run::tell};
use crate::results::{Envelope, run::Run};

#[derive(Args, Debug)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Play until the 95% interval of every figure is ± this, as in 1% or 0.01 (--worlds is then
    /// the most)
    #[arg(long, value_name = "P", conflicts_with = "asserts", value_parser = share)]
    pub(crate) precision: Option<f64>,
    /// Settle a claim such as 'signed>=0.4' (a link of the chain or a question's id); exit 4 if
    /// it fails or stays open (may be repeated)
    #[arg(long = "assert", value_name = "CLAIM")]
    pub(crate) asserts: Vec<String>,
    /// Worlds in a chunk of work. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 20, hide = true,
        value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) chunk: u64,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a world, with its inputs and its odds
    #[arg(long)]
    pub(crate) csv: bool,
}

pub(crate) fn run(args: &RunArgs) -> Result<Exit, Failure> {
    let scenario = args.scenario.load()?;
    let plan = plan(args, &scenario)?;
    let bar = Bar::new(plan.worlds);
    let summary = if args.csv {
        tabulate(&scenario, &plan, &bar)?
    } else {
        run_with(&scenario, &plan, &bar, None)
    };
    bar.finish();
    if !args.csv {
        let file = args.scenario.file.display().to_string();
        let answer = Envelope::<Run>::of_run(&scenario, &summary, &file, &args.scenario.options());
        if args.json {
            output::print_exact(&pretty(&to_json(&answer)))?;
        } else {
            output::print_text(&to_text(&tell(&answer)))?;
        }
    }
    Ok(verdict(&summary))
}

/// The exit code the results call for, with a note where they are not what was asked for.
fn verdict(summary: &Summary) -> Exit {
    let failed = summary.verdicts.iter().find(|(_, verdict, _)| *verdict != Verdict::Holds);
    if summary.stopped == StopReason::Interrupted {
        stopped_after(summary.worlds, "figures")
    } else if summary.stopped == StopReason::PrecisionMissed {
        note(&format!(
            "the precision was not reached in {} worlds: allow more with --worlds",
            summary.worlds
        ));
        Exit::NotMet
    } else if let Some((assertion, verdict, _)) = failed {
        let how = if *verdict == Verdict::Fails { "fails" } else { "is still open" };
        note(&format!("the assertion {} {how}", assertion.text));
        Exit::NotMet
    } else {
        Exit::Ok
    }
}

/// Writes one row a world to standard output while the run goes on.
fn tabulate(scenario: &Scenario, plan: &Plan, bar: &Bar) -> Result<Summary, Failure> {
    let uncertain = Draws::new(scenario, plan.seed, &plan.fixed).uncertain().to_vec();
    let out = io::BufWriter::new(io::stdout());
    let failed = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => output::finish(Err(error)).map(|_| ()),
        other => Err(Failure::io(format!("the table could not be written: {other:?}"))),
    };
    let mut table = match WorldTable::new(scenario, &uncertain, plan.histories, out) {
        Ok(table) => Some(table),
        Err(error) => {
            failed(error)?;
            None
        }
    };
    let mut first_error = None;
    let mut plan = plan.clone();
    plan.structural = false;
    let mut take = |row: WorldRow| {
        if let Some(open) = table.as_mut()
            && let Err(error) = open.push(&row)
        {
            first_error = Some(error);
            table = None;
        }
    };
    let summary = run_with(scenario, &plan, bar, Some(&mut take));
    if let Some(error) = first_error {
        failed(error)?;
    }
    if let Some(table) = table {
        table.finish().or_else(failed)?;
    }
    let _ = io::stdout().flush();
    Ok(summary)
}

fn plan(args: &RunArgs, scenario: &Scenario) -> Result<Plan, Failure> {
    let stopping = if let Some(half_width) = args.precision {
        if !(half_width > 0.0 && half_width < 0.5) {
            return Err(Failure::usage(format!(
                "--precision {half_width} is not between 0 and 0.5; write 0.01, or 1%, for ± 1 \
                 percentage point"
            )));
        }
        Stopping::Precision(half_width)
    } else if args.asserts.is_empty() {
        Stopping::Worlds
    } else {
        let claims = args.asserts.iter().map(|text| assertion(text, scenario));
        Stopping::Assertions(claims.collect::<Result<_, _>>()?)
    };
    let most = match stopping {
        Stopping::Worlds => Plan::WORLDS,
        Stopping::Precision(_) | Stopping::Assertions(_) => Plan::WORLDS_AT_MOST,
    };
    Ok(Plan { stopping, chunk: args.chunk, ..args.trials.plan(most) })
}

/// Reads a claim such as `signed>=0.4` or `leaders-meet<=0.3`.
fn assertion(text: &str, scenario: &Scenario) -> Result<Assertion, Failure> {
    let Claim { name, comparison, bound } = claim("--assert", text)?;
    if !(0.0..=1.0).contains(&bound) {
        return Err(Failure::usage(format!(
            "--assert {text}: odds lie between 0 and 1, and {bound} does not; write 0.4, or 40%"
        )));
    }
    let outcome = outcome(name, scenario)
        .map_err(|message| Failure::usage(format!("--assert {text}: {message}")))?;
    Ok(Assertion { text: text.to_owned(), outcome, comparison, bound })
}

/// The outcome that `--of` names.
pub(crate) fn outcome_of(name: &str, scenario: &Scenario) -> Result<Outcome, Failure> {
    outcome(name, scenario).map_err(|message| Failure::usage(format!("--of {name}: {message}")))
}

/// The link of the chain or the question of this name; else what there is, in words.
pub(crate) fn outcome(name: &str, scenario: &Scenario) -> Result<Outcome, String> {
    Outcome::named(name, scenario).ok_or_else(|| {
        let links = Link::ALL.iter().map(|link| link.word());
        let names = links.chain(scenario.questions.iter().map(|asked| asked.id.as_str()));
        let known: Vec<&str> = names.collect();
        format!("no “{name}”; there are {}", known.join(", "))
    })
}
