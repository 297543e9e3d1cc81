//! What `zopa discover` takes.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::TrialArgs;
use crate::cli::share::share;

/// What to look for, where, and how.
#[derive(Args, Debug)]
pub(crate) struct DiscoverArgs {
    /// A scenario (.toml), whose worlds are played; or a table of cases (.csv), as zopa run --csv
    /// writes it
    pub(crate) file: PathBuf,
    /// Play a variant the file defines
    #[arg(long, value_name = "NAME")]
    pub(crate) variant: Option<String>,
    /// Change a value, as in parties.russia.concession_speed=0.4 (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// The outcome: a link of the chain, a question's id, or a column [default: signed]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) outcome: Option<String>,
    /// What is of interest, as in 'signed>=0.2' or 'signed<=0.01'; without it the top quarter
    #[arg(long = "where", value_name = "CLAIM", conflicts_with = "below")]
    pub(crate) claim: Option<String>,
    /// Without --where: the lowest quarter is of interest, not the top one
    #[arg(long)]
    pub(crate) below: bool,
    /// The inputs to search, by column; without it all there are
    #[arg(long, value_name = "A,B,…", value_delimiter = ',')]
    pub(crate) inputs: Vec<String>,
    /// The most boxes to find [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=20))]
    pub(crate) boxes: Option<u16>,
    /// Choose the densest box that keeps this share of the cases of interest left to it [default: 0.5]
    #[arg(long, value_name = "SHARE", conflicts_with = "density", value_parser = share)]
    pub(crate) coverage: Option<f64>,
    /// Instead: the box of widest coverage that is at least as dense
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub(crate) density: Option<f64>,
    /// Resamples in which every box is looked for again [default: 50]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub(crate) resamples: Option<u16>,
    /// Compare choices instead: a column of the table whose values are settings of a lever (may be
    /// repeated)
    #[arg(long = "lever", value_name = "COLUMN")]
    pub(crate) levers: Vec<String>,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row an input that a box narrows, or one row a setting
    #[arg(long)]
    pub(crate) csv: bool,
}
