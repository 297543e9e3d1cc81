//! What `zopa backtest --games` takes.

use std::path::PathBuf;

use clap::Args;

/// A table of games on one scenario, and how it is read.
#[derive(Args, Debug)]
#[command(next_help_heading = "Games with known ends, of one scenario of alternating offers")]
pub(crate) struct GamesArgs {
    /// A table of games, one a row: columns are paths of the scenario, agreed, deal.ISSUE and points.PARTY
    #[arg(long, value_name = "TABLE")]
    pub(crate) games: Option<PathBuf>,
    /// Another such table, to learn from: shares of those without a model, and with --fit the mixture
    #[arg(long, value_name = "TABLE")]
    pub(crate) train: Option<PathBuf>,
    /// A table that says which columns of the others are read as what: reads,column,words
    #[arg(long, value_name = "TABLE")]
    pub(crate) columns: Option<PathBuf>,
    /// What a value of 1 is in the points of the table [default: 1]
    #[arg(long, value_name = "N")]
    pub(crate) points: Option<f64>,
    /// Fit a mixture of tactics to the games (to those of --train, where there are some) and score that
    #[arg(long)]
    pub(crate) fit: bool,
    /// With --fit: the tactics to mix, with commas between [default: boulware,linear,conceder,tit-for-tat,
    /// micro,random,hard-liner,even]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) tactics: Vec<String>,
    /// With --fit: values to try for one or more paths, all combinations of several --grid
    #[arg(long = "grid", value_name = "PATH,…=VALUE,…")]
    pub(crate) grids: Vec<String>,
    /// With --fit: games of each tactic against each with every set of preferences [default: 400]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(10..=1_000_000))]
    pub(crate) plays: Option<u64>,
    /// With --fit: bootstrap samples of the intervals [default: 200]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(20..=100_000))]
    pub(crate) samples: Option<u64>,
    /// With --games: change a value of the scenario
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
}
