//! What parties thought of what they signed, at the moment of signing: the terms against the party's own
//! alternative, in the same trials. Sums are integers, so that they add in any order.

use super::bins::VALUE_UNIT;
use crate::engine::{Lure, Signature};
use crate::solution::suits;

/// Counts of one party's signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signings {
    count: u64,
    /// Σ of V, W, S and of the parts of the margin.
    sums: [i128; 8],
    /// Signatures that the terms, payments and votes alone would not have made.
    by_leaning: u64,
    /// Signatures under terms below the alternative, by what made it sign.
    lures: [u64; Lure::ALL.len()],
}

/// What a party thought of what it signed: means over the trials in which it did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signing {
    /// Signatures; of a trial with several the last counts.
    pub count: u64,
    /// What the terms were worth to it, V.
    pub terms: f64,
    /// What it expected of its alternative, W.
    pub alternative: f64,
    /// How likely it thought the terms to last, S.
    pub survival: f64,
    /// The margin by which it signed, z + ε + η weighed with the votes ahead, in its parts.
    pub margin: Margin,
    /// Share of its signatures that its readiness and mood made: without them it would have refused.
    pub by_leaning: f64,
    /// Shares of its signatures under terms below its alternative, by what made it sign.
    pub lures: [(Lure, f64); Lure::ALL.len()],
}

/// The parts of a margin, in value; they add up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// The terms against the alternative, as far as they are believed to last: q (S (V − W) − (1 − S) b).
    pub terms: f64,
    /// Side payments: q S y + y⁰.
    pub paid: f64,
    /// Terms it does not mean to carry out: (1 − q) d.
    pub dead_letter: f64,
    /// The votes ahead: ẑ − (z + ε).
    pub votes: f64,
    /// Readiness and mood: ε + η.
    pub leaning: f64,
}

impl Signing {
    /// Share of its signatures under terms below its alternative.
    pub fn below(&self) -> f64 {
        self.lures.iter().map(|(_, share)| share).sum()
    }

    /// What most often made it sign such terms.
    pub fn lure(&self) -> Lure {
        let [first, rest @ ..] = self.lures;
        rest.into_iter().fold(first, |most, next| if next.1 > most.1 { next } else { most }).0
    }
}

impl Signings {
    pub(crate) fn record(&mut self, signature: &Signature) {
        let worth = &signature.worth;
        self.count += 1;
        self.by_leaning += u64::from(!suits(signature.margin() - signature.leaning));
        let parts = [
            worth.value,
            worth.outside,
            worth.survival,
            worth.terms(),
            worth.paid,
            worth.dead_letter,
            signature.votes,
            signature.leaning,
        ];
        for (sum, part) in self.sums.iter_mut().zip(parts) {
            *sum += (part * VALUE_UNIT).round() as i128;
        }
        if let Some(lure) = signature.lure() {
            self.lures[lure as usize] += 1;
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.by_leaning += other.by_leaning;
        self.sums.iter_mut().zip(other.sums).for_each(|(own, theirs)| *own += theirs);
        self.lures.iter_mut().zip(other.lures).for_each(|(own, theirs)| *own += theirs);
    }

    /// The means; `None` where the party never signed.
    pub(crate) fn means(&self) -> Option<Signing> {
        if self.count == 0 {
            return None;
        }
        let n = self.count as f64;
        let means = self.sums.map(|sum| sum as f64 / VALUE_UNIT / n);
        let [terms, alternative, survival, of_terms, paid, dead_letter, votes, leaning] = means;
        let margin = Margin { terms: of_terms, paid, dead_letter, votes, leaning };
        let by_leaning = self.by_leaning as f64 / n;
        let lures = Lure::ALL.map(|lure| (lure, self.lures[lure as usize] as f64 / n));
        Some(Signing { count: self.count, terms, alternative, survival, margin, by_leaning, lures })
    }
}
