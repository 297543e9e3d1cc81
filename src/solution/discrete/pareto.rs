//! The Pareto frontier: rational outcomes that no other makes better for one party and worse for none.
//!
//! Pareto 1906, *Manuale di economia politica*. Of outcomes with the same utilities for all parties
//! the lowest number stands for all. Comparisons of utilities are exact: what is equal has to come in as
//! the same number. First everything below the outcome of
//! greatest welfare is dropped, in one pass; then two parties need one sort and sweep (Kung, Luccio &
//! Preparata 1975), more parties a comparison with every frontier outcome found so far.

use super::Landscape;
use crate::math::ROUNDING;
use std::cmp::Ordering;

/// The efficient outcomes of a [`Landscape`], on which every solution lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier<'a> {
    landscape: &'a Landscape,
    outcomes: Vec<usize>,
}

impl<'a> Frontier<'a> {
    /// The landscape that this is the frontier of.
    pub fn landscape(&self) -> &'a Landscape {
        self.landscape
    }

    /// The efficient outcomes by ascending number; empty when nothing is acceptable to all.
    pub fn outcomes(&self) -> &[usize] {
        &self.outcomes
    }

    /// The outcomes with the greatest value, ties included. `value(outcome, more)` is the value of an
    /// outcome that gives everybody so much more. What such a change within [rounding](Self::rounding)
    /// could make up is a tie: in any unit of utility, and for products as for sums.
    pub(super) fn greatest(&self, value: impl Fn(usize, f64) -> f64) -> Vec<usize> {
        let values = self.outcomes.iter().map(|&outcome| value(outcome, 0.0));
        let best = values.fold(f64::NEG_INFINITY, f64::max);
        let rounding = self.rounding();
        let ties = self.outcomes.iter().copied();
        ties.filter(|&outcome| value(outcome, rounding) >= best).collect()
    }

    /// The outcomes whose sorted values are lexicographically greatest: the worst-off party first,
    /// then the second worst, and so on. `value(party, outcome, more)` as in [`greatest`](Self::greatest).
    pub(super) fn leximin(&self, value: impl Fn(usize, usize, f64) -> f64) -> Vec<usize> {
        let parties = self.landscape.parties();
        let ranked = |outcome: usize, more: f64| {
            let mut values: Vec<f64> =
                (0..parties).map(|party| value(party, outcome, more)).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let rounding = self.rounding();
        let ranks = |&outcome: &usize| (outcome, ranked(outcome, 0.0), ranked(outcome, rounding));
        let mut left: Vec<_> = self.outcomes.iter().map(ranks).collect();
        for rank in 0..parties {
            let best = left.iter().map(|(_, v, _)| v[rank]).fold(f64::NEG_INFINITY, f64::max);
            left.retain(|(_, _, raised)| raised[rank] >= best);
        }
        left.into_iter().map(|(outcome, ..)| outcome).collect()
    }

    /// What the arithmetic of doubles may do to a gain: [`ROUNDING`] of the greatest utility.
    fn rounding(&self) -> f64 {
        let landscape = self.landscape;
        let utilities = (0..landscape.parties()).flat_map(|party| {
            self.outcomes.iter().map(move |&outcome| landscape.utilities(party)[outcome].abs())
        });
        let disagreement = landscape.disagreement().iter().map(|value| value.abs());
        ROUNDING * utilities.chain(disagreement).fold(0.0, f64::max)
    }
}

/// Finds the frontier of the rational set.
pub(super) fn frontier(landscape: &Landscape) -> Frontier<'_> {
    let candidates = above_the_greatest_sum(landscape);
    let mut outcomes = if landscape.parties() == 2 {
        sweep(landscape, candidates)
    } else {
        compare_all(landscape, candidates)
    };
    outcomes.sort_unstable();
    Frontier { landscape, outcomes }
}

