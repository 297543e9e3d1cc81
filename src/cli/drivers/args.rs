//! What `zopa drivers` takes.

use clap::{Args, ValueEnum};

use crate::cli::args::ScenarioArgs;
use crate::cli::share::share;
use crate::montecarlo::Plan;

/// How the drivers are looked for.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// One input at a time, low and high, and every structural choice
    Tornado,
    /// Which of many inputs can be left alone: elementary effects
    Morris,
    /// What share of the spread each explains, alone and with others: Sobol' indices
    Sobol,
}

#[derive(Args, Debug)]
pub(crate) struct DriversArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// How to look
    #[arg(long, value_enum, default_value_t = Method::Tornado)]
    pub(crate) method: Method,
    /// Instead: at what value of this input do the odds reach --target? With =LOW..HIGH to say
    /// where to look
    #[arg(long, value_name = "PATH", requires = "target", conflicts_with = "method")]
    pub(crate) breakeven: Option<String>,
    /// The odds to be reached, as in 0.25 or 25%
    #[arg(long, value_name = "P", requires = "breakeven", value_parser = share)]
    pub(crate) target: Option<f64>,
    /// Whose odds: a link of the chain or a question's id
    #[arg(long, value_name = "NAME", default_value = "signed")]
    pub(crate) of: String,
    /// Study this input, not all uncertain ones; with =LOW..HIGH over this range (may be repeated)
    #[arg(long = "input", value_name = "PATH")]
    pub(crate) inputs: Vec<String>,
    /// Move numbers the file is sure of by this share of themselves, as in 20% or 0.2
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub(crate) range: Option<f64>,
    /// Worlds of a tornado (default: by the number of inputs, 200 to 8000), or of each value of a
    /// break-even (2000)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=100_000_000))]
    pub(crate) worlds: Option<u64>,
    /// Histories at each point (default: tornado and sobol 8, morris 64, break-even 25)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub(crate) histories: Option<u64>,
    /// Rows of the design of sobol, raised to a power of two (default: by the number of inputs,
    /// 256 to 8192)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_048_576))]
    pub(crate) points: Option<u64>,
    /// Trajectories of morris (default: by the number of inputs, 40 to 200)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub(crate) trajectories: Option<u64>,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
    /// Threads to use; 0 for all. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0,
        value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) threads: u16,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a figure
    #[arg(long)]
    pub(crate) csv: bool,
}
