//! What is asked of every game, and how an answer is scored.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::foretold::Foretold;
use super::setting::{Game, Setting};
use crate::analysis::scoring::{FLOOR, Forecast, Spread, log_score_of};
use crate::math;

/// A question asked of every game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Do they agree? Log score, of all games.
    Agreed,
    /// How exactly does it end? Log score over all outcomes and no deal, of all games.
    End,
    /// What all have together, no deal included. CRPS, of all games.
    Joint,
    /// What each has, no deal included. CRPS, the mean over the parties, of all games.
    Each,
    /// How far the deal lies from the Pareto frontier. CRPS, of games with a deal.
    #[serde(rename = "distance_frontier")]
    Frontier,
    /// How far it lies from the Nash solution. CRPS, of games with a deal.
    #[serde(rename = "distance_nash")]
    Nash,
    /// Is it integrative: worth more to all together than half of what there is to each? Log score, of games
    /// with a deal in which something can be created.
    Integrative,
}

impl Target {
    /// All, in the order they are told.
    pub const ALL: [Self; 7] = [
        Self::Agreed,
        Self::End,
        Self::Joint,
        Self::Each,
        Self::Frontier,
        Self::Nash,
        Self::Integrative,
    ];

    /// The word of JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::End => "end",
            Self::Joint => "joint",
            Self::Each => "each",
            Self::Frontier => "distance_frontier",
            Self::Nash => "distance_nash",
            Self::Integrative => "integrative",
        }
    }

    /// Is the score in units of value, and not in nats?
    pub fn in_value(self) -> bool {
        matches!(self, Self::Joint | Self::Each | Self::Frontier | Self::Nash)
    }

    /// The numbers that an end comes to: one, or one a party; none where the question does not arise.
    pub(super) fn numbers(self, setting: &Setting, end: Option<usize>) -> Vec<f64> {
        let yes_or_no = |yes: bool| if yes { 1.0 } else { 0.0 };
        match self {
            Self::Agreed => vec![yes_or_no(end.is_some())],
            Self::End => Vec::new(),
            Self::Joint => vec![setting.values(end).iter().sum()],
            Self::Each => setting.values(end).to_vec(),
            Self::Frontier => end.map(|outcome| setting.to_frontier(outcome)).into_iter().collect(),
            Self::Nash => end.map(|outcome| setting.to_nash(outcome)).into_iter().collect(),
            Self::Integrative => {
                let created = end.and_then(|outcome| setting.integrative(outcome));
                created.map(yes_or_no).into_iter().collect()
            }
        }
    }

    /// The score of what was foretold of a game; `None` where the question does not arise, or is not answered.
    pub fn score(self, setting: &Setting, game: Game, foretold: &Foretold) -> Option<f64> {
        if self == Self::End {
            let odds = foretold.ends()?;
            return Some(-math::ln(odds[game.end.unwrap_or(setting.outcomes())]));
        }
        let came = self.numbers(setting, game.end);
        let told = foretold.spreads(self, setting);
        if came.is_empty() || told.len() != came.len() {
            return None;
        }
        let one = |(told, &came): (&Spread, &f64)| {
            if self.in_value() {
                told.crps(came)
            } else {
                // The mean of a yes or no is its odds; sums may pass 1 by a bit.
                log_score_of(Forecast::new(told.mean().clamp(0.0, 1.0), came > 0.5))
            }
        };
        let count = came.len() as f64;
        Some(told.iter().zip(&came).map(one).sum::<f64>() / count)
    }

    /// What a log score of a yes or no costs at most.
    pub fn worst_log() -> f64 {
        -math::ln(FLOOR)
    }
}
