//! How long an interim deal or a package lasts.
//!
//! Weibull proportional hazards, survival exp(−(t/scale)^0.54 e^B): the shape and the weights from
//! Fortna (2004) and Werner & Yuen (2005), as refitted on the former's 96 ceasefires.

use super::globals::Globals;
use super::table::Table;
use super::trust::{HAZARD_WEIGHT, Trust};
use crate::math;
use crate::model::Scenario;
use crate::solution::bargain::GUARANTEE_WEIGHT;

/// Shape of the Weibull: below 1, the first weeks are the most dangerous.
pub const SHAPE: f64 = 0.54;
const PEACEKEEPERS: f64 = -0.62;
const TREATY: f64 = -0.78;
const IMPOSED: f64 = 0.4;
const SHORTFALL: f64 = 2.0;
const MONTHS_A_YEAR: f64 = 12.0;

/// Time of collapse in months after signature, for a unit exponential `risk`, the log hazard `b`
/// and the scale in years: the inverse of exp(−(t/scale)^k e^B).
pub fn collapse_after(risk: f64, b: f64, scale_years: f64) -> f64 {
    MONTHS_A_YEAR * scale_years * math::pow(risk * math::exp(-b), 1.0 / SHAPE)
}

/// What parties make of a hazard they state, which is of a year of truce with nobody to keep it: they see the
/// hazard of this file, with an error that is theirs.
pub(crate) fn believed_factor(scenario: &Scenario) -> f64 {
    math::exp(if scenario.durability.peacekeepers { PEACEKEEPERS } else { 0.0 })
}

/// … and by how much that of a package is lower.
pub(crate) fn package_factor() -> f64 {
    math::exp(TREATY)
}

/// B of a bare truce.
pub(crate) fn truce_log_hazard(table: &Table<'_>, globals: &Globals, trust: &Trust) -> f64 {
    let trust = trust.mean_among(&table.principals);
    let peacekeepers = table.scenario.durability.peacekeepers;
    globals.record + if peacekeepers { PEACEKEEPERS } else { 0.0 } - HAZARD_WEIGHT * (trust - 0.5)
}

/// B of a package with this guarantee, where that of a bare truce is `truce`: one that some principal would
/// have refused but for its side payment is imposed, and `shortfall` is by how much it falls short of all
/// principals' limits, in value.
pub(crate) fn package_log_hazard(truce: f64, guarantee: f64, imposed: bool, shortfall: f64) -> f64 {
    truce + TREATY - GUARANTEE_WEIGHT * guarantee
        + if imposed { IMPOSED } else { 0.0 }
        + SHORTFALL * shortfall
}
