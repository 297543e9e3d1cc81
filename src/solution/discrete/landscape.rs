//! Every party's utility of every outcome, and what each gets without a deal.
//!
//! The rational set holds the outcomes that give every party at least its reservation value. Gains
//! are measured from the disagreement point d; see [`Disagreement`] for the two conventions.

use super::pareto::{self, Frontier};
use super::space::MAX_OUTCOMES;
use super::{AdditivePreferences, DiscreteError, DiscreteSpace};

/// Utilities that differ by less are told apart by round-off alone.
const SAME: f64 = 1e-12;

/// What gains are measured from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Disagreement {
    /// The reservation value itself: what the party has without a deal (Nash 1950).
    #[default]
    Reservation,
    /// The reservation value or the worst outcome of the space, whichever is better: the convention
    /// of `NegMAS`.
    AtLeastWorst,
}

/// Where a party's best case is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ideal {
    /// Among the outcomes that everybody would accept: the ideal point of the literature.
    #[default]
    Rational,
    /// Among all outcomes, acceptable or not: the convention of `NegMAS`.
    All,
}

/// Utilities of all outcomes for all parties, checked and finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Landscape {
    /// `utilities[party][outcome]`.
    utilities: Vec<Vec<f64>>,
    disagreement: Vec<f64>,
    rational: Vec<usize>,
}

impl Landscape {
    /// Values every outcome of a space.
    ///
    /// # Errors
    /// No party, preferences that do not fit the space, not one reservation value a party, or a
    /// number that is not finite.
    pub fn new(
        space: &DiscreteSpace,
        parties: &[AdditivePreferences],
        reservations: &[f64],
        disagreement: Disagreement,
    ) -> Result<Self, DiscreteError> {
        if let Some(party) = parties.iter().position(|preferences| !preferences.fits(space)) {
            let expected = space.issues().len();
            return Err(DiscreteError::WrongShape { party, what: "evaluations", expected });
        }
        let utilities = parties.iter().map(AdditivePreferences::utilities).collect();
        Self::from_utilities(utilities, reservations, disagreement)
    }

    /// A landscape from `utilities[party][outcome]`, for preferences of any form.
    ///
    /// # Errors
    /// As [`new`](Self::new); also rows of unequal length or with no or too many outcomes.
    pub fn from_utilities(
        utilities: Vec<Vec<f64>>,
        reservations: &[f64],
        disagreement: Disagreement,
    ) -> Result<Self, DiscreteError> {
        let Some(outcomes) = utilities.first().map(Vec::len) else {
            return Err(DiscreteError::NoParties);
        };
        if outcomes > MAX_OUTCOMES {
            return Err(DiscreteError::TooManyOutcomes { limit: MAX_OUTCOMES });
        }
        let expected = outcomes.max(1);
        if let Some(party) = utilities.iter().position(|row| row.len() != expected) {
            return Err(DiscreteError::WrongShape { party, what: "utilities", expected });
        }
        if reservations.len() != utilities.len() {
            let (party, expected) = (reservations.len(), utilities.len());
            return Err(DiscreteError::WrongShape { party, what: "reservation values", expected });
        }
        for (party, (row, reservation)) in utilities.iter().zip(reservations).enumerate() {
            if !reservation.is_finite() || !row.iter().all(|utility| utility.is_finite()) {
                return Err(DiscreteError::NotFinite { party, what: "utilities" });
            }
        }
        let rational = rational_set(&utilities, reservations);
        let from = |(row, &reservation): (&Vec<f64>, &f64)| match disagreement {
            Disagreement::Reservation => reservation,
            Disagreement::AtLeastWorst => {
                row.iter().copied().fold(f64::INFINITY, f64::min).max(reservation)
            }
        };
        let disagreement = utilities.iter().zip(reservations).map(from).collect();
        Ok(Self { utilities, disagreement, rational })
    }

    /// How many parties there are.
    pub fn parties(&self) -> usize {
        self.utilities.len()
    }

    /// How many outcomes there are, acceptable or not.
    pub fn outcomes(&self) -> usize {
        self.utilities[0].len()
    }

    /// One party's utility of every outcome. Panics when there is no such party.
    pub fn utilities(&self, party: usize) -> &[f64] {
        &self.utilities[party]
    }

    /// Every party's utility of one outcome. Panics when there is no such outcome.
    pub fn at(&self, outcome: usize) -> Vec<f64> {
        self.utilities.iter().map(|row| row[outcome]).collect()
    }

    /// What each party has when there is no deal.
    pub fn disagreement(&self) -> &[f64] {
        &self.disagreement
    }

    /// What one party gains in one outcome over no deal; negative when it loses.
    pub fn gain(&self, party: usize, outcome: usize) -> f64 {
        self.utilities[party][outcome] - self.disagreement[party]
    }

    /// The outcomes that every party prefers to no deal or finds as good: the zone of possible
    /// agreement, by ascending number.
    pub fn rational(&self) -> &[usize] {
        &self.rational
    }

