//! A session as a file: JSON Lines. The first line says what is played, every other is a decision, and a
//! last line seals their number, so that a file cut off at any byte is known for what it is.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Decision, Session, Setup};

/// The version of the format that is written.
pub const VERSION: u64 = 2;
/// The oldest that is read. In it a push changed the text that lay on the table already.
const PUSHES_AT_ONCE: u64 = 1;

/// The most moves of a session: a person has one a round, and there are at most so many rounds.
const MOST_MOVES: usize = 10_000;

/// Why a session file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl Fault {
    pub(crate) fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.line, self.message)
    }
}

impl std::error::Error for Fault {}

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    zopa_session: u64,
    zopa_version: String,
    file: String,
    role: String,
    seed: u64,
    world: Option<u64>,
    variant: Option<String>,
    sets: Vec<(String, String)>,
    fingerprint: String,
    scenario: String,
}

/// The last line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    moves: usize,
}

/// Only the version, whatever else there is.
#[derive(Deserialize)]
struct Versioned {
    zopa_session: u64,
    zopa_version: Option<String>,
}

impl Session {
    /// The session as a file.
    pub fn to_text(&self) -> String {
        let setup = &self.setup;
        let head = Head {
            zopa_session: VERSION,
            zopa_version: env!("CARGO_PKG_VERSION").to_owned(),
            file: setup.file.clone(),
            role: setup.role.clone(),
            seed: setup.seed,
            world: setup.world,
            variant: setup.variant.clone(),
            sets: setup.sets.clone(),
            fingerprint: setup.fingerprint.clone(),
            scenario: setup.text.clone(),
        };
        let mut text = line(&head);
        for decision in &self.decisions {
            text += &line(decision);
        }
        text += &line(&Seal { moves: self.decisions.len() });
        text
    }

    /// Reads a session's file.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let lines: Vec<&str> = text.lines().collect();
        let Some((first, rest)) = lines.split_first() else {
            return Err(Fault::new(1, "the file is empty; a session begins with what is played"));
        };
        let versioned: Versioned = serde_json::from_str(first).map_err(|_| {
            Fault::new(1, "this is no session of zopa play, or its first line is cut off")
        })?;
        if !(PUSHES_AT_ONCE..=VERSION).contains(&versioned.zopa_session) {
            let by = versioned.zopa_version.unwrap_or_else(|| "another zopa".to_owned());
            let message = format!(
                "this session has format {}, written by zopa {by}; this zopa reads formats {PUSHES_AT_ONCE} to \
                 {VERSION}",
                versioned.zopa_session
            );
            return Err(Fault::new(1, message));
        }
        let head: Head = serde_json::from_str(first).map_err(|error| {
            Fault::new(1, format!("this line does not say what is played: {}", short(&error)))
        })?;
        let cut_off = |line| {
            let message = "the file is cut off here, or was changed: a session ends with {\"moves\":N}, \
                           N being the number of moves before it";
            Fault::new(line, message)
        };
        let Some((last, moves)) = rest.split_last() else { return Err(cut_off(1)) };
        let seal: Seal = serde_json::from_str(last).map_err(|_| cut_off(lines.len()))?;
        if seal.moves != moves.len() || !text.ends_with('\n') {
            return Err(cut_off(lines.len()));
        }
        if moves.len() > MOST_MOVES {
            let message = format!("there are more than {MOST_MOVES} moves in this session");
            return Err(Fault::new(MOST_MOVES + 2, message));
        }
        let read = |(index, line): (usize, &&str)| {
            serde_json::from_str(line).map_err(|error| {
                Fault::new(index + 2, format!("this is no move: {}", short(&error)))
            })
        };
        let mut decisions: Vec<Decision> =
            moves.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
        if versioned.zopa_session == PUSHES_AT_ONCE {
            decisions.iter_mut().for_each(Decision::as_of_format_one);
        }
        let setup = Setup {
            file: head.file,
            text: head.scenario,
            variant: head.variant,
            sets: head.sets,
            role: head.role,
            seed: head.seed,
            world: head.world,
            fingerprint: head.fingerprint,
        };
        Ok(Self { setup, decisions })
    }
}

/// One value as a line. What stands in a session is text and whole numbers, which JSON can always hold.
fn line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

/// The parser's message without its own line and column, which count within the line.
fn short(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").map_or(text.clone(), |at| text[..at].to_owned())
}
