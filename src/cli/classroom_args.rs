//! The command line of the classroom's verbs, and of imports.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::args::ScenarioArgs;
use crate::montecarlo::Plan;

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
}

/// Which seat, in what.
#[derive(Args, Debug)]
pub(crate) struct PlayArgs {
    /// The scenario file
    #[arg(required_unless_present = "resume", conflicts_with = "resume")]
    pub(crate) file: Option<PathBuf>,
    /// The seat: a party's key or title
    #[arg(long = "as", value_name = "PARTY", conflicts_with = "resume")]
    pub(crate) role: Option<String>,
    /// Go on with a session that was saved
    #[arg(long, value_name = "SESSION")]
    pub(crate) resume: Option<PathBuf>,
    /// Make the moves of this file (- for standard input), one a line, and print the game as plain text
    #[arg(long, value_name = "FILE")]
    pub(crate) script: Option<PathBuf>,
    /// Save the session here [default: SCENARIO-PARTY.session, of a variant SCENARIO-PARTY-VARIANT.session;
    /// of a script, nowhere]
    #[arg(long, value_name = "FILE", conflicts_with = "resume")]
    pub(crate) session: Option<PathBuf>,
    /// Play a variant the file defines
    #[arg(long, value_name = "NAME", conflicts_with = "resume")]
    pub(crate) variant: Option<String>,
    /// Change a value, as in parties.russia.concession_speed=0.4 (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE", conflicts_with = "resume")]
    pub(crate) sets: Vec<String>,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0, conflicts_with = "resume")]
    pub(crate) seed: u64,
    /// Play in world number N of those the file's uncertainty allows, instead of with the likeliest numbers
    #[arg(long, value_name = "N", conflicts_with = "resume",
        value_parser = clap::value_parser!(u64).range(..=100_000_000))]
    pub(crate) world: Option<u64>,
}

/// Which games.
#[derive(Args, Debug)]
pub(crate) struct DebriefArgs {
    /// The session, as zopa play saved it; with --class, all of them
    #[arg(required = true, value_name = "SESSION")]
    pub(crate) sessions: Vec<PathBuf>,
    /// Put games of the same scenario side by side; what does not belong to them is skipped with a note
    #[arg(long)]
    pub(crate) class: bool,
    /// Tell of a game that is not over, too: a debrief shows the numbers of all parties
    #[arg(long, conflicts_with = "class")]
    pub(crate) unfinished: bool,
    /// Play the game again with this variant the file defines; without --variant and --set, with each
    #[arg(long, value_name = "NAME", conflicts_with = "class")]
    pub(crate) variant: Option<String>,
    /// Play the game again with this value changed (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE", conflicts_with = "class")]
    pub(crate) sets: Vec<String>,
    /// With --class: print CSV, one row a group: points from 0 to 100, terms, and how the game ended
    #[arg(long, requires = "class", conflicts_with = "html")]
    pub(crate) csv: bool,
    /// Write a page with the drawings to this new file, instead of printing
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

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
