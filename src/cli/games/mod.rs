//! `zopa backtest SCENARIO --games TABLE`: games with known ends, scored; and the mixture of tactics they play
//! like.

mod args;
mod columns;
mod grid;
mod table;

use self::columns::Columns;
use self::grid::Grid;
use self::table::Table;
use super::backtest::BacktestArgs;
use super::exit::{Exit, Failure};
use super::idle::refuse;
use super::input::{needs_offers, overrides, read};
use super::output::answered;
use super::progress::Bar;
use super::tournament::entrants;
use crate::analysis::games::{Fit, FitPlan, Foretold, Played, Setting, fit, scores};
use crate::engine::alternating::Tactic;
use crate::model::Scenario;
use crate::montecarlo::{Ends, Entrant, ends, in_parallel};
use crate::present::games::{csv, tell};
use crate::results::Envelope;
use crate::results::games::Scored;
use crate::scenario::Document;
use crate::stream::{MAX_WORLDS, Purpose, Seed, StreamKey};
use crate::text::shell;

pub(crate) use args::GamesArgs;

/// Worlds of each set of preferences, unless stated.
const WORLDS: u64 = 1000;
/// Games of each tactic against each, unless stated.
const PLAYS: u64 = 400;
/// Bootstrap samples of a fit, unless stated.
const SAMPLES: u64 = 200;
/// Tactics that are mixed, unless stated.
const TACTICS: [&str; 8] =
    ["boulware", "linear", "conceder", "tit-for-tat", "micro", "random", "hard-liner", "even"];

/// Refuses what means something with `--games` alone.
pub(super) fn refuse_without_games(args: &GamesArgs) -> Result<(), Failure> {
    refuse(
        &[
            ("--train", args.train.is_some()),
            ("--columns", args.columns.is_some()),
            ("--points", args.points.is_some()),
            ("--fit", args.fit),
            ("--set", !args.sets.is_empty()),
        ],
        "without --games TABLE: a table of games on one scenario",
    )?;
    refuse_without_fit(args)
}

fn refuse_without_fit(args: &GamesArgs) -> Result<(), Failure> {
    refuse(
        &[
            ("--tactics", !args.fit && !args.tactics.is_empty()),
            ("--grid", !args.fit && !args.grids.is_empty()),
            ("--plays", !args.fit && args.plays.is_some()),
            ("--samples", !args.fit && args.samples.is_some()),
        ],
        "without --fit, which fits a mixture of tactics",
    )
}

/// `--games` was given.
pub(super) fn games(args: &BacktestArgs, games: &std::path::Path) -> Result<Exit, Failure> {
    let (named, chosen) = (&args.files, &args.games);
    refuse_without_fit(chosen)?;
    let [file] = &named[..] else {
        return Err(Failure::usage("--games takes one scenario: a table is of games on that"));
    };
    let points = chosen.points.unwrap_or(1.0);
    if !(points > 0.0 && points.is_finite()) {
        return Err(Failure::usage(format!("--points {points}: a number above 0")));
    }
    let shown = file.display().to_string();
    let document = Document::parse(&shown, &read(file)?);
    let sets = overrides(&chosen.sets)?;
    let scenario = loaded(&document, &sets, &shown)?;
    let columns = chosen.columns.as_deref().map(Columns::read).transpose()?.unwrap_or_default();
    let table = Table::read(games, &document, &sets, &columns, points)?;
    let train = chosen.train.as_deref();
    let train =
        train.map(|path| Table::read(path, &document, &sets, &columns, points)).transpose()?;
    let seed = Seed(args.trials.seed);
    let threads = usize::from(args.trials.threads);
    let worlds = args.trials.worlds.unwrap_or(WORLDS);
    let key = StreamKey::new(seed, Purpose::Bootstrap, "games");
    let mixture = chosen.fit.then(|| Mixing::read(chosen)).transpose()?;
    let fitted = match &mixture {
        None => None,
        Some(mixing) => {
            let made =
                mixing.fit(&document, &sets, train.as_ref().unwrap_or(&table), args, &key)?;
            Some(made)
        }
    };
    let model = if let (Some(found), Some(mixing)) = (&fitted, &mixture) {
        let sets = mixing.grid.sets(found.best, &sets);
        let again = table.settings_with(&document, &sets)?;
        foretold_by(&found.mixture(&again, &mixing.plan(args)))
    } else {
        let settings = &table.settings;
        let count = settings.len() as u64;
        if worlds.checked_mul(count).is_none_or(|all| all > MAX_WORLDS) {
            return Err(Failure::usage(format!(
                "--worlds {worlds}: times {count} sets of preferences there are more than {MAX_WORLDS} worlds"
            )));
        }
        // Each set of preferences meets draws of its own, so that what chance does to one it does not do to all.
        let played = in_parallel(count, threads, |number| {
            let scenario = &settings[number as usize].scenario;
            let first = number * worlds;
            ends(scenario, None, seed, first..first + worlds, args.trials.histories)
        });
        played.iter().map(of_ends).collect()
    };
    let of = |table: &'_ Table| -> (usize, usize) { (table.games.len(), table.settings.len()) };
    let played = Played { settings: &table.settings, games: &table.games };
    let training =
        train.as_ref().map(|train| Played { settings: &train.settings, games: &train.games });
    let found = scores(played, &model, training, &key);
    let names = mixture.as_ref().map(Mixing::names).unwrap_or_default();
    let cells = mixture.as_ref().map(|mixing| mixing.grid.words()).unwrap_or_default();
    let (worlds, histories) = mixture
        .as_ref()
        .map_or((worlds, args.trials.histories), |mixing| (mixing.plan(args).plays, 1));
    let answer = Envelope::of_games(Scored {
        scenario: &scenario,
        file: &shown,
        options: &shell::changes(None, &chosen.sets),
        table: (&table.file, of(&table)),
        train: train.as_ref().map(|train| (&*train.file, of(train))),
        points,
        seed: seed.0,
        worlds,
        histories,
        scores: &found,
        fit: fitted.as_ref().map(|fit| (fit, &*names, &*cells)),
    });
    answered((args.json, args.csv), &answer, csv, tell)
}

