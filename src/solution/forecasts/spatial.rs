//! The opening forecast of KTAB's spatial model of politics: which actor's position would win an
//! election held today.
//!
//! Actor k's utility of position y is `u = (1 − d)(1 + R d)` with the salience-weighted distance
//! `d = √(Σ s² Δ² / Σ s²)` on scales mapped to [0, 1], and risk attitude R in [−1, 1] (0: linear;
//! above 0: concave, averse). R is found by holding a first election among **all** actors'
//! positions with R = 0: who is likely to win can afford to be cautious ([`RiskStance`]). The reported
//! probabilities are a second election, among the **distinct** positions, with each actor's own R.
//! Votes weigh capability alone. Source: Wise, Lester & Efird 2015, KAPSARC; checked against the
//! turn-0 probabilities of KTAB's reference histories. The later turns (bargains) are left out.

use super::condorcet::{ElectionRules, condorcet_probabilities};
use super::{Actor, ForecastError, PositionTable};

/// How the chance of winning the first election, P, maps to the risk attitude R. `max` and `min` are
/// over actors; when all are equally likely, R = 0 for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RiskStance {
    /// `(3P − (max + 2 min)) / (2 (max − min))`, from −½ to 1.
    #[default]
    Mid,
    /// `(P − min) / (max − min)`, from 0 to 1.
    Min,
    /// `(2P − max − min) / (max − min)`, from −1 to 1.
    Max,
}

impl RiskStance {
    /// All stances, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Mid, Self::Min, Self::Max];

    /// The risk attitude of an actor that wins the first election with probability `p`.
    fn attitude(self, p: f64, min: f64, max: f64) -> f64 {
        if max <= min {
            return 0.0;
        }
        match self {
            Self::Mid => (3.0 * p - (max + 2.0 * min)) / (2.0 * (max - min)),
            Self::Min => (p - min) / (max - min),
            Self::Max => (2.0 * p - max - min) / (max - min),
        }
    }
}

/// Difference of probabilities up to which options count as equally likely.
const LEAD: f64 = 1e-6;

/// The choices of the opening forecast; the default is KTAB's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpatialRules {
    /// How both elections are held.
    pub election: ElectionRules,
    /// How winning chances become risk attitudes.
    pub stance: RiskStance,
}

/// The opening forecast: the distinct positions and the chance of each.
#[derive(Clone, Debug, PartialEq)]
pub struct SpatialElection {
    /// The distinct positions in order of first appearance: one value an issue, in its unit.
    pub options: Vec<Vec<f64>>,
    /// Probability of each option, sum 1.
    pub probabilities: Vec<f64>,
    /// For each actor, in table order, the number of its option.
    pub option_of: Vec<usize>,
    /// Each actor's risk attitude R in [−1, 1].
    pub risk: Vec<f64>,
}

impl SpatialElection {
    /// The probability-weighted mean of the options on one issue, in its unit.
    pub fn mean(&self, issue: usize) -> f64 {
        self.options.iter().zip(&self.probabilities).map(|(option, p)| p * option[issue]).sum()
    }

    /// The number of the most likely option; of equally likely ones the first.
    pub fn most_likely(&self) -> usize {
        let mut best = 0;
        for (option, &probability) in self.probabilities.iter().enumerate() {
            if probability > self.probabilities[best] {
                best = option;
            }
        }
        best
    }

    /// The numbers of all options that are as likely as the most likely one, to within what the
    /// Markov kinds are settled to.
    pub fn leaders(&self) -> Vec<usize> {
        let best = self.probabilities[self.most_likely()];
        let near = |option: &usize| best - self.probabilities[*option] <= LEAD;
        (0..self.probabilities.len()).filter(near).collect()
    }
}

/// Holds the election on all issues at once. One actor, or all at one position, win with certainty;
/// an actor with zero salience everywhere is indifferent; zero capability casts no vote, but its
/// position stands for election.
///
/// # Errors
/// Nobody has capability, or the election has no answer (see
/// [`condorcet_probabilities`]).
pub fn spatial_election(
    table: &PositionTable,
    rules: SpatialRules,
) -> Result<SpatialElection, ForecastError> {
    let actors = table.actors();
    let power: Vec<f64> = actors.iter().map(|actor| actor.capability).collect();
    if power.iter().all(|&power| power == 0.0) {
        return Err(ForecastError::NoWeight { what: "capability" });
    }
    let all: Vec<&[f64]> = actors.iter().map(|actor| actor.positions.as_slice()).collect();
    let neutral = utilities(table, &all, &vec![0.0; actors.len()]);
    let first = condorcet_probabilities(&neutral, &power, rules.election)?;
    let max = first.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let min = first.iter().copied().fold(f64::INFINITY, f64::min);
    let risk: Vec<f64> = first.iter().map(|&p| rules.stance.attitude(p, min, max)).collect();

    let mut options: Vec<&[f64]> = Vec::new();
    let mut option_of = Vec::with_capacity(all.len());
    for position in all {
        let known = options.iter().position(|option| *option == position);
        option_of.push(known.unwrap_or(options.len()));
        if known.is_none() {
            options.push(position);
        }
    }
    let probabilities =
        condorcet_probabilities(&utilities(table, &options, &risk), &power, rules.election)?;
    let options = options.into_iter().map(<[f64]>::to_vec).collect();
    Ok(SpatialElection { options, probabilities, option_of, risk })
}

