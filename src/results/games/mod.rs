//! What `zopa backtest --games` answers: games with known ends, scored, and the mixture of tactics they are played
//! by.

mod fit;
mod score;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use fit::{AloneAt, GridPoint, Mixed, TacticWeight};
pub use score::{GameScore, TargetMeans};

use super::{Envelope, RunOf};
use crate::analysis::games::{Fit, Scores};
use crate::model::Scenario;
use crate::montecarlo::StopReason;

/// Scored games, with what was scored.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// The scenario they are games of, as it stands in its file.
    pub scenario: &'a Scenario,
    /// That file.
    pub file: &'a str,
    /// What the command line changed in it.
    pub options: &'a str,
    /// The table's file, with its games and sets of preferences.
    pub table: (&'a str, (usize, usize)),
    /// The same of the table to learn from.
    pub train: Option<(&'a str, (usize, usize))>,
    /// What a value of 1 is in points.
    pub points: f64,
    /// The seed.
    pub seed: u64,
    /// Worlds of every set of preferences where the scenario was played as it stands; in a fit, games of each
    /// tactic against each in it.
    pub worlds: u64,
    /// Histories in each world.
    pub histories: u64,
    /// The scores.
    pub scores: &'a Scores,
    /// The mixture that was scored, where one was fitted, with the names of its tactics and of the points of the
    /// grid.
    pub fit: Option<(&'a Fit, &'a [String], &'a [String])>,
}

/// The answer about games with known ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Games {
    /// The games that are scored.
    pub games: TableOfGames,
    /// Games to learn from; null where none are named.
    pub training: Option<TableOfGames>,
    /// What a value of 1 is in points; 1 where values are not told in points.
    pub points: f64,
    /// Games of each tactic against each in a fit; null where the scenario was played as it stands.
    pub plays: Option<u64>,
    /// What came and what the model said of it, target by target.
    pub means: Vec<TargetMeans>,
    /// Scores, target by target, the model first.
    pub scores: Vec<GameScore>,
    /// The mixture of tactics that makes the games most likely; null where none was asked for.
    pub fit: Option<Mixed>,
}

/// A table of games.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TableOfGames {
    /// Its file.
    pub file: String,
    /// Games in it.
    pub games: u64,
    /// Sets of preferences in it.
    pub preferences: u64,
}

impl Envelope<Games> {
    /// What games with known ends answer.
    pub fn of_games(scored: Scored<'_>) -> Self {
        let Scored { seed, worlds, histories, .. } = scored;
        // A fit that is stopped gives no results, and the games are played to the end.
        let run = RunOf { seed, worlds, histories, stopped: StopReason::AllWorlds };
        Self::new("backtest --games", Games::new(scored))
            .about(scored.scenario, scored.file, scored.options)
            .played(run)
    }
}

impl Games {
    fn new(scored: Scored<'_>) -> Self {
        let Scored { points, scores, .. } = scored;
        Self {
            games: TableOfGames::new(scored.table),
            training: scored.train.map(TableOfGames::new),
            points,
            plays: scored.fit.map(|_| scored.worlds),
            means: scores.means.iter().map(|one| TargetMeans::new(*one, points)).collect(),
            scores: scores.rows.iter().map(|row| GameScore::new(row, points)).collect(),
            fit: scored.fit.map(|(fit, tactics, cells)| Mixed::new(fit, tactics, cells)),
        }
    }
}

impl TableOfGames {
    fn new((file, (games, preferences)): (&str, (usize, usize))) -> Self {
        Self { file: file.to_owned(), games: games as u64, preferences: preferences as u64 }
    }
}
