//! The probabilistic Condorcet election (PCE): the chance of each option to beat all the others.
//!
//! Every pair of options is a contest of two coalitions. An actor's votes ([`VotingRule`]) go to the
//! option it likes better; strength turns into a chance of winning ([`VictoryModel`]); the pairwise
//! chances make one distribution over options ([`ElectionKind`]). After Wise, Lester & Efird 2015,
//! "An introduction to the KAPSARC Toolkit for Behavioral Analysis", and its spatial model of
//! politics. Utilities have any unit in which differences mean something, usually [0, 1] or [−1, 1].

use super::{ForecastError, VictoryModel, VotingRule};
use crate::math;

/// How pairwise chances of victory become one probability for each option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ElectionKind {
    /// The chance to beat every other option: `Pᵢ ∝ Πⱼ pᵢⱼ`.
    #[default]
    Conditional,
    /// The fixed point when every option is challenged equally often:
    /// `Pᵢ = (1/n) Σⱼ pᵢⱼ (Pᵢ + Pⱼ)`.
    MarkovUniform,
    /// The fixed point when an option is challenged the more, the stronger and surer the
    /// challenger: with incentive `nᵢⱼ = Cᵢⱼ pᵢⱼ` and `hᵢⱼ = nᵢⱼ / Σₖ nₖⱼ` the chance that the ruling
    /// j is challenged by i, `Pᵢ = Σⱼ pᵢⱼ (Pᵢ hⱼᵢ + Pⱼ hᵢⱼ)`.
    MarkovIncentive,
}

impl ElectionKind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Conditional, Self::MarkovUniform, Self::MarkovIncentive];
}

/// The three choices of an election. The default is KTAB's: proportional votes, linear victory,
/// conditional probabilities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ElectionRules {
    /// How a difference in utility turns into votes.
    pub voting: VotingRule,
    /// How coalition strength turns into the chance of winning a pair.
    pub victory: VictoryModel,
    /// How the pairs make one distribution.
    pub kind: ElectionKind,
}

/// Strength that every coalition has, so that an empty one does not divide by zero.
const STRENGTH_FLOOR: f64 = 1e-8;
/// Incentive of a ruling option to challenge itself, so that a column never sums to zero.
const SELF_INCENTIVE: f64 = 1e-10;
/// Largest distance from the fixed-point equation at which the Markov kinds stop.
const UNIFORM_TOLERANCE: f64 = 1e-6;
const INCENTIVE_TOLERANCE: f64 = 1e-8;
const MAX_STEPS: usize = 1000;

/// The probability of each option: non-negative, sum 1. `utilities[k][i]` is actor k's utility of
/// option i, `weights[k]` its weight. One option has probability 1; identical options share equally.
///
/// # Errors
/// Rows of unequal length, no option, NaN or negative weights; every weight zero; under the
/// conditional kind, a cycle in which every option surely loses (only if strengths differ by a
/// factor of 10⁴⁰); a Markov kind that did not settle in 1000 damped steps.
pub fn condorcet_probabilities(
    utilities: &[Vec<f64>],
    weights: &[f64],
    rules: ElectionRules,
) -> Result<Vec<f64>, ForecastError> {
    let options = utilities.first().map_or(0, Vec::len);
    let fits = options > 0
        && utilities.len() == weights.len()
        && utilities.iter().all(|row| row.len() == options && row.iter().all(|u| u.is_finite()))
        && weights.iter().all(|weight| (0.0..f64::INFINITY).contains(weight));
    if !fits {
        return Err(ForecastError::BadElection);
    }
    if weights.iter().all(|&weight| weight == 0.0) {
        return Err(ForecastError::NoWeight { what: "weight in the vote" });
    }
    let contests = Contests::held(utilities, weights, rules);
    match rules.kind {
        ElectionKind::Conditional => contests.conditional(),
        ElectionKind::MarkovUniform => contests.markov_uniform(),
        ElectionKind::MarkovIncentive => contests.markov_incentive(),
    }
}

