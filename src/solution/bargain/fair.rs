//! Solutions that look at the worst-off: the package that maximises the least gain, the egalitarian
//! solution with leximin, and Kalai–Smorodinsky.

use super::search::{Scope, Search};
use super::slice::{Found, Goal};
use super::solution::Solution;
use super::space::DealSpace;
use crate::solution::suits;

/// Shares closer than this are the same.
pub(super) const SAME: f64 = 1e-7;

impl DealSpace {
    /// The package that maximises the least gain of all who must sign it, whatever its sign; `None`
    /// where red lines leave no package at all. There is a zone of possible agreement if and only
    /// if that least gain is not negative.
    pub fn least_gain_package(&self, search: Search) -> Option<Solution> {
        self.greatest_least_gain(search, Scope::ALL).map(|found| Solution::of(self, found.package))
    }

    pub(super) fn greatest_least_gain(&self, search: Search, scope: Scope) -> Option<Found> {
        let mut goal = Goal::new(self).with_floor(0.0);
        goal.shares.fill(1.0);
        self.search(search, scope, |slice| slice.maximise(&goal))
    }

    /// The egalitarian solution (Kalai 1977, "Proportional solutions to bargaining situations"),
    /// refined by leximin (Sen 1970): the least gain of the principals is as great as can be, then
    /// the second least, and so on, among packages that all would sign. `None` without a zone of
    /// possible agreement.
    pub fn egalitarian(&self, search: Search) -> Option<Solution> {
        self.leximin(search, &vec![1.0; self.principals().len()])
    }

    /// The Kalai–Smorodinsky solution (1975, "Other solutions to Nash's bargaining problem"): every
    /// principal gets the greatest equal share of the most it could have, refined by leximin of the
    /// shares (Imai 1983). The most it could have is looked for among the packages that all would
    /// sign. `None` without a zone of possible agreement.
    pub fn kalai_smorodinsky(&self, search: Search) -> Option<Solution> {
        let ideals = self.ideal_gains(search)?;
        self.leximin(search, &ideals)
    }

    /// The most each principal could gain from packages that all would sign: the ideal (utopia)
    /// point less the disagreement point. `None` without a zone of possible agreement.
    pub fn ideal_gains(&self, search: Search) -> Option<Vec<f64>> {
        let most = |s: usize| {
            let mut goal = Goal::new(self).with_floor(0.0);
            goal.weights[s] = 1.0;
            self.search(search, Scope::ALL, |slice| slice.maximise(&goal)).map(|found| found.value)
        };
        self.principals().map(most).collect()
    }

    /// Leximin of gain_s / unit_s over the principals. A principal that can gain nothing (unit 0)
    /// is only kept from losing. Which shares can rise together depends on the options taken, so
    /// every bundle that reaches the greatest least share is followed to its end.
    fn leximin(&self, search: Search, units: &[f64]) -> Option<Solution> {
        let rising: Vec<usize> = self.principals().filter(|&s| units[s] > SAME).collect();
        let mut goal = Goal::new(self).with_floor(0.0);
        for &s in &rising {
            goal.shares[s] = units[s];
        }
        let first = self.search(search, Scope::ALL, |slice| slice.maximise(&goal));
        let first = first.filter(|found| suits(found.value))?;
        let mut best: Option<(Vec<f64>, Solution)> = None;
        for bundle in 0..self.bundles.len() {
            let scope = Scope { bundle: Some(bundle), ..Scope::ALL };
            let solve = |goal: &Goal| self.search(search, scope, |slice| slice.maximise(goal));
            let Some(start) = solve(&goal).filter(|found| found.value >= first.value - SAME) else {
                continue;
            };
            let package = raise(search, units, rising.clone(), goal.clone(), start, solve).package;
            let solution = Solution::of(self, package);
            let mut shares: Vec<f64> =
                rising.iter().map(|&s| solution.gains[s] / units[s]).collect();
            shares.sort_by(f64::total_cmp);
            if best.as_ref().is_none_or(|(most, _)| exceeds(&shares, most)) {
                best = Some((shares, solution));
            }
        }
        best.map(|(_, solution)| solution)
    }
}

/// Raises the shares of `rising` step by step from `best`, the package with the greatest least
/// share: who cannot have more is fixed, the others go on.
fn raise(
    search: Search,
    units: &[f64],
    mut rising: Vec<usize>,
    mut goal: Goal,
    mut best: Found,
    solve: impl Fn(&Goal) -> Option<Found>,
) -> Found {
    while rising.len() > 1 {
        let share = best.value;
        // Round-off must not make what has been found infeasible.
        let kept = (share - SAME).max(0.0);
        let most = |s: usize| {
            let mut alone = goal.clone();
            for &other in &rising {
                alone.floors[other] = kept * units[other];
                alone.shares[other] = 0.0;
            }
            alone.weights[s] = 1.0 / units[s];
            solve(&alone).map_or(share, |found| found.value)
        };
        let reach: Vec<(usize, f64)> = rising.iter().map(|&s| (s, most(s))).collect();
        let least = reach.iter().map(|(_, most)| *most).fold(f64::INFINITY, f64::min);
        // Concave gains leave somebody stuck at the share. Where the guarantee bends them, each may
        // rise alone but not all together; whoever can rise least then stays.
        let stuck = (share + search.tolerance.max(10.0 * SAME)).max(least);
        for &(s, most) in reach.iter().filter(|(_, most)| *most <= stuck) {
            debug_assert!(most >= share - 10.0 * SAME - search.tolerance);
            goal.floors[s] = kept * units[s];
            goal.shares[s] = 0.0;
        }
        rising = reach.iter().filter(|(_, most)| *most > stuck).map(|(s, _)| *s).collect();
        if !rising.is_empty() {
            best = solve(&goal).unwrap_or(best);
        }
    }
    best
}

/// Is the first list of shares, smallest first, lexicographically greater?
fn exceeds(shares: &[f64], than: &[f64]) -> bool {
    for (a, b) in shares.iter().zip(than) {
        if (a - b).abs() > SAME {
            return a > b;
        }
    }
    false
}
