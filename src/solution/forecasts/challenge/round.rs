//! One round: risk attitudes from security, offers from expected utilities, everybody moves at once.
//!
//! Security `Sᵢ = Σ_{j≠i} E(j→i)` at exponents 1; `Rᵢ = (2Sᵢ − max S − min S) / (max S − min S)`;
//! `rᵢ = (1 − Rᵢ/3) / (1 + Rᵢ/3)`, from ½ to 2 (Scholz et al. 2011, §5). When all are equally secure,
//! R = 0. Exponents are estimated afresh in every round.

use super::super::{mean, median};
use super::rules::{ChallengeRules, Distances, View};
use super::utility::{Places, Stakes};
use super::{Offer, Round};

/// A negotiation in progress.
pub(super) struct Talks {
    rules: ChallengeRules,
    weights: Vec<f64>,
    salience: Vec<f64>,
    positions: Vec<f64>,
    start_range: f64,
}

impl Talks {
    /// Opens the talks; `weights` are capability × salience, not all 0.
    pub(super) fn open(
        positions: Vec<f64>,
        weights: Vec<f64>,
        salience: Vec<f64>,
        rules: ChallengeRules,
    ) -> Self {
        let start_range = range(&positions);
        Self { rules, weights, salience, positions, start_range }
    }

    /// Round 0: the start.
    pub(super) fn opening(&self) -> Round {
        self.report(vec![1.0; self.positions.len()], vec![None; self.positions.len()])
    }

    /// Plays one round.
    pub(super) fn play(&mut self) -> Round {
        let actors = self.positions.len();
        let range = match self.rules.distances {
            Distances::OfStart => self.start_range,
            Distances::OfRound => range(&self.positions),
        };
        if range <= 0.0 {
            return self.opening();
        }
        let places = Places::of(&self.positions, range);
        let median = median::median(&self.positions, &self.weights).point();
        let weigh = |risk| {
            let actors = (self.weights.as_slice(), self.salience.as_slice(), risk);
            Stakes::weigh(&self.rules, &places, actors, median)
        };
        let neutral = vec![1.0; actors];
        let risk = if self.rules.risk { attitudes(&weigh(&neutral), actors) } else { neutral };
        let stakes = weigh(&risk);
        let followed: Vec<_> = (0..actors).map(|i| self.best_offer(i, &stakes)).collect();
        for (position, offer) in self.positions.iter_mut().zip(&followed) {
            if let Some(offer) = offer {
                *position = offer.position;
            }
        }
        self.report(risk, followed)
    }

    /// The offer that actor i takes.
    fn best_offer(&self, i: usize, stakes: &Stakes<'_>) -> Option<Offer> {
        let ours = self.positions[i];
        let mut best: Option<Offer> = None;
        for (j, &theirs) in self.positions.iter().enumerate() {
            if i == j {
                continue;
            }
            let viewer = match self.rules.view {
                View::Own => i,
                View::Both => j,
            };
            let pair = (stakes.expected(i, j, i), stakes.expected(j, i, viewer));
            let Some(offer) = Offer::from_rival(j, (ours, theirs), pair, &self.rules) else {
                continue;
            };
            if best.is_none_or(|best| offer.is_preferred_to(&best, ours, &self.rules)) {
                best = Some(offer);
            }
        }
        best
    }

    fn report(&self, risk: Vec<f64>, followed: Vec<Option<Offer>>) -> Round {
        Round {
            positions: self.positions.clone(),
            median: median::median(&self.positions, &self.weights),
            mean: mean::weighted_mean(&self.positions, &self.weights),
            risk,
            followed,
        }
    }
}

/// Risk exponents from security at neutral exponents.
fn attitudes(neutral: &Stakes<'_>, actors: usize) -> Vec<f64> {
    let security = |i: usize| {
        let rivals = (0..actors).filter(|&j| j != i);
        rivals.map(|j| neutral.expected(j, i, j)).sum::<f64>()
    };
    let security: Vec<f64> = (0..actors).map(security).collect();
    let max = security.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let min = security.iter().copied().fold(f64::INFINITY, f64::min);
    let exponent = |s: &f64| {
        let attitude = if max > min { (2.0 * s - max - min) / (max - min) } else { 0.0 };
        (1.0 - attitude / 3.0) / (1.0 + attitude / 3.0)
    };
    security.iter().map(exponent).collect()
}

