//! `zopa text`: the odds of a text on the table, who says no over what, and what would turn that.

use clap::Args;

use super::args::{ScenarioArgs, TrialArgs};
use super::exit::{Exit, Failure};
use super::output::{answered, ended};
use super::progress::Bar;
use super::texts::{Putting, TextsArgs};
use crate::montecarlo::Plan;
use crate::present::texts::{csv, tell};

#[derive(Args, Debug)]
#[command(
    after_help = "Everybody is asked as about a mediator’s text: on the as-of date or, with --on, on another \
    day, up to which the history is played like any other. Several texts are put in the same histories and held \
    against the first.\n\nExamples:\n  zopa text talks.toml --package water=50,payment=120\n  zopa text talks.toml \
    --package 'ours: water=50,payment=120' --package 'theirs: water=65,payment=90'"
)]
pub(crate) struct TextArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    #[command(flatten)]
    pub(crate) texts: TextsArgs,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a figure and text
    #[arg(long)]
    pub(crate) csv: bool,
}

pub(crate) fn text(args: &TextArgs) -> Result<Exit, Failure> {
    let scenario = args.scenario.load()?;
    let file = &args.scenario.file;
    if !args.texts.is_any() {
        let issues = scenario.issues.iter().map(|issue| format!("{}=…", issue.id));
        return Err(Failure::usage(format!(
            "which text? Say where it settles every issue, as in --package {}, or name a file of texts with --texts",
            issues.collect::<Vec<_>>().join(",")
        )));
    }
    let putting = Putting::of(&scenario, file, &args.texts)?;
    let plan = args.trials.plan(Plan::WORLDS);
    if plan.worlds < 2 {
        return Err(Failure::usage(
            "--worlds 1: one world says nothing of how far others differ; play two or more",
        ));
    }
    let bar = Bar::new(plan.worlds);
    let put = putting.play(&scenario, &plan, &bar);
    bar.finish();
    let shown = file.display().to_string();
    let answer = putting.answer(&scenario, &put, &shown, &args.scenario.options());
    answered((args.json, args.csv), &answer, csv, tell)?;
    Ok(ended(put.is_interrupted(), put.worlds(), "odds"))
}
