//! `zopa compare-codings`: two coders, one negotiation.

use std::path::PathBuf;

use clap::Args;

use super::args::TrialArgs;
use super::exit::{Exit, Failure};
use super::input::scenario;
use super::output::{answered, ended};
use super::progress::Bar;
use crate::analysis::codings::{agreements, swaps};
use crate::model::Scenario;
use crate::montecarlo::{StopReason, compare};
use crate::present::codings::{csv, tell};
use crate::results::Envelope;
use crate::results::codings::Coded;

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
const WORLDS: u64 = 4_000;

pub(crate) fn compare_codings(args: &CompareCodingsArgs) -> Result<Exit, Failure> {
    let (a, b) = (scenario(&args.a, None, &[])?, scenario(&args.b, None, &[])?);
    let plan = args.trials.plan(WORLDS);
    let shown = [args.a.display().to_string(), args.b.display().to_string()];
    let agreements = agreements(&a, &b, plan.seed).map_err(|unlike| {
        let clauses = unlike.0.join("\n  ");
        Failure::invalid(format!(
                "A = {} and B = {} do not code the same negotiation:\n  {clauses}\nTwo coders have to start from \
                 the same parties and issues (docs/coding-guide.md); give both files the same, or compare \
                 their odds alone with zopa compare",
                shown[0], shown[1]
            ))
    })?;
    let swaps = swaps(&a, &b, &agreements.likeness);
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
    answered((args.json, args.csv), &answer, csv, tell)?;
    Ok(ended(contrasts.stopped == StopReason::Interrupted, contrasts.worlds, "odds"))
}
