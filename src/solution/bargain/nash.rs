//! The Nash bargaining solution on the deal space.
//!
//! Nash 1950, "The bargaining problem", Econometrica 18: the package that maximises the product of
//! the gains. With bargaining powers α it maximises Σ α ln(gain) (Harsanyi & Selten 1972; Kalai 1977,
//! "Nonsymmetric Nash solutions"). The limit of alternating offers with ever shorter delays
//! (Rubinstein 1982; Binmore, Rubinstein & Wolinsky 1986), see [`DealSpace::alternating_offers`].

use super::fair::SAME;
use super::search::{Scope, Search};
use super::slice::Goal;
use super::solution::Solution;
use super::space::DealSpace;
use crate::solution::suits;

/// A tolerance of this many times the value's is as fine for the logarithm of the product.
const PRODUCT: f64 = 10.0;

impl DealSpace {
    /// The Nash solution among the principals, with equal powers, over packages that all would
    /// sign. `None` without a zone of possible agreement.
    pub fn nash(&self, search: Search) -> Option<Solution> {
        self.weighted_nash(search, &vec![1.0; self.principals().len()])
    }

    /// The asymmetric Nash solution with each principal's influence as its bargaining power. `None`
    /// without a zone of possible agreement.
    pub fn nash_by_influence(&self, search: Search) -> Option<Solution> {
        let influence = |s: usize| self.signatories()[s].influence;
        self.weighted_nash(search, &self.principals().map(influence).collect::<Vec<_>>())
    }

    /// The asymmetric Nash solution with these powers ≥ 0, one a principal; a principal without power
    /// is only kept from losing. `None` without a zone of possible agreement.
    pub fn weighted_nash(&self, search: Search, powers: &[f64]) -> Option<Solution> {
        let zone =
            self.greatest_least_gain(search, Scope::ALL).filter(|found| suits(found.value))?;
        let mut powers = powers.to_vec();
        if zone.value <= SAME {
            // Who can gain nothing has no logarithm, and is only kept from losing.
            for (power, ideal) in powers.iter_mut().zip(self.ideal_gains(search)?) {
                *power = if ideal > SAME { *power } else { 0.0 };
            }
        }
        let total: f64 = powers.iter().sum();
        if total <= 0.0 {
            return Some(Solution::of(self, zone.package));
        }
        let mut goal = Goal::new(self).with_floor(0.0);
        for (s, power) in powers.iter().enumerate() {
            goal.logs[s] = power / total;
        }
        // In logarithms: a tolerance of the product itself, not of a gain.
        let search = Search { tolerance: search.tolerance * PRODUCT };
        let found = self.search(search, Scope::ALL, |slice| slice.maximise(&goal));
        // Where those who can gain cannot do so together, every product is 0.
        Some(Solution::of(self, found.unwrap_or(zone).package))
    }
}
