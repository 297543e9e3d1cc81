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

pub use csv::csv;
pub use json::json;
pub use terminal::{Setting, terminal};
