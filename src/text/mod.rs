//! What a terminal, a shell and a TOML file make of text: columns, control characters, quotes.

mod columns;
mod date;
mod escape;
mod harmless;
mod likelihood;
pub(crate) mod number;
pub(crate) mod shell;
mod wrap;

#[cfg(feature = "cli")]
pub(crate) use columns::cut_front;
pub(crate) use columns::{Padded, fitted, flat, piece, width};
pub(crate) use date::date;
pub(crate) use escape::{escaped, one_line, quoted};
pub(crate) use harmless::harmless;
pub(crate) use likelihood::likelihood;
pub use number::percent;
#[cfg(feature = "cli")]
pub(crate) use wrap::{WIDTH, hang};
pub(crate) use wrap::{hang_within, wrap};
