//! What two scenarios have in common: parties, issues and questions, matched by id.

use crate::model::Scenario;

/// Pairs of indices, (in the base, in the alternative), in the order of the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Parties.
    pub parties: Vec<(usize, usize)>,
    /// Issues on the same scale.
    pub issues: Vec<(usize, usize)>,
    /// Questions.
    pub questions: Vec<(usize, usize)>,
    /// Do both settle the same issues, on the same scales? Only then is a package of one a package of
    /// the other.
    pub packages: bool,
    /// Are they the same scenario, in everything that decides the numbers?
    pub same: bool,
}

impl Shared {
    /// What is common to a base and an alternative.
    pub fn of(base: &Scenario, alternative: &Scenario) -> Self {
        let issues: Vec<(usize, usize)> = base
            .issues
            .iter()
            .enumerate()
            .filter_map(|(index, issue)| {
                let other = alternative.issue_index(&issue.id)?;
                (alternative.issues[other].scale == issue.scale).then_some((index, other))
            })
            .collect();
        let question = |id: &str| alternative.questions.iter().position(|asked| asked.id == id);
        let parties = base.parties.iter().enumerate();
        let questions = base.questions.iter().enumerate();
        Self {
            parties: parties
                .filter_map(|(index, party)| Some((index, alternative.party_index(&party.id)?)))
                .collect(),
            questions: questions
                .filter_map(|(index, asked)| Some((index, question(&asked.id)?)))
                .collect(),
            packages: issues.len() == base.issues.len() && issues.len() == alternative.issues.len(),
            issues,
            same: base.fingerprint == alternative.fingerprint,
        }
    }

    /// The shared issues, and at last no issue.
    pub(super) fn issues_and_none(&self) -> impl Iterator<Item = Option<(usize, usize)>> + '_ {
        self.issues.iter().copied().map(Some).chain([None])
    }
}
