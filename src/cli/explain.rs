//! `zopa explain`: the story of one trial, or what an error code means.

use super::args::ExplainArgs;
use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::input;
use super::output::{data, pretty, results};
use crate::montecarlo::{Plan, TrialId, replay};
use crate::present::explain::{TrialView, json, tell};
use crate::results::story::Narrator;
use crate::scenario::codes;
use crate::stream::Seed;
use crate::text::number::thousands;

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
        return results(&text);
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
        let (scenario, file) = (&scenario, args.what.as_str());
        let view = TrialView { scenario, file, trial: number, seed: args.seed, story: &story };
        return data(&pretty(&json(view)));
    }
    let mut head = format!(
        "trial {}: history {} of world {} · seed {}",
        thousands(number),
        played.trial.history,
        thousands(played.trial.world),
        args.seed
    );
    for (factor, level) in &played.factors {
        head += &format!(" · {}: higher than in {:.0}% of worlds", factor.title, 100.0 * level);
    }
    results(&tell(&scenario, &head, &story))
}

fn looks_like_a_code(what: &str) -> bool {
    let digits = what.strip_prefix(['Z', 'z']);
    digits.is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}
