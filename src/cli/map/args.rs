//! What `zopa map` takes.

use std::path::PathBuf;

use clap::Args;

use crate::montecarlo::Plan;
use crate::solution::forecasts::{ChallengeRules, ElectionChoice, Inquiry, spelling};

/// Worlds of a map.
const MAP_WORLDS: u64 = 400;

/// What to map, and which second opinions to ask for.
#[derive(Args, Debug)]
#[command(after_help = rules_manual())]
pub(crate) struct MapArgs {
    /// The scenario file
    pub(crate) file: Option<PathBuf>,
    /// Map a variant the file defines
    #[arg(long, value_name = "NAME", conflicts_with = "positions")]
    pub(crate) variant: Option<String>,
    /// Change a value, as in parties.russia.outside.cost=0.1 (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE", conflicts_with = "positions")]
    pub(crate) sets: Vec<String>,
    /// Draw only this issue
    #[arg(long, value_name = "ISSUE", conflicts_with_all = ["positions", "json", "csv"])]
    pub(crate) issue: Option<String>,
    /// Value this package too, as in territory=60,guarantees=55 (every issue)
    #[arg(long, value_name = "ISSUE=POSITION,…", conflicts_with = "positions")]
    pub(crate) package: Option<String>,
    /// Worlds to look at
    #[arg(long, value_name = "N", default_value_t = MAP_WORLDS,
        conflicts_with = "positions",
        value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) worlds: u64,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0, conflicts_with = "positions")]
    pub(crate) seed: u64,
    /// Threads to use; 0 for all. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0, conflicts_with = "positions",
        value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) threads: u16,
    /// Instead of a scenario: a table of positions, actor,capability,position,salience and, for
    /// several issues, issue; or KTAB's CSV
    #[arg(long, value_name = "TABLE.csv", conflicts_with = "file")]
    pub(crate) positions: Option<PathBuf>,
    /// Play the challenge model by these rules instead of both presets: scholz-code or
    /// scholz-paper, then switches, as in scholz-code,q=0.5,conflict=stay (may be repeated)
    #[arg(long = "challenge", value_name = "RULES")]
    pub(crate) challenges: Vec<ChallengeRules>,
    /// Rounds of the challenge model
    #[arg(long, value_name = "N", default_value_t = Inquiry::ROUNDS as u16,
        value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) rounds: u16,
    /// Hold the elections by these rules, as in kind=conditional,victory=square,voting=cubic
    #[arg(long, value_name = "RULES")]
    pub(crate) election: Option<ElectionChoice>,
    /// Hold the elections under every kind, victory model and voting rule too
    #[arg(long)]
    pub(crate) grid: bool,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a number
    #[arg(long)]
    pub(crate) csv: bool,
}

/// Every switch of the rules that `zopa map` takes.
fn rules_manual() -> String {
    format!(
        "Switches of --challenge: {}.\n\nSwitches of --election (kind=all unless told \
         otherwise): {}.",
        spelling::challenge_manual(),
        spelling::election_manual()
    )
}
