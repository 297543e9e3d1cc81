//! `zopa map FILE`: the bargaining map of a scenario.

use std::path::Path;

use super::MapArgs;
use super::inquiry;
use crate::analysis::map::BargainingMap;
use crate::cli::args::ScenarioArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::{answered, ended};
use crate::cli::progress::Bar;
use crate::model::{Issue, Scenario, path};
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

fn issue(scenario: &Scenario, id: &str, option: &str) -> Result<usize, Failure> {
    scenario.issue_index(id).ok_or_else(|| {
        let known: Vec<&str> = scenario.issues.iter().map(|issue| issue.id.as_str()).collect();
        Failure::usage(format!(
            "{option}: there is no issue “{id}”; there are {}",
            known.join(", ")
        ))
    })
}

/// The number of an option.
fn option(issue: &Issue, name: &str) -> Result<f64, Failure> {
    issue.options.iter().position(|option| option == name).map(|number| number as f64).ok_or_else(
        || {
            let known: Vec<_> = issue.options.iter().map(|name| path::quoted(name)).collect();
            let known = known.join(", ");
            Failure::usage(format!(
                "--package: {} has no option “{name}”; there are {known}",
                issue.id
            ))
        },
    )
}

/// Reads a package such as `territory=60,guarantees=55`: a position for every issue.
fn package(scenario: &Scenario, text: &str) -> Result<Vec<f64>, Failure> {
    let mut package: Vec<Option<f64>> = vec![None; scenario.issues.len()];
    for part in path::cut(text, ',') {
        let Some((id, value)) = path::cut_once(part, '=') else {
            return Err(Failure::usage(format!(
                "--package: “{part}” has no “=”; write it as ISSUE=POSITION,ISSUE=POSITION"
            )));
        };
        let k = issue(scenario, id.trim(), "--package")?;
        if scenario.issues[k].has_options() {
            package[k] = Some(option(&scenario.issues[k], &path::plain(value))?);
            continue;
        }
        let value: f64 = value.trim().parse().map_err(|_| {
            Failure::usage(format!("--package: “{}” is not a number", value.trim()))
        })?;
        let scale = scenario.issues[k].scale;
        if !(scale.low..=scale.high).contains(&value) {
            return Err(Failure::usage(format!(
                "--package: {value} is not on the scale of {}, from {} to {}",
                id.trim(),
                scale.low,
                scale.high
            )));
        }
        package[k] = Some(value);
    }
    let missing: Vec<&str> = scenario
        .issues
        .iter()
        .zip(&package)
        .filter(|(_, value)| value.is_none())
        .map(|(issue, _)| issue.id.as_str())
        .collect();
    if !missing.is_empty() {
        return Err(Failure::usage(format!(
            "--package: a package settles every issue; missing: {}",
            missing.join(", ")
        )));
    }
    Ok(package.into_iter().flatten().collect())
}
