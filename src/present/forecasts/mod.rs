//! Second opinions for readers ([`terminal()`]) and as a table ([`csv()`]).
//!
//! Both take a table of positions and the opinions on it, wherever the table came from.

mod accuracy;
mod chart;
mod csv;
mod grid;
mod rounds;
mod terminal;
mod words;

pub(super) use accuracy::LESSON;
pub(super) use chart::forecast_lines;
pub use csv::csv;
pub(super) use csv::{Rows, Subject};
pub use terminal::{Setting, terminal};
pub(super) use words::{challenge as challenge_words, kind as election_words};
