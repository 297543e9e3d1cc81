//! MiCRO: the smallest concession for every concession.
//!
//! De Jonge 2022, *An Analysis of the Linear Bilateral ANAC Domains Using the MiCRO Benchmark Strategy*.
//! The party goes down its outcomes one by one. It makes a new offer when the others have made at least
//! as many different offers as it has itself and the new one still beats no deal; else it repeats one of
//! its own, drawn at random. It accepts what is worth at least the worst offer it is ready to make. With
//! several others the one who has made the fewest different offers counts. Equal outcomes go by number,
//! the higher first.

use super::super::View;
use super::{Chance, Memory, Wanted};

/// What it asks for now.
pub(super) fn want(view: View<'_>, memory: &mut Memory, chance: Chance<'_>) -> Wanted {
    let wishes = view.wishes();
    let from = wishes.first_from(wishes.reservation());
    let left = wishes.order().len() - from;
    let made = view.different_offers_of(view.party());
    let met = view.others().map(|other| view.different_offers_of(other)).min().unwrap_or(0);
    if made <= met && made < left {
        let outcome = view.at_steps_down(made);
        return Wanted { demand: wishes.utility(outcome as usize), outcome: Some(outcome) };
    }
    if made == 0 {
        return Wanted { demand: wishes.best(), outcome: None };
    }
    let drawn = (memory.uniform(chance) * made as f64) as usize;
    let lowest = wishes.utility(view.at_steps_down(made - 1) as usize);
    Wanted { demand: lowest, outcome: Some(view.at_steps_down(drawn.min(made - 1))) }
}
