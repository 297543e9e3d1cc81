//! Trust between parties. It moves on happenings only, and losses are faster than gains (Slovic
//! 1993, the asymmetry principle).

use super::table::Table;
use crate::math;
use crate::model::InputId;

/// Share of the missing trust that a success adds.
const GAIN: f64 = 0.08;
/// Share of the trust that a failure takes.
const LOSS: f64 = 0.2;
/// Weight of trust in log hazards.
pub(crate) const HAZARD_WEIGHT: f64 = 0.8;

/// Trust between all pairs of parties, and what follows from it for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    parties: usize,
    /// `between[i * parties + j]`.
    between: Vec<f64>,
    /// exp(−0.8 (mean trust in the principals − ½)), party by party.
    distrust: Vec<f64>,
}

impl Trust {
    /// Works out the trust of the as-of date.
    pub(crate) fn prepare(&mut self, table: &Table<'_>, get: impl Fn(InputId) -> f64) {
        let n = table.scenario.parties.len();
        self.parties = n;
        self.between.clear();
        self.between.resize(n * n, 1.0);
        for i in 0..n {
            for j in (0..n).filter(|&j| j != i) {
                self.between[i * n + j] = get(table.scenario.trust.pair(i, j));
            }
        }
        self.distrust.clear();
        for party in 0..n {
            self.distrust.push(distrust(self.mean_of(table, party)));
        }
    }

    /// A history begins with the trust of the as-of date.
    pub(crate) fn begin(&mut self, start: &Self) {
        self.parties = start.parties;
        self.between.clone_from(&start.between);
        self.distrust.clone_from(&start.distrust);
    }

    /// Trust grows between these parties: a summit yielded a text, or a text was signed.
    pub(crate) fn build(&mut self, table: &Table<'_>, among: &[usize]) {
        self.move_all(table, among, |trust| trust + GAIN * (1.0 - trust));
    }

    /// Trust falls between these parties: a breach, or a summit without a text.
    pub(crate) fn lose(&mut self, table: &Table<'_>, among: &[usize]) {
        self.move_all(table, among, |trust| trust - LOSS * trust);
    }

    /// Trust between two parties becomes this, within [0, 1].
    pub(crate) fn set(&mut self, table: &Table<'_>, (i, j): (usize, usize), trust: f64) {
        self.write(i, j, trust);
        self.settle(table, i);
        self.settle(table, j);
    }

    fn move_all(&mut self, table: &Table<'_>, among: &[usize], to: impl Fn(f64) -> f64) {
        for (position, &i) in among.iter().enumerate() {
            for &j in &among[position + 1..] {
                self.write(i, j, to(self.between(i, j)));
            }
        }
        for &i in among {
            self.settle(table, i);
        }
    }

    fn write(&mut self, i: usize, j: usize, trust: f64) {
        let trust = trust.clamp(0.0, 1.0);
        self.between[i * self.parties + j] = trust;
        self.between[j * self.parties + i] = trust;
    }

    /// Works out what depends on trust anew for one party, after a change of its trust.
    fn settle(&mut self, table: &Table<'_>, party: usize) {
        self.distrust[party] = distrust(self.mean_of(table, party));
    }

    /// Mean trust of a party in the (other) principals; ½ where there is none.
    fn mean_of(&self, table: &Table<'_>, party: usize) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for &j in table.principals.iter().filter(|&&j| j != party) {
            sum += self.between[party * self.parties + j];
            count += 1.0;
        }
        if count > 0.0 { sum / count } else { 0.5 }
    }

    /// Trust between two parties.
    #[inline]
    pub(crate) fn between(&self, i: usize, j: usize) -> f64 {
        self.between[i * self.parties + j]
    }

    /// The factor by which a party's mean trust in the principals multiplies the hazards it believes in.
    #[inline]
    pub(crate) fn distrust(&self, party: usize) -> f64 {
        self.distrust[party]
    }

    /// Mean trust over the pairs of these parties.
    pub(crate) fn mean_among(&self, among: &[usize]) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for (position, &i) in among.iter().enumerate() {
            for &j in &among[position + 1..] {
                sum += self.between(i, j);
                count += 1.0;
            }
        }
        if count > 0.0 { sum / count } else { 0.5 }
    }
}

/// The factor by which mean trust multiplies hazards, exp(−0.8 (τ̄ − ½)).
fn distrust(mean_trust: f64) -> f64 {
    math::exp(-HAZARD_WEIGHT * (mean_trust - 0.5))
}
