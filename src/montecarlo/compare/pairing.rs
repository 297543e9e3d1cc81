//! What is counted of one alternative against the base, and what it comes to.

use super::contrast::{Blocker, Contrast, WorthShift};
use super::difference::Difference;
use super::pairs::Pairs;
use super::shared::Shared;
use super::terms::{Sections, shift};
use super::worth::Worths;
use crate::model::Scenario;
use crate::montecarlo::outcome::Link;

/// The counts of one alternative against the base.
#[derive(Clone, Debug)]
pub(super) struct Pairing {
    /// By mark, in the order of [`Match::marks`].
    pub(super) marks: Vec<Pairs>,
    pub(super) zone: Pairs,
    /// By party of the base, in the order of [`Match::signatories`].
    pub(super) worths: Vec<(usize, Worths)>,
}

impl Pairing {
    pub(super) fn merge(&mut self, other: &Self) {
        self.marks.iter_mut().zip(&other.marks).for_each(|(own, theirs)| own.merge(theirs));
        self.zone.merge(&other.zone);
        let worths = self.worths.iter_mut().zip(&other.worths);
        worths.for_each(|((_, own), (_, theirs))| own.merge(theirs));
    }

    /// Sums up the pairs of (base, alternative) over (worlds, histories).
    pub(super) fn sum_up(
        &self,
        shared: Shared,
        sections: (&Sections, &Sections),
        (base, alternative): (&Scenario, &Scenario),
        (worlds, histories): (u64, u64),
    ) -> Contrast {
        debug_assert_eq!(self.marks.len(), marks_of(&shared), "{} pairs", alternative.title);
        let mut paired =
            self.marks.iter().map(|pairs: &Pairs| pairs.sum_up(worlds, histories, shared.same));
        let chain = Link::ALL.into_iter().zip(paired.by_ref()).collect();
        let questions = shared.questions.iter().copied().zip(paired.by_ref()).collect();
        let mut blockers: Vec<Blocker> = Vec::new();
        for &party in &shared.parties {
            let Some(named) = paired.next() else { break };
            let over = shared.issues_and_none().zip(paired.by_ref());
            let mut over: Vec<_> =
                over.filter(|(_, p)| p.base.value > 0.0 || p.alternative.value > 0.0).collect();
            over.sort_by(|(_, a), (_, b)| by_size(&a.difference, &b.difference));
            blockers.push(Blocker { party, named, over });
        }
        blockers.sort_by(|a, b| by_size(&a.named.difference, &b.named.difference));
        let worths = self.worths.iter();
        let mut worths: Vec<WorthShift> =
            worths.filter_map(|(party, worths)| worths.sum_up(*party, shared.same)).collect();
        worths.sort_by(|a, b| by_size(&a.difference, &b.difference));
        let terms = shared.issues.iter();
        let terms = terms
            .filter_map(|&issue| shift(base, issue, sections.0, sections.1, shared.same))
            .collect();
        let zone = self.zone.sum_up(worlds, 1, shared.same);
        Contrast { shared, chain, questions, zone, blockers, worths, terms }
    }
}

/// Pairs that a contrast reads.
fn marks_of(shared: &Shared) -> usize {
    let by_party = 1 + shared.issues_and_none().count();
    Link::ALL.len() + shared.questions.len() + shared.parties.len() * by_party
}

/// Largest first, whatever the sign.
fn by_size(a: &Difference, b: &Difference) -> std::cmp::Ordering {
    b.value.abs().total_cmp(&a.value.abs())
}
