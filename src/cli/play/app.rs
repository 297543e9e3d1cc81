//! The state of the screen: the game, what is being prepared, and what covers it.

use super::keep::Keeper;
use crate::cli::exit::Failure;
use crate::teach::play::Play;
use crate::teach::session::{Decision, Room, Session};

/// What covers the screen.
pub(super) enum Over {
    /// Nothing.
    None,
    /// A move is being typed.
    Typing(String),
    /// A text is read, from this line on.
    Reading(Vec<String>, usize),
    /// Is it meant? What cannot be taken back is asked about once.
    Asking(Decision, String),
}

/// The state of the screen.
pub(super) struct App<'r> {
    pub(super) room: &'r Room,
    pub(super) play: Play<'r>,
    pub(super) session: Session,
    pub(super) keeper: Option<&'r Keeper>,
    /// Steps of the next offer or push, issue by issue.
    pub(super) draft: Vec<usize>,
    /// The issue under the cursor.
    pub(super) row: usize,
    pub(super) over: Over,
    /// The last word to the player.
    pub(super) message: String,
    /// Lines the news are scrolled back.
    pub(super) back: usize,
}

impl App<'_> {
    /// Has a word with the player.
    pub(super) fn say(&mut self, text: &str) {
        text.clone_into(&mut self.message);
    }

    /// Makes a move, after a question where it is one that people regret.
    pub(super) fn decide(&mut self, decision: Decision) -> Result<(), Failure> {
        match self.play.doubt(&decision) {
            Some(question) => {
                self.over = Over::Asking(decision, question);
                Ok(())
            }
            None => self.make(decision).map(|_| ()),
        }
    }

    /// Makes a move and saves it; returns whether it was made. What cannot be done is said, and changes
    /// nothing.
    pub(super) fn make(&mut self, decision: Decision) -> Result<bool, Failure> {
        match self.play.act(&decision) {
            Ok(()) => {
                self.message = self.said(&decision);
                self.session.decisions.push(decision);
                self.back = 0;
                if let Some(keeper) = self.keeper {
                    keeper.save(&self.session)?;
                }
                Ok(true)
            }
            Err(message) => {
                self.cannot(&message);
                Ok(false)
            }
        }
    }

    /// Says that something cannot be done, and why.
    pub(super) fn cannot(&mut self, why: &str) {
        let end = if why.ends_with(['.', '?', '!']) { "" } else { "." };
        self.message = format!("That cannot be done: {why}{end}");
    }

    /// What is to be said of a move that was made.
    fn said(&self, decision: &Decision) -> String {
        let issues = self.room.scenario.issues.len();
        match decision {
            Decision::Push { issue, at, .. } => format!(
                "From now on you push for {issue} {at}; the next text takes it in. What lies on the table \
                 stays as it is."
            ),
            Decision::Offer { package } if package.len() < issues => {
                "What you did not name is as in your offer before, or else as you like it best."
                    .to_owned()
            }
            Decision::Hint {} => format!("Hint: {}", self.play.hint()),
            _ => String::new(),
        }
    }
}
