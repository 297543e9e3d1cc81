//! Weights of tactics that make games most likely.
//!
//! Two parties are drawn from the same people: with weights w over k tactics a game ends as e with odds
//! Σ_i Σ_j w_i w_j K_ij(e), K being how games of tactic i against tactic j end in that setting. The weights of
//! greatest likelihood are found by expectation and maximisation (Dempster, Laird & Rubin 1977, Journal of the
//! Royal Statistical Society B 39): which tactics played a game is what is missing.

use super::setting::Game;
use crate::math;

/// Steps at most.
const STEPS: usize = 5_000;
/// Steps end when the likelihood gains less than this a game.
const GAIN: f64 = 1e-9;

/// How games end, tactic against tactic, in every setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Kernel {
    tactics: usize,
    ends: usize,
    /// `odds[((setting * tactics + i) * tactics + j) * ends + end]`, none of them 0.
    odds: Vec<f64>,
}

impl Kernel {
    /// A kernel of so many tactics and ends, from its odds in order: setting, first tactic, second, end.
    pub fn new(tactics: usize, ends: usize, odds: Vec<f64>) -> Self {
        debug_assert_eq!(odds.len() % (tactics * tactics * ends), 0);
        Self { tactics, ends, odds }
    }

    /// How many ends there are, no deal included.
    pub fn ends(&self) -> usize {
        self.ends
    }

    fn at(&self, setting: usize, i: usize, j: usize, end: usize) -> f64 {
        self.odds[((setting * self.tactics + i) * self.tactics + j) * self.ends + end]
    }

    /// The odds of every end in a setting, by these weights.
    pub fn mixed(&self, setting: usize, weights: &[f64]) -> Vec<f64> {
        let end = |end: usize| -> f64 {
            let row = |i: usize| -> f64 {
                (0..self.tactics).map(|j| weights[j] * self.at(setting, i, j, end)).sum()
            };
            (0..self.tactics).map(|i| weights[i] * row(i)).sum()
        };
        (0..self.ends).map(end).collect()
    }

    /// The mean of −ln of the odds of how games ended that all play by one tactic.
    pub fn alone(&self, tactic: usize, games: &Counted) -> f64 {
        let loss = |&(setting, end, count): &(usize, usize, f64)| {
            -count * math::ln(self.at(setting, tactic, tactic, end))
        };
        games.rows.iter().map(loss).sum::<f64>() / games.total
    }
}

/// Games counted by setting and end.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    rows: Vec<(usize, usize, f64)>,
    total: f64,
}

impl Counted {
    /// Of these games, each so many times; no deal is the last of the ends.
    pub fn of(games: &[Game], times: impl Fn(usize) -> u32, ends: usize) -> Self {
        let mut counts = std::collections::BTreeMap::new();
        for (number, game) in games.iter().enumerate() {
            let count = counts.entry((game.setting, game.end.unwrap_or(ends - 1))).or_insert(0.0);
            *count += f64::from(times(number));
        }
        let rows: Vec<_> = counts
            .into_iter()
            .filter(|&(_, count)| count > 0.0)
            .map(|((setting, end), count)| (setting, end, count))
            .collect();
        let total = rows.iter().map(|&(_, _, count)| count).sum();
        Self { rows, total }
    }
}

/// Weights, and how likely they make the games.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    /// Of each tactic; they sum to 1.
    pub weights: Vec<f64>,
    /// The mean of −ln of the odds of how games ended.
    pub loss: f64,
}

impl Mixture {
    /// The weights of greatest likelihood, climbed to from `start`, all of it above 0.
    pub fn fit(kernel: &Kernel, games: &Counted, start: &[f64]) -> Self {
        let tactics = kernel.tactics;
        let mut weights = start.to_vec();
        let mut next = vec![0.0; tactics];
        let mut part = vec![0.0; tactics];
        let mut loss = f64::INFINITY;
        for _ in 0..STEPS {
            next.fill(0.0);
            let mut now = 0.0;
            for &(setting, end, count) in &games.rows {
                part.fill(0.0);
                let mut odds = 0.0;
                for i in 0..tactics {
                    for j in 0..tactics {
                        let both = weights[i] * weights[j] * kernel.at(setting, i, j, end);
                        odds += both;
                        part[i] += both;
                        part[j] += both;
                    }
                }
                now -= count * math::ln(odds);
                next.iter_mut().zip(&part).for_each(|(next, part)| *next += count * part / odds);
            }
            now /= games.total;
            let sum: f64 = next.iter().sum();
            weights.iter_mut().zip(&next).for_each(|(weight, next)| *weight = next / sum);
            let gained = loss - now;
            loss = now;
            if gained < GAIN {
                break;
            }
        }
        Self { weights, loss }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two tactics with three ends in two settings; games in just the shares that weights of .3 and .7 give.
    #[test]
    fn weights_are_found_again() {
        let kernel = Kernel::new(
            2,
            3,
            [
                [0.7, 0.2, 0.1],
                [0.3, 0.3, 0.4],
                [0.2, 0.6, 0.2],
                [0.1, 0.1, 0.8],
                [0.5, 0.4, 0.1],
                [0.2, 0.2, 0.6],
                [0.6, 0.2, 0.2],
                [0.1, 0.7, 0.2],
            ]
            .concat(),
        );
        let truth = [0.3, 0.7];
        let rows = (0..2).flat_map(|setting| {
            let odds = kernel.mixed(setting, &truth);
            odds.into_iter().enumerate().map(move |(end, odds)| (setting, end, 1000.0 * odds))
        });
        let games = Counted { rows: rows.collect(), total: 2000.0 };
        let found = Mixture::fit(&kernel, &games, &[0.5, 0.5]);
        assert!((found.weights[0] - 0.3).abs() < 1e-3, "{found:?}");
        // The entropy of the truth, and no better weights beside it.
        let loss = |weights: &[f64]| -> f64 {
            let one = |&(setting, end, count): &(usize, usize, f64)| {
                -count * math::ln(kernel.mixed(setting, weights)[end])
            };
            games.rows.iter().map(one).sum::<f64>() / games.total
        };
        assert!((found.loss - loss(&truth)).abs() < 1e-6);
        assert!(loss(&[0.28, 0.72]) > found.loss && loss(&[0.32, 0.68]) > found.loss);
        assert!((kernel.alone(0, &games) - loss(&[1.0, 0.0])).abs() < 1e-12);
    }
}
