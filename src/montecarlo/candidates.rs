//! Trials worth telling: candidates that a run keeps, and which of them is typical.
//!
//! Of every world the first deal and the first failure are kept, of so many worlds, and of all trials
//! the one that missed a signature by least. All are integers and are told apart by the trial's number,
//! so that threads and chunks change nothing and memory stays flat.

use std::cmp::Reverse;

use super::bins::{TERM_CLASSES, VALUE_UNIT, class};
use super::causes::Causes;
use super::replay::TrialId;
use crate::engine::History;
use crate::model::Scenario;

/// Worlds of which a deal, and of which a failure, is kept.
const KEPT: usize = 1_000;

/// Trials that stand for many. Each is a number for `zopa explain` and [`replay`](super::replay()).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    /// A deal (ratified, if any was) whose terms are nearest to the middle of all signed packages.
    pub typical_deal: Option<TrialId>,
    /// A failure by the most frequent cause, in the middle of those by how near the best text came.
    pub typical_failure: Option<TrialId>,
    /// The trial without a signature in which the best text fell short by least, on nobody's red line.
    pub near_miss: Option<TrialId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Deal {
    trial: u64,
    ratified: bool,
    /// Class of the terms of each issue.
    terms: Vec<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Failure {
    trial: u64,
    /// By the numbering of [`Causes`].
    cause: u32,
    /// The least gain of the nearest text, in units of value; the least number without a text.
    gain: i64,
    /// Texts tabled.
    texts: u32,
}

/// The candidates of some worlds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Candidates {
    deals: Vec<Deal>,
    failures: Vec<Failure>,
    /// The least shortfall in units of value, and the trial it happened in.
    nearest_miss: Option<(u64, u64)>,
    /// Of the current world: its deal with the terms, and its failure.
    deal: Option<(u64, bool)>,
    terms: Vec<u16>,
    failure: Option<Failure>,
}

impl Candidates {
    /// Looks at a history of the current world.
    pub(crate) fn record(&mut self, scenario: &Scenario, history: &History<'_>, trial: u64) {
        let record = history.record;
        let signed = record.signed_at.is_finite();
        let ratified = record.ratified_at.is_finite();
        if signed && self.deal.is_none_or(|(_, before)| ratified && !before) {
            self.deal = Some((trial, ratified));
            self.terms.clear();
            self.terms.extend(record.terms.iter().zip(&scenario.issues).map(|(&x, issue)| {
                let class = if issue.has_options() { issue.option_at(x) } else { class(x) };
                class as u16
            }));
        }
        let gain = (history.nearest_gain * VALUE_UNIT).round();
        if !signed && !history.nearest_crosses && gain <= 0.0 && gain.is_finite() {
            let miss = (-gain as u64, trial);
            self.nearest_miss = Some(self.nearest_miss.map_or(miss, |least| least.min(miss)));
        }
        if let (None, Some(cause)) = (self.failure, history.ending.cause()) {
            let causes = Causes::new(scenario.parties.len(), scenario.issues.len());
            let cause = causes.index(cause) as u32;
            let texts = record.texts as u32;
            self.failure = Some(Failure { trial, cause, gain: gain as i64, texts });
        }
    }

    pub(crate) fn end_world(&mut self) {
        if let Some((trial, ratified)) = self.deal.take()
            && self.deals.len() < KEPT
        {
            self.deals.push(Deal { trial, ratified, terms: self.terms.clone() });
        }
        let failure = self.failure.take();
        self.failures.extend(failure.filter(|_| self.failures.len() < KEPT));
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.deals.extend_from_slice(&other.deals);
        self.deals.sort_by_key(|deal| deal.trial);
        self.deals.truncate(KEPT);
        self.failures.extend_from_slice(&other.failures);
        self.failures.sort_by_key(|failure| failure.trial);
        self.failures.truncate(KEPT);
        let misses = [self.nearest_miss, other.nearest_miss];
        self.nearest_miss = misses.into_iter().flatten().min();
    }

    /// Chooses: `terms` are the histograms of signed terms, `causes` the counts of causes.
    pub(crate) fn choose(&self, scenario: &Scenario, terms: &[u64], causes: &[u64]) -> Stories {
        Stories {
            typical_deal: self.typical_deal(scenario, terms).map(TrialId),
            typical_failure: self.typical_failure(causes).map(TrialId),
            near_miss: self.nearest_miss.map(|(_, trial)| TrialId(trial)),
        }
    }

    fn typical_deal(&self, scenario: &Scenario, terms: &[u64]) -> Option<u64> {
        let middles: Vec<usize> = terms.chunks(TERM_CLASSES).map(middle_class).collect();
        let distance = |deal: &Deal| {
            let issues = scenario.issues.iter().zip(&deal.terms).zip(&middles).enumerate();
            let each = issues.map(|(k, ((issue, &class), &middle))| {
                if !issue.has_options() {
                    return usize::from(class).abs_diff(middle);
                }
                // Another option than the most frequent is as far away as half a scale.
                let counts = &terms[k * TERM_CLASSES..(k + 1) * TERM_CLASSES];
                let most = counts.iter().max().copied().unwrap_or_default();
                if counts[usize::from(class)] == most { 0 } else { TERM_CLASSES / 2 }
            });
            each.sum::<usize>()
        };
        let best =
            self.deals.iter().min_by_key(|deal| (!deal.ratified, distance(deal), deal.trial));
        best.map(|deal| deal.trial)
    }

    fn typical_failure(&self, causes: &[u64]) -> Option<u64> {
        let frequency = |failure: &Failure| causes[failure.cause as usize];
        let most = self.failures.iter().max_by_key(|f| (frequency(f), Reverse(f.cause)))?;
        let mut alike: Vec<&Failure> =
            self.failures.iter().filter(|failure| failure.cause == most.cause).collect();
        alike.sort_by_key(|failure| (failure.gain, failure.texts, failure.trial));
        alike.get(alike.len() / 2).map(|failure| failure.trial)
    }
}

/// The class that holds the median; 0 of nothing.
fn middle_class(counts: &[u64]) -> usize {
    let total: u64 = counts.iter().sum();
    let mut below = 0;
    counts
        .iter()
        .position(|count| {
            below += count;
            2 * below >= total && total > 0
        })
        .unwrap_or_default()
}
