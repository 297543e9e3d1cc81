//! The command line: which verb, with what.

use clap::{CommandFactory, Parser, Subcommand};

use super::backtest::BacktestArgs;
use super::brief::BriefArgs;
use super::check::CheckArgs;
use super::code::CodeArgs;
use super::compare::CompareArgs;
use super::compare_codings::CompareCodingsArgs;
use super::debrief::DebriefArgs;
use super::discover::DiscoverArgs;
use super::drivers::DriversArgs;
use super::exit::Failure;
use super::explain::ExplainArgs;
use super::import::ImportCommand;
use super::map::MapArgs;
use super::new::NewArgs;
use super::play::PlayArgs;
use super::report::ReportArgs;
use super::run::RunArgs;
use super::serve::ServeArgs;
use super::study::StudyCommand;
use super::text::TextArgs;
use super::tournament::TournamentArgs;
use super::verify::VerifyArgs;

/// Play a negotiation many thousand times and read off the odds of a deal.
#[derive(Parser, Debug)]
#[command(name = "zopa", version, about, max_term_width = 80)]
#[command(after_help = "Exit codes: 0 done, 1 file error, 2 usage, 3 invalid scenario, \
    4 assertion, precision or verification not met, 130 stopped by the user.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Play a scenario and print the odds of a deal
    Run(RunArgs),
    /// Check scenario files and report every error at once
    Check(CheckArgs),
    /// Tell the story of one trial, or document an error code such as Z0102
    Explain(ExplainArgs),
    /// Write a commented scenario to start from
    New(NewArgs),
    /// Open the workbench in a browser: make and play scenarios without writing files by hand
    Serve(ServeArgs),
    /// Make scenarios of the rows of a record, by rules that are data
    Code(CodeArgs),
    /// Set scenarios, variants or changes against a base, on the same random numbers
    Compare(CompareArgs),
    /// Hold two coders' files of one negotiation against each other
    CompareCodings(CompareCodingsArgs),
    /// Score the odds of cases whose outcome is known
    Backtest(BacktestArgs),
    /// Play a scenario twice over, or a sample of a study's results again, and compare the bits
    Verify(VerifyArgs),
    /// Show who wants what, and what other schools' models forecast from it
    Map(MapArgs),
    /// Put a text on the table: who says no, over what, and what change of it would turn that
    Text(TextArgs),
    /// Find out which assumption the answer hangs on
    Drivers(DriversArgs),
    /// Write a page that stands in a briefing: the odds, why, on what terms, and what it rests on
    Report(ReportArgs),
    /// Seat every tactic against every other and rank them (alternating offers)
    Tournament(TournamentArgs),
    /// Play many cases from one file, without losing one
    Study {
        #[command(subcommand)]
        command: StudyCommand,
    },
    /// Find where deals happen: the boxes of inputs that hold them, or the least bad choice
    Discover(DiscoverArgs),
    /// For a class: what a role is told in confidence, or what everybody knows
    Brief(BriefArgs),
    /// Take a seat at the table: the engine plays the others
    Play(PlayArgs),
    /// Show what happened in a game, or in those of a whole class, with everybody's numbers
    Debrief(DebriefArgs),
    /// Make a scenario of another program's files
    Import {
        #[command(subcommand)]
        command: ImportCommand,
    },
    /// Print the JSON Schema of scenario files, for editors
    Schema {
        /// Of study files instead
        #[arg(long)]
        study: bool,
        /// Of what --json prints instead, verb by verb
        #[arg(long, conflicts_with = "study")]
        results: bool,
    },
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Parses the command line of this process.
pub(crate) fn parse() -> Result<Command, clap::Error> {
    Cli::try_parse().map(|cli| cli.command)
}

/// A shell's completion script.
pub(crate) fn completions(shell: clap_complete::Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "zopa", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page.
pub(crate) fn manual() -> Result<String, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command())
        .render(&mut page)
        .map_err(|error| Failure::io(format!("the manual page could not be made: {error}")))?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
