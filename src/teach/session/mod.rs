//! A session: one person's game, whole. The scenario's text, the seat, the seed and the decisions taken
//! are all there is; everything shown is worked out from them anew, so that a session can be broken off
//! after any move, taken up again, read by another, or played with one number changed.

mod decision;
mod file;
mod room;

pub use decision::{Decision, Unclear};
pub use file::{Fault, VERSION};
pub use room::Room;

/// What is settled before the first move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// What messages call the scenario file.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The variant that is played.
    pub variant: Option<String>,
    /// Changed values, as paths and what is written for them.
    pub sets: Vec<(String, String)>,
    /// The key of the party in whose seat the person sits.
    pub role: String,
    /// Seed of every random draw.
    pub seed: u64,
    /// The number of the world that is played; without it the likeliest one.
    pub world: Option<u64>,
    /// The scenario's fingerprint.
    pub fingerprint: String,
}

impl Setup {
    /// The variant and the changed values, as they are written on the command line.
    pub fn options(&self) -> String {
        let variant = self.variant.iter().map(|name| format!("--variant {name}"));
        let sets = self.sets.iter().map(|(path, value)| format!("--set '{path}={value}'"));
        variant.chain(sets).collect::<Vec<_>>().join(" ")
    }
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What is settled before the first move.
    pub setup: Setup,
    /// What the person has decided, in order.
    pub decisions: Vec<Decision>,
}

impl Session {
    /// How often the person asked for a hint.
    pub fn hints(&self) -> usize {
        self.decisions.iter().filter(|decision| **decision == Decision::Hint {}).count()
    }

    /// Did a push change the text that lay on the table, as it did when sessions had format 1?
    pub fn pushed_at_once(&self) -> bool {
        let at_once =
            |decision: &Decision| matches!(decision, Decision::Push { at_once: true, .. });
        self.decisions.iter().any(at_once)
    }
}
