//! A set of preferences, and what every end of a game with them is worth.

use crate::engine::Trial;
use crate::engine::alternating::{Game as Table, World, Yardstick};
use crate::model::Scenario;
use crate::stream::Seed;

/// What is told apart from the half of all there is, in value: less is rounding.
const MORE: f64 = 1e-9;

/// A game that was played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Game {
    /// Which setting.
    pub setting: usize,
    /// The number of the outcome agreed on; `None` for no deal.
    pub end: Option<usize>,
}

/// A set of preferences. Values are those at the most likely inputs.
#[derive(Clone, Debug)]
pub struct Setting {
    /// What is played.
    pub scenario: Scenario,
    /// Values of all parties, outcome by outcome and no deal last.
    values: Vec<Vec<f64>>,
    frontier: Vec<f64>,
    nash: Vec<f64>,
    solutions: Vec<usize>,
    /// Half of what there is to each, and its distances.
    even: Vec<f64>,
    even_distances: (f64, f64),
    /// Can something be created at all?
    integrable: bool,
}

impl Setting {
    /// The setting of a scenario; `None` where nothing suits everybody, or the outcomes are too many to
    /// enumerate.
    pub fn of(scenario: Scenario) -> Option<Self> {
        let table =
            Table::new(&scenario, Seed(0), &Table::likely_draws(&scenario), Trial::default());
        let world = table.world();
        let yardstick = Yardstick::of(world)?;
        let outcomes = world.outcomes().len();
        let of_all = |value: &dyn Fn(usize) -> f64| -> Vec<f64> {
            (0..world.parties()).map(value).collect()
        };
        let mut values: Vec<Vec<f64>> = (0..outcomes)
            .map(|outcome| of_all(&|party| world.wishes(party).utility(outcome)))
            .collect();
        let even = of_all(&|party| half(world, party));
        let nearest = |from: &[usize]| {
            let squared = |&other: &usize| -> f64 {
                let apart = even.iter().zip(&values[other]);
                apart.map(|(own, theirs)| (own - theirs) * (own - theirs)).sum()
            };
            from.iter().map(squared).fold(f64::INFINITY, f64::min).sqrt()
        };
        let even_distances = (nearest(yardstick.frontier()), nearest(yardstick.nash()));
        let measured: Vec<_> = (0..outcomes).map(|outcome| yardstick.measure(outcome)).collect();
        let halves: f64 = even.iter().sum();
        let integrable = values.iter().any(|row| row.iter().sum::<f64>() > halves + MORE);
        values.push(of_all(&|party| world.wishes(party).reservation()));
        Some(Self {
            values,
            frontier: measured.iter().map(|quality| quality.frontier).collect(),
            nash: measured.iter().map(|quality| quality.nash).collect(),
            solutions: yardstick.nash().to_vec(),
            even,
            even_distances,
            integrable,
            scenario,
        })
    }

    /// How many outcomes there are.
    pub fn outcomes(&self) -> usize {
        self.frontier.len()
    }

    /// What an end is worth to everybody; `None` is no deal.
    pub fn values(&self, end: Option<usize>) -> &[f64] {
        &self.values[end.unwrap_or(self.outcomes())]
    }

    /// The distance of an outcome from the Pareto frontier, in value.
    pub fn to_frontier(&self, outcome: usize) -> f64 {
        self.frontier[outcome]
    }

    /// … and from the Nash solution.
    pub fn to_nash(&self, outcome: usize) -> f64 {
        self.nash[outcome]
    }

    /// The Nash solution, with ties.
    pub fn solutions(&self) -> &[usize] {
        &self.solutions
    }

    /// Half of what there is, to each party by its own values: halfway between its worst and its best.
    pub fn even(&self) -> &[f64] {
        &self.even
    }

    /// How far such halves lie from the frontier and from the Nash solution.
    pub fn even_distances(&self) -> (f64, f64) {
        self.even_distances
    }

    /// Is an outcome integrative, worth more to all together than their halves? `None` where none is.
    pub fn integrative(&self, outcome: usize) -> Option<bool> {
        let together = |row: &[f64]| row.iter().sum::<f64>();
        self.integrable.then(|| together(&self.values[outcome]) > together(&self.even) + MORE)
    }
}

/// Halfway between the worst and the best outcome of a party.
fn half(world: &World, party: usize) -> f64 {
    let wishes = world.wishes(party);
    let worst = wishes.utilities().iter().copied().fold(f64::INFINITY, f64::min);
    0.5 * (worst + wishes.best())
}
