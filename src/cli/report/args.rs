//! The arguments of `zopa report`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::args::{ScenarioArgs, TrialArgs};
use crate::cli::texts::TextsArgs;

/// What the report is of, and what it is to hold.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  zopa report talks.toml -o report.html\n  zopa report talks.toml \
    --variants --tornado -o report.html\n  zopa report talks.toml --format svg -o charts\n  zopa report \
    talks.toml --brief -o page.html\n  zopa report talks.toml -o memo.md\n  zopa report talks.toml --live -o \
    report.html"
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// Where to write it: a file, or the folder of the charts with --format svg [default: standard
    /// output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// As what [default: what the file's ending says, else html]
    #[arg(long, value_enum)]
    pub(crate) format: Option<ReportFormat>,
    /// One page of A4: the answer, the chain, the questions, what it hangs on and its limits
    #[arg(long, conflicts_with = "full")]
    pub(crate) brief: bool,
    /// Of a memo (md): all that the page has, not two pages
    #[arg(long)]
    pub(crate) full: bool,
    /// Of a page: let its reader change assumptions and play again in the browser
    #[arg(long)]
    pub(crate) live: bool,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Compare with this variant of the file too (may be repeated)
    #[arg(long, value_name = "NAME")]
    pub(crate) compare: Vec<String>,
    /// Compare with every variant the file defines
    #[arg(long, conflicts_with = "compare")]
    pub(crate) variants: bool,
    /// Play a tornado too: one input at a time, low and high
    #[arg(long)]
    pub(crate) tornado: bool,
    /// Whose odds --compare, --variants and --tornado are about: a link of the chain or a question's id
    /// [default: signed, unless a variant moves another more]
    #[arg(long, value_name = "NAME")]
    pub(crate) of: Option<String>,
    /// Score cases whose outcome is known too: files, or folders of them (may be repeated)
    #[arg(long, value_name = "FILE")]
    pub(crate) backtest: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) texts: TextsArgs,
    /// Print every number of the report as JSON instead
    #[arg(long, conflicts_with_all = ["format", "output", "brief", "full"])]
    pub(crate) json: bool,
}

/// What a report is written as.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReportFormat {
    /// One page, complete in itself
    Html,
    /// Its charts alone, a file each, for slides
    Svg,
    /// The text of a memo of two pages, as Markdown; whole with --full
    Md,
    /// Every number of it, for programs
    Json,
}
