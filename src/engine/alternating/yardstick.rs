//! How good a deal is: its distance from the solution points and from the Pareto frontier of its world,
//! and what it leaves on the table.
//!
//! Distances are Euclidean between vectors of the parties' values, to the nearest of solutions that tie.
//! Solutions and frontier are those of [`crate::solution::discrete`], measured from the reservation
//! values, the Kalai–Smorodinsky ideal looked for among what everybody likes as much as no deal.

use super::World;
use crate::solution::discrete::{
    Disagreement, Ideal, Landscape, kalai_smorodinsky, left_on_table, nash,
};

/// How good a deal is, in units of value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quality {
    /// Distance from the Nash solution (Nash 1950).
    pub nash: f64,
    /// Distance from the Kalai–Smorodinsky solution (1975; leximin of ratios, Imai 1983).
    pub kalai_smorodinsky: f64,
    /// Distance from the Pareto frontier; 0 on it.
    pub frontier: f64,
    /// Is it on the frontier?
    pub efficient: bool,
    /// The most by which the sum of all values could still rise with nobody worse off (Raiffa 1982).
    pub left: f64,
}

/// The solution points of one world.
#[derive(Clone, Debug)]
pub struct Yardstick {
    landscape: Landscape,
    frontier: Vec<usize>,
    nash: Vec<usize>,
    kalai_smorodinsky: Vec<usize>,
}

impl World {
    /// All values of all outcomes, measured from the reservation values; `None` where there are more
    /// than are enumerated.
    pub fn landscape(&self) -> Option<Landscape> {
        let reservations: Vec<f64> = self.wishes.iter().map(super::Wishes::reservation).collect();
        let rows = self.wishes.iter().map(|wishes| {
            // What a party refuses is worse than no deal to it.
            let value = |outcome: usize| {
                if wishes.refuses(outcome) {
                    wishes.reservation() - 1.0
                } else {
                    wishes.utility(outcome)
                }
            };
            (0..self.outcomes.len()).map(value).collect()
        });
        Landscape::from_utilities(rows.collect(), &reservations, Disagreement::Reservation).ok()
    }
}

impl Yardstick {
    /// The yardstick of a world; `None` where nothing suits everybody.
    pub fn of(world: &World) -> Option<Self> {
        let landscape = world.landscape()?;
        let found = landscape.frontier();
        let frontier = found.outcomes().to_vec();
        let (nash, fair) = (nash(&found), kalai_smorodinsky(&found, Ideal::Rational));
        let stands = !frontier.is_empty();
        stands.then_some(Self { landscape, frontier, nash, kalai_smorodinsky: fair })
    }

    /// All values and no-deal values of the world.
    pub fn landscape(&self) -> &Landscape {
        &self.landscape
    }

    /// The efficient outcomes.
    pub fn frontier(&self) -> &[usize] {
        &self.frontier
    }

    /// The Nash solution, with ties.
    pub fn nash(&self) -> &[usize] {
        &self.nash
    }

    /// The Kalai–Smorodinsky solution, with ties.
    pub fn kalai_smorodinsky(&self) -> &[usize] {
        &self.kalai_smorodinsky
    }

    /// The distance of an outcome from the Nash solution, in units of value.
    pub fn distance_to_nash(&self, outcome: usize) -> f64 {
        self.distance(outcome, &self.nash)
    }

    /// How good an outcome is.
    pub fn measure(&self, outcome: usize) -> Quality {
        let frontier = self.distance(outcome, &self.frontier);
        Quality {
            nash: self.distance(outcome, &self.nash),
            kalai_smorodinsky: self.distance(outcome, &self.kalai_smorodinsky),
            frontier,
            efficient: frontier <= 0.0,
            left: left_on_table(&self.landscape, outcome).map_or(0.0, |left| left.joint),
        }
    }

    fn distance(&self, outcome: usize, from: &[usize]) -> f64 {
        let squared = |&other: &usize| -> f64 {
            let parties = 0..self.landscape.parties();
            parties
                .map(|party| {
                    let row = self.landscape.utilities(party);
                    (row[outcome] - row[other]) * (row[outcome] - row[other])
                })
                .sum()
        };
        from.iter().map(squared).fold(f64::INFINITY, f64::min).sqrt()
    }
}
