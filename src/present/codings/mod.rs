//! Two codings of one negotiation, for readers ([`terminal()`]) and for programs ([`json()`], [`csv()`]).

mod csv;
mod json;
mod terminal;

pub use csv::csv;
pub use json::json;
pub use terminal::terminal;

use crate::analysis::codings::{Agreements, Swap, SwapOf};
use crate::model::Scenario;
use crate::montecarlo::Contrasts;

/// Two codings and what became of them.
#[derive(Clone, Copy, Debug)]
pub struct CodingsView<'a> {
    /// Coding A.
    pub a: &'a Scenario,
    /// Coding B.
    pub b: &'a Scenario,
    /// Where each came from.
    pub files: [&'a str; 2],
    /// Number by number.
    pub agreements: &'a Agreements,
    /// A with each group of numbers as B has it.
    pub swaps: &'a [SwapOf],
    /// A against each of `swaps`, and at last against B.
    pub contrasts: &'a Contrasts,
}

impl CodingsView<'_> {
    /// What a group is called: a kind in words, a party by its key.
    fn group(&self, group: Swap) -> String {
        match group {
            Swap::Kind(kind) => kind.word().to_owned(),
            Swap::Party(party) => self.a.parties[party].id.clone(),
            Swap::Dependence => "what hangs together".to_owned(),
            Swap::Shared => "all that both have".to_owned(),
        }
    }
}

/// The word of JSON and CSV for what a group is.
fn group_word(group: Swap) -> &'static str {
    match group {
        Swap::Kind(_) => "kind",
        Swap::Party(_) => "party",
        Swap::Dependence => "dependence",
        Swap::Shared => "shared",
    }
}
