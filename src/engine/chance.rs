//! What chance decides in one history: everybody's readiness, and every draw that is taken when it is needed.
//!
//! Each purpose has sequences of its own, party by party or event by event, so that no draw hangs on
//! who else was asked before.

use super::answers::Answers;
use super::table::Table;
use super::trial::Trial;
use crate::stream::Stream;

/// The chance of one history.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chance {
    trial: Trial,
    /// Resolve ε, party by party.
    readiness: Vec<f64>,
    answers: Vec<Answers>,
    votes: Vec<Answers>,
    /// Those of blocs, as their keys are listed.
    blocs: Vec<Answers>,
    conduct: Vec<Answers>,
    renewals: Vec<Answers>,
    /// How many renewals were asked for.
    renewals_asked: usize,
    collapse: Answers,
    draft: Answers,
    events: Vec<Answers>,
}

impl Chance {
    /// Opens the chance of a trial. Everybody's readiness is dealt by [`Noise`](super::noise::Noise).
    pub(crate) fn begin(&mut self, table: &Table<'_>, trial: Trial) {
        let n = table.scenario.parties.len();
        self.trial = trial;
        // Seldom used: opened anew only where it was.
        if self.renewals_asked > 0 || self.renewals.len() != n {
            self.renewals.clear();
            self.renewals.resize_with(n, Answers::default);
        }
        self.renewals_asked = 0;
        self.answers.resize_with(n, Answers::default);
        self.votes.resize_with(n, Answers::default);
        self.conduct.resize_with(n, Answers::default);
        self.blocs.resize_with(table.keys.bloc.count(), Answers::default);
        self.events.resize_with(table.scenario.events.len(), Answers::default);
        let parties = self.answers.iter_mut().chain(&mut self.votes).chain(&mut self.conduct);
        let others = self.blocs.iter_mut().chain(&mut self.events);
        let lazily_opened = [&mut self.collapse, &mut self.draft];
        for answers in parties.chain(others).chain(lazily_opened) {
            *answers = Answers::default();
        }
    }

    /// Which history it is.
    pub(crate) fn trial(&self) -> Trial {
        self.trial
    }

    /// Everybody's readiness is this.
    pub(crate) fn deal_readiness(&mut self, readiness: impl Iterator<Item = f64>) {
        self.readiness.clear();
        self.readiness.extend(readiness);
    }

    /// ε of a party.
    #[inline]
    pub(crate) fn readiness(&self, party: usize) -> f64 {
        self.readiness[party]
    }

    /// ε, party by party.
    pub(crate) fn all_readiness(&self) -> &[f64] {
        &self.readiness
    }

    /// A party hardens by so much, in value.
    pub(crate) fn harden(&mut self, party: usize, by: f64) {
        self.readiness[party] -= by;
    }

    /// The logistic draw of a party's mood about text number `text`, from 0.
    pub(crate) fn mood(&mut self, table: &Table<'_>, party: usize, text: usize) -> f64 {
        self.answers[party].logistic_at(&table.keys.answer[party], self.trial, text)
    }

    /// All are asked for another renewal of an interim deal.
    pub(crate) fn ask_for_renewal(&mut self) {
        self.renewals_asked += 1;
    }

    /// The logistic draw of a party's mood about the renewal asked for last.
    pub(crate) fn renewal(&mut self, table: &Table<'_>, party: usize) -> f64 {
        let key = &table.keys.renewal[party];
        self.renewals[party].logistic_at(key, self.trial, self.renewals_asked - 1)
    }

    /// The uniform draw of a vote at home.
    pub(crate) fn vote(&mut self, table: &Table<'_>, party: usize) -> f64 {
        self.votes[party].next(&table.keys.vote[party], self.trial).uniform()
    }

    /// The n-th uniform draw of that vote where blocs hold it.
    pub(crate) fn bloc(&mut self, table: &Table<'_>, party: usize, n: usize) -> f64 {
        table.keys.bloc.next(&mut self.blocs, (party, n), self.trial)
    }

    /// The uniform draw of a party's conduct.
    pub(crate) fn conduct(&mut self, table: &Table<'_>, party: usize) -> f64 {
        self.conduct[party].next(&table.keys.conduct[party], self.trial).uniform()
    }

    /// The exponential draw of how long what is signed lasts.
    pub(crate) fn risk(&mut self, table: &Table<'_>) -> f64 {
        self.collapse.next(&table.keys.collapse, self.trial).exponential()
    }

    /// The draws of whoever drafts.
    pub(crate) fn draft(&mut self, table: &Table<'_>) -> &mut Stream {
        self.draft.next(&table.keys.draft, self.trial)
    }

    /// The exponential draw of the wait until an event happens again.
    pub(crate) fn wait(&mut self, table: &Table<'_>, event: usize) -> f64 {
        self.events[event].next(&table.keys.event_again[event], self.trial).exponential()
    }
}
