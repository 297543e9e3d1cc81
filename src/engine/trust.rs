//! Trust between parties. It moves on happenings only, and losses are faster than gains (Slovic
//! 1993, the asymmetry principle).

use super::state::State;
use super::table::Table;
use crate::math;

/// Share of the missing trust that a success adds.
const GAIN: f64 = 0.08;
/// Share of the trust that a failure takes.
const LOSS: f64 = 0.2;
/// Weight of trust in log hazards.
pub(crate) const HAZARD_WEIGHT: f64 = 0.8;

impl State {
    /// Trust grows between these parties: a summit yielded a text, or a text was signed.
    pub(crate) fn build_trust(&mut self, table: &Table<'_>, among: &[usize]) {
        self.move_trust(table, among, |trust| trust + GAIN * (1.0 - trust));
    }

    /// Trust falls between these parties: a breach, or a summit without a text.
    pub(crate) fn lose_trust(&mut self, table: &Table<'_>, among: &[usize]) {
        self.move_trust(table, among, |trust| trust - LOSS * trust);
    }

    fn move_trust(&mut self, table: &Table<'_>, among: &[usize], to: impl Fn(f64) -> f64) {
        for (position, &i) in among.iter().enumerate() {
            for &j in &among[position + 1..] {
                self.set_trust(i, j, to(self.trust_between(i, j)));
            }
        }
        for &i in among {
            self.settle_trust_of(table, i);
        }
    }

    #[inline]
    pub(crate) fn trust_between(&self, i: usize, j: usize) -> f64 {
        self.trust[i * self.beliefs.len() + j]
    }

    pub(crate) fn set_trust(&mut self, i: usize, j: usize, trust: f64) {
        let n = self.beliefs.len();
        let trust = trust.clamp(0.0, 1.0);
        self.trust[i * n + j] = trust;
        self.trust[j * n + i] = trust;
    }

    /// Works out what depends on trust anew for one party, after a change of its trust.
    pub(crate) fn settle_trust_of(&mut self, table: &Table<'_>, party: usize) {
        self.mean_trust[party] = mean_trust(table, &self.trust, party);
        self.distrust[party] = distrust(self.mean_trust[party]);
    }

    /// Mean trust over the pairs of these parties.
    pub(crate) fn mean_trust_among(&self, among: &[usize]) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for (position, &i) in among.iter().enumerate() {
            for &j in &among[position + 1..] {
                sum += self.trust_between(i, j);
                count += 1.0;
            }
        }
        if count > 0.0 { sum / count } else { 0.5 }
    }
}

/// Mean trust of a party in the (other) principals; ½ where there is none.
pub(crate) fn mean_trust(table: &Table<'_>, trust: &[f64], party: usize) -> f64 {
    let n = table.scenario.parties.len();
    let (mut sum, mut count) = (0.0, 0.0);
    for &j in table.principals.iter().filter(|&&j| j != party) {
        sum += trust[party * n + j];
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 0.5 }
}

/// The factor by which mean trust multiplies hazards, exp(−0.8 (τ̄ − ½)).
pub(crate) fn distrust(mean_trust: f64) -> f64 {
    math::exp(-HAZARD_WEIGHT * (mean_trust - 0.5))
}
