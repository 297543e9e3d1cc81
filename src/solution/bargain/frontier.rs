//! The Pareto frontier, pair by pair.

use super::search::{Scope, Search};
use super::slice::Goal;
use super::solution::Solution;
use super::space::DealSpace;

/// The frontier of two principals, the others kept from losing: for more than two a projection.
#[derive(Clone, Debug, PartialEq)]
pub struct PairFrontier {
    /// The two, as numbers of signatories.
    pub pair: (usize, usize),
    /// Efficient packages, from the second's best to the first's.
    pub points: Vec<Solution>,
}

impl DealSpace {
    /// The frontier of a pair of principals at `points` ≥ 2 evenly spaced gains of the first,
    /// from what it has where the second has most to the most it can have. Points at which neither
    /// can rise without the other falling; empty without a zone of possible agreement.
    pub fn pair_frontier(
        &self,
        search: Search,
        (first, second): (usize, usize),
        points: usize,
    ) -> PairFrontier {
        let best = |of: usize, floor: Option<(usize, f64)>| {
            let mut goal = Goal::new(self).with_floor(0.0);
            goal.weights[of] = 1.0;
            if let Some((s, gain)) = floor {
                goal.floors[s] = goal.floors[s].max(gain);
            }
            self.search(search, Scope::ALL, |slice| slice.maximise(&goal))
        };
        let mut frontier = PairFrontier { pair: (first, second), points: Vec::new() };
        let (Some(most_first), Some(most_second)) = (best(first, None), best(second, None)) else {
            return frontier;
        };
        // What the first can have beside the second's best.
        let low = best(first, Some((second, most_second.value - search.tolerance)));
        let low = low.map_or(0.0, |found| found.value);
        for point in 0..points {
            let share = point as f64 / (points - 1).max(1) as f64;
            let floor = low + share * (most_first.value - low);
            // The last floor may be out of reach by round-off.
            let found = best(second, Some((first, floor)))
                .or_else(|| best(second, Some((first, floor - search.tolerance))));
            frontier.points.extend(found.map(|found| Solution::of(self, found.package)));
        }
        frontier
    }
}
