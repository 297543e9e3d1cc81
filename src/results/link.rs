//! Links of the chain as readers know them.

use crate::model::{Process, Scenario};
use crate::montecarlo::Link;

/// What a link is called; `None` where it means nothing under the scenario's protocol: with alternating offers
/// home fronts may have no say, and nobody breaks a deal.
pub fn link_title(scenario: &Scenario, link: Link) -> Option<&'static str> {
    match scenario.process {
        Process::Peace => Some(match link {
            Link::Talks => "a text is tabled",
            Link::Ground => "common ground",
            Link::Signed => "signed",
            Link::Ratified => "in force",
            Link::Carried => "carried out",
            Link::Holds => "holds a year",
        }),
        Process::Offers(_) => {
            let home = scenario.parties.iter().any(|party| party.ratification.is_some());
            match link {
                Link::Talks => Some("an offer is made"),
                Link::Ground => Some("common ground"),
                Link::Signed => Some("agreed"),
                Link::Ratified => home.then_some("ratified"),
                Link::Carried | Link::Holds => None,
            }
        }
    }
}
