//! What a terminal, a shell and a TOML file make of text: columns, control characters, quotes.

mod columns;
mod date;
mod escape;
mod harmless;
mod likelihood;
pub(crate) mod number;
pub(crate) mod shell;
mod wrap;

pub(crate) use columns::{Padded, cut_front, fitted, flat, piece, width};
pub(crate) use date::date;
pub(crate) use escape::{escaped, one_line, quoted};
pub(crate) use harmless::harmless;
pub(crate) use likelihood::likelihood;
pub use number::percent;
pub(crate) use wrap::{WIDTH, hang, hang_within, wrap};
