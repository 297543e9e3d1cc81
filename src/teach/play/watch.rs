//! What a person in a peace process hears, up to the first question it has not answered.
//!
//! Others' answers to a text become known together with the person's own; what they are worth to others
//! and their moods never do.

use crate::engine::{Division, Event, Observer, Worth};
use crate::model::Fate;

/// A text that was tabled.
#[derive(Clone, Debug)]
pub(super) struct Tabled {
    pub(super) t: f64,
    /// The terms, in [0, 1].
    pub(super) text: Vec<f64>,
    /// The number of the interim deal it is; `None` for the whole.
    pub(super) interim: Option<usize>,
    /// Has that deal run out?
    pub(super) renewal: bool,
    /// Who held the pen, unless a mediator tables.
    pub(super) holder: Option<usize>,
    /// Who said what.
    pub(super) answers: Vec<(usize, bool)>,
    /// What signing is worth to the person, and the issue on which its red line is crossed; where it
    /// was asked.
    pub(super) own: Option<(Worth, Option<usize>)>,
    /// Had the person answered, or did the text need no answer of its?
    pub(super) settled: bool,
    /// Did all that were asked say yes?
    pub(super) agreed: bool,
}

/// Something else that happened.
#[derive(Clone, Debug)]
pub(super) enum Heard {
    Text(usize),
    Line { line: f64 },
    Event(usize),
    Pledged { party: usize, delivered: f64 },
    Summit { fruitful: bool },
    Interim { interim: usize, fate: Fate },
    Signed(Vec<f64>),
    Divided { party: usize, division: Division },
    VoteLost(usize),
    PledgeWithdrawn(usize),
    Ratified,
}

/// An observer that listens for a person.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    pub(super) role: usize,
    /// Answers the person has given.
    given: usize,
    /// Has it left for good?
    walked: bool,
    asked: usize,
    /// Is a question open? Then nothing more is heard.
    pub(super) open: bool,
    pub(super) texts: Vec<Tabled>,
    pub(super) heard: Vec<(f64, Heard)>,
    told_line: f64,
}

/// How far the line moves before it is told, in [0, 1].
const LINE_STEP: f64 = 0.02;

impl Watch {
    pub(super) fn new(role: usize, given: usize, walked: bool) -> Self {
        Self {
            role,
            given,
            walked,
            asked: 0,
            open: false,
            texts: Vec::new(),
            heard: Vec::new(),
            told_line: f64::NAN,
        }
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
            text.agreed &= accepts;
        }
    }

    fn line(&mut self, t: f64, line: f64) {
        if self.told_line.is_nan() {
            self.told_line = line;
        } else if (line - self.told_line).abs() >= LINE_STEP {
            self.heard.push((t, Heard::Line { line }));
            self.told_line = line;
        }
    }
}

impl Observer for Watch {
    fn observe(&mut self, t: f64, event: Event<'_>) {
        if self.open {
            return;
        }
        let heard = match event {
            Event::Tabled { text, holder, interim, renewal } => {
                self.texts.push(Tabled {
                    t,
                    text: text.to_vec(),
                    interim,
                    renewal,
                    holder,
                    answers: Vec::new(),
                    own: None,
                    settled: true,
                    agreed: true,
                });
                Heard::Text(self.texts.len() - 1)
            }
            Event::Answered { party, worth, crosses, accepts, .. } => {
                self.answered(party, worth, crosses, accepts);
                return;
            }
            Event::RoundEnded { line, .. } => {
                self.line(t, line);
                return;
            }
            Event::Happened { event } => Heard::Event(event),
            Event::Pledged { party, delivered } => Heard::Pledged { party, delivered },
            Event::Summit { fruitful } => Heard::Summit { fruitful },
            Event::Interim { interim, fate } => Heard::Interim { interim, fate },
            Event::Signed { text, .. } => Heard::Signed(text.to_vec()),
            Event::Divided { party, division } => Heard::Divided { party, division },
            Event::VoteLost { party } => Heard::VoteLost(party),
            Event::PledgeWithdrawn { party } => Heard::PledgeWithdrawn(party),
            Event::Ratified { .. } => Heard::Ratified,
            _ => return,
        };
        self.heard.push((t, heard));
    }
}