/// The scenario as it stands in its file, which has to be of alternating offers.
fn loaded(
    document: &Document,
    sets: &[(String, String)],
    shown: &str,
) -> Result<Scenario, Failure> {
    let options = crate::scenario::LoadOptions { overrides: sets.to_vec(), ..Default::default() };
    let loaded = document.with(&options).map_err(|found| Failure::rejected(&found.report))?;
    needs_offers(&loaded.scenario, shown, "games")?;
    Ok(loaded.scenario)
}

fn of_ends(played: &Ends) -> Foretold {
    Foretold::Ends { odds: played.shares(), smoothed: Some(played.smoothed()) }
}

/// A mixture's odds have room for what never came as they are.
fn foretold_by(odds: &[Vec<f64>]) -> Vec<Foretold> {
    let one = |odds: &Vec<f64>| Foretold::Ends { odds: odds.clone(), smoothed: Some(odds.clone()) };
    odds.iter().map(one).collect()
}

/// What a fit is asked for.
struct Mixing {
    entrants: Vec<Entrant>,
    tactics: Vec<Tactic>,
    grid: Grid,
}

impl Mixing {
    fn read(args: &GamesArgs) -> Result<Self, Failure> {
        let names: Vec<String> = if args.tactics.is_empty() {
            TACTICS.map(str::to_owned).to_vec()
        } else {
            args.tactics.clone()
        };
        let entrants = entrants(&names)?;
        let one = |entrant: &Entrant| {
            entrant.single().ok_or_else(|| {
                Failure::usage(format!(
                    "--tactics: {} is a mixture itself; name single tactics to be mixed",
                    entrant.name
                ))
            })
        };
        let tactics = entrants.iter().map(one).collect::<Result<Vec<Tactic>, Failure>>()?;
        Ok(Self { entrants, tactics, grid: Grid::read(&args.grids)? })
    }

    fn names(&self) -> Vec<String> {
        self.entrants.iter().map(|entrant| entrant.name.clone()).collect()
    }

    fn plan(&self, args: &BacktestArgs) -> FitPlan<'_> {
        FitPlan {
            tactics: &self.tactics,
            seed: Seed(args.trials.seed),
            plays: args.games.plays.unwrap_or(PLAYS),
            samples: args.games.samples.unwrap_or(SAMPLES) as usize,
            threads: usize::from(args.trials.threads),
        }
    }

    fn fit(
        &self,
        document: &Document,
        sets: &[(String, String)],
        table: &Table,
        args: &BacktestArgs,
        key: &StreamKey,
    ) -> Result<Fit, Failure> {
        if table.settings[0].scenario.parties.len() != 2 {
            return Err(Failure::usage("--fit fits games of two parties"));
        }
        let cells: Result<Vec<Vec<Setting>>, Failure> = (0..self.grid.len())
            .map(|cell| table.settings_with(document, &self.grid.sets(cell, sets)))
            .collect();
        let cells = cells?;
        let bar = Bar::counting(cells.len() as u64, "points of the grid");
        let found = fit(&cells, &table.games, &self.plan(args), key, &bar);
        bar.finish();
        found.ok_or_else(|| {
            Failure::interrupted("stopped before the fit was made: part of it says nothing")
        })
    }
}