/// All pairwise contests: `strength[i][j]` = C, `victory[i][j]` = p of option i against j.
///
/// Each pair votes once, the later option against the earlier, as in KTAB. It matters only for the
/// asymmetric rule, under which the order of the options is the order of proposal.
struct Contests {
    strength: Vec<Vec<f64>>,
    victory: Vec<Vec<f64>>,
}

impl Contests {
    fn held(utilities: &[Vec<f64>], weights: &[f64], rules: ElectionRules) -> Self {
        let options = utilities[0].len();
        let mut strength = vec![vec![STRENGTH_FLOOR; options]; options];
        for i in 0..options {
            for j in 0..i {
                for (utility, &weight) in utilities.iter().zip(weights) {
                    let votes = rules.voting.votes(weight, utility[i] - utility[j]);
                    strength[i][j] += votes.max(0.0);
                    strength[j][i] += (-votes).max(0.0);
                }
            }
        }
        let victory =
            |i: usize, j: usize| rules.victory.probability(strength[i][j], strength[j][i]);
        let row = |i| (0..options).map(|j| victory(i, j)).collect();
        let victory = (0..options).map(row).collect();
        Self { strength, victory }
    }

    fn conditional(&self) -> Result<Vec<f64>, ForecastError> {
        // In logarithms: the product over a hundred options would underflow.
        let log_product = |row: &Vec<f64>| row.iter().map(|&p| math::ln(p)).sum::<f64>();
        let logs: Vec<f64> = self.victory.iter().map(log_product).collect();
        let best = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if best == f64::NEG_INFINITY {
            return Err(ForecastError::NoWinner);
        }
        let odds: Vec<f64> = logs.iter().map(|log| math::exp(log - best)).collect();
        let total: f64 = odds.iter().sum();
        Ok(odds.iter().map(|odds| odds / total).collect())
    }

    fn markov_uniform(&self) -> Result<Vec<f64>, ForecastError> {
        let options = self.victory.len();
        settle(options, UNIFORM_TOLERANCE, |before, i| {
            let meets = |j: usize| self.victory[i][j] * (before[i] + before[j]);
            (0..options).map(meets).sum::<f64>() / options as f64
        })
    }

    fn markov_incentive(&self) -> Result<Vec<f64>, ForecastError> {
        let options = self.victory.len();
        let incentive = |i: usize, j: usize| {
            let own = if i == j { SELF_INCENTIVE } else { 0.0 };
            self.strength[i][j] * self.victory[i][j] + own
        };
        let column: Vec<f64> =
            (0..options).map(|j| (0..options).map(|i| incentive(i, j)).sum()).collect();
        let challenge = |i: usize, j: usize| incentive(i, j) / column[j];
        settle(options, INCENTIVE_TOLERANCE, |before, i| {
            let meets = |j: usize| {
                self.victory[i][j] * (before[i] * challenge(j, i) + before[j] * challenge(i, j))
            };
            (0..options).map(meets).sum()
        })
    }
}

/// Iterates `P ← (P + q(P)) / 2` from the uniform distribution until no q differs from its P by the
/// tolerance.
fn settle(
    options: usize,
    tolerance: f64,
    after: impl Fn(&[f64], usize) -> f64,
) -> Result<Vec<f64>, ForecastError> {
    let mut probabilities = vec![1.0 / options as f64; options];
    let mut residual = f64::INFINITY;
    for _ in 0..MAX_STEPS {
        let target: Vec<f64> = (0..options).map(|i| after(&probabilities, i)).collect();
        let gaps = target.iter().zip(&probabilities).map(|(to, from)| (to - from).abs());
        residual = gaps.fold(0.0, f64::max);
        for (probability, target) in probabilities.iter_mut().zip(target) {
            *probability = f64::midpoint(*probability, target);
        }
        if residual < tolerance {
            // Round-off in the pairs' chances leaves the sum a few units in the last place off 1.
            let total: f64 = probabilities.iter().sum();
            return Ok(probabilities.iter().map(|probability| probability / total).collect());
        }
    }
    Err(ForecastError::NotSettled { residual })
}

#[cfg(test)]
#[path = "condorcet_tests.rs"]
mod tests;
