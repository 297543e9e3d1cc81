//! What a terminal, a shell and a TOML file make of text: columns, control characters, quotes.

mod columns;
mod escape;
mod harmless;
pub(crate) mod shell;

pub(crate) use columns::{Padded, cut, cut_front, fitted, flat, width};
pub(crate) use escape::{escaped, one_line};
pub(crate) use harmless::harmless;
