//! The story of one trial: what moved, who proposed what, who answered how and why, and what was missing at the
//! end. Whole as a document ([`tell`]), and in short ([`brief()`]).

mod brief;
mod tell;

pub use brief::{Brief, brief};
pub use tell::{head, tell};

use super::happening::Words;
use crate::results::story::{Happening, Moment, Story};

/// What is told, each with its number among the happenings: offers that repeat the party's last one in the
/// same words are left out.
fn told<'s>(words: Words<'_>, story: &'s Story) -> Vec<(usize, &'s Moment)> {
    let mut last: Vec<(&str, String)> = Vec::new();
    let is_new = |(_, moment): &(usize, &'s Moment)| {
        let Happening::Offered { party, terms, .. } = &moment.what else { return true };
        let terms = words.terms(terms);
        if let Some((_, known)) = last.iter_mut().find(|(id, _)| *id == party.id) {
            return std::mem::replace(known, terms.clone()) != terms;
        }
        last.push((&party.id, terms));
        true
    };
    story.happenings.iter().enumerate().filter(is_new).collect()
}
