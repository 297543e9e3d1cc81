//! The page that plays: what it asks of the engine it carries, and what it is answered.
//!
//! A [`Request`] is a scenario's text, what is changed in it and what is wanted; [`Playing`] answers it bit by bit, each
//! answer of more worlds of the same sequence than the one before, so that whoever waits sees the interval shrink. Both
//! are JSON. Nothing here knows that a page is at the other end; the names that it calls are in `engine`, a crate of its
//! own, because exporting them is what the library forbids itself.

mod playing;
mod request;

pub use playing::{Answer, Playing};
pub use request::{Change, Request, Wanted};