/// The rational outcomes that the one with the greatest sum of utilities does not make superfluous.
fn above_the_greatest_sum(landscape: &Landscape) -> Vec<usize> {
    let sum = |outcome: usize| -> f64 {
        (0..landscape.parties()).map(|party| landscape.utilities(party)[outcome]).sum()
    };
    let mut pivot: Option<(usize, f64)> = None;
    for &outcome in landscape.rational() {
        let sum = sum(outcome);
        if pivot.is_none_or(|(_, best)| sum > best) {
            pivot = Some((outcome, sum));
        }
    }
    let Some((pivot, _)) = pivot else {
        return Vec::new();
    };
    let better_for_some = |&outcome: &usize| {
        (0..landscape.parties()).any(|party| {
            let utilities = landscape.utilities(party);
            utilities[outcome] > utilities[pivot]
        })
    };
    let kept = landscape.rational().iter().copied();
    kept.filter(|outcome| *outcome == pivot || better_for_some(outcome)).collect()
}

/// Two parties: from the first party's best downwards, keep what improves on the second's best so far.
fn sweep(landscape: &Landscape, candidates: Vec<usize>) -> Vec<usize> {
    let (first, second) = (landscape.utilities(0), landscape.utilities(1));
    let mut points: Vec<(f64, f64, usize)> =
        candidates.into_iter().map(|outcome| (first[outcome], second[outcome], outcome)).collect();
    points
        .sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
    let mut best = f64::NEG_INFINITY;
    let mut kept = Vec::new();
    for (_, second, outcome) in points {
        if second > best {
            best = second;
            kept.push(outcome);
        }
    }
    kept
}

/// Any number of parties: by falling sum, so that whatever dominates an outcome comes before it (a
/// rounded sum never falls when a term rises; equal sums are ordered by the utilities themselves).
fn compare_all(landscape: &Landscape, candidates: Vec<usize>) -> Vec<usize> {
    let mut points: Vec<(f64, Vec<f64>, usize)> = candidates
        .into_iter()
        .map(|outcome| {
            let utilities = landscape.at(outcome);
            (utilities.iter().sum(), utilities, outcome)
        })
        .collect();
    points.sort_unstable_by(|a, b| {
        let by_utilities = || {
            let pairs = a.1.iter().zip(&b.1);
            pairs
                .map(|(a, b)| b.total_cmp(a))
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        };
        b.0.total_cmp(&a.0).then_with(by_utilities).then(a.2.cmp(&b.2))
    });
    let mut kept: Vec<(Vec<f64>, usize)> = Vec::new();
    for (_, utilities, outcome) in points {
        let covered =
            kept.iter().any(|(other, _)| other.iter().zip(&utilities).all(|(a, b)| a >= b));
        if !covered {
            kept.push((utilities, outcome));
        }
    }
    kept.into_iter().map(|(_, outcome)| outcome).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Disagreement;
    use super::*;
    use proptest::prelude::*;

    /// Quadratic, by the definition.
    fn naive(landscape: &Landscape) -> Vec<usize> {
        let points: Vec<(usize, Vec<f64>)> =
            landscape.rational().iter().map(|&outcome| (outcome, landscape.at(outcome))).collect();
        let covers = |a: &(usize, Vec<f64>), b: &(usize, Vec<f64>)| {
            a.0 != b.0 && a.1.iter().zip(&b.1).all(|(a, b)| a >= b) && (a.1 != b.1 || a.0 < b.0)
        };
        let kept = points.iter().filter(|b| !points.iter().any(|a| covers(a, b)));
        kept.map(|(outcome, _)| *outcome).collect()
    }

    proptest! {
        #[test]
        fn the_frontier_is_what_the_definition_says(
            parties in 1_usize..5,
            cells in prop::collection::vec(0_u8..8, 4..200),
            reservation in 0_u8..5,
        ) {
            let outcomes = cells.len() / parties;
            let rows: Vec<Vec<f64>> = cells
                .chunks_exact(outcomes)
                .take(parties)
                .map(|row| row.iter().map(|&cell| f64::from(cell)).collect())
                .collect();
            let reservations = vec![f64::from(reservation); parties];
            let landscape =
                Landscape::from_utilities(rows, &reservations, Disagreement::Reservation).unwrap();
            let frontier = landscape.frontier();
            prop_assert_eq!(frontier.outcomes(), naive(&landscape));
        }
    }
}
