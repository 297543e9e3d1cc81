//! The bargaining map for readers ([`terminal()`]) and as a table ([`csv()`]).

mod choice;
mod csv;
mod issue;
mod package;
mod terminal;
mod words;

pub use csv::csv;
pub use terminal::terminal;
pub(super) use words::{concept as concept_words, hinge as hinge_words};

use crate::analysis::map::BargainingMap;
use crate::model::Scenario;

/// A map with what it is a map of.
#[derive(Clone, Copy, Debug)]
pub struct MapView<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its map.
    pub map: &'a BargainingMap,
    /// Where the scenario came from.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
    /// Seed of the worlds.
    pub seed: u64,
    /// Only this issue is drawn.
    pub only: Option<usize>,
}
