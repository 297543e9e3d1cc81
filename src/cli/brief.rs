//! `zopa brief`: what a role is told in confidence, or what everybody knows.

use super::classroom_args::BriefArgs;
use super::exit::{Exit, Failure};
use super::input;
use super::output::results;
use crate::scenario::suggestion;
use crate::teach::brief::{self, Case};

pub(crate) fn brief(args: &BriefArgs) -> Result<Exit, Failure> {
    let loaded = input::loaded(&args.scenario)?;
    let values = brief::likeliest(&loaded.scenario);
    let case = Case { scenario: &loaded.scenario, story: &loaded.story, values: &values };
    match &args.role {
        None => results(&brief::public(case)),
        Some(name) => results(&brief::private(case, role(&loaded.scenario, name)?)),
    }
}

/// The party that a user names, by its key or its title.
pub(crate) fn role(scenario: &crate::model::Scenario, name: &str) -> Result<usize, Failure> {
    let by_title = || {
        let same = |title: &str| title.to_lowercase() == name.to_lowercase();
        scenario.parties.iter().position(|party| same(&party.title) || same(&party.id))
    };
    scenario.party_index(name).or_else(by_title).ok_or_else(|| {
        let ids: Vec<&str> = scenario.parties.iter().map(|party| party.id.as_str()).collect();
        Failure::usage(format!("there is no party {name}; {}", suggestion(name, &ids, "parties")))
    })
}
