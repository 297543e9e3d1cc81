//! Packages as a command line has them: `territory=60,guarantees=55`, an option by its name.

use super::exit::Failure;
use crate::model::{Issue, Scenario, path};

/// The issue of this name, which was given to an option of the command.
pub(crate) fn issue(scenario: &Scenario, id: &str, option: &str) -> Result<usize, Failure> {
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

/// Reads a package such as `territory=60,guarantees=55`: a position for every issue, each on its scale.
pub(crate) fn package(scenario: &Scenario, text: &str) -> Result<Vec<f64>, Failure> {
    let mut package: Vec<Option<f64>> = vec![None; scenario.issues.len()];
    for part in path::cut(text, ',') {
        let Some((id, value)) = path::cut_once(part, '=') else {
            return Err(Failure::usage(format!(
                "--package: “{part}” has no “=”; write it as ISSUE=POSITION,ISSUE=POSITION"
            )));
        };
        let k = issue(scenario, id.trim(), "--package")?;
        if package[k].is_some() {
            return Err(Failure::usage(format!(
                "--package: {} is settled twice; leave one of them out",
                id.trim()
            )));
        }
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
