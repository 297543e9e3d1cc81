//! A run in words: the answer first, then why, then what it hangs on.

mod assertions;
mod blockers;
mod chain;
mod deals;
mod facts;
mod interims;
mod questions;
mod signing;
mod spread;
mod tell;
mod terms;

pub(in crate::present) use signing::{doubts, lure_words, signs_below};
pub use tell::tell;
