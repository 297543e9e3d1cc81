//! What is answered.

use serde::{Deserialize, Serialize};

use super::request::Verb;
use crate::render::html::Pieces;
use crate::scenario::Outlined;

/// An answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Answer {
    /// What `zopa run --json` prints.
    Run {
        /// The very bytes.
        text: String,
    },
    /// What the change does to the odds.
    Odds {
        /// In so many worlds.
        worlds: u64,
        /// In a sentence, as HTML.
        said: String,
        /// With intervals and spreads, as HTML.
        odds: String,
        /// How far the play is, in words.
        state: String,
        /// The command that tells of what was changed.
        command: String,
    },
    /// The page of the changed report.
    Page {
        /// In so many worlds.
        worlds: u64,
        /// How far the play is, in words.
        state: String,
        /// What stands on it, as HTML.
        pieces: Pieces,
    },
    /// What a verb tells.
    Told {
        /// Which.
        verb: Verb,
        /// Its words, as HTML.
        html: String,
        /// How far the play is, in words; empty where there is nothing to say.
        state: String,
        /// Is it all?
        complete: bool,
        /// The command that tells the same.
        command: String,
    },
    /// A file to be kept.
    File {
        /// What it may be called.
        name: String,
        /// The file.
        text: String,
        /// What became of it, in words.
        said: String,
    },
    /// A scenario's file, opened.
    Desk {
        /// Its text.
        text: String,
        /// What stands in it, and what is wrong with it.
        #[serde(flatten)]
        outlined: Outlined,
    },
    /// It cannot be done.
    Refused {
        /// Why, in words.
        text: String,
    },
}
