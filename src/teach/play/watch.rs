//! What a person in a peace process hears, up to the first question it has not answered.
//!
//! Others' answers to a text become known together with the person's own; what they are worth to others
//! and their moods never do. Nor does the person hear of texts that nobody tabled, what an event has changed in
//! numbers, who was paid for a signature and who will not carry it out.

use crate::engine::{Event, Observer, Worth};
use crate::model::Scenario;
use crate::results::story::Narrator;

/// A text that was tabled.
#[derive(Clone, Debug)]
pub(super) struct Tabled {
    pub(super) t: f64,
    /// The terms, in [0, 1].
    pub(super) text: Vec<f64>,
    /// The number of the interim deal it is; `None` for the whole.
    pub(super) interim: Option<usize>,
    /// Who held the pen, unless a mediator tables.
    pub(super) holder: Option<usize>,
    /// Who said what.
    pub(super) answers: Vec<(usize, bool)>,
    /// What signing is worth to the person, and the issue on which its red line is crossed; where it
    /// was asked.
    pub(super) own: Option<(Worth, Option<usize>)>,
    /// Had the person answered, or did the text need no answer of its?
    pub(super) settled: bool,
}

/// An observer that listens for a person, and lets a narrator hear what it hears.
#[derive(Clone, Debug)]
pub(super) struct Watch<'a> {
    role: usize,
    /// Answers the person has given.
    given: usize,
    /// Has it left for good?
    walked: bool,
    asked: usize,
    /// Is a question open? Then nothing more is heard.
    pub(super) open: bool,
    pub(super) texts: Vec<Tabled>,
    pub(super) narrator: Narrator<'a>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(scenario: &'a Scenario, role: usize, given: usize, walked: bool) -> Self {
        let narrator = Narrator::new(scenario);
        Self { role, given, walked, asked: 0, open: false, texts: Vec::new(), narrator }
    }

    fn answered(&mut self, party: usize, worth: Worth, crosses: Option<usize>, accepts: bool) {
        let role = self.role;
        let open = party == role && self.asked == self.given && !self.walked;
        let Some(text) = self.texts.last_mut() else { return };
        if party == role {
            self.asked += 1;
            text.own = Some((worth, crosses));
        }
        if open {
            text.settled = false;
            self.open = true;
        } else {
            text.answers.push((party, accepts));
        }
    }
}

impl Observer for Watch<'_> {
    fn observe(&mut self, t: f64, event: Event<'_>) {
        if self.open {
            return;
        }
        let heard = match event {
            Event::Tabled { text, holder, interim, .. } => {
                self.texts.push(Tabled {
                    t,
                    text: text.to_vec(),
                    interim,
                    holder,
                    answers: Vec::new(),
                    own: None,
                    settled: true,
                });
                event
            }
            Event::Answered { party, worth, crosses, accepts, .. } => {
                self.answered(party, worth, crosses, accepts);
                if self.open {
                    return;
                }
                event
            }
            Event::Unripe { .. } | Event::Withheld { .. } | Event::Changed { .. } => return,
            Event::Signed { text, .. } => Event::Signed { text, imposed: false },
            Event::Ratified { holds_for, .. } => Event::Ratified { holds_for, defector: None },
            _ => event,
        };
        self.narrator.observe(t, heard);
    }
}
