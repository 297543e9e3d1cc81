//! Ripeness: whether a try at a text comes to anything while principals are at war.
//!
//! Π over the belligerents of Λ(−2 + 2·hurt + 1.5·stalemate + 1.5·way out): a mutually hurting
//! stalemate and a perceived way out (Zartman 1989, 2000). 1 where nobody is at war. An interim deal in
//! force may lower it by a factor: what it eases pushes nobody to the table.

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

/// Weight of the way out in the exponent.
const WAY_OUT: f64 = 1.5;

impl State {
    /// The most that ripeness can be at the moment: with a sure way out for everybody. Most tries
    /// fail on this already, before a text has to be worked out.
    pub(crate) fn ripeness_bound(&mut self, setting: Setting<'_>) -> f64 {
        self.pressures.clear();
        let mut bound = self.urgency;
        for &i in &setting.table.belligerents {
            let pressure = self.pressure(setting, i);
            self.pressures.push(pressure);
            bound *= math::logistic(pressure + WAY_OUT);
        }
        bound
    }

    /// Ripeness for the mean text `text`; right after [`State::ripeness_bound`].
    pub(crate) fn ripeness(&self, setting: Setting<'_>, text: &[f64]) -> f64 {
        let deterrence = deterrence(self.guarantee(setting, text));
        let belligerents = setting.table.belligerents.iter().zip(&self.pressures);
        belligerents.fold(self.urgency, |ripeness, (&i, pressure)| {
            let z = self.worth(setting, i, text, deterrence).z;
            ripeness * math::logistic(pressure + WAY_OUT * math::logistic(z / WAY_OUT_SCALE))
        })
    }

    /// −2 + 2·hurt + 1.5·stalemate of one belligerent.
    fn pressure(&self, setting: Setting<'_>, party: usize) -> f64 {
        let hurt = 1.0 - math::exp(-self.cost(party) / HURT_SCALE);
        let stalemate = setting.table.front.map_or(1.0, |k| {
            let wants = setting.world.stakes_of(party)[k].ideal - self.line;
            let direction = if wants == 0.0 { 0.0 } else { wants.signum() };
            let gain = (direction * WAR_HORIZON * self.reckoned_drift(party)).max(0.0);
            math::exp(-gain / GAIN_SCALE)
        });
        -2.0 + 2.0 * hurt + 1.5 * stalemate
    }
}
