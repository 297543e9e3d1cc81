//! One package with what it gives everybody: what every solution concept returns.

use super::space::DealSpace;

/// A package and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// A coordinate in [0, 1], issue by issue.
    pub package: Vec<f64>,
    /// z of every signatory, in the order of the space.
    pub gains: Vec<f64>,
}

impl Solution {
    /// Values a package.
    pub fn of(space: &DealSpace, package: Vec<f64>) -> Self {
        let gains = space.gains(&package);
        Self { package, gains }
    }

    /// The least gain over those who must sign it.
    pub fn least_gain(&self, space: &DealSpace) -> f64 {
        let must_sign = (0..self.gains.len()).filter(|&s| space.must_sign(s, &self.package));
        must_sign.map(|s| self.gains[s]).fold(f64::INFINITY, f64::min)
    }
}
