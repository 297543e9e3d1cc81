//! Games with known ends, for readers ([`terminal()`]) and for programs ([`json()`], [`csv()`]).

mod terminal;

use serde_json::{Value, json};

pub use terminal::terminal;

use crate::analysis::games::{Fit, Row, Scores};

/// Version of the JSON's shape.
const SCHEMA_VERSION: u32 = 1;

/// Scores of games, with what was scored.
#[derive(Clone, Copy, Debug)]
pub struct GamesView<'a> {
    /// The scenario's file.
    pub file: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The table's file.
    pub table: &'a str,
    /// Games and sets of preferences in it.
    pub counts: (usize, usize),
    /// The same of the table to learn from.
    pub train: Option<(&'a str, (usize, usize))>,
    /// What a value of 1 is in points.
    pub points: f64,
    /// The seed.
    pub seed: u64,
    /// Worlds and histories of every set of preferences, where the scenario was played as it stands.
    pub worlds: u64,
    /// See `worlds`.
    pub histories: u64,
    /// Games of each tactic against each, in a fit.
    pub plays: u64,
    /// The scores.
    pub scores: &'a Scores,
    /// The mixture that was scored, where one was fitted.
    pub fit: Option<FitView<'a>>,
}

/// A fit, with its names.
#[derive(Clone, Copy, Debug)]
pub struct FitView<'a> {
    /// The fit.
    pub fit: &'a Fit,
    /// The tactics.
    pub tactics: &'a [String],
    /// The points of the grid, in words.
    pub cells: &'a [String],
}

/// What a score is multiplied by, to be in points.
fn unit(view: &GamesView<'_>, row: &Row) -> f64 {
    if row.target.in_value() { view.points } else { 1.0 }
}

fn row(view: &GamesView<'_>, row: &Row) -> Value {
    let unit = unit(view, row);
    json!({
        "target": row.target.word(),
        "forecaster": row.who.word(),
        "games": row.games,
        "score": row.score * unit,
        "saved": row.saved.map(|(saved, interval)| json!({
            "value": saved * unit,
            "low": interval.map(|(low, _)| low * unit),
            "high": interval.map(|(_, high)| high * unit),
        })),
    })
}

/// The results as a JSON document.
pub fn json(view: &GamesView<'_>) -> Value {
    let means = view.scores.means.iter().map(|(target, came, told)| {
        let unit = if target.in_value() { view.points } else { 1.0 };
        json!({ "target": target.word(), "came": came * unit, "model": told * unit })
    });
    let table = |file: &str, (games, settings): (usize, usize)| json!({ "file": file, "games": games, "preferences": settings });
    json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": { "title": view.title, "file": view.file },
        "games": table(view.table, view.counts),
        "training": view.train.map(|(file, counts)| table(file, counts)),
        "points": view.points,
        "run": {
            "seed": view.seed,
            "worlds": view.fit.is_none().then_some(view.worlds),
            "histories": view.fit.is_none().then_some(view.histories),
            "plays": view.fit.map(|_| view.plays),
            "zopa_version": env!("CARGO_PKG_VERSION"),
        },
        "means": means.collect::<Vec<_>>(),
        "scores": view.scores.rows.iter().map(|one| row(view, one)).collect::<Vec<_>>(),
        "fit": view.fit.map(fit),
    })
}

fn fit(view: FitView<'_>) -> Value {
    let found = view.fit;
    let tactics = view.tactics.iter().zip(&found.weights).zip(&found.alone);
    let tactics = tactics.map(|((name, weight), alone)| {
        json!({
            "tactic": name,
            "weight": { "value": weight.value, "low": weight.interval.0, "high": weight.interval.1 },
            "alone": { "loss": alone.loss, "at": view.cells[alone.cell] },
        })
    });
    let cells =
        found.cells.iter().zip(view.cells).map(
            |(cell, name)| json!({ "at": name, "loss": cell.best.loss, "chosen": cell.chosen }),
        );
    json!({
        "best": view.cells[found.best],
        "loss": {
            "value": found.cells[found.best].best.loss, "low": found.loss.0, "high": found.loss.1,
        },
        "tactics": tactics.collect::<Vec<_>>(),
        "grid": cells.collect::<Vec<_>>(),
    })
}

/// One row a score at full precision: `target,forecaster,games,score,saved,low,high`.
pub fn csv(view: &GamesView<'_>) -> String {
    let mut text = "target,forecaster,games,score,saved,low,high\n".to_owned();
    for one in &view.scores.rows {
        let unit = unit(view, one);
        let optional = |number: Option<f64>| {
            number.map_or(String::new(), |number| (number * unit).to_string())
        };
        let interval = one.saved.and_then(|(_, interval)| interval);
        text += &format!(
            "{},{},{},{},{},{},{}\n",
            one.target.word(),
            one.who.word(),
            one.games,
            one.score * unit,
            optional(one.saved.map(|(saved, _)| saved)),
            optional(interval.map(|(low, _)| low)),
            optional(interval.map(|(_, high)| high)),
        );
    }
    text
}
