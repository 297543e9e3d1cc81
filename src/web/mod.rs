//! The pages that play: what they ask of the engine, which they carry or which is behind a server, and what they are
//! answered.
//!
//! A request is JSON: a scenario's text, what is changed in it, and what is wanted. [`Playing`] answers it bit by bit,
//! each answer of more worlds of the same sequence than the one before, so that whoever waits sees the interval shrink.
//! Nothing here knows who asks; the names that a page calls are in `engine`, a crate of its own, because exporting them is
//! what the library forbids itself, and the server is `cli/serve`.

mod answer;
mod desk;
mod living;
mod playing;
mod request;
mod setting;
mod verbs;
mod workbench;

pub use answer::Answer;
pub use desk::Desk;
pub use living::living;
pub use playing::Playing;
pub use request::{Change, Request, Verb, Wanted, Which};
pub use setting::Setting;
pub use workbench::{Opened, carried, served};
