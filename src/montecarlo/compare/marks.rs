//! What one history says in yes and no, numbered, and whose numbers belong together.

use super::shared::Shared;
use crate::engine::{Cause, History};
use crate::model::{Role, Scenario};
use crate::montecarlo::outcome::{Link, answers};

/// How yes and no of one history are numbered: the outcomes, then who is named in the reason for
/// failure, then who on which issue (the last: none, as with a lost vote).
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    outcomes: usize,
    parties: usize,
    issues: usize,
}

impl Marks {
    pub(super) fn of(scenario: &Scenario) -> Self {
        Self {
            outcomes: Link::ALL.len() + scenario.questions.len(),
            parties: scenario.parties.len(),
            issues: scenario.issues.len(),
        }
    }

    pub(super) fn count(self) -> usize {
        self.outcomes + self.parties + self.parties * (self.issues + 1)
    }

    fn named(self, party: usize) -> usize {
        self.outcomes + party
    }

    fn named_on(self, party: usize, issue: Option<usize>) -> usize {
        let issue = issue.unwrap_or(self.issues);
        self.outcomes + self.parties + party * (self.issues + 1) + issue
    }

    /// Marks what a history says.
    pub(super) fn mark(self, scenario: &Scenario, history: &History<'_>, marks: &mut [bool]) {
        marks.fill(false);
        for (mark, yes) in marks.iter_mut().zip(answers(scenario, history)) {
            *mark = yes;
        }
        for (party, issue) in history.ending.cause().into_iter().flat_map(Cause::named) {
            marks[self.named(party)] = true;
            marks[self.named_on(party, issue)] = true;
        }
    }
}

/// What of an alternative is set against what of the base.
#[derive(Debug)]
pub(super) struct Match {
    pub(super) shared: Shared,
    /// Marks, as (in the base, in the alternative); in the order that [`super::Contrast`] reads.
    pub(super) marks: Vec<(usize, usize)>,
    /// Who may have to sign, as (in the base, in the alternative).
    pub(super) signatories: Vec<(usize, usize)>,
}

impl Match {
    pub(super) fn of(base: &Scenario, alternative: &Scenario) -> Self {
        let shared = Shared::of(base, alternative);
        let (own, other) = (Marks::of(base), Marks::of(alternative));
        let links = (0..Link::ALL.len()).map(|link| (link, link));
        let questions =
            shared.questions.iter().map(|&(a, b)| (Link::ALL.len() + a, Link::ALL.len() + b));
        let mut marks: Vec<(usize, usize)> = links.chain(questions).collect();
        for &(a, b) in &shared.parties {
            marks.push((own.named(a), other.named(b)));
            for issue in shared.issues_and_none() {
                let (k, l) = issue.unzip();
                marks.push((own.named_on(a, k), other.named_on(b, l)));
            }
        }
        let may_sign = |scenario: &Scenario, party: usize| {
            let party = &scenario.parties[party];
            party.role == Role::Principal || party.pledge.is_some()
        };
        let signatories = if shared.packages {
            let parties = shared.parties.iter().copied();
            parties.filter(|&(a, b)| may_sign(base, a) || may_sign(alternative, b)).collect()
        } else {
            Vec::new()
        };
        Self { shared, marks, signatories }
    }
}
