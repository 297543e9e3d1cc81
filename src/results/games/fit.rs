//! Which mixture of tactics people play like.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::games::Fit;
use crate::results::Resampled;

/// The mixture of tactics that makes the games most likely. Intervals draw games, and fit again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mixed {
    /// The point of the grid whose mixture is likeliest.
    pub best: String,
    /// The mean of −ln of the odds of how games ended there.
    pub loss: Resampled,
    /// The tactics that are mixed.
    pub tactics: Vec<TacticWeight>,
    /// Every point of the grid.
    pub grid: Vec<GridPoint>,
}

/// A tactic in the mixture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TacticWeight {
    /// The tactic.
    pub tactic: String,
    /// How often people play so: a share.
    pub weight: Resampled,
    /// If everybody always played so.
    pub alone: AloneAt,
}

/// A tactic by which everybody plays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AloneAt {
    /// The mean of −ln of the odds of how games ended.
    pub loss: f64,
    /// The point of the grid that suits it best.
    pub at: String,
}

/// A point of the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GridPoint {
    /// Paths and their values; empty where there is no grid.
    pub at: String,
    /// The mean of −ln of the odds by the best mixture there.
    pub loss: f64,
    /// Share of bootstrap samples that fit it best.
    pub chosen: f64,
}

impl Mixed {
    pub(super) fn new(fit: &Fit, tactics: &[String], cells: &[String]) -> Self {
        let tactics = tactics.iter().zip(&fit.weights).zip(&fit.alone);
        let tactics = tactics.map(|((tactic, weight), alone)| TacticWeight {
            tactic: tactic.clone(),
            weight: Resampled::new(weight.value, Some(weight.interval)),
            alone: AloneAt { loss: alone.loss, at: cells[alone.cell].clone() },
        });
        let grid = fit.cells.iter().zip(cells).map(|(cell, at)| GridPoint {
            at: at.clone(),
            loss: cell.best.loss,
            chosen: cell.chosen,
        });
        Self {
            best: cells[fit.best].clone(),
            loss: Resampled::new(fit.cells[fit.best].best.loss, Some(fit.loss)),
            tactics: tactics.collect(),
            grid: grid.collect(),
        }
    }
}
