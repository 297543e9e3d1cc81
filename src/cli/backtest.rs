//! `zopa backtest`: odds of questions whose outcome is known, scored.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::TrialArgs;
use super::exit::{Exit, Failure};
use super::games::{self, GamesArgs};
use super::idle::refuse;
use super::input::{note_warnings, scenario_quietly};
use super::output::answered;
use super::progress::Bar;
use crate::analysis::backtest::{Backtest, Case, Playing, play};
use crate::model::Scenario;
use crate::montecarlo::Plan;
use crate::present::backtest::{csv, tell};
use crate::results::Envelope;
use crate::results::backtest::{Backtest as Answer, Tested};
use crate::stream::Seed;

/// Bins of the reliability table, unless stated.
const BINS: u16 = 5;
/// Worlds of each case and setting of the recalibration, unless stated.
const RECALIBRATION_WORLDS: u64 = 800;

/// What to score.
#[derive(Args, Debug)]
pub(crate) struct BacktestArgs {
    /// Scenario files with resolved questions, or folders of them
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) trials: TrialArgs,
    /// Bins of the reliability table, of equal width [default: 5]
    #[arg(long, value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(crate) bins: Option<u16>,
    /// Worlds of each case and setting when the constants are chosen on the other cases; 0 leaves
    /// that out [default: 200]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
    pub(crate) recalibration_worlds: Option<u64>,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV: one row a question
    #[arg(long)]
    pub(crate) csv: bool,
    #[command(flatten)]
    pub(crate) games: GamesArgs,
}

pub(crate) fn backtest(args: &BacktestArgs) -> Result<Exit, Failure> {
    if let Some(table) = &args.games.games {
        refuse(
            &[
                ("--bins", args.bins.is_some()),
                ("--recalibration-worlds", args.recalibration_worlds.is_some()),
            ],
            "with --games, which are no questions of yes or no",
        )?;
        return games::games(args, table);
    }
    games::refuse_without_games(&args.games)?;
    let cases = Cases::read(&args.files)?;
    let recalibrates = args.recalibration_worlds.is_some_and(|worlds| worlds > 0);
    refuse(
        &[("--recalibration-worlds", recalibrates && cases.scenarios.len() < 2)],
        "on a single case: the constants are chosen on the other cases; name more, or leave it out",
    )?;
    let playing = Playing {
        bins: usize::from(args.bins.unwrap_or(BINS)),
        grid_worlds: args.recalibration_worlds.unwrap_or(RECALIBRATION_WORLDS),
        ..Cases::playing(&args.trials)
    };
    let bar = Bar::new(playing.worlds);
    let found = cases.play(&playing, &bar);
    bar.finish();
    let Some(backtest) = found? else {
        return Err(Failure::interrupted(
            "stopped before all cases were played: part of them would not be a back-test",
        ));
    };
    let answer = cases.answer(&backtest);
    answered((args.json, args.csv), &answer, csv, tell)
}

/// Scenarios with resolved questions, and where each came from.
pub(crate) struct Cases {
    scenarios: Vec<Scenario>,
    files: Vec<String>,
    ids: Vec<String>,
}

impl Cases {
    /// Reads the files, and those of every folder.
    pub(crate) fn read(named: &[PathBuf]) -> Result<Self, Failure> {
        let paths = files(named)?;
        let mut scenarios = Vec::new();
        for file in &paths {
            let (scenario, warnings) = scenario_quietly(file, None, &[])?;
            if scenario.questions.iter().all(|asked| asked.resolved.is_none()) {
                return Err(Failure::invalid(format!(
                    "{}: no question is resolved, so there is nothing to score; add resolved = {{ \
                         outcome = true, source = \"…\" }} to a question",
                    file.display()
                )));
            }
            // That most numbers of a case are judgement is what its documentation says.
            if paths.len() == 1 {
                note_warnings(file, warnings);
            }
            scenarios.push(scenario);
        }
        let files: Vec<String> = paths.iter().map(|file| file.display().to_string()).collect();
        let ids = ids(&paths, &files);
        Ok(Self { scenarios, files, ids })
    }

    /// How they are played, unless stated otherwise.
    pub(crate) fn playing(trials: &TrialArgs) -> Playing {
        Playing {
            seed: Seed(trials.seed),
            worlds: trials.worlds.unwrap_or(Plan::WORLDS),
            histories: trials.histories,
            threads: usize::from(trials.threads),
            bins: usize::from(BINS),
            grid_worlds: RECALIBRATION_WORLDS,
        }
    }

    /// Plays and scores them; `None` when the user stopped it.
    pub(crate) fn play(&self, playing: &Playing, bar: &Bar) -> Result<Option<Backtest>, Failure> {
        let cases: Vec<Case<'_>> = self
            .ids
            .iter()
            .zip(&self.scenarios)
            .map(|(id, scenario)| Case { id, scenario })
            .collect();
        play(&cases, playing, bar).map_err(|error| Failure::usage(error.to_string()))
    }

    /// What the back-test of them answers.
    pub(crate) fn answer(&self, backtest: &Backtest) -> Envelope<Answer> {
        let scenarios: Vec<&Scenario> = self.scenarios.iter().collect();
        Envelope::of_backtest(Tested { backtest, scenarios: &scenarios, files: &self.files })
    }
}

/// The files, and those of every folder in the order of their names.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let unreadable = |error: std::io::Error| Failure::unreadable(path.display(), &error);
        let mut inside = Vec::new();
        for entry in std::fs::read_dir(path).map_err(unreadable)? {
            let file = entry.map_err(unreadable)?.path();
            if file.extension().is_some_and(|ending| ending == "toml") {
                inside.push(file);
            }
        }
        if inside.is_empty() {
            return Err(Failure::usage(format!(
                "{} holds no scenario (no file that ends in .toml)",
                path.display()
            )));
        }
        inside.sort();
        files.extend(inside);
    }
    for (index, file) in files.iter().enumerate() {
        if files[..index].contains(file) {
            return Err(Failure::usage(format!(
                "{} is named twice: a case counts once",
                file.display()
            )));
        }
    }
    Ok(files)
}

/// What cases are called: the files' names without their ending, or the whole paths where two have the
/// same.
fn ids(files: &[PathBuf], shown: &[String]) -> Vec<String> {
    let stem = |file: &Path| file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stems: Vec<Option<String>> = files.iter().map(|file| stem(file)).collect();
    let once = |one: &Option<String>| stems.iter().filter(|other| *other == one).count() == 1;
    stems
        .iter()
        .zip(shown)
        .map(|(one, path)| one.clone().filter(|_| once(one)).unwrap_or_else(|| path.clone()))
        .collect()
}
