//! What several verbs take.

use std::path::PathBuf;

use clap::Args;

use crate::montecarlo::Plan;
use crate::stream::Seed;

/// Which scenario, and what to change in it.
#[derive(Args, Debug)]
pub(crate) struct ScenarioArgs {
    /// The scenario file
    pub(crate) file: PathBuf,
    /// Play a variant the file defines
    #[arg(long, value_name = "NAME")]
    pub(crate) variant: Option<String>,
    /// Change a value, as in parties.russia.concession_speed=0.4 (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
}

/// How many trials, and from which seed.
#[derive(Args, Debug)]
pub(crate) struct TrialArgs {
    /// Worlds: joint draws of everything the file is not sure of
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=Plan::MOST_WORLDS))]
    pub(crate) worlds: Option<u64>,
    /// Histories played in each world
    #[arg(long, value_name = "N", default_value_t = Plan::HISTORIES,
        value_parser = clap::value_parser!(u64).range(2..=Plan::MOST_HISTORIES))]
    pub(crate) histories: u64,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
    /// Threads to use; 0 for all. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0,
        value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) threads: u16,
}

impl TrialArgs {
    /// A run of these trials, of so many worlds unless they say how many.
    pub(crate) fn plan(&self, worlds: u64) -> Plan {
        Plan {
            seed: Seed(self.seed),
            worlds: self.worlds.unwrap_or(worlds),
            histories: self.histories,
            threads: usize::from(self.threads),
            ..Plan::default()
        }
    }
}
