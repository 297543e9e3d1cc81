//! The home fronts (Putnam 1988, two-level games): what the leaders sign, others may vote down.

use super::play::Setting;
use super::state::State;
use super::world::Vote;
use crate::math;

/// How much a lost vote hardens the party whose home front voted, in value.
const HARDENING: f64 = 0.05;

impl State {
    /// Does the home front of this party pass the text? One draw a vote; `true` where nobody asks it.
    pub(crate) fn ratifies(&mut self, setting: Setting<'_>, party: usize, text: &[f64]) -> bool {
        let Some(vote) = setting.world.players[party].vote else { return true };
        let passes = match vote {
            Vote::Probability(probability) => probability,
            Vote::Approval { intercept, slope, quota, spread } => {
                let value = self.value(setting, party, text);
                math::normal_cdf((math::logistic(intercept + slope * value) - quota) / spread)
            }
        };
        let key = &setting.table.keys.vote[party];
        self.votes[party].next(key, self.trial).uniform() < passes
    }

    /// A lost vote: the party signs the next text only for more.
    pub(crate) fn harden(&mut self, party: usize) {
        self.readiness[party] -= HARDENING;
        self.vote_lost = Some(party);
    }
}
