//! Playing: a room, what was decided in it, and what is asked now.

mod advice;
mod bargain;
mod board;
mod named;
mod process;
mod typed;
mod watch;

pub use advice::Advice;
pub use bargain::Bargain;
pub(crate) use bargain::{choice_text, package as package_of};
pub use board::{Place, Row};
pub use process::{Process, Text};

use super::session::{Decision, Fault, Room, Session};
use crate::model;

/// Something that happened, as the person hears of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// When: a round or a day.
    pub when: String,
    /// What, in a sentence.
    pub text: String,
}

/// A game of either protocol.
#[derive(Clone, Debug)]
pub enum Play<'r> {
    /// Alternating offers.
    Bargain(Box<Bargain<'r>>),
    /// A peace process.
    Process(Box<Process<'r>>),
}

impl<'r> Play<'r> {
    /// A new game, as far as the person's first turn.
    ///
    /// # Errors
    /// When nobody in this seat is ever asked for anything.
    pub fn new(room: &'r Room) -> Result<Self, String> {
        Ok(match room.scenario.process {
            model::Process::Peace => Self::Process(Box::new(Process::new(room)?)),
            model::Process::Offers(_) => Self::Bargain(Box::new(Bargain::new(room))),
        })
    }

    /// The game of a session, with all its decisions taken.
    ///
    /// # Errors
    /// The first decision that could not be taken, with its line in the session's file.
    pub fn replay(room: &'r Room, session: &Session) -> Result<Self, Fault> {
        let mut play = Self::new(room).map_err(|message| Fault::new(1, message))?;
        for (index, decision) in session.decisions.iter().enumerate() {
            play.act(decision).map_err(|message| {
                Fault::new(index + 2, format!("the move “{}”: {message}", decision.spoken()))
            })?;
        }
        Ok(play)
    }

    /// Takes a decision of the person, and lets the others move until it is its turn again.
    ///
    /// # Errors
    /// Why it cannot be taken; the game stays as it was.
    pub fn act(&mut self, decision: &Decision) -> Result<(), String> {
        match self {
            // Asked for after the end, too: then it says that the game is over.
            _ if *decision == (Decision::Hint {}) => Ok(()),
            Self::Bargain(bargain) => bargain.act(decision),
            Self::Process(process) => process.act(decision),
        }
    }

    /// Lets the engine play the person's seat to the end.
    pub fn let_engine_finish(&mut self) {
        match self {
            Self::Bargain(bargain) => bargain.let_engine_finish(),
            Self::Process(process) => process.let_engine_finish(),
        }
    }

    /// Is the game over?
    pub fn is_over(&self) -> bool {
        match self {
            Self::Bargain(bargain) => bargain.is_over(),
            Self::Process(process) => process.is_over(),
        }
    }

    /// All that has happened, in order.
    pub fn news(&self) -> Vec<News> {
        match self {
            Self::Bargain(bargain) => bargain.news(),
            Self::Process(process) => process.news(),
        }
    }

    /// What the person is asked now, or how the game ended.
    pub fn question(&self) -> String {
        match self {
            Self::Bargain(bargain) => bargain.question(),
            Self::Process(process) => process.question(),
        }
    }

    /// Where the clock stands.
    pub fn clock(&self) -> String {
        match self {
            Self::Bargain(bargain) => bargain.clock(),
            Self::Process(process) => process.clock(),
        }
    }

    /// What is to be asked before a decision that cannot be taken back: a yes to less than no deal is worth,
    /// an offer that nobody can answer, the end of the talks.
    pub fn doubt(&self, decision: &Decision) -> Option<String> {
        if self.is_over() {
            return None;
        }
        match (decision, self) {
            (Decision::Walk {}, _) => Some("Walk away for good?".to_owned()),
            (_, Self::Bargain(bargain)) => bargain.doubt(decision),
            (_, Self::Process(process)) => process.doubt(decision),
        }
    }

    /// Advice, from what the person may know.
    pub fn hint(&self) -> String {
        match self {
            Self::Bargain(bargain) => bargain.hint(),
            Self::Process(process) => process.hint(),
        }
    }
}
