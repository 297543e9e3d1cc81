//! `zopa brief`: what a role is told in confidence, or what everybody knows.

use std::path::PathBuf;

use clap::Args;

use super::args::ScenarioArgs;
use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::handout;
use crate::scenario::suggestion;
use crate::teach::brief::{self, Case};

/// Whose brief.
#[derive(Args, Debug)]
pub(crate) struct BriefArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// The private brief of this party, by its key or title; without it the public one
    #[arg(long, value_name = "PARTY", conflicts_with = "public")]
    pub(crate) role: Option<String>,
    /// The public brief, which is the default
    #[arg(long)]
    pub(crate) public: bool,
    /// Write a page to be handed out, on paper or not, to this new file, instead of printing
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

pub(crate) fn brief(args: &BriefArgs) -> Result<Exit, Failure> {
    if let Some(html) = &args.html {
        ending::expect_page("--html", html)?;
    }
    let loaded = input::loaded(&args.scenario)?;
    let values = brief::likeliest(&loaded.scenario);
    let case = Case { scenario: &loaded.scenario, story: &loaded.story, values: &values };
    let brief = match &args.role {
        None => brief::public(case),
        Some(name) => brief::private(case, role(&loaded.scenario, name)?),
    };
    handout(&brief, args.html.as_deref())
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
