//! The battlefield and what the belligerents learn from it.
//!
//! While fighting lasts the line moves L ← L + μf + s√f ξ over the f months fought. Each belligerent
//! believes in a drift m of its own, at first what its war terms imply, and learns by the Kalman
//! step m ← m + (ΔL − m f)/(n + f), n ← n + f (Slantchev 2003, learning from the battlefield;
//! Powell 2004). Optimism is the gap between m and the true μ.

use super::globals::{Globals, WAR_HORIZON};
use super::player::Player;
use super::prospect::Prospects;
use crate::model::Scale;
use crate::stream::Stream;

/// Months of fighting that the first belief is worth, n₀.
const PRIOR_EVIDENCE: f64 = 24.0;

/// The front line, in [0, 1], and what is believed of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Front {
    line: f64,
    /// True drift of the line a month, μ.
    drift: f64,
    /// Months of fighting that beliefs rest on, n.
    evidence: f64,
    /// Believed drift m, party by party (used for belligerents).
    beliefs: Vec<f64>,
    /// Months fought in the current round, up to `since`.
    fought: f64,
    since: f64,
}

impl Front {
    /// The front of the as-of date.
    pub(crate) fn prepare(&mut self, globals: &Globals, players: &[Player]) {
        self.line = globals.line;
        self.drift = globals.drift;
        self.evidence = PRIOR_EVIDENCE;
        self.beliefs.clear();
        self.beliefs.extend(players.iter().map(|player| player.believed_drift));
        self.fought = 0.0;
        self.since = 0.0;
    }

    /// A history begins with the front of the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        let Self { line, drift, evidence, ref beliefs, fought, since } = *start;
        (self.line, self.drift, self.evidence) = (line, drift, evidence);
        (self.fought, self.since) = (fought, since);
        self.beliefs.clone_from(beliefs);
    }

    /// Where the line stands.
    #[inline]
    pub(crate) fn line(&self) -> f64 {
        self.line
    }

    /// μ, true drift of the line a month.
    #[inline]
    pub(crate) fn drift(&self) -> f64 {
        self.drift
    }

    /// The guns fall silent at `t`.
    pub(crate) fn fall_silent(&mut self, t: f64) {
        self.fought += t - self.since;
    }

    /// The war goes on from `t`.
    pub(crate) fn go_on(&mut self, t: f64) {
        self.since = t;
    }

    /// Ends a round: the line moves for as long as was fought in it, and is learnt from. `noise` is s.
    pub(crate) fn end_round(&mut self, belligerents: &[usize], noise: f64, draws: &mut Stream) {
        // Drawn in every round, fought or not, so that the line's luck stays tied to the calendar.
        let luck = draws.normal();
        let fought = std::mem::take(&mut self.fought);
        if fought <= 0.0 {
            return;
        }
        let noise = noise * fought.sqrt() * luck;
        let line = (self.line + self.drift * fought + noise).clamp(0.0, 1.0);
        let moved = line - self.line;
        self.line = line;
        for &i in belligerents {
            let belief = &mut self.beliefs[i];
            *belief += (moved - *belief * fought) / (self.evidence + fought);
        }
        self.evidence += fought;
    }

    /// An event moves the line: what it was and is on the scale.
    pub(crate) fn change_line(&mut self, scale: Scale, change: impl Fn(f64) -> f64) -> (f64, f64) {
        let from = self.line;
        self.line = scale.changed(from, change);
        (scale.from_unit(from), scale.from_unit(self.line))
    }

    /// An event changes the drift, on an issue whose scale is so wide: what it was and is a month. What
    /// was announced is believed by those it was announced to when it comes.
    pub(crate) fn change_drift(
        &mut self,
        width: f64,
        announced_to: &[usize],
        change: impl Fn(f64) -> f64,
    ) -> (f64, f64) {
        let from = self.drift;
        self.drift = change(from * width) / width;
        self.evidence = PRIOR_EVIDENCE;
        for &i in announced_to {
            self.beliefs[i] += self.drift - from;
        }
        (from * width, self.drift * width)
    }

    /// The drift that the war terms imply has changed by so much, party by party, and beliefs with it.
    pub(crate) fn shift_beliefs(&mut self, by: impl Iterator<Item = f64>) {
        self.beliefs.iter_mut().zip(by).for_each(|(belief, by)| *belief += by);
    }

    /// Where party i expects the line twelve months on, x^war on the front-line issue; for those
    /// not at war the mean of what the belligerents expect.
    pub(crate) fn expected_line(
        &self,
        belligerents: &[usize],
        prospects: &Prospects,
        party: usize,
    ) -> f64 {
        let expected = |i: usize| {
            (self.line + WAR_HORIZON * self.reckoned_drift(prospects, i)).clamp(0.0, 1.0)
        };
        if belligerents.contains(&party) {
            return expected(party);
        }
        let sum: f64 = belligerents.iter().map(|&i| expected(i)).sum();
        sum / belligerents.len() as f64
    }

    /// The drift that a belligerent reckons with over the coming twelve months: what it believes in, and what
    /// is announced.
    #[inline]
    pub(crate) fn reckoned_drift(&self, prospects: &Prospects, party: usize) -> f64 {
        self.beliefs[party] + prospects.of(party).drift
    }
}
