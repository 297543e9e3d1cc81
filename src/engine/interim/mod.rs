//! Interim deals: some issues settled for a time, the rest left open, and talks that go on meanwhile.
//!
//! A conflict is made smaller by taking it apart (Fisher 1964, fractionating conflict). What is agreed
//! ahead of the whole runs out, is renewed, breaks, or is followed by the whole. A ceasefire alone is the
//! simplest: it settles the issue that halts the fighting, and has no end of its own.

mod course;
mod plan;
mod standing;
mod strengths;
mod worth;

pub(super) use plan::{Step, Terms};
pub(super) use standing::Interims;
pub(super) use strengths::Strengths;
