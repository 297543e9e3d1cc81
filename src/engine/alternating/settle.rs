//! What an end of the talks is worth, and what the home fronts make of a deal.

use super::World;
use crate::engine::{Division, Trial};
use crate::math;
use crate::stream::StreamKey;

impl World {
    /// Does the home front of a party pass the outcome? `true` where nobody asks it. Votes as in the
    /// peace process: with a probability, or as approval Λ(intercept + slope·V) of the terms passes the
    /// quota, Φ((approval − quota)/spread), or as its blocs do.
    pub fn ratifies(&self, party: usize, outcome: usize, trial: Trial) -> bool {
        self.vote(party, outcome, trial).0
    }

    /// The same, and who said what where blocs vote.
    pub(super) fn vote(
        &self,
        party: usize,
        outcome: usize,
        trial: Trial,
    ) -> (bool, Option<Division>) {
        let Some(home) = &self.home_fronts[party] else { return (true, None) };
        let draw = |key: &StreamKey| key.history(trial.world, trial.history).uniform();
        let value = self.wishes[party].utility(outcome);
        let own = |n| draw(self.bloc_ballots.of(party, n));
        home.vote(value, draw(&self.ballots[party]), own)
    }

    /// The first party whose home front votes an outcome down.
    pub fn voted_down_by(&self, outcome: usize, trial: Trial) -> Option<usize> {
        (0..self.parties()).find(|&party| !self.ratifies(party, outcome, trial))
    }

    /// What a value that a party has after so many rounds (1 in the first) is worth to it: with a
    /// discount d, (1 − d) to the power of the rounds before.
    pub fn discounted(&self, party: usize, value: f64, rounds: usize) -> f64 {
        let patience = self.chairs[party].patience;
        if patience >= 1.0 { value } else { value * math::pow(patience, (rounds - 1) as f64) }
    }
}
