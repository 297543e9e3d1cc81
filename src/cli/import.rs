//! `zopa import`: a scenario of another program's files.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::ending;
use super::exit::{Exit, Failure};
use super::input;
use super::output::{note, print_exact, write_new, wrote_scenario};
use crate::scenario::{GeniusFile, import_genius};

/// Whose files to import.
#[derive(Subcommand, Debug)]
pub(crate) enum ImportCommand {
    /// A domain and the profiles of its parties, in the XML of GENIUS and with its meaning
    Genius(GeniusArgs),
}

#[derive(Args, Debug)]
pub(crate) struct GeniusArgs {
    /// The domain
    #[arg(value_name = "DOMAIN.xml")]
    pub(crate) domain: PathBuf,
    /// The profile of every party, in the order in which they act
    #[arg(required = true, value_name = "PROFILE.xml")]
    pub(crate) profiles: Vec<PathBuf>,
    /// Write the scenario to this new file; without it, it is printed
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Rounds until the deadline
    #[arg(long, value_name = "N", default_value_t = 100,
        value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub(crate) rounds: u16,
}

pub(crate) fn genius(args: &GeniusArgs) -> Result<Exit, Failure> {
    if args.profiles.len() < 2 {
        return Err(Failure::usage(
            "a negotiation needs two parties: name the profile of each, as in zopa import genius \
             domain.xml buyer.xml seller.xml",
        ));
    }
    if let Some(path) = &args.output {
        ending::expect("-o", path, &["toml"], "a scenario ends in .toml")?;
    }
    let read = |path: &std::path::PathBuf| {
        input::read(path).map(|text| (path.display().to_string(), text))
    };
    let domain = read(&args.domain)?;
    let profiles = args.profiles.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let files: Vec<GeniusFile<'_>> =
        profiles.iter().map(|(name, text)| GeniusFile { name, text }).collect();
    let domain = GeniusFile { name: &domain.0, text: &domain.1 };
    let imported = import_genius(domain, &files, args.rounds.into())
        .map_err(|rejected| Failure::rejected(&rejected.report))?;
    for said in &imported.notes {
        note(&format!("note: {said}"));
    }
    let Some(path) = &args.output else { return print_exact(&imported.text) };
    let shown = path.display();
    write_new(path, &imported.text).map_err(|error| Failure::unwritable(&shown, &error))?;
    wrote_scenario(path);
    Ok(Exit::Ok)
}
