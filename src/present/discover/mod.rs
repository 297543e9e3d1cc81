//! Where deals happen: boxes and choices for readers and as tables.

mod csv;
mod levers;
mod terminal;
pub(super) mod words;

use crate::model::Scenario;
use crate::results::discover::InputColumn;

pub use csv::csv;
pub use levers::{csv as levers_csv, terminal as levers_terminal};
pub use terminal::terminal;

/// An input of a scenario in plain words: `parties.north.concession_speed` is “North's concession speed”.
pub(super) fn input_words(scenario: &Scenario, path: &str) -> String {
    let column = InputColumn { name: path.to_owned(), title: None, categories: Vec::new() };
    words::input(Some(scenario), &column)
}
