//! The home fronts (Putnam 1988, two-level games): what the leaders sign, others may vote down.
//!
//! A home front passes terms of value V with Φ((Λ(a₀ + a₁V) − quota)/spread), or with a probability
//! whatever the terms. The vote is held some time after the signature; until then nobody tables another
//! text, and the guns are silent.

use super::play::Setting;
use super::state::State;
use crate::math;
use crate::model::{InputId, Ratification, Vote};

/// How much a lost vote hardens the party whose home front voted, in value.
const HARDENING: f64 = 0.05;
/// How long a lost vote slows the talks, in months, as a summit quickens them.
const SETBACK_MONTHS: f64 = 3.0;

/// What a home front passes, with the numbers of a world.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ballot {
    /// Passes with this probability.
    Probability(f64),
    /// Passes as approval of the terms allows.
    Approval {
        /// a₀.
        intercept: f64,
        /// a₁.
        slope: f64,
        /// Approval needed.
        quota: f64,
        /// Spread on the day.
        spread: f64,
    },
}

/// One home front in a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct HomeFront {
    ballot: Ballot,
    /// Months from the signature to the vote.
    pub(crate) delay: f64,
}

impl HomeFront {
    pub(crate) fn new(ratification: &Ratification, get: impl Fn(InputId) -> f64) -> Self {
        let ballot = match ratification.vote {
            Vote::Probability(id) => Ballot::Probability(get(id)),
            Vote::Approval { intercept, slope, quota, spread } => Ballot::Approval {
                intercept: get(intercept),
                slope: get(slope),
                quota: get(quota),
                spread: get(spread),
            },
        };
        Self { ballot, delay: get(ratification.delay) }
    }

    /// The probability that terms of this value pass.
    pub(crate) fn passes(&self, value: f64) -> f64 {
        match self.ballot {
            Ballot::Probability(probability) => probability,
            Ballot::Approval { intercept, slope, quota, spread } => {
                math::normal_cdf((math::logistic(intercept + slope * value) - quota) / spread)
            }
        }
    }

    /// The same as others see it, who misjudge the approval with this standard deviation: the spread of
    /// the day and the error add up as variances do.
    pub(crate) fn seems_to_pass(&self, value: f64, error: f64) -> f64 {
        match self.ballot {
            Ballot::Approval { intercept, slope, quota, spread } => {
                let spread = (spread * spread + error * error).sqrt();
                math::normal_cdf((math::logistic(intercept + slope * value) - quota) / spread)
            }
            Ballot::Probability(probability) => probability,
        }
    }

    /// V*: the value from which on the terms pass at even odds or better; `None` where the terms do
    /// not decide, or more of them does not help.
    pub(crate) fn even_value(&self) -> Option<f64> {
        match self.ballot {
            Ballot::Approval { intercept, slope, quota, .. }
                if slope > 0.0 && quota > 0.0 && quota < 1.0 =>
            {
                Some((math::ln(quota / (1.0 - quota)) - intercept) / slope)
            }
            Ballot::Approval { .. } | Ballot::Probability(_) => None,
        }
    }
}

impl State {
    /// Does the home front of this party pass the text? One draw a vote; `true` where nobody asks it.
    pub(crate) fn ratifies(&mut self, setting: Setting<'_>, party: usize, text: &[f64]) -> bool {
        let Some(home) = setting.world.players[party].home else { return true };
        let passes = home.passes(self.value(setting, party, text));
        let key = &setting.table.keys.vote[party];
        self.votes[party].next(key, self.trial).uniform() < passes
    }

    /// A vote lost at `t`: the party signs the next text only for more, and tries at one come slower.
    pub(crate) fn lose_vote(&mut self, party: usize, t: f64) {
        self.readiness[party] -= HARDENING;
        self.vote_lost = Some(party);
        self.setback_until = t + SETBACK_MONTHS;
    }
}
