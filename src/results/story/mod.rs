//! The story of one history: what happened, in order, and how it ended, as data. A [`Narrator`] listens to
//! the engine and writes it down; who reads it, and in what words, is no matter of his.

mod answer;
mod ending;
mod happening;
mod named;
mod narrator;
mod trial;

pub use super::Named;
pub use answer::{Answer, Lack, NearMiss};
pub use ending::{Agreed, Ending, Reason};
pub use happening::{Amount, Change, Draft, Happening, Moment};
pub use named::{Term, Time, Valued};
pub use narrator::Narrator;
pub use trial::TrialTold;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What happened in one history, and how it ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Story {
    /// What happened, in order.
    pub happenings: Vec<Moment>,
    /// The package that was signed first or, where one was ratified, that one; null without a signature.
    pub agreed: Option<Agreed>,
    /// How it ended.
    pub ending: Ending,
    /// What each party has at the end, in the order of the file: the value of the terms in force or,
    /// without any, of no deal.
    pub values: Vec<Valued>,
    /// The text that came nearest to a signature; null where there was a deal, or no text that anybody
    /// answered. By alternating offers nobody answers a text, and it is always null.
    pub nearest_miss: Option<NearMiss>,
}

impl Story {
    /// The text that was signed last: its number among the happenings; `None` without one.
    pub fn signed_text(&self) -> Option<usize> {
        let last = |until: usize, matches: &dyn Fn(&Happening) -> bool| {
            self.happenings[..until].iter().rposition(|moment| matches(&moment.what))
        };
        let signed = last(self.happenings.len(), &|what| matches!(what, Happening::Signed { .. }))?;
        last(signed, &|what| matches!(what, Happening::TextTabled { .. }))
    }
}