fn range(positions: &[f64]) -> f64 {
    let max = positions.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let min = positions.iter().copied().fold(f64::INFINITY, f64::min);
    max - min
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::super::super::positions::tests::{one_issue, try_one_issue};
    use super::super::{ChallengeRules, challenge};
    use crate::solution::forecasts::ForecastError;

    const PRESETS: [ChallengeRules; 2] =
        [ChallengeRules::scholz_code(), ChallengeRules::scholz_paper()];

    #[test]
    fn nobody_moves_alone_or_in_agreement() {
        for rules in PRESETS {
            for rows in [&[(1.0, 4.0, 0.5); 1][..], &[(1.0, 4.0, 0.5); 3][..]] {
                let rounds = challenge(&one_issue(rows), 0, &rules, 3).unwrap();
                assert_eq!(rounds.len(), 4);
                assert!(rounds.iter().all(|round| round.positions.iter().all(|x| *x == 4.0)));
                assert!(rounds.iter().all(|round| round.followed.iter().all(Option::is_none)));
            }
        }
    }

    #[test]
    fn equals_stand_still() {
        for rules in PRESETS {
            let table = one_issue(&[(1.0, 0.0, 0.5), (1.0, 10.0, 0.5)]);
            let rounds = challenge(&table, 0, &rules, 2).unwrap();
            assert_eq!(rounds[2].positions, [0.0, 10.0]);
            assert_eq!((rounds[2].median.low, rounds[2].median.high), (0.0, 10.0));
            assert_eq!(rounds[2].risk, [1.0, 1.0]);
        }
    }

    #[test]
    fn zero_weights_and_a_bad_status_quo_weight_are_errors() {
        let rules = ChallengeRules::scholz_code();
        let weightless = try_one_issue(&[(0.0, 1.0, 1.0), (1.0, 2.0, 0.0)]).unwrap();
        assert!(matches!(
            challenge(&weightless, 0, &rules, 1),
            Err(ForecastError::NoWeight { .. })
        ));
        let table = one_issue(&[(1.0, 0.0, 0.5), (1.0, 10.0, 0.5)]);
        for q in [-0.1, 1.1, f64::NAN] {
            let rules = ChallengeRules { status_quo_weight: q, ..rules };
            assert!(matches!(
                challenge(&table, 0, &rules, 1),
                Err(ForecastError::BadStatusQuoWeight(_))
            ));
        }
    }

    #[test]
    fn positions_stay_within_the_range_under_every_switch() {
        use super::super::rules::*;
        let table =
            one_issue(&[(0.1, 0.0, 0.8), (0.3, 40.0, 0.3), (0.2, 70.0, 1.0), (0.25, 100.0, 0.6)]);
        let mut tried = 0;
        for base in PRESETS {
            for (q, risk, capitulation) in
                [(1.0, true, true), (0.5, false, true), (0.0, true, false)]
            {
                for offer_order in [OfferOrder::ByKind, OfferOrder::HighestUtility] {
                    for conflict_move in [ConflictMove::LoserMoves, ConflictMove::NoMove] {
                        for choice in [OfferChoice::LeastMove, OfferChoice::HighestUtility] {
                            let rules = ChallengeRules {
                                status_quo_weight: q,
                                risk,
                                capitulation,
                                offer_order,
                                conflict_move,
                                conflict_choice: choice,
                                compromise_choice: choice,
                                ..base
                            };
                            for round in challenge(&table, 0, &rules, 6).unwrap() {
                                let within = |x: &f64| (-1e-9..=100.0 + 1e-9).contains(x);
                                assert!(round.positions.iter().all(within), "{rules:?}");
                                assert!(
                                    round
                                        .risk
                                        .iter()
                                        .all(|r| (0.5 - 1e-9..=2.0 + 1e-9).contains(r))
                                );
                            }
                            tried += 1;
                        }
                    }
                }
            }
        }
        assert_eq!(tried, 48);
    }
}
