//! The worth of signing, z_i: what a party gains from a text over its alternative, given how long
//! it believes the terms will stand.
//!
//! z_i(x) = S_i (V_i(x) − W_i + y_i) − (1 − S_i) b_i holds the bargaining model of war (Fearon 1995), the
//! commitment problem (Powell 2006) and third-party guarantees (Walter 1997) in one line. A side payment
//! stops with the terms it was made for (y) or is made at the signature (y⁰). A party that does not mean to
//! carry out what it signs weighs it with its good faith q:
//! z_i = q·(the line above) + (1 − q)·d_i + y⁰_i, where a dead letter d_i = z^c_i − c/2 is the bare truce
//! less the cost of the broken word, as over Minsk II (`good_faith.rs`).
//!
//! The hazard in S_i is the one of `durability.rs`, seen with an error that is the party's own.

use super::setting::Setting;
use super::situation::Situation;
use super::trust::Trust;
use super::value::value;
use crate::math;
pub(crate) use crate::solution::bargain::deterrence;

/// z with its parts, for whoever explains it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// V_i(x), the value of the terms.
    pub value: f64,
    /// W_i, the value of the alternative.
    pub outside: f64,
    /// S_i, the believed survival of the terms.
    pub survival: f64,
    /// q_i S_i y_i + y⁰_i, what side payments add …
    pub paid: f64,
    /// … and y⁰_i of it, at the signature.
    pub at_signature: f64,
    /// q_i, its good faith.
    pub good_faith: f64,
    /// (1 − q_i) d_i, what signing without meaning it adds.
    pub dead_letter: f64,
    /// z_i, the worth of signing.
    pub z: f64,
}

impl Worth {
    /// q_i (S_i (V_i − W_i) − (1 − S_i) b_i), what the terms add, as long as they last.
    #[inline]
    pub fn terms(&self) -> f64 {
        self.z - self.paid - self.dead_letter
    }
}

impl Situation {
    /// z_i of a package, at the deterrence its guarantee brings.
    pub(crate) fn worth(
        &self,
        setting: Setting<'_>,
        party: usize,
        text: &[f64],
        deterrence: f64,
    ) -> Worth {
        let player = setting.world.player(party);
        let value = value(setting, &self.front, party, text);
        let outside = self.outside_value(setting, party);
        let survival = survival(setting, &self.trust, party, deterrence);
        let payment = self.payments.to(party);
        let good_faith = player.good_faith;
        let meant =
            survival * (value - outside + payment.standing) - (1.0 - survival) * player.betrayal;
        let dead_letter = (1.0 - good_faith) * self.dead_letter(setting, party);
        let paid = good_faith * survival * payment.standing + payment.at_signature;
        let z = good_faith * meant + dead_letter + payment.at_signature;
        let at_signature = payment.at_signature;
        Worth { value, outside, survival, paid, at_signature, good_faith, dead_letter, z }
    }
}

/// S_i = exp(−h_i e^{−0.78 − 1.2 g − 0.8(τ̄_i − ½)}).
#[inline]
pub(crate) fn survival(setting: Setting<'_>, trust: &Trust, party: usize, deterrence: f64) -> f64 {
    math::exp(-setting.world.player(party).hazard * deterrence * trust.distrust(party))
}
