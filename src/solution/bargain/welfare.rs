//! The package with the greatest sum of gains, and what a given package leaves on the table.
//!
//! Gains are compared and added, so they must have a common unit; on the deal space they are shares
//! of what could be at stake for each party. Utilitarian welfare: Harsanyi 1955.

use super::search::{Scope, Search};
use super::slice::Goal;
use super::solution::Solution;
use super::space::DealSpace;

/// What a package leaves on the table (after Raiffa 1982 on joint gains): nothing exactly when it is
/// efficient.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOnTable {
    /// The greatest rise in the principals' summed gains with nobody worse off; ≥ 0.
    pub joint: f64,
    /// The package that brings it.
    pub better: Solution,
    /// The greatest rise in each principal's gain with nobody worse off. Not all at once.
    pub each: Vec<f64>,
}

impl DealSpace {
    /// The package that maximises the sum of the principals' gains, among those that all would sign.
    /// `None` without a zone of possible agreement.
    pub fn max_welfare(&self, search: Search) -> Option<Solution> {
        let mut goal = Goal::new(self).with_floor(0.0);
        for s in self.principals() {
            goal.weights[s] = 1.0;
        }
        let found = self.search(search, Scope::ALL, |slice| slice.maximise(&goal))?;
        Some(Solution::of(self, found.package))
    }

    /// What a package leaves on the table: how much better the principals could do without making
    /// anybody who has to sign either package worse off. The package need not be in the zone.
    pub fn left_on_table(&self, search: Search, package: &[f64]) -> LeftOnTable {
        let now = Solution::of(self, package.to_vec());
        let mut goal = Goal::new(self);
        for (s, &gain) in now.gains.iter().enumerate() {
            let counts = self.signatories()[s].principal || self.must_sign(s, package);
            // A guarantor that the package does not need would have to sign a better one freely.
            goal.floors[s] = if counts { gain } else { 0.0 };
        }
        let best = |weights: &dyn Fn(usize) -> f64| {
            let mut goal = goal.clone();
            for s in self.principals() {
                goal.weights[s] = weights(s);
            }
            self.search(search, Scope::ALL, |slice| slice.maximise(&goal))
        };
        let sum = |solution: &Solution| self.principals().map(|s| solution.gains[s]).sum::<f64>();
        let better = best(&|_| 1.0).map(|found| Solution::of(self, found.package));
        let better = better.filter(|better| sum(better) > sum(&now)).unwrap_or_else(|| now.clone());
        let each = self.principals().map(|s| {
            let most = best(&|other| if other == s { 1.0 } else { 0.0 });
            most.map_or(0.0, |found| (found.value - now.gains[s]).max(0.0))
        });
        LeftOnTable { joint: sum(&better) - sum(&now), each: each.collect(), better }
    }
}
