//! The home fronts (Putnam 1988, two-level games): what the leaders sign, others may vote down.
//!
//! A home front passes terms of value V with Φ((Λ(a₀ + a₁V) − quota)/spread), or with a probability
//! whatever the terms, or its blocs do (`blocs.rs`). The vote is held some time after the signature; until then
//! nobody tables another text, and the guns are silent.

use super::blocs::{Blocs, Division};
use super::observer::{Event, Observer};
use super::play::Setting;
use super::state::State;
use crate::math;
use crate::model::{InputId, Ratification, Vote};

/// How much a lost vote hardens the party whose home front voted, in value.
const HARDENING: f64 = 0.05;
/// How long a lost vote slows the talks, in months, as a summit quickens them.
const SETBACK_MONTHS: f64 = 3.0;

/// What a home front, or a bloc of one, says yes to, with the numbers of a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ballot {
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

impl Default for Ballot {
    fn default() -> Self {
        Self::Probability(0.0)
    }
}

impl Ballot {
    /// The probability that terms of this value pass, as it is or, with a `blur`, as others see it who
    /// misjudge the approval with this standard deviation: the spread of the day and the error add up as
    /// variances do.
    pub(super) fn passes(&self, value: f64, blur: Option<f64>) -> f64 {
        match *self {
            Self::Probability(probability) => probability,
            Self::Approval { intercept, slope, quota, spread } => {
                let spread = blur.map_or(spread, |error| (spread * spread + error * error).sqrt());
                math::normal_cdf((math::logistic(intercept + slope * value) - quota) / spread)
            }
        }
    }

    /// a₁; 0 where the terms do not count.
    pub(super) fn slope(&self) -> f64 {
        match *self {
            Self::Approval { slope, .. } => slope,
            Self::Probability(_) => 0.0,
        }
    }

    /// The value from which on the terms pass at even odds or better; `None` where the terms do not decide,
    /// or more of them does not help.
    pub(super) fn even_value(&self) -> Option<f64> {
        match *self {
            Self::Approval { intercept, slope, quota, .. }
                if slope > 0.0 && quota > 0.0 && quota < 1.0 =>
            {
                Some((math::ln(quota / (1.0 - quota)) - intercept) / slope)
            }
            Self::Approval { .. } | Self::Probability(_) => None,
        }
    }
}

/// Who votes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one a party, refilled for every world: a box would be allocated every time"
)]
enum Voters {
    /// Everybody alike.
    Alike(Ballot),
    /// Blocs, each as one.
    Blocs(Blocs),
}

/// One home front in a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct HomeFront {
    voters: Voters,
    /// Months from the signature to the vote.
    pub(crate) delay: f64,
}

impl HomeFront {
    pub(crate) fn new(ratification: &Ratification, get: impl Fn(InputId) -> f64) -> Self {
        let voters = match &ratification.vote {
            &Vote::Probability(id) => Voters::Alike(Ballot::Probability(get(id))),
            &Vote::Approval { intercept, slope, quota, spread } => {
                Voters::Alike(Ballot::Approval {
                    intercept: get(intercept),
                    slope: get(slope),
                    quota: get(quota),
                    spread: get(spread),
                })
            }
            Vote::Blocs(blocs) => Voters::Blocs(Blocs::new(blocs, &get)),
        };
        Self { voters, delay: get(ratification.delay) }
    }

    /// The probability that terms of this value pass.
    pub(crate) fn passes(&self, value: f64) -> f64 {
        self.passes_with(value, None)
    }

    /// The same as others see it, who misjudge every approval with this standard deviation.
    pub(crate) fn seems_to_pass(&self, value: f64, error: f64) -> f64 {
        self.passes_with(value, Some(error))
    }

    fn passes_with(&self, value: f64, blur: Option<f64>) -> f64 {
        match &self.voters {
            Voters::Alike(ballot) => ballot.passes(value, blur),
            Voters::Blocs(blocs) => blocs.passes(value, blur),
        }
    }

    /// V*: the value from which on the terms pass at even odds or better; `None` where the terms do
    /// not decide, or more of them does not help.
    pub(crate) fn even_value(&self) -> Option<f64> {
        match &self.voters {
            Voters::Alike(ballot) => ballot.even_value(),
            Voters::Blocs(blocs) => blocs.even_value(),
        }
    }

    /// Votes on terms of this value with the draw of the day; where blocs vote, how: `own` gives the draws
    /// that are theirs.
    pub(crate) fn vote(
        &self,
        value: f64,
        draw: f64,
        own: impl FnMut(usize) -> f64,
    ) -> (bool, Option<Division>) {
        match &self.voters {
            Voters::Alike(ballot) => (draw < ballot.passes(value, None), None),
            Voters::Blocs(blocs) => {
                let division = blocs.divide(value, draw, own);
                (division.passed, Some(division))
            }
        }
    }
}

impl State {
    /// Does the home front of this party pass the text? One draw a vote, and one for each bloc; `true` where
    /// nobody asks it.
    pub(crate) fn ratifies<O: Observer>(
        &mut self,
        setting: Setting<'_>,
        (party, t): (usize, f64),
        text: &[f64],
        observer: &mut O,
    ) -> bool {
        let Some(home) = &setting.world.players[party].home else { return true };
        let value = self.value(setting, party, text);
        let keys = &setting.table.keys;
        let draw = self.votes[party].next(&keys.vote[party], self.trial).uniform();
        let (blocs, trial) = (&mut self.bloc_votes, self.trial);
        let (passed, division) =
            home.vote(value, draw, |n| keys.bloc.next(blocs, (party, n), trial));
        if let Some(division) = division {
            observer.observe(t, Event::Divided { party, division });
        }
        passed
    }

    /// A vote lost at `t`: the party signs the next text only for more, and tries at one come slower.
    pub(crate) fn lose_vote(&mut self, party: usize, t: f64) {
        self.readiness[party] -= HARDENING;
        self.vote_lost = Some(party);
        self.setback_until = t + SETBACK_MONTHS;
    }
}
