//! What a party gets without a deal, W_i: its BATNA as it stands at the moment.
//!
//! W_i = (1 − ω)(V_i(x^war_i) − κ_i) + ω V_i(l_i). The first part is the bargaining model of war
//! (Fearon 1995); ω says how far stated limits are to be believed instead, since parties have
//! reasons to misrepresent them (Fearon 1995, section on private information). What is announced for the
//! coming twelve months is reckoned with (`prospect.rs`).

use super::play::Setting;
use super::state::State;
use super::world::Alternative;
use crate::solution::loss;

impl State {
    /// W_i at the moment.
    pub(crate) fn outside_value(&self, setting: Setting<'_>, party: usize) -> f64 {
        let omega = setting.world.globals.omega;
        match setting.world.players[party].alternative {
            Alternative::Reservation(_) => self.prospects[party].reservation,
            Alternative::Limits => self.limits_value(setting, party),
            Alternative::War | Alternative::OthersWar => {
                let war = self.war_value(setting, party) - self.cost(party);
                (1.0 - omega) * war + omega * self.limits_value(setting, party)
            }
        }
    }

    /// V_i(x^war): the value of the terms it expects from twelve more months of war.
    pub(crate) fn war_value(&self, setting: Setting<'_>, party: usize) -> f64 {
        let rest = self.prospects[party].war_loss_rest;
        let front = setting.table.front.map_or(0.0, |k| {
            self.lost_at_front(setting, party, k, self.expected_line(setting, party))
        });
        1.0 - rest - front
    }

    /// V_i(l_i): the value of its own limits.
    pub(crate) fn limits_value(&self, setting: Setting<'_>, party: usize) -> f64 {
        let rest = self.limit_loss_rest[party];
        let front = setting.table.front.map_or(0.0, |k| {
            let limit = self.limits[party * setting.world.issues + k];
            self.lost_at_front(setting, party, k, limit)
        });
        1.0 - rest - front
    }

    /// V_i(x).
    pub(crate) fn value(&self, setting: Setting<'_>, party: usize, text: &[f64]) -> f64 {
        let aversion = setting.world.players[party].aversion;
        let shape = setting.shape();
        let front = setting.table.front;
        let mut value = 1.0;
        for (k, (stake, &x)) in setting.world.stakes_of(party).iter().zip(text).enumerate() {
            let status_quo_loss = if front == Some(k) {
                loss(shape, self.line - stake.ideal)
            } else {
                stake.status_quo_loss
            };
            value -= stake.lost(shape, aversion, x, status_quo_loss);
        }
        value - setting.world.options.lost(party, text)
    }

    /// What is lost on the front-line issue at coordinate `x`: ground already lost is no longer a
    /// loss, so the status quo is the line as it stands.
    pub(crate) fn lost_at_front(
        &self,
        setting: Setting<'_>,
        party: usize,
        k: usize,
        x: f64,
    ) -> f64 {
        let stake = &setting.world.stakes_of(party)[k];
        let shape = setting.shape();
        let status_quo_loss = loss(shape, self.line - stake.ideal);
        stake.lost(shape, setting.world.players[party].aversion, x, status_quo_loss)
    }
}
