//! `zopa explain`: the story of one trial, or what an error code means.

use clap::Args;

use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::input;
use super::output::{pretty, print_exact, print_text, to_json, to_text};
use crate::montecarlo::{Plan, TrialId, replay};
use crate::present::explain::{head, tell};
use crate::results::Envelope;
use crate::results::story::{Narrator, TrialTold};
use crate::scenario::codes;
use crate::stream::Seed;
use crate::text::shell;

#[derive(Args, Debug)]
pub(crate) struct ExplainArgs {
    /// A scenario file, or an error code such as Z0102
    pub(crate) what: String,
    /// Which trial: world × histories + history, as `zopa run` names it [default: 0]
    #[arg(long, value_name = "N")]
    pub(crate) trial: Option<u64>,
    /// Play a variant the file defines
    #[arg(long, value_name = "NAME")]
    pub(crate) variant: Option<String>,
    /// Change a value (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
    /// Histories in each world of the run the trial is from
    #[arg(long, value_name = "N", default_value_t = Plan::HISTORIES,
        value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub(crate) histories: u64,
    /// Seed of the run the trial is from
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn explain(args: &ExplainArgs) -> Result<Exit, Failure> {
    if let Some(text) = codes::explain(&args.what) {
        let of_a_trial = [
            ("--trial", args.trial.is_some()),
            ("--variant", args.variant.is_some()),
            ("--set", !args.sets.is_empty()),
            ("--histories", args.histories != Plan::HISTORIES),
            ("--seed", args.seed != Plan::SEED.0),
            ("--json", args.json),
        ];
        refuse(&of_a_trial, "on what an error code means; leave it out, or name a scenario file")?;
        return print_text(&text);
    }
    if looks_like_a_code(&args.what) {
        return Err(Failure::usage(format!(
            "there is no error code {}; codes look like Z0102 and stand in the error itself",
            args.what
        )));
    }
    let scenario = input::scenario(args.what.as_ref(), args.variant.as_deref(), &args.sets)?;
    let number = args.trial.unwrap_or_default();
    let plan = Plan { seed: Seed(args.seed), histories: args.histories, ..Plan::default() };
    let mut narrator = Narrator::new(&scenario);
    let played = replay(&scenario, &plan, TrialId(number), &mut narrator)
        .map_err(|error| Failure::usage(format!("--trial: {error}")))?;
    let story = narrator.story(&played.history());
    if args.json {
        let told = TrialTold { trial: TrialId(number), seed: args.seed, story };
        let options = shell::changes(args.variant.as_deref(), &args.sets);
        let answer = Envelope::of_trial(told, &scenario, &args.what, &options);
        return print_exact(&pretty(&to_json(&answer)));
    }
    let head = head(TrialId(number), &played, Seed(args.seed));
    print_text(&to_text(&tell(&scenario, &head, &story)))
}

fn looks_like_a_code(what: &str) -> bool {
    let digits = what.strip_prefix(['Z', 'z']);
    digits.is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}
