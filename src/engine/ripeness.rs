//! Ripeness: whether a try at a text comes to anything while principals are at war.
//!
//! Π over the belligerents of Λ(−2 + 2·hurt + 1.5·stalemate + 1.5·way out): a mutually hurting
//! stalemate and a perceived way out (Zartman 1989, 2000). 1 where nobody is at war.

use super::play::Setting;
use super::state::State;
use super::world::WAR_HORIZON;
use super::worth::deterrence;
use crate::math;

/// Cost of twelve months of war, in value, that hurts to 1 − 1/e.
const HURT_SCALE: f64 = 0.1;
/// Expected gain of twelve months, in positions, at which the stalemate is down to 1/e.
const GAIN_SCALE: f64 = 0.1;
/// Worth of signing at which the way out is Λ(1).
const WAY_OUT_SCALE: f64 = 0.05;

impl State {
    /// Ripeness for the mean text in `text`, or 0 without working out the rest if it cannot exceed
    /// `mark`: the way out is the dear part, and most tries fail before it matters.
    pub(crate) fn ripeness_above(&self, setting: Setting<'_>, text: &[f64], mark: f64) -> f64 {
        let belligerents = &setting.table.belligerents;
        let pressure = |i| self.pressure(setting, i);
        let bound: f64 = belligerents.iter().map(|&i| math::logistic(pressure(i) + 1.5)).product();
        if bound <= mark {
            return 0.0;
        }
        let deterrence = deterrence(self.guarantee(setting, text));
        belligerents
            .iter()
            .map(|&i| {
                let z = self.worth(setting, i, text, deterrence).z;
                math::logistic(pressure(i) + 1.5 * math::logistic(z / WAY_OUT_SCALE))
            })
            .product()
    }

    /// −2 + 2·hurt + 1.5·stalemate of one belligerent.
    fn pressure(&self, setting: Setting<'_>, party: usize) -> f64 {
        let hurt = 1.0 - math::exp(-self.cost(party) / HURT_SCALE);
        let stalemate = setting.table.front.map_or(1.0, |k| {
            let wants = setting.world.stakes_of(party)[k].ideal - self.line;
            let direction = if wants == 0.0 { 0.0 } else { wants.signum() };
            let gain = (direction * WAR_HORIZON * self.beliefs[party]).max(0.0);
            math::exp(-gain / GAIN_SCALE)
        });
        -2.0 + 2.0 * hurt + 1.5 * stalemate
    }
}
