//! What becomes of the interim deals of a file: odds of each fate of each deal. Counts are integers, so
//! that they add in any order.

use super::estimate::{Estimate, Moments, clustered};
use crate::engine::Record;
use crate::model::{Fate, Scenario};

const FATES: usize = Fate::ALL.len();

/// The odds of what may become of an interim deal.
#[derive(Clone, Debug, PartialEq)]
pub struct InterimOdds {
    /// Its number in the scenario.
    pub interim: usize,
    /// The odds of each fate within the horizon, in the order of [`Fate::ALL`].
    pub fates: [(Fate, Estimate); FATES],
}

impl InterimOdds {
    /// The odds of a fate.
    pub fn of(&self, fate: Fate) -> &Estimate {
        &self.fates[fate as usize].1
    }
}

/// Counts by deal and by fate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct InterimCounts {
    moments: Vec<[Moments; FATES]>,
    /// Of the current world.
    current: Vec<[u64; FATES]>,
}

impl InterimCounts {
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let deals = scenario.interims.len();
        Self { moments: vec![[Moments::default(); FATES]; deals], current: vec![[0; FATES]; deals] }
    }

    pub(crate) fn record(&mut self, record: &Record) {
        // The ceasefire alone comes last in the record and is not counted here.
        for (counts, first) in self.current.iter_mut().zip(&record.interims) {
            for (count, at) in counts.iter_mut().zip(first) {
                *count += u64::from(at.is_finite());
            }
        }
    }

    pub(crate) fn end_world(&mut self) {
        for (moments, counts) in self.moments.iter_mut().zip(&mut self.current) {
            moments.iter_mut().zip(&*counts).for_each(|(own, &count)| own.record(count));
            *counts = [0; FATES];
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for (own, theirs) in self.moments.iter_mut().zip(&other.moments) {
            own.iter_mut().zip(theirs).for_each(|(own, theirs)| own.merge(theirs));
        }
    }

    /// The odds, deal by deal.
    pub(crate) fn odds(&self, worlds: u64, histories: u64) -> Vec<InterimOdds> {
        let deals = self.moments.iter().enumerate();
        deals
            .map(|(interim, moments)| InterimOdds {
                interim,
                fates: Fate::ALL
                    .map(|fate| (fate, clustered(&moments[fate as usize], worlds, histories))),
            })
            .collect()
    }
}
