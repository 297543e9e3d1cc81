//! A text that somebody lays on the table on a day.
//!
//! The history comes to that day by the steps of any other. Where the parties still talk then, the text is put to
//! them as one of a mediator's is, after all that happens on that day; what they sign waits for its votes, and the
//! history goes on until those are held. What the talks would come to later under other texts is left out.

use super::altered::Altered;
use super::draft::beyond_mediators_lines;
use super::observer::{Event, Observer};
use super::play::{Course, Step, Tabled};
use super::setting::Setting;
use super::state::State;

/// How the talks stand on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnTheDay {
    /// They go on.
    Talks,
    /// What was signed before waits for the votes at home, and nobody tables another text.
    Signed,
    /// A package is in force.
    InForce,
}

/// That everybody was asked about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reception {
    /// Who mediates and would not have tabled it, if anybody.
    pub withheld_by: Option<usize>,
}

/// What became of a text that was laid on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    /// Who mediates would not sign it itself, or has a red line that it crosses: not tabled.
    Withheld {
        /// Who.
        party: usize,
    },
    /// Somebody said no.
    Refused,
    /// All signed it.
    Signed {
        /// Did every principal's home front pass it?
        in_force: bool,
    },
}

/// A history that was played to a day.
#[derive(Clone, Debug)]
pub(crate) struct Reached {
    course: Course,
    t: f64,
}

impl Reached {
    /// Plays a history that has begun to the day `t`, all that happens on it included.
    pub(crate) fn play_to(
        stated: Setting<'_>,
        altered: &mut Altered,
        state: &mut State,
        t: f64,
    ) -> (Self, OnTheDay) {
        let mut course = Course::begin(stated, state);
        let mut day = OnTheDay::Talks;
        loop {
            match course.step(stated, altered, state, t, &mut ()) {
                Step::GoesOn => {}
                Step::Paused => break,
                Step::Ended { ratified } => {
                    if ratified {
                        day = OnTheDay::InForce;
                    }
                    break;
                }
            }
        }
        if day == OnTheDay::Talks && state.situation.signed.waits() {
            day = OnTheDay::Signed;
        }
        course.pause_at(altered.setting(stated), state, t);
        (Self { course, t }, day)
    }

    /// Asks what everybody would say to a text now, and who would not table it. The history stands still.
    pub(crate) fn ask<O: Observer>(
        &self,
        setting: Setting<'_>,
        state: &mut State,
        text: &[f64],
        observer: &mut O,
    ) -> Reception {
        state.record.texts += 1;
        state.outlooks.foresee(setting, &state.situation.front, text);
        let withheld_by =
            beyond_mediators_lines(setting, text).or(state.withheld_by(setting, text));
        state.put_package(setting, self.t, text, observer);
        state.record.texts -= 1;
        Reception { withheld_by }
    }

    /// Lays a text on the table, and plays on until the votes on it are held.
    pub(crate) fn lay<O: Observer>(
        mut self,
        stated: Setting<'_>,
        altered: &mut Altered,
        state: &mut State,
        text: &[f64],
        observer: &mut O,
    ) -> Laid {
        let setting = altered.setting(stated);
        if let Some(party) = beyond_mediators_lines(setting, text) {
            observer.observe(self.t, Event::Withheld { party });
            return Laid::Withheld { party };
        }
        match state.table_package(setting, self.t, (text, None), observer) {
            Tabled::Withheld { party } => Laid::Withheld { party },
            Tabled::Refused => Laid::Refused,
            Tabled::Signed { ratified } => {
                let mut in_force = ratified;
                while state.situation.signed.waits() {
                    let step = self.course.step(stated, altered, state, f64::INFINITY, observer);
                    if let Step::Ended { ratified } = step {
                        in_force = ratified;
                        break;
                    }
                }
                Laid::Signed { in_force }
            }
        }
    }
}
