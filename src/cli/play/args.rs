//! What `zopa play` takes.

use std::path::PathBuf;

use clap::Args;

use crate::montecarlo::Plan;

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
