//! Counts of a yes or no among the histories in which something else is so, world by world. Integers, so that
//! merging is exact in any order and any division.

use crate::montecarlo::estimate::{Estimate, Moments, clustered, ratio};

/// How often something was so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) moments: Moments,
    /// In the current world.
    pub(super) current: u64,
}

/// How often something was so among the cases of a [`Count`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    count: Count,
    /// Σ_w of the products with the count of cases.
    cross: u128,
}

impl Count {
    pub(super) fn record(&mut self, is_so: bool) {
        self.current += u64::from(is_so);
    }

    /// Closes a world; what it counted.
    pub(super) fn end_world(&mut self) -> u64 {
        let current = std::mem::take(&mut self.current);
        self.moments.record(current);
        current
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.moments.merge(&other.moments);
    }

    /// The odds over all histories.
    pub(super) fn odds(&self, (worlds, histories): (u64, u64)) -> Estimate {
        clustered(&self.moments, worlds, histories)
    }
}

impl Share {
    pub(super) fn record(&mut self, is_so: bool) {
        self.count.record(is_so);
    }

    /// Closes a world with so many cases; what it counted.
    pub(super) fn end_world(&mut self, cases: u64) -> u64 {
        let current = self.count.end_world();
        self.cross += u128::from(current) * u128::from(cases);
        current
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.count.merge(&other.count);
        self.cross += other.cross;
    }

    pub(super) fn count(&self) -> &Count {
        &self.count
    }

    /// The share of the cases: odds with their spread between worlds where every history is one, else a ratio of
    /// two counts; `None` where there was no case.
    pub(super) fn of(&self, cases: &Count, (worlds, histories): (u64, u64)) -> Option<Estimate> {
        if cases.moments.sum == u128::from(worlds) * u128::from(histories) {
            return (worlds > 0).then(|| self.count.odds((worlds, histories)));
        }
        ratio(&self.count.moments, &cases.moments, self.cross, worlds)
    }
}
