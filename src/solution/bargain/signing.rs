//! What signing is worth to one party, as a function of the value of the terms and of the guarantee.
//!
//! z = q·(S·(V − W + y) − (1 − S)·b) + (1 − q)·d + y₀, with S = exp(−H·e^{−1.2 g}): the bargaining model
//! of war (Fearon 1995), the commitment problem (Powell 2006) and third-party guarantees (Walter
//! 1997); the second term is a dead letter, signed without meaning it.

use crate::math;

/// How strongly a credible guarantee lowers the hazard of a breach, in log hazard.
pub const GUARANTEE_WEIGHT: f64 = 1.2;

/// The factor by which a credible guarantee g multiplies hazards.
#[inline]
pub fn deterrence(guarantee: f64) -> f64 {
    math::exp(-GUARANTEE_WEIGHT * guarantee)
}

/// Side payments to a party, in value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Payment {
    /// y ≥ 0, paid for as long as the terms hold.
    pub standing: f64,
    /// y₀ ≥ 0, paid at the signature, whatever becomes of them.
    pub at_signature: f64,
}

impl Payment {
    /// Nothing.
    pub const NONE: Self = Self { standing: 0.0, at_signature: 0.0 };
}

/// Everything but the terms and the guarantee that signing depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signing {
    /// W, the value of the alternative.
    pub outside: f64,
    /// H ≥ 0, the hazard of a breach it expects without any guarantee, at the trust of the day.
    pub hazard: f64,
    /// b ≥ 0, what a breach costs it.
    pub betrayal: f64,
    /// Its side payments.
    pub paid: Payment,
    /// q ∈ [0, 1], the odds that it carries out what it signs.
    pub good_faith: f64,
    /// d, what a dead letter is worth to it: the bare truce, less the cost of the broken word.
    pub dead_letter: f64,
}

impl Signing {
    /// S ∈ [0, 1], how surely it believes the terms will stand.
    pub fn survival(&self, deterrence: f64) -> f64 {
        math::exp(-self.hazard * deterrence)
    }

    /// z of terms of value `value`.
    pub fn worth(&self, value: f64, survival: f64) -> f64 {
        let meant = survival * (value - self.outside + self.paid.standing)
            - (1.0 - survival) * self.betrayal;
        self.good_faith * meant
            + (1.0 - self.good_faith) * self.dead_letter
            + self.paid.at_signature
    }
}
