//! What the verbs of `zopa study` take.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What to do with a study.
#[derive(Subcommand, Debug)]
pub(crate) enum StudyCommand {
    /// Play a study's cases into its journal, and write the results
    Run(StudyRunArgs),
    /// Go on with a study whose journal has been begun
    Resume(StudyRunArgs),
    /// Say how far a study is; also while it runs
    Status(StudyStatusArgs),
    /// Join journals of the same study, and write the results
    Merge(StudyMergeArgs),
    /// Farm a study's chunks out to other machines
    Cluster(StudyClusterArgs),
}

#[derive(Args, Debug)]
pub(crate) struct StudyRunArgs {
    /// The study's file, or the folder of its results
    pub(crate) study: PathBuf,
    /// The folder for the results (default: STUDY.results, beside the study)
    #[arg(long, value_name = "FOLDER", conflicts_with = "journal")]
    pub(crate) out: Option<PathBuf>,
    /// Play these chunks only, from the first to one before the last, as in 3..5, or one
    #[arg(long, value_name = "A..B")]
    pub(crate) chunks: Option<String>,
    /// Write this journal and no results; - prints it, in the order of the cases
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,
    /// Threads to use; 0 for all. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 0,
        value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) threads: u16,
}

#[derive(Args, Debug)]
pub(crate) struct StudyStatusArgs {
    /// The study's file, or the folder of its results
    pub(crate) study: PathBuf,
    /// The folder of the results, where it is not STUDY.results
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// Of this journal
    #[arg(long, value_name = "FILE", conflicts_with = "out")]
    pub(crate) journal: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct StudyMergeArgs {
    /// The study's file, or the folder of its results
    pub(crate) study: PathBuf,
    /// Journals, or folders of results; - reads one from standard input
    pub(crate) journals: Vec<PathBuf>,
    /// The folder for the results (default: STUDY.results, beside the study)
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// Print nothing
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// Who farms the chunks out.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClusterEngine {
    /// A driver in Python for Dask distributed
    Dask,
    /// An array job for Slurm
    Slurm,
}

#[derive(Args, Debug)]
pub(crate) struct StudyClusterArgs {
    /// The study's file, or the folder of its results
    pub(crate) study: PathBuf,
    /// Who farms the chunks out; the script is printed
    #[arg(long, value_enum)]
    pub(crate) engine: ClusterEngine,
    /// The folder for the results (default: STUDY.results, beside the study)
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// Run the driver at once instead of printing it (dask)
    #[arg(long)]
    pub(crate) run: bool,
    /// For the driver, after --: --scheduler ADDRESS, --workers N, --zopa COMMAND
    #[arg(last = true, value_name = "DRIVER OPTION", requires = "run")]
    pub(crate) arguments: Vec<String>,
}
