//! Ripeness: whether a try at a text comes to anything while principals are at war.
//!
//! Π over the belligerents of Λ(−2 + 2·hurt + 1.5·stalemate + 1.5·way out): a mutually hurting
//! stalemate and a perceived way out (Zartman 1989, 2000). 1 where nobody is at war. An interim deal in
//! force may lower it by a factor: what it eases pushes nobody to the table.

use super::globals::WAR_HORIZON;
use super::setting::Setting;
use super::situation::Situation;
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

/// Pressure to talk of each belligerent, when it was looked at last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pressures(Vec<f64>);

impl Pressures {
    /// Looks at the pressure of the moment. The most that ripeness can be: with a sure way out for everybody.
    /// Most tries fail on this already, before a text has to be worked out.
    pub(crate) fn bound(&mut self, setting: Setting<'_>, situation: &Situation) -> f64 {
        self.0.clear();
        let mut bound = situation.interims.urgency();
        for &i in &setting.table.belligerents {
            let pressure = pressure(setting, situation, i);
            self.0.push(pressure);
            bound *= math::logistic(pressure + WAY_OUT);
        }
        bound
    }

    /// Ripeness for the mean text `text`; right after [`Pressures::bound`].
    pub(crate) fn ripeness(
        &self,
        setting: Setting<'_>,
        situation: &Situation,
        text: &[f64],
    ) -> f64 {
        let deterrence = deterrence(situation.guarantors.guarantee(setting.table, text));
        let belligerents = setting.table.belligerents.iter().zip(&self.0);
        belligerents.fold(situation.interims.urgency(), |ripeness, (&i, pressure)| {
            let z = situation.worth(setting, i, text, deterrence).z;
            ripeness * math::logistic(pressure + WAY_OUT * math::logistic(z / WAY_OUT_SCALE))
        })
    }
}

/// −2 + 2·hurt + 1.5·stalemate of one belligerent.
fn pressure(setting: Setting<'_>, situation: &Situation, party: usize) -> f64 {
    let hurt = 1.0 - math::exp(-situation.cost(party) / HURT_SCALE);
    let stalemate = setting.table.front.map_or(1.0, |k| {
        let front = &situation.front;
        let wants = setting.world.parties().stakes_of(party)[k].ideal - front.line();
        let direction = if wants == 0.0 { 0.0 } else { wants.signum() };
        let drift = front.reckoned_drift(&situation.prospects, party);
        let gain = (direction * WAR_HORIZON * drift).max(0.0);
        math::exp(-gain / GAIN_SCALE)
    });
    -2.0 + 2.0 * hurt + 1.5 * stalemate
}
