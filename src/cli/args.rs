//! The command line.

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::backtest::BacktestArgs;
use super::classroom_args::{BriefArgs, DebriefArgs, ImportCommand, PlayArgs};
use super::code::CodeArgs;
use super::compare_codings::CompareCodingsArgs;
use super::exit::Failure;
use super::report::ReportArgs;
use super::share::share;
use crate::montecarlo::Plan;
use crate::solution::forecasts::{ChallengeRules, ElectionChoice, Inquiry, spelling};

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
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub(crate) worlds: Option<u64>,
    /// Histories played in each world
    #[arg(long, value_name = "N", default_value_t = Plan::HISTORIES,
        value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
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
    /// What `zopa explain` has to be told to find the same trials, where it is not the default.
    pub(crate) fn replay(&self) -> String {
        let mut options = String::new();
        if self.seed != Plan::SEED.0 {
            options += &format!(" --seed {}", self.seed);
        }
        if self.histories != Plan::HISTORIES {
            options += &format!(" --histories {}", self.histories);
        }
        options
    }
}

#[derive(Args, Debug)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Play until the 95% interval of every figure is ± this, as in 1% or 0.01 (--worlds is then
    /// the most)
    #[arg(long, value_name = "P", conflicts_with = "asserts", value_parser = share)]
    pub(crate) precision: Option<f64>,
    /// Settle a claim such as 'signed>=0.4' (a link of the chain or a question's id); exit 4 if
    /// it fails or stays open (may be repeated)
    #[arg(long = "assert", value_name = "CLAIM")]
    pub(crate) asserts: Vec<String>,
    /// Worlds in a chunk of work. The results do not depend on it
    #[arg(long, value_name = "N", default_value_t = 20, hide = true,
        value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) chunk: u64,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a world, with its inputs and its odds
    #[arg(long)]
    pub(crate) csv: bool,
}

/// What to hold against what.
#[derive(Args, Debug)]
#[command(after_help = "Several files: the first is the base. One file: it is the base, and its \
    variants and changes are the alternatives: one for each variant, one for all --set together, and \
    one for each --alternative.")]
pub(crate) struct CompareArgs {
    /// The base, then the files to compare with it
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Compare with every variant the file defines
    #[arg(long, conflicts_with = "variant_names")]
    pub(crate) variants: bool,
    /// Compare with this variant (may be repeated)
    #[arg(long = "variant", value_name = "NAME")]
    pub(crate) variant_names: Vec<String>,
    /// Compare with this value changed; all --set together are one alternative (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
    /// Compare with an alternative of this name and these values (may be repeated)
    #[arg(long = "alternative", value_name = "NAME: PATH=VALUE; …")]
    pub(crate) named: Vec<String>,
    /// Whose odds the answer is about: a link of the chain or a question's id of the base [default:
    /// signed, unless another moves more]
    #[arg(long, value_name = "NAME")]
    pub(crate) of: Option<String>,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a figure and alternative
    #[arg(long)]
    pub(crate) csv: bool,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// The scenario files
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainArgs {
    /// A scenario file, or an error code such as Z0102
    pub(crate) what: String,
    /// Which trial: world × histories + history, as `zopa run` names it [default: 0]
    #[arg(long, value_name = "N")]
    pub(crate) trial: Option<u64>,
    /// Play a variant the file defines
    #[arg(long, value_name = "NAME")]
    pub(crate) variant: Option<String>,
    /// Change a value (may be repeated)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub(crate) sets: Vec<String>,
    /// Histories in each world of the run the trial is from
    #[arg(long, value_name = "N", default_value_t = Plan::HISTORIES,
        value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub(crate) histories: u64,
    /// Seed of the run the trial is from
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct NewArgs {
    /// Name of the scenario; the file is NAME.toml
    pub(crate) name: String,
    /// What to start from
    #[arg(long, value_enum, default_value_t = Template::TwoParty)]
    pub(crate) template: Template,
}

/// A template to start from.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub(crate) enum Template {
    /// Two parties and a few issues (protocol: peace process)
    TwoParty,
    /// Two parties and a mediator (protocol: peace process)
    Mediated,
    /// Issues that are a choice of options (protocol: peace process)
    Options,
    /// A game of points and rounds (protocol: alternating offers)
    ScorableGame,
    /// A truce ahead of the whole, which runs out or is renewed (protocol: peace process)
    Interim,
    /// War, ceasefire, guarantors, home fronts: every part of the format (protocol: peace process)
    PeaceProcess,
}

#[derive(Args, Debug)]
pub(crate) struct VerifyArgs {
    /// The scenario file, or the folder of a study's results
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// Of a study's results: cases to play again [default: 10]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub(crate) sample: Option<u64>,
    /// Of a scenario: worlds to play [default: 200]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub(crate) worlds: Option<u64>,
    /// Seed of every random draw
    #[arg(long, value_name = "N", default_value_t = Plan::SEED.0)]
    pub(crate) seed: u64,
}

#[derive(Args, Debug)]
pub(crate) struct TournamentArgs {
    #[command(flatten)]
    pub(crate) scenario: ScenarioArgs,
    /// The tactics, with commas between: words of the file, or polynomial=E, exponential=E,
    /// tit-for-tat=WINDOW, hybrid=WEIGHT
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        default_value = "boulware,linear,conceder,tit-for-tat,hybrid,micro,random,hard-liner"
    )]
    pub(crate) tactics: Vec<String>,
    /// Worlds in which all seatings are played
    #[arg(long, value_name = "N", default_value_t = 200,
        value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub(crate) worlds: u64,
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
    /// Print CSV: one figure a row
    #[arg(long)]
    pub(crate) csv: bool,
}

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

/// Every switch of the rules that `zopa map` takes.
fn rules_manual() -> String {
    format!(
        "Switches of --challenge: {}.\n\nSwitches of --election (kind=all unless told \
         otherwise): {}.",
        spelling::challenge_manual(),
        spelling::election_manual()
    )
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
