//! What signing is worth to one party, as a function of the value of the terms and of the guarantee.
//!
//! z = q·(S·(V − W) − (1 − S)·b + y) + (1 − q)·r, with S = exp(−H·e^{−1.6 g}): the bargaining model
//! of war (Fearon 1995), the commitment problem (Powell 2006) and third-party guarantees (Walter
//! 1997); the second term is signing without meaning it.

use crate::math;

/// How strongly a credible guarantee lowers the hazard of a breach, in log hazard.
const GUARANTEE_WEIGHT: f64 = 1.6;

/// The factor by which a credible guarantee g multiplies hazards.
#[inline]
pub fn deterrence(guarantee: f64) -> f64 {
    math::exp(-GUARANTEE_WEIGHT * guarantee)
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
    /// y ≥ 0, the side payment.
    pub side_payment: f64,
    /// q ∈ [0, 1], its belief that signed terms are carried out.
    pub compliance: f64,
    /// r ≥ 0, what terms that are never carried out still bring.
    pub respite: f64,
}

impl Signing {
    /// S ∈ [0, 1], how surely it believes the terms will stand.
    pub fn survival(&self, deterrence: f64) -> f64 {
        math::exp(-self.hazard * deterrence)
    }

    /// z of terms of value `value`.
    pub fn worth(&self, value: f64, survival: f64) -> f64 {
        let meant = survival * (value - self.outside) - (1.0 - survival) * self.betrayal;
        self.compliance * (meant + self.side_payment) + (1.0 - self.compliance) * self.respite
    }
}
