//! The battlefield and what the belligerents learn from it.
//!
//! While fighting lasts the line moves L ← L + μf + s√f ξ over the f months fought. Each belligerent
//! believes in a drift m of its own, at first what its war terms imply, and learns by the Kalman
//! step m ← m + (ΔL − m f)/(n + f), n ← n + f (Slantchev 2003, learning from the battlefield;
//! Powell 2004). Optimism is the gap between m and the true μ.

use super::play::Setting;
use super::state::State;
use super::world::WAR_HORIZON;
use crate::stream::Stream;

/// Months of fighting that the first belief is worth, n₀.
pub(crate) const PRIOR_EVIDENCE: f64 = 24.0;

impl State {
    /// Is there fighting? Only between belligerents, and neither where an interim deal halts it nor while a
    /// signed package waits for the votes at home.
    pub(crate) fn is_fighting(&self, setting: Setting<'_>) -> bool {
        !setting.table.belligerents.is_empty() && !self.halted && self.pending.is_none()
    }

    /// Ends a round at time `t`: the line moves for as long as was fought in it, and is learnt from.
    pub(crate) fn end_round(&mut self, setting: Setting<'_>, t: f64, draws: &mut Stream) {
        if self.is_fighting(setting) {
            self.fought += t - self.fighting_since;
            self.fighting_since = t;
        }
        // Drawn in every round, fought or not, so that the line's luck stays tied to the calendar.
        let luck = draws.normal();
        let fought = std::mem::take(&mut self.fought);
        if fought <= 0.0 {
            return;
        }
        let noise = setting.world.globals.front_noise * fought.sqrt() * luck;
        let line = (self.line + self.drift * fought + noise).clamp(0.0, 1.0);
        let moved = line - self.line;
        self.line = line;
        for &i in &setting.table.belligerents {
            let belief = &mut self.beliefs[i];
            *belief += (moved - *belief * fought) / (self.evidence + fought);
        }
        self.evidence += fought;
    }

    /// Where party i expects the line twelve months on, x^war on the front-line issue; for those
    /// not at war the mean of what the belligerents expect.
    pub(crate) fn expected_line(&self, setting: Setting<'_>, party: usize) -> f64 {
        let expected =
            |i: usize| (self.line + WAR_HORIZON * self.reckoned_drift(i)).clamp(0.0, 1.0);
        let belligerents = &setting.table.belligerents;
        if belligerents.contains(&party) {
            return expected(party);
        }
        let sum: f64 = belligerents.iter().map(|&i| expected(i)).sum();
        sum / belligerents.len() as f64
    }

    /// The drift that a belligerent reckons with over the coming twelve months: what it believes in, and what
    /// is announced.
    pub(crate) fn reckoned_drift(&self, party: usize) -> f64 {
        self.beliefs[party] + self.prospects[party].drift
    }
}
