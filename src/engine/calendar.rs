//! When events are due, and when texts are tried at another rate.

use super::guarantors::Guarantors;
use super::record::Record;
use super::table::Table;
use crate::model::Condition;

/// What is due next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Due {
    Pledge(usize),
    Event(usize),
    /// A deadline, or either end of a conclave: texts are tried at another rate.
    Turn,
    Nothing,
}

/// What is to come at times that are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    /// When each event is due next.
    next: Vec<f64>,
    /// Of events that hang on a condition: does their clock run, and what is left of the wait where not.
    running: Vec<bool>,
    waits: Vec<f64>,
    /// When texts are tried at another rate next, by what is dated.
    turn_at: f64,
}

impl Calendar {
    /// Sets the events' clocks once their first times are dealt to the record.
    pub(crate) fn open(&mut self, table: &Table<'_>, record: &mut Record) {
        self.next.clone_from(&record.event_at);
        if table.conditional.is_empty() {
            return;
        }
        // What was dealt to events that hang on a condition is a wait, and no clock of theirs runs yet.
        self.waits.clone_from(&record.event_at);
        self.running.clear();
        self.running.resize(self.waits.len(), false);
        for &(event, _) in &table.conditional {
            self.next[event] = f64::INFINITY;
            record.event_at[event] = f64::INFINITY;
        }
    }

    /// The next pledge or event and when it is due; on a tie pledges come first, then the order of
    /// the file.
    pub(crate) fn next_due(
        &self,
        table: &Table<'_>,
        guarantors: &Guarantors,
        record: &Record,
    ) -> (f64, Due) {
        let mut next = (f64::INFINITY, Due::Nothing);
        for &j in &table.pledgers {
            let at = record.pledge_at[j];
            if !guarantors.has_pledged(j) && at < next.0 {
                next = (at, Due::Pledge(j));
            }
        }
        for (e, &at) in self.next.iter().enumerate() {
            if at < next.0 {
                next = (at, Due::Event(e));
            }
        }
        if self.turn_at < next.0 {
            next = (self.turn_at, Due::Turn);
        }
        next
    }

    /// Starts and stops the clocks of events that hang on a condition, as things stand at `t`. True where it
    /// did either.
    pub(crate) fn settle_conditions(
        &mut self,
        table: &Table<'_>,
        t: f64,
        is_met: impl Fn(Condition) -> bool,
    ) -> bool {
        let mut changed = false;
        for &(event, condition) in &table.conditional {
            let holds = is_met(condition);
            if holds == self.running[event] {
                continue;
            }
            self.running[event] = holds;
            changed = true;
            let next = &mut self.next[event];
            if holds {
                *next = t + self.waits[event];
            } else {
                self.waits[event] = *next - t;
                *next = f64::INFINITY;
            }
        }
        changed
    }

    /// An event is due again then; never, at infinity.
    pub(crate) fn set_event(&mut self, event: usize, at: f64) {
        self.next[event] = at;
    }

    /// Texts are tried at another rate from then on.
    pub(crate) fn set_turn(&mut self, at: f64) {
        self.turn_at = at;
    }
}