/// `utilities[k][i]`: actor k's utility of option i under its own risk attitude.
fn utilities(table: &PositionTable, options: &[&[f64]], risk: &[f64]) -> Vec<Vec<f64>> {
    let row = |(actor, &risk): (&Actor, &f64)| {
        let distances = options.iter().map(|option| distance(table, actor, option));
        distances.map(|d| utility(d, risk)).collect()
    };
    table.actors().iter().zip(risk).map(row).collect()
}

/// `√(Σ s² Δ² / Σ s²)` in shares of the scales; 0 for an actor that cares about nothing.
fn distance(table: &PositionTable, actor: &Actor, option: &[f64]) -> f64 {
    let mut gap = 0.0;
    let mut care = 0.0;
    for (i, scale) in table.issues().iter().enumerate() {
        let salience = actor.saliences[i];
        let weighted = salience * (scale.share(actor.positions[i]) - scale.share(option[i]));
        gap += weighted * weighted;
        care += salience * salience;
    }
    if care > 0.0 { (gap / care).sqrt() } else { 0.0 }
}

/// `(1 − d)(1 + R d)`, kept below by `(1 − d)(1 + R)` when round-off puts d above 1.
fn utility(distance: f64, risk: f64) -> f64 {
    (1.0 - distance) * (1.0 + risk * distance.min(1.0))
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::super::positions::tests::one_issue;
    use super::*;

    fn elect(rows: &[(f64, f64, f64)]) -> Result<SpatialElection, ForecastError> {
        spatial_election(&one_issue(rows), SpatialRules::default())
    }

    #[test]
    fn one_position_wins_with_certainty() {
        let alone = elect(&[(1.0, 4.0, 0.5)]).unwrap();
        assert_eq!((alone.probabilities, alone.risk), (vec![1.0], vec![0.0]));
        let agreed = elect(&[(1.0, 4.0, 0.5), (2.0, 4.0, 0.9)]).unwrap();
        assert_eq!((agreed.probabilities, agreed.option_of), (vec![1.0], vec![0, 0]));
    }

    #[test]
    fn equals_are_equally_likely_and_risk_neutral() {
        let even = elect(&[(1.0, 0.0, 0.5), (1.0, 10.0, 0.5)]).unwrap();
        assert_eq!(even.risk, [0.0, 0.0]);
        assert!((even.probabilities[0] - 0.5).abs() < 1e-12);
        assert!((even.mean(0) - 5.0).abs() < 1e-12);
        assert_eq!((even.most_likely(), even.leaders()), (0, vec![0, 1]));
    }

    #[test]
    fn salience_does_not_matter_on_a_single_issue_unless_it_is_zero() {
        let rows = [(1.0, 0.0, 0.9), (2.0, 4.0, 0.1), (1.0, 10.0, 0.5)];
        let plain = rows.map(|(capability, position, _)| (capability, position, 1.0));
        let (some, full) = (elect(&rows).unwrap(), elect(&plain).unwrap());
        for (a, b) in some.probabilities.iter().zip(&full.probabilities) {
            assert!((a - b).abs() < 1e-12);
        }
        let careless = rows.map(|(capability, position, _)| (capability, position, 0.0));
        for p in elect(&careless).unwrap().probabilities {
            assert!((p - 1.0 / 3.0).abs() < 1e-12);
        }
    }

    #[test]
    fn nobody_with_power_is_an_error() {
        assert!(matches!(elect(&[(0.0, 1.0, 1.0)]), Err(ForecastError::NoWeight { .. })));
    }

    #[test]
    fn stances_span_their_ranges() {
        for (stance, low, high) in [
            (RiskStance::Mid, -0.5, 1.0),
            (RiskStance::Min, 0.0, 1.0),
            (RiskStance::Max, -1.0, 1.0),
        ] {
            assert_eq!(stance.attitude(0.125, 0.125, 0.5), low);
            assert_eq!(stance.attitude(0.5, 0.125, 0.5), high);
            assert_eq!(stance.attitude(0.5, 0.5, 0.5), 0.0);
        }
    }
}
