//! Time-based tactics: how much of what it can hope for a party asks for at time t, whatever others do.
//!
//! Faratin, Sierra & Jennings 1998, *Negotiation Decision Functions for Autonomous Agents*, section 4.1,
//! in the form of `NegMAS`: a(t) = 1 − t^e and a(t) = (exp((1−t)^e) − 1)/(exp(1) − 1). In the polynomial
//! family e is the inverse of the β of Faratin and of GENIUS's e: 4 here is 0.25 there. Time is
//! t = (s + 1)/(n + 1) in round s of n, counted from 0, so that it is never 0 or 1.

use super::super::Wishes;
use crate::math;

/// What is taken off the demand, so that an outcome worth exactly as much is not lost to rounding.
const TOLERANCE: f64 = 1e-3;

/// A share that falls with time.
pub trait Curve {
    /// a(t) in [0, 1] at t in [0, 1].
    fn share(self, t: f64) -> f64;
}

/// a(t) = 1 − t^e.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Polynomial {
    exponent: f64,
}

impl Polynomial {
    /// With this exponent, > 0: above 1 Boulware, below 1 conceder.
    pub fn new(exponent: f64) -> Self {
        Self { exponent }
    }
}

impl Curve for Polynomial {
    fn share(self, t: f64) -> f64 {
        1.0 - math::pow(t, self.exponent)
    }
}

/// a(t) = (exp((1−t)^e) − 1)/(exp(1) − 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponential {
    exponent: f64,
}

impl Exponential {
    /// With this exponent, > 0: below 1 concedes late, above 1 early.
    pub fn new(exponent: f64) -> Self {
        Self { exponent }
    }
}

impl Curve for Exponential {
    fn share(self, t: f64) -> f64 {
        let rise = math::exp(math::pow(1.0 - t, self.exponent)) - 1.0;
        rise / (std::f64::consts::E - 1.0)
    }
}

/// The value a party asks for at a share a: between its floor and its best, less the tolerance.
pub(super) fn demand(wishes: &Wishes, share: f64) -> f64 {
    let (best, floor) = (wishes.best(), wishes.floor());
    ((best - floor) * share + floor - TOLERANCE).max(floor).min(best)
}
