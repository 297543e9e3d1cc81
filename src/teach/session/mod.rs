//! A session: one person's game, whole. The scenario's text, the seat, the seed and the decisions taken
//! are all there is; everything shown is worked out from them anew, so that a session can be broken off
//! after any move, taken up again, read by another, or played with one number changed.

mod decision;
mod file;
mod room;

pub use decision::Decision;
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

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What is settled before the first move.
    pub setup: Setup,
    /// What the person has decided, in order.
    pub decisions: Vec<Decision>,
}
