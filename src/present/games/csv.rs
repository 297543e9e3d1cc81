//! Scores of games as tidy CSV: one row a score, at full precision.

use serde::Serialize;

use crate::analysis::games::{Target, Who};
use crate::present::rows::{self, Full};
use crate::results::games::{GameScore, Games};

/// A forecaster's score on a target.
#[derive(Serialize)]
struct Row {
    /// What is asked.
    target: Target,
    /// Who answers.
    forecaster: Who,
    /// Games scored.
    games: u64,
    /// The mean score, low is good.
    score: Full,
    /// By how much the model's is lower on the same games; empty for the model itself.
    saved: Option<Full>,
    /// Lower end of the 95% interval of what is saved; empty of one set of preferences.
    low: Option<Full>,
    /// Upper end of it.
    high: Option<Full>,
}

/// The rows as text.
pub fn csv(games: &Games) -> String {
    rows::csv(games.scores.iter().map(row))
}

fn row(one: &GameScore) -> Row {
    Row {
        target: one.target,
        forecaster: one.forecaster,
        games: one.games,
        score: Full(one.score),
        saved: one.saved.map(|saved| Full(saved.value)),
        low: one.saved.and_then(|saved| saved.low).map(Full),
        high: one.saved.and_then(|saved| saved.high).map(Full),
    }
}
