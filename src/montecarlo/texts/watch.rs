//! What is said to one text in one history.

use crate::engine::{Event, Observer, Worth};
use crate::montecarlo::quality::UNIT;

/// A party's answer to the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Answer {
    pub(super) party: usize,
    pub(super) accepts: bool,
    /// The issue on which the text crosses its red line.
    pub(super) crosses: Option<usize>,
    pub(super) worth: Worth,
    /// What the votes ahead make of it: ẑ − (z + ε).
    pub(super) votes: f64,
    /// ε + η.
    pub(super) leaning: f64,
}

impl Answer {
    /// ẑ + η, by how much it would sign but for red lines.
    pub(super) fn margin(&self) -> f64 {
        self.worth.z + self.votes + self.leaning
    }
}

/// Listens to one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch {
    pub(super) answers: Vec<Answer>,
    /// Whose home fronts voted it down.
    pub(super) votes_lost: Vec<usize>,
    /// In force: how many months it holds, and who does not carry it out.
    pub(super) in_force: Option<(f64, Option<usize>)>,
}

impl Watch {
    /// Before a text is put.
    pub(super) fn begin(&mut self) {
        self.answers.clear();
        self.votes_lost.clear();
        self.in_force = None;
    }

    /// Do all who are asked say yes?
    pub(super) fn all_say_yes(&self) -> bool {
        self.answers.iter().all(|answer| answer.accepts)
    }
}

impl Observer for Watch {
    fn observe(&mut self, _t: f64, event: Event<'_>) {
        match event {
            // Whoever signs is asked once more when the text is laid on the table.
            Event::Tabled { .. } => self.answers.clear(),
            Event::Answered { party, worth, readiness, noise, gain, crosses, accepts, .. } => {
                self.answers.push(Answer {
                    party,
                    accepts,
                    crosses,
                    worth,
                    votes: gain - worth.z - readiness,
                    leaning: readiness + noise,
                });
            }
            Event::VoteLost { party } => self.votes_lost.push(party),
            Event::Ratified { holds_for, defector } => self.in_force = Some((holds_for, defector)),
            _ => {}
        }
    }
}

/// A value in whole units, as it is counted.
pub(super) fn counted(value: f64) -> i128 {
    /// Nothing at stake is worth more: noise alone comes near it.
    const MOST: f64 = (1_u64 << 9) as f64;
    debug_assert!(!value.is_nan());
    (value.clamp(-MOST, MOST) * UNIT).round() as i128
}
