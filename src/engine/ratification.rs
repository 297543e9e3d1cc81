//! The home fronts (Putnam 1988, two-level games): what the leaders sign, others may vote down.
//!
//! A home front passes terms of value V with Φ((Λ(a₀ + a₁V) − quota)/spread), or with a probability
//! whatever the terms, or its blocs do (`blocs.rs`). The vote is held some time after the signature; until then
//! nobody tables another text, and the guns are silent.

use super::observer::{Event, Observer};
use super::setting::Setting;
use super::state::State;
use super::value::value;

/// How much a lost vote hardens the party whose home front voted, in value.
const HARDENING: f64 = 0.05;

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
        let Some(home) = &setting.world.player(party).home else { return true };
        let value = value(setting, &self.situation.front, party, text);
        let chance = &mut self.chance;
        let draw = chance.vote(setting.table, party);
        let (passed, division) = home.vote(value, draw, |n| chance.bloc(setting.table, party, n));
        if let Some(division) = division {
            observer.observe(t, Event::Divided { party, division });
        }
        passed
    }

    /// A vote lost at `t`: the party signs the next text only for more, and tries at one come slower.
    pub(crate) fn lose_vote(&mut self, party: usize, t: f64) {
        self.chance.harden(party, HARDENING);
        self.vote_lost = Some(party);
        self.momentum.lose_vote(t);
    }
}
