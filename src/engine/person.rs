//! A person in a seat: what it has decided so far, as data.
//!
//! The engine plays everybody else. A history is always played from its first day, with the decisions
//! taken so far; where they run out the person is taken to refuse, and whoever looks on knows that what
//! follows its first open answer has not happened yet. So a game needs no more memory than its decisions,
//! and taking one back is leaving it out.
//!
//! What it pushes for stands in place of its position in every text that is drafted, in all else its
//! brief holds: its values, its alternative, and how near others think it to be.

use crate::model::Scenario;

/// What a person in the seat of a party has decided so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The seat.
    pub party: usize,
    /// Its answers to the texts it was asked about, in order.
    pub answers: Vec<bool>,
    /// What it has pushed for, in order.
    pub demands: Vec<Demand>,
    /// Where the answers run out, does the engine answer in its place? Otherwise the person is taken to
    /// refuse.
    pub engine_goes_on: bool,
}

/// Something a person pushes for from some moment on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// The number of the first question about whose text it counts, from 0: what is drafted once so many
    /// questions have been answered.
    pub from: usize,
    /// The issue.
    pub issue: usize,
    /// The coordinate it pushes for, in [0, 1]; on an issue with options the share of the issue's worth
    /// to it that it insists on.
    pub at: f64,
}

impl Person {
    /// A person who has decided nothing yet.
    pub fn new(party: usize) -> Self {
        Self { party, ..Self::default() }
    }

    /// May somebody in this seat be asked for an answer? Mediators and stakeholders sign nothing.
    pub fn is_asked(scenario: &Scenario, party: usize) -> bool {
        let party = &scenario.parties[party];
        let guarantees = party.pledge.is_some() && scenario.guarantee_issue().is_some();
        party.role == crate::model::Role::Principal || guarantees
    }
}

/// How far a history has got with a person's decisions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decisions {
    /// How many answers the person was asked for.
    asked: usize,
    /// What it pushes for, issue by issue.
    demands: Vec<Option<f64>>,
    demands_taken: usize,
}

impl Decisions {
    /// A history begins before the first of them.
    pub(crate) fn begin(&mut self) {
        self.asked = 0;
        self.demands.clear();
        self.demands_taken = 0;
    }

    /// The person's next answer, where the seat of this party is its.
    pub(crate) fn answer(&mut self, person: Option<&Person>, party: usize) -> Option<bool> {
        let person = person.filter(|person| person.party == party)?;
        let answer = person.answers.get(self.asked).copied();
        self.asked += 1;
        answer.or((!person.engine_goes_on).then_some(false))
    }

    /// Takes up what the person has begun to push for since it was looked at last. True where there was
    /// anything; there are so many issues.
    pub(crate) fn take_demands(&mut self, person: Option<&Person>, issues: usize) -> bool {
        let Some(person) = person else { return false };
        let due = person.demands.iter().take_while(|demand| demand.from <= self.asked).count();
        if due == self.demands_taken {
            return false;
        }
        self.demands.resize(issues, None);
        for demand in &person.demands[self.demands_taken..due] {
            self.demands[demand.issue] = Some(demand.at);
        }
        self.demands_taken = due;
        true
    }

    /// What a person pushes for on an issue in the seat of a party.
    pub(crate) fn demand(
        &self,
        person: Option<&Person>,
        party: usize,
        issue: usize,
    ) -> Option<f64> {
        person.filter(|person| person.party == party)?;
        self.demands.get(issue).copied().flatten()
    }
}
