//! Where the parties' limits stand in a history, and what each would lose at its own.

use super::parties::Parties;
use crate::model::Scale;

/// All limits, in [0, 1].
#[derive(Clone, Debug, Default)]
pub(crate) struct Limits {
    issues: usize,
    /// `at[party * issues + issue]`.
    at: Vec<f64>,
    /// Value lost at its own limits on all issues but the front line, party by party.
    lost: Vec<f64>,
}

impl Limits {
    /// The limits of the as-of date.
    pub(crate) fn prepare(&mut self, parties: &Parties, front: Option<usize>) {
        self.issues = parties.issues();
        self.at.clear();
        self.at.extend(parties.stakes().iter().map(|stake| stake.limit));
        self.settle(parties, front);
    }

    /// A history begins with the limits of the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.issues = start.issues;
        self.at.clone_from(&start.at);
        self.lost.clone_from(&start.lost);
    }

    /// Where a party's limit on an issue stands.
    #[inline]
    pub(crate) fn of(&self, party: usize, issue: usize) -> f64 {
        self.at[party * self.issues + issue]
    }

    /// Value lost at its own limits on all issues but the front line.
    #[inline]
    pub(crate) fn lost(&self, party: usize) -> f64 {
        self.lost[party]
    }

    /// A limit moves: what it was and is on the issue's scale.
    pub(crate) fn change(
        &mut self,
        (parties, front): (&Parties, Option<usize>),
        (party, issue): (usize, usize),
        scale: Scale,
        change: impl Fn(f64) -> f64,
    ) -> (f64, f64) {
        let limit = &mut self.at[party * self.issues + issue];
        let from = *limit;
        *limit = scale.changed(from, change);
        let to = *limit;
        self.lost[party] = self.lost_by(parties, front, party);
        (scale.from_unit(from), scale.from_unit(to))
    }

    /// Works out what everybody loses at its limits after the world was made anew.
    pub(crate) fn settle(&mut self, parties: &Parties, front: Option<usize>) {
        let count = parties.players().len();
        let mut lost = std::mem::take(&mut self.lost);
        lost.clear();
        lost.extend((0..count).map(|party| self.lost_by(parties, front, party)));
        self.lost = lost;
    }

    fn lost_by(&self, parties: &Parties, front: Option<usize>, party: usize) -> f64 {
        parties.limit_loss(party, front, |k| self.of(party, k))
    }
}
