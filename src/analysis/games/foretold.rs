//! What is said of a game before it is played: by the model, and by those who have none.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::setting::{Game, Setting};
use super::target::Target;
use crate::analysis::scoring::Spread;

/// Who foretells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The scenario, or the mixture fitted.
    Model,
    /// Everybody gets half of what there is by its own values, for sure.
    EvenSplit,
    /// The Nash solution, for sure; its ties equally likely.
    NashSolution,
    /// The games of the training table, as they came.
    Training,
    /// The same of the same preferences, all games together counting as ten more.
    #[serde(rename = "training-alike")]
    Alike,
}

impl Who {
    /// All, the model first.
    pub const ALL: [Self; 5] =
        [Self::Model, Self::EvenSplit, Self::NashSolution, Self::Training, Self::Alike];

    /// The word of JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::EvenSplit => "even-split",
            Self::NashSolution => "nash-solution",
            Self::Training => "training",
            Self::Alike => "training-alike",
        }
    }
}

/// What is said of a game.
#[derive(Clone, Debug)]
pub enum Foretold {
    /// The odds of every end, no deal last; and the same with a little left for what never came.
    Ends {
        /// As they are.
        odds: Vec<f64>,
        /// None of them 0; `None` for those who leave no room for error.
        smoothed: Option<Vec<f64>>,
    },
    /// Half of what there is to each.
    Halves,
    /// Numbers of other games.
    Pooled(Pool),
}

/// Numbers of games that were played, target by target.
#[derive(Clone, Debug)]
pub struct Pool {
    /// By target and party.
    spreads: Vec<Vec<Spread>>,
    /// The odds of every end, smoothed by one game over all of them.
    ends: Vec<f64>,
}

impl Pool {
    /// Of games with weights; `None` where they weigh nothing.
    pub fn of(games: &[(&Setting, Game, f64)]) -> Option<Self> {
        let outcomes = games.first()?.0.outcomes();
        let mut ends = vec![1.0 / (outcomes + 1) as f64; outcomes + 1];
        let mut total = 1.0;
        for (_, game, weight) in games {
            ends[game.end.unwrap_or(outcomes)] += weight;
            total += weight;
        }
        for odds in &mut ends {
            *odds /= total;
        }
        let spreads = Target::ALL.into_iter().map(|target| {
            let rows: Vec<(Vec<f64>, f64)> = games
                .iter()
                .map(|(setting, game, weight)| (target.numbers(setting, game.end), *weight))
                .collect();
            by_place(&rows)
        });
        let spreads = spreads.collect();
        (total > 1.0).then_some(Self { spreads, ends })
    }
}

impl Foretold {
    /// The Nash solution of a setting, for sure.
    pub fn nash(setting: &Setting) -> Self {
        let mut odds = vec![0.0; setting.outcomes() + 1];
        for &outcome in setting.solutions() {
            odds[outcome] = 1.0 / setting.solutions().len() as f64;
        }
        Self::Ends { odds, smoothed: None }
    }

    /// The odds of every end, none of them 0, where they are told.
    pub(super) fn ends(&self) -> Option<&[f64]> {
        match self {
            Self::Ends { smoothed, .. } => smoothed.as_deref(),
            Self::Halves => None,
            Self::Pooled(pool) => Some(&pool.ends),
        }
    }

    /// The distribution of the numbers of a target.
    pub(super) fn spreads(&self, target: Target, setting: &Setting) -> Vec<Spread> {
        let sure = |number: f64| Spread::new([(number, 1.0)]);
        match self {
            Self::Pooled(pool) => {
                let place = Target::ALL.iter().position(|&other| other == target);
                place.map_or_else(Vec::new, |place| pool.spreads[place].clone())
            }
            Self::Halves => {
                let numbers = match target {
                    Target::Agreed => vec![1.0],
                    Target::End => Vec::new(),
                    Target::Joint => vec![setting.even().iter().sum()],
                    Target::Each => setting.even().to_vec(),
                    Target::Frontier => vec![setting.even_distances().0],
                    Target::Nash => vec![setting.even_distances().1],
                    Target::Integrative => vec![0.0],
                };
                numbers.into_iter().filter_map(sure).collect()
            }
            Self::Ends { odds, .. } => {
                let end = |place: usize| (place < setting.outcomes()).then_some(place);
                let rows: Vec<(Vec<f64>, f64)> = odds
                    .iter()
                    .enumerate()
                    .filter(|&(_, &odds)| odds > 0.0)
                    .map(|(place, &odds)| (target.numbers(setting, end(place)), odds))
                    .collect();
                by_place(&rows)
            }
        }
    }
}

/// The distribution at each place of rows of numbers with weights; a row may lack the last of them.
fn by_place(rows: &[(Vec<f64>, f64)]) -> Vec<Spread> {
    let most = rows.iter().map(|(numbers, _)| numbers.len()).max().unwrap_or(0);
    let at = |place: usize| {
        let numbers = |(numbers, weight): &(Vec<f64>, f64)| Some((*numbers.get(place)?, *weight));
        Spread::new(rows.iter().filter_map(numbers))
    };
    (0..most).filter_map(at).collect()
}
