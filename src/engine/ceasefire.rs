//! A ceasefire alone: what it is worth, and how it stands.
//!
//! z^c_i = S⁰_i (V_i(x^c) − V_i(x^war_i) + κ_i/2) − (1 − S⁰_i) b_i, where x^c is the party's own war
//! terms but for the ceasefire coordinate, at its halting end, and the line, where it stands. A
//! truce gives up no claim, so stated limits have no say in it; the line forgone and the betrayal
//! are the truce as a tool of war.

use super::play::Setting;
use super::state::State;
use super::worth::Worth;

impl State {
    /// z^c_i with its parts: `value` is V_i(x^c), `outside` V_i(x^war) − κ_i/2.
    pub(crate) fn truce_worth(&self, setting: Setting<'_>, party: usize) -> Worth {
        let world = setting.world;
        let player = &world.players[party];
        let shape = setting.shape();
        let mut change = 0.0;
        if let Some((k, end)) = setting.table.ceasefire {
            let stake = &world.stakes_of(party)[k];
            let at = |x| stake.lost(shape, player.aversion, x, stake.status_quo_loss);
            change += at(stake.war) - at(end.position());
        }
        if let Some(k) = setting.table.front {
            let expected = self.expected_line(setting, party);
            change += self.lost_at_front(setting, party, k, expected)
                - self.lost_at_front(setting, party, k, self.line);
        }
        let survival = self.truce_survival(setting, party);
        let relief = self.prospects[party].cost / 2.0;
        let war = self.war_value(setting, party);
        Worth {
            value: war + change,
            outside: war - relief,
            survival,
            side_payment: 0.0,
            compliance: 1.0,
            respite: 0.0,
            z: survival * (change + relief) - (1.0 - survival) * player.betrayal,
        }
    }

    /// A truce comes into force at `t`: the fighting, the line and the learning stop.
    pub(crate) fn begin_truce(&mut self, t: f64, until: f64) {
        self.fought += t - self.fighting_since;
        self.truce_until = Some(until);
    }

    /// The truce breaks at `t`: fighting resumes.
    pub(crate) fn break_truce(&mut self, t: f64) {
        self.truce_until = None;
        self.fighting_since = t;
    }
}
