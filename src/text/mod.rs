//! What a terminal and a shell make of text: columns, control characters, quotes.

mod columns;
mod harmless;
pub(crate) mod shell;

pub(crate) use columns::{Padded, cut, cut_front, fitted, flat, width};
pub(crate) use harmless::harmless;
