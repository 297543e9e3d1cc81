//! Second opinions for readers ([`terminal()`]) and for programs ([`json()`], [`csv()`]).
//!
//! All three take a table of positions and the opinions on it, wherever the table came from.

mod accuracy;
mod chart;
mod csv;
mod grid;
mod json;
mod rounds;
mod terminal;
mod words;

pub(super) use accuracy::LESSON;
pub(super) use chart::forecast_lines;
pub use csv::csv;
pub(super) use csv::{Rows, Subject};
pub use json::json;
pub(super) use json::{accuracy as accuracy_json, issue as issue_json};
pub use terminal::{Setting, terminal};
pub(super) use words::{challenge as challenge_words, kind as election_words};
