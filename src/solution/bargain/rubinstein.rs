//! Alternating offers of two principals with a cost of delay.
//!
//! Rubinstein 1982, "Perfect equilibrium in a bargaining model", Econometrica 50: each in turn
//! proposes a package; a refusal costs a period. In the one subgame-perfect equilibrium each
//! proposes, efficiently, what the other is just willing to take instead of proposing itself a
//! period later. As the delay goes to zero the proposals tend to the Nash solution whose powers are
//! the inverse discount rates (Binmore, Rubinstein & Wolinsky 1986, RAND Journal 17).

use super::search::{Scope, Search};
use super::slice::Goal;
use super::solution::Solution;
use super::space::DealSpace;
use crate::math;

/// Halvings of the interval in which the equilibrium lies.
const HALVINGS: usize = 60;

impl DealSpace {
    /// What each of exactly two principals proposes when offers alternate with a delay of
    /// `delay` > 0 and gains are discounted at `rates` > 0 a unit of time: first and second
    /// proposal. `None` without a zone of possible agreement or with other than two principals.
    pub fn alternating_offers(
        &self,
        search: Search,
        rates: [f64; 2],
        delay: f64,
    ) -> Option<[Solution; 2]> {
        if self.principals().len() != 2 {
            return None;
        }
        let discount = rates.map(|rate| math::exp(-rate * delay));
        // The most the first can have while the second has this much.
        let beside = |gain: f64| {
            let mut goal = Goal::new(self).with_floor(0.0);
            goal.weights[0] = 1.0;
            goal.floors[1] = gain;
            self.search(search, Scope::ALL, |slice| slice.maximise(&goal))
        };
        let most = *self.ideal_gains(search)?.get(1)?;
        // The first offers the second v; the second, in its turn, keeps v/δ₂ and leaves the first
        // δ₁ of what the first would have kept. Too small a v leaves the first too much.
        let excess = |v: f64| {
            let offered = beside(v).map_or(0.0, |found| found.value);
            let left = beside(v / discount[1]).map_or(0.0, |found| found.value);
            left - discount[0] * offered
        };
        let (mut low, mut high) = (0.0, most * discount[1]);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if excess(middle) > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        let proposal = |gain: f64| beside(gain).map(|found| Solution::of(self, found.package));
        Some([proposal(low)?, proposal(low / discount[1])?])
    }
}
