//! The worth of signing, z_i: what a party gains from a text over its alternative, given how long
//! it believes the terms will stand.
//!
//! z_i(x) = S_i (V_i(x) − W_i) − (1 − S_i) b_i + y_i holds the bargaining model of war (Fearon
//! 1995), the commitment problem (Powell 2006) and third-party guarantees (Walter 1997) in one line.
//! A party that does not believe the terms will be executed weighs it with q:
//! z_i = q·(the line above) + (1 − q)·S⁰_i κ_i (signing without meaning it, as over Minsk II).

use super::play::Setting;
use super::state::State;
use crate::math;

/// How strongly a credible guarantee lowers the hazard of a breach, in log hazard.
const GUARANTEE_WEIGHT: f64 = 1.6;

/// z with its parts, for whoever explains it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// V_i(x), the value of the terms.
    pub value: f64,
    /// W_i, the value of the alternative.
    pub outside: f64,
    /// S_i, the believed survival of the terms.
    pub survival: f64,
    /// y_i, the side payment.
    pub side_payment: f64,
    /// q_i, the belief that the terms will be carried out.
    pub compliance: f64,
    /// (1 − q_i) S⁰_i κ_i, what signing without meaning it brings.
    pub respite: f64,
    /// z_i, the worth of signing.
    pub z: f64,
}

impl Worth {
    /// q_i y_i, what the side payment adds to the worth of signing.
    #[inline]
    pub fn paid(&self) -> f64 {
        self.compliance * self.side_payment
    }
}

/// The factor by which a credible guarantee g multiplies hazards.
#[inline]
pub(crate) fn deterrence(guarantee: f64) -> f64 {
    math::exp(-GUARANTEE_WEIGHT * guarantee)
}

impl State {
    /// z_i of a package, at the deterrence its guarantee brings.
    pub(crate) fn worth(
        &self,
        setting: Setting<'_>,
        party: usize,
        text: &[f64],
        deterrence: f64,
    ) -> Worth {
        let player = &setting.world.players[party];
        let value = self.value(setting, party, text);
        let outside = self.outside_value(setting, party);
        let survival = self.survival(setting, party, deterrence);
        let side_payment = self.side_payments[party];
        let meant =
            survival * (value - outside) - (1.0 - survival) * player.betrayal + side_payment;
        let compliance = player.compliance;
        let respite = (1.0 - compliance) * self.respite(setting, party);
        let z = compliance * meant + respite;
        Worth { value, outside, survival, side_payment, compliance, respite, z }
    }

    /// S_i = exp(−h_i √2 e^{−1.6 g − 0.8(τ̄_i − ½)}).
    #[inline]
    pub(crate) fn survival(&self, setting: Setting<'_>, party: usize, deterrence: f64) -> f64 {
        let hazard = setting.world.players[party].hazard;
        math::exp(-hazard * deterrence * self.distrust[party])
    }

    /// S⁰_i = exp(−h_i e^{−0.8(τ̄_i − ½)}), the believed survival of a bare truce.
    #[inline]
    pub(crate) fn truce_survival(&self, setting: Setting<'_>, party: usize) -> f64 {
        math::exp(-setting.world.players[party].truce_hazard * self.distrust[party])
    }

    /// S⁰_i κ_i, what terms that are never executed still bring: the fighting stops for a while.
    pub(crate) fn respite(&self, setting: Setting<'_>, party: usize) -> f64 {
        if setting.world.players[party].compliance < 1.0 {
            self.truce_survival(setting, party) * self.cost(party)
        } else {
            0.0
        }
    }
}
