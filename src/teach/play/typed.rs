//! Moves as they are typed, told of in the words of the game that is played.

use super::{Play, Row};
use crate::teach::session::{Decision, Unclear};

impl Play<'_> {
    /// The decision that somebody types.
    ///
    /// # Errors
    /// What is wrong with the words, and which moves there are in this game.
    pub fn read(&self, text: &str) -> Result<Decision, String> {
        Decision::parse(text).map_err(|unclear| match unclear {
            Unclear::NoMove(verb) => {
                format!("“{verb}” is no move; moves are: {}", self.moves())
            }
            Unclear::NoOffer => format!("offer what? As in: {}", self.example()),
            Unclear::NoPush => format!("push for one issue at a time, as in: {}", self.example()),
            Unclear::NoEquals(part) => {
                format!("“{part}” has no “=”; write issue=choice, as in: {}", self.example())
            }
            Unclear::Alone(verb, rest) => {
                format!("“{verb}” stands alone, and “{rest}” is too much")
            }
        })
    }

    /// The moves of this game.
    pub fn moves(&self) -> &'static str {
        match self {
            Self::Bargain(_) => "offer ISSUE=CHOICE, ISSUE=CHOICE; accept; walk; hint",
            Self::Process(_) => "accept; refuse; push ISSUE=POSITION; walk; hint",
        }
    }

    /// A move that can be made, as it is typed.
    pub fn example(&self) -> String {
        let rows = self.rows(&self.draft());
        let row = rows.iter().position(Row::has_stake).unwrap_or(0);
        match self.decision(&self.draft(), row) {
            Decision::Offer { package } => {
                Decision::Offer { package: package.into_iter().take(2).collect() }.spoken()
            }
            other => other.spoken(),
        }
    }
}
