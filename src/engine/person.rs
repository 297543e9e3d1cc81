//! A person in a seat: what it has decided so far, as data.
//!
//! The engine plays everybody else. A history is always played from its first day, with the decisions
//! taken so far; where they run out the person is taken to refuse, and whoever looks on knows that what
//! follows its first open answer has not happened yet. So a game needs no more memory than its decisions,
//! and taking one back is leaving it out.
//!
//! What it pushes for stands in place of its position in every text that is drafted, in all else its
//! brief holds: its values, its alternative, and how near others think it to be.

use super::play::Setting;
use super::state::State;
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

impl State {
    /// The person's next answer, where the seat is its.
    pub(super) fn persons_answer(&mut self, setting: Setting<'_>, party: usize) -> Option<bool> {
        let person = setting.person.filter(|person| person.party == party)?;
        let answer = person.answers.get(self.asked).copied();
        self.asked += 1;
        answer.or((!person.engine_goes_on).then_some(false))
    }

    /// Takes up what the person has begun to push for since it was looked at last.
    pub(super) fn take_demands(&mut self, setting: Setting<'_>) {
        let Some(person) = setting.person else { return };
        let due = person.demands.iter().take_while(|demand| demand.from <= self.asked).count();
        if due == self.demands_taken {
            return;
        }
        self.demands.resize(setting.world.issues, None);
        for demand in &person.demands[self.demands_taken..due] {
            self.demands[demand.issue] = Some(demand.at);
        }
        self.demands_taken = due;
        self.settle_texts(setting);
    }

    /// Works out the mean texts anew, where limits have moved or a person pushes for something.
    pub(super) fn settle_texts(&mut self, setting: Setting<'_>) {
        let (table, world) = (setting.table, setting.world);
        let m = world.issues;
        let own = |i: usize, k: usize| {
            let seat = setting.person.is_some_and(|person| person.party == i);
            if seat { self.demands.get(k).copied().flatten() } else { None }
        };
        let stakes: Vec<_> = world
            .stakes
            .iter()
            .enumerate()
            .map(|(index, stake)| {
                let mut stake = *stake;
                stake.opening = own(index / m, index % m).unwrap_or(stake.opening);
                stake
            })
            .collect();
        let limits = &self.limits;
        let limit = |i: usize, k: usize| own(i, k).unwrap_or(limits[i * m + k]);
        let mut texts = std::mem::take(&mut self.own_texts);
        texts.prepare(table.scenario, world.globals.pen, &world.players, &stakes, limit);
        self.own_texts = texts;
        self.limits_moved = true;
    }

    /// What a person pushes for on an issue in the seat of a party.
    pub(super) fn demand_of(
        &self,
        setting: Setting<'_>,
        party: usize,
        issue: usize,
    ) -> Option<f64> {
        setting.person.filter(|person| person.party == party)?;
        self.demands.get(issue).copied().flatten()
    }
}
