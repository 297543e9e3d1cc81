//! Scenarios side by side, for readers ([`terminal()`]) and for programs ([`json()`], [`csv()`]).

mod csv;
mod json;
mod overview;
mod terminal;
mod words;

pub use csv::csv;
pub use json::json;
pub use terminal::terminal;

use crate::model::Scenario;
use crate::montecarlo::Contrasts;

/// One of the scenarios, with what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the user calls it: a file, a variant, a change.
    pub label: &'a str,
    /// What the file says about it, where it says anything.
    pub title: &'a str,
    /// Where it came from.
    pub file: &'a str,
    /// What the command line changed in the file, as it would be written for `zopa run`.
    pub options: &'a str,
}

/// A comparison with what was compared.
#[derive(Clone, Copy, Debug)]
pub struct CompareView<'a> {
    /// The base.
    pub base: Side<'a>,
    /// What is held against it.
    pub alternatives: &'a [Side<'a>],
    /// The results, in the same order.
    pub contrasts: &'a Contrasts,
}
