//! What a party gets without a deal, W_i: its BATNA as it stands at the moment.
//!
//! W_i = (1 − ω) A_i + ω max(A_i, V_i(l_i)), where A_i is what its alternative is worth: a stated reservation
//! value, or war, V_i(x^war_i) − κ_i (Fearon 1995). ω says how far stated limits are to be believed instead:
//! parties have reasons to overstate them (Fearon 1995, section on private information), and none to call for
//! less than they would get without a deal.
//! An interim deal in force adds its relief where a party is not at war, and eases κ where it is.
//! What is announced for the coming twelve months is reckoned with (`prospect.rs`).

use super::player::Alternative;
use super::setting::Setting;
use super::situation::Situation;
use super::value::lost_at_front;

impl Situation {
    /// W_i at the moment.
    pub(crate) fn outside_value(&self, setting: Setting<'_>, party: usize) -> f64 {
        let omega = setting.world.globals().omega;
        let relief = self.interims.relieved(party);
        let Some(alternative) = self.alternative_value(setting, party) else {
            return self.limits_value(setting, party) + relief;
        };
        // In this form both ends are exact.
        let limits = self.limits_value(setting, party).max(alternative);
        (1.0 - omega) * alternative + omega * limits + relief
    }

    /// A_i, what its alternative is worth without what it says of it; `None` where limits are all there is.
    pub(crate) fn alternative_value(&self, setting: Setting<'_>, party: usize) -> Option<f64> {
        match setting.world.player(party).alternative {
            Alternative::Reservation(_) => Some(self.prospects.of(party).reservation),
            Alternative::Limits => None,
            Alternative::War | Alternative::OthersWar => {
                Some(self.war_value(setting, party) - self.cost(party))
            }
        }
    }

    /// How much of W_i are its stated limits at the moment.
    pub(crate) fn limits_weight(&self, setting: Setting<'_>, party: usize) -> f64 {
        match self.alternative_value(setting, party) {
            None => 1.0,
            Some(value) if self.limits_value(setting, party) > value => {
                setting.world.globals().omega
            }
            Some(_) => 0.0,
        }
    }

    /// V_i(x^war): the value of the terms it expects from twelve more months of war.
    pub(crate) fn war_value(&self, setting: Setting<'_>, party: usize) -> f64 {
        let rest = self.prospects.of(party).war_loss_rest;
        let front = setting.table.front.map_or(0.0, |k| {
            lost_at_front(setting, &self.front, party, (k, self.expected_line(setting, party)))
        });
        1.0 - rest - front
    }

    /// V_i(l_i): the value of its own limits.
    pub(crate) fn limits_value(&self, setting: Setting<'_>, party: usize) -> f64 {
        let rest = self.limits.lost(party);
        let front = setting.table.front.map_or(0.0, |k| {
            lost_at_front(setting, &self.front, party, (k, self.limits.of(party, k)))
        });
        1.0 - rest - front
    }

    /// What it gains where the line stops where it stands, against where it expects it; 0 without a front line.
    pub(crate) fn line_forgone(&self, setting: Setting<'_>, party: usize) -> f64 {
        setting.table.front.map_or(0.0, |k| {
            let lost = |x: f64| lost_at_front(setting, &self.front, party, (k, x));
            lost(self.expected_line(setting, party)) - lost(self.front.line())
        })
    }

    /// Where a party expects the line twelve months on.
    pub(crate) fn expected_line(&self, setting: Setting<'_>, party: usize) -> f64 {
        self.front.expected_line(&setting.table.belligerents, &self.prospects, party)
    }
}
