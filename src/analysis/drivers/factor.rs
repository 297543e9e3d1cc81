//! An input under study, and over what it is moved.

use crate::model::{InputId, Scenario};
use crate::montecarlo::Draws;
use crate::stream::Seed;

/// Over what an input is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Its own distribution in the file.
    Own,
    /// Evenly between two values.
    Between(f64, f64),
}

/// An input under study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The input.
    pub input: InputId,
    /// Over what it is moved.
    pub spread: Spread,
}

impl Factor {
    /// Its value at a coordinate of a design, in (0, 1).
    pub fn value(&self, scenario: &Scenario, u: f64) -> f64 {
        match self.spread {
            Spread::Own => scenario.inputs[self.input.index()].prior.quantile(u),
            Spread::Between(low, high) => low + u * (high - low),
        }
    }

    /// The ends of its bar: its 10% and 90% points, or the range as it was given.
    pub fn ends(&self, scenario: &Scenario) -> (f64, f64) {
        match self.spread {
            Spread::Own => (self.value(scenario, 0.1), self.value(scenario, 0.9)),
            Spread::Between(low, high) => (low, high),
        }
    }
}

/// The inputs of a world as a run draws it.
pub(super) fn world(scenario: &Scenario, seed: Seed, number: u64) -> Vec<f64> {
    let mut draws = Draws::new(scenario, seed, &[]);
    draws.seek(number);
    draws.draw().to_vec()
}

/// Sets the factors of a world to the point's coordinates.
pub(super) fn place(scenario: &Scenario, factors: &[Factor], point: &[f64], values: &mut [f64]) {
    for (factor, &u) in factors.iter().zip(point) {
        values[factor.input.index()] = factor.value(scenario, u);
    }
}
