//! The classroom: what a player is told, a game that can be broken off and taken up again, and what is
//! to be learnt from it afterwards.
//!
//! Pure, like all below the command: a scenario and decisions go in, documents come out. What a role's brief
//! and screen show is worked out from the public facts and that role's own numbers, and a test changes
//! every other number of the file to see that not a byte moves.

pub mod brief;
pub mod class;
pub mod debrief;
pub mod play;
mod points;
pub mod session;
