//! `zopa map FILE`: the bargaining map of a scenario.

use std::path::Path;

use super::MapArgs;
use super::inquiry;
use crate::analysis::map::BargainingMap;
use crate::cli::args::ScenarioArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{answered, ended};
use crate::cli::package::{issue, package};
use crate::cli::progress::Bar;
use crate::montecarlo::Plan;
use crate::present::map::{csv, tell};
use crate::results::Envelope;
use crate::results::map::Mapped;
use crate::stream::Seed;

/// Prints the map of a scenario.
pub(super) fn map(file: &Path, args: &MapArgs) -> Result<Exit, Failure> {
    let named = ScenarioArgs {
        file: file.to_path_buf(),
        variant: args.variant.clone(),
        sets: args.sets.clone(),
    };
    let scenario = named.load()?;
    let only = args.issue.as_deref().map(|id| issue(&scenario, id, "--issue")).transpose()?;
    let given = args.package.as_deref().map(|text| package(&scenario, text)).transpose()?;
    let plan = Plan {
        seed: Seed(args.seed),
        worlds: args.worlds,
        threads: usize::from(args.threads),
        ..Plan::default()
    };
    let bar = Bar::new(plan.worlds);
    let map = BargainingMap::of(&scenario, &plan, given.as_deref(), &inquiry(args), &bar);
    bar.finish();
    let (file, options) = (file.display().to_string(), named.options());
    let (file, options) = (file.as_str(), options.as_str());
    let mapped = Mapped {
        scenario: &scenario,
        map: &map,
        file,
        options,
        seed: args.seed,
        worlds: plan.worlds,
    };
    let only = only.map(|k| scenario.issues[k].id.as_str());
    let answer = Envelope::of_map(mapped);
    answered((args.json, args.csv), &answer, |_| csv(mapped), |answer| tell(answer, only))?;
    Ok(ended(map.worlds.worlds < plan.worlds, map.worlds.worlds, "figures"))
}
