//! The decimals of a world's numbers.

use crate::math::DoubleDouble;
use crate::model::InputId;

/// The number of every input, as the decimal that the file says or that was drawn. What stays the same from
/// world to world, as all that is stated for sure does, is read once.
#[derive(Clone, Debug, Default)]
pub(super) struct Decimals {
    numbers: Vec<f64>,
    decimals: Vec<DoubleDouble>,
}

impl Decimals {
    /// Reads the numbers of a world.
    pub(super) fn read(&mut self, draws: &[f64]) {
        self.numbers.resize(draws.len(), 0.0);
        self.decimals.resize(draws.len(), DoubleDouble::ZERO);
        let known = self.numbers.iter_mut().zip(&mut self.decimals);
        for (&number, (known, decimal)) in draws.iter().zip(known) {
            if known.to_bits() != number.to_bits() {
                (*known, *decimal) = (number, DoubleDouble::decimal(number));
            }
        }
    }

    /// The decimal of an input.
    pub(super) fn get(&self, id: InputId) -> DoubleDouble {
        self.decimals[id.index()]
    }
}
