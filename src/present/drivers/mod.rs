//! What the answer hangs on, for readers ([`terminal()`]) and as a table ([`csv()`]).

mod breakeven;
mod csv;
mod terminal;
mod tornado;

pub use csv::csv;
pub use terminal::terminal;

use crate::model::InputId;
use crate::results::drivers::Found;

/// The path of an input.
fn path(view: Found<'_>, input: InputId) -> &str {
    &view.scenario.inputs[input.index()].path
}

/// The word of the outcome, as the command takes it.
fn of(view: Found<'_>) -> &str {
    view.outcome.word(view.scenario)
}
