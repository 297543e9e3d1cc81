//! The decimals of a world's numbers.

use crate::math::DoubleDouble;
use crate::model::InputId;

/// The numbers of inputs, as the decimals that the file says or that were drawn. What stays the same from
/// world to world, as all that is stated for sure does, is read once: reading one takes a thousand instructions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decimals {
    numbers: Vec<f64>,
    decimals: Vec<DoubleDouble>,
}

impl Decimals {
    /// Reads these inputs of a world, of so many that there are, where `number` gives an input's number.
    pub(crate) fn read(
        &mut self,
        inputs: usize,
        read: impl Iterator<Item = InputId>,
        number: impl Fn(InputId) -> f64,
    ) {
        // 0 is 0 in decimals.
        self.numbers.resize(inputs, 0.0);
        self.decimals.resize(inputs, DoubleDouble::ZERO);
        for id in read {
            let (at, number) = (id.index(), number(id));
            if self.numbers[at].to_bits() != number.to_bits() {
                (self.numbers[at], self.decimals[at]) = (number, DoubleDouble::decimal(number));
            }
        }
    }

    /// The decimal of an input that was read.
    #[inline]
    pub(crate) fn get(&self, id: InputId) -> DoubleDouble {
        self.decimals[id.index()]
    }
}
