//! `zopa compare-codings`: two coders, one negotiation.

use std::path::PathBuf;

use clap::Args;

use super::args::TrialArgs;
use super::exit::{Exit, Failure};
use super::input::scenario;
use super::output::{document, results_in, stopped_after, words};
use super::progress::Bar;
use crate::analysis::codings::{agreements, swaps};
use crate::model::Scenario;
use crate::montecarlo::{Plan, StopReason, compare};
use crate::present::codings::{csv, tell};
use crate::results::Envelope;
use crate::results::codings::Coded;
use crate::stream::Seed;

/// Whose codings.
#[derive(Args, Debug)]
pub(crate) struct CompareCodingsArgs {
    /// One coder's file
    pub(crate) a: PathBuf,
    /// The other's, with the same parties and issues
    pub(crate) b: PathBuf,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a number
    #[arg(long)]
    pub(crate) csv: bool,
}

/// Worlds unless stated: every group of numbers is played, so fewer than in a run.
const WORLDS: u64 = 1_000;

pub(crate) fn compare_codings(args: &CompareCodingsArgs) -> Result<Exit, Failure> {
    let (a, b) = (scenario(&args.a, None, &[])?, scenario(&args.b, None, &[])?);
    let seed = Seed(args.trials.seed);
    let shown = [args.a.display().to_string(), args.b.display().to_string()];
    let agreements = agreements(&a, &b, seed).map_err(|unlike| {
        let clauses = unlike.0.join("\n  ");
        Failure::new(
            Exit::Invalid,
            format!(
                "A = {} and B = {} do not code the same negotiation:\n  {clauses}\nTwo coders have to start from \
                 the same parties and issues (docs/coding-guide.md); give both files the same, or compare \
                 their odds alone with zopa compare",
                shown[0], shown[1]
            ),
        )
    })?;
    let swaps = swaps(&a, &b, &agreements.likeness);
    let plan = Plan {
        seed,
        worlds: args.trials.worlds.unwrap_or(WORLDS),
        histories: args.trials.histories,
        threads: usize::from(args.trials.threads),
        ..Plan::default()
    };
    let mut sides: Vec<&Scenario> = swaps.iter().map(|swap| &swap.scenario).collect();
    sides.push(&b);
    let bar = Bar::new(plan.worlds);
    let contrasts = compare(&a, &sides, &plan, &bar);
    bar.finish();
    let answer = Envelope::of_codings(Coded {
        a: &a,
        b: &b,
        files: [&shown[0], &shown[1]],
        agreements: &agreements,
        swaps: &swaps,
        contrasts: &contrasts,
    });
    let form = (args.json, args.csv);
    results_in(form, || document(&answer), || csv(&answer.result), || words(&tell(&answer)))?;
    if contrasts.stopped == StopReason::Interrupted {
        return Ok(stopped_after(contrasts.worlds, "odds"));
    }
    Ok(Exit::Ok)
}