    /// The greatest gain each party could have: the ideal or utopia point, less the disagreement
    /// point. At least 0, and 0 for all when there is nothing acceptable to look among.
    pub fn ideal_gains(&self, ideal: Ideal) -> Vec<f64> {
        let greatest = |party: usize| match ideal {
            Ideal::Rational => {
                self.rational.iter().map(|&outcome| self.gain(party, outcome)).fold(0.0, f64::max)
            }
            Ideal::All => {
                let best = self.utilities[party].iter().copied().fold(f64::NEG_INFINITY, f64::max);
                (best - self.disagreement[party]).max(0.0)
            }
        };
        (0..self.parties()).map(greatest).collect()
    }

    /// The Pareto frontier of the rational set.
    pub fn frontier(&self) -> Frontier<'_> {
        pareto::frontier(self)
    }

    /// The landscape in which utilities of a party that differ by no more than 10⁻¹² from one to the
    /// next are the same, the least of them: what round-off tells apart is no difference to a frontier.
    /// The rational set stays as it is.
    #[must_use]
    pub fn with_ties_joined(&self) -> Self {
        let join = |row: &Vec<f64>| {
            let mut order: Vec<usize> = (0..row.len()).collect();
            order.sort_by(|&a, &b| row[a].total_cmp(&row[b]));
            let mut joined = row.clone();
            let (mut least, mut last) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
            for outcome in order {
                if row[outcome] > last + SAME {
                    least = row[outcome];
                }
                last = row[outcome];
                joined[outcome] = least;
            }
            joined
        };
        Self { utilities: self.utilities.iter().map(join).collect(), ..self.clone() }
    }

    /// What two of the parties see of it, the others only kept from losing: the rational set is that of
    /// all. Panics when there are no such parties.
    #[must_use]
    pub fn of_pair(&self, (first, second): (usize, usize)) -> Self {
        let pick = |party: usize| (self.utilities[party].clone(), self.disagreement[party]);
        let (utilities, disagreement) = [pick(first), pick(second)].into_iter().unzip();
        Self { utilities, disagreement, rational: self.rational.clone() }
    }
}

fn rational_set(utilities: &[Vec<f64>], reservations: &[f64]) -> Vec<usize> {
    let acceptable = |&outcome: &usize| {
        utilities.iter().zip(reservations).all(|(row, reservation)| row[outcome] >= *reservation)
    };
    (0..utilities[0].len()).filter(acceptable).collect()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::*;

    #[test]
    fn the_two_disagreement_points() {
        let rows = || vec![vec![0.5, 1.0], vec![0.25, 0.75]];
        let plain =
            Landscape::from_utilities(rows(), &[0.25, 0.5], Disagreement::Reservation).unwrap();
        let worst =
            Landscape::from_utilities(rows(), &[0.25, 0.5], Disagreement::AtLeastWorst).unwrap();
        assert_eq!(plain.disagreement(), [0.25, 0.5]);
        assert_eq!(worst.disagreement(), [0.5, 0.5]);
        assert_eq!(plain.rational(), [1]);
        assert_eq!(plain.gain(0, 1), 0.75);
        assert_eq!(plain.at(0), [0.5, 0.25]);
    }

    #[test]
    fn what_round_off_tells_apart_is_no_difference_to_a_frontier() {
        // 0.3 by two ways: the first outcome is worse for the first party and no better for the second.
        let rows = vec![vec![0.5, 0.75, 0.8], vec![0.1 + 0.2, 0.3, 0.2]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0, 0.25], Disagreement::Reservation).unwrap();
        assert_eq!(landscape.frontier().outcomes(), [0, 1], "by a last bit");
        let joined = landscape.with_ties_joined();
        assert_eq!(joined.frontier().outcomes(), [1]);
        assert_eq!(joined.utilities(1), [0.3, 0.3, 0.2]);
        assert_eq!(joined.rational(), landscape.rational());
    }

    #[test]
    fn a_pair_keeps_the_others_from_losing() {
        let rows = vec![vec![1.0, 2.0, 3.0], vec![3.0, 2.0, 1.0], vec![1.0, 1.0, -1.0]];
        let landscape =
            Landscape::from_utilities(rows, &[0.0; 3], Disagreement::Reservation).unwrap();
        let pair = landscape.of_pair((0, 1));
        assert_eq!(pair.parties(), 2);
        assert_eq!(pair.frontier().outcomes(), [0, 1], "the third refuses the last");
    }

    #[test]
    fn misfits_are_refused() {
        let from = |rows, reservations: &[f64]| {
            Landscape::from_utilities(rows, reservations, Disagreement::Reservation)
        };
        assert_eq!(from(vec![], &[]), Err(DiscreteError::NoParties));
        assert!(from(vec![vec![]], &[0.0]).is_err());
        assert!(from(vec![vec![1.0], vec![1.0, 2.0]], &[0.0, 0.0]).is_err());
        assert!(from(vec![vec![1.0]], &[]).is_err());
        assert!(from(vec![vec![f64::NAN]], &[0.0]).is_err());
        let space = DiscreteSpace::new(vec![2]).unwrap();
        let short = AdditivePreferences::new(vec![1.0], vec![vec![1.0]]).unwrap();
        assert!(Landscape::new(&space, &[short], &[0.0], Disagreement::Reservation).is_err());
    }
}
