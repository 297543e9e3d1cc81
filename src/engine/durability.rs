//! How long an interim deal or a package lasts.
//!
//! Weibull proportional hazards, survival exp(−(t/scale)^0.54 e^B): the shape and the weights from
//! Fortna (2004) and Werner & Yuen (2005), as refitted on the former's 96 ceasefires.

use super::play::Setting;
use super::state::State;
use super::trust::HAZARD_WEIGHT;
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

impl State {
    /// B of a bare truce.
    pub(crate) fn truce_log_hazard(&self, setting: Setting<'_>) -> f64 {
        let trust = self.mean_trust_among(&setting.table.principals);
        let peacekeepers = setting.table.scenario.durability.peacekeepers;
        setting.world.globals.record + if peacekeepers { PEACEKEEPERS } else { 0.0 }
            - HAZARD_WEIGHT * (trust - 0.5)
    }

    /// B of a package.
    pub(crate) fn deal_log_hazard(&self, setting: Setting<'_>, text: &[f64], imposed: bool) -> f64 {
        let shortfall: f64 = setting
            .table
            .principals
            .iter()
            .map(|&i| self.limits_value(setting, i) - self.value(setting, i, text))
            .map(|short| short.max(0.0))
            .sum();
        self.truce_log_hazard(setting) + TREATY - GUARANTEE_WEIGHT * self.guarantee(setting, text)
            + if imposed { IMPOSED } else { 0.0 }
            + SHORTFALL * shortfall
    }

    /// A draw of how long a truce with this guarantee holds, in months; a bare one has none.
    pub(crate) fn draw_truce(&mut self, setting: Setting<'_>, guarantee: f64) -> f64 {
        let risk = self.draw_risk(setting);
        let b = self.truce_log_hazard(setting) - GUARANTEE_WEIGHT * guarantee;
        collapse_after(risk, b, setting.world.globals.durability_scale)
    }

    /// A draw of how long a package holds, in months: the world's deals last e^u times longer.
    pub(crate) fn draw_deal(&mut self, setting: Setting<'_>, text: &[f64], imposed: bool) -> f64 {
        let risk = self.draw_risk(setting);
        let globals = &setting.world.globals;
        let scale = globals.durability_scale * math::exp(globals.durability_spread);
        collapse_after(risk, self.deal_log_hazard(setting, text, imposed), scale)
    }

    fn draw_risk(&mut self, setting: Setting<'_>) -> f64 {
        let key = &setting.table.keys.collapse;
        self.collapse.next(key, self.trial).exponential()
    }
}
