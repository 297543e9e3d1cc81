//! Who votes at home on what a leader signs, with the numbers of a world.

use super::ballot::Ballot;
use super::blocs::{Blocs, Division};
use crate::model::{InputId, Ratification, Vote};

/// Who votes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one a party, refilled for every world: a box would be allocated every time"
)]
enum Voters {
    /// Everybody alike.
    Alike(Ballot),
    /// Blocs, each as one.
    Blocs(Blocs),
}

/// One home front in a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct HomeFront {
    voters: Voters,
    /// Months from the signature to the vote.
    pub(crate) delay: f64,
}

impl HomeFront {
    pub(crate) fn new(ratification: &Ratification, get: impl Fn(InputId) -> f64) -> Self {
        let voters = match &ratification.vote {
            &Vote::Probability(id) => Voters::Alike(Ballot::Probability(get(id))),
            &Vote::Approval { intercept, slope, quota, spread } => {
                Voters::Alike(Ballot::Approval {
                    intercept: get(intercept),
                    slope: get(slope),
                    quota: get(quota),
                    spread: get(spread),
                })
            }
            Vote::Blocs(blocs) => Voters::Blocs(Blocs::new(blocs, &get)),
        };
        Self { voters, delay: get(ratification.delay) }
    }

    /// The probability that terms of this value pass.
    pub(crate) fn passes(&self, value: f64) -> f64 {
        self.passes_with(value, None)
    }

    /// The same as others see it, who misjudge every approval with this standard deviation.
    pub(crate) fn seems_to_pass(&self, value: f64, error: f64) -> f64 {
        self.passes_with(value, Some(error))
    }

    fn passes_with(&self, value: f64, blur: Option<f64>) -> f64 {
        match &self.voters {
            Voters::Alike(ballot) => ballot.passes(value, blur),
            Voters::Blocs(blocs) => blocs.passes(value, blur),
        }
    }

    /// V*: the value from which on the terms pass at even odds or better; `None` where the terms do
    /// not decide, or more of them does not help.
    pub(crate) fn even_value(&self) -> Option<f64> {
        match &self.voters {
            Voters::Alike(ballot) => ballot.even_value(),
            Voters::Blocs(blocs) => blocs.even_value(),
        }
    }

    /// Votes on terms of this value with the draw of the day; where blocs vote, how: `own` gives the draws
    /// that are theirs.
    pub(crate) fn vote(
        &self,
        value: f64,
        draw: f64,
        own: impl FnMut(usize) -> f64,
    ) -> (bool, Option<Division>) {
        match &self.voters {
            Voters::Alike(ballot) => (draw < ballot.passes(value, None), None),
            Voters::Blocs(blocs) => {
                let division = blocs.divide(value, draw, own);
                (division.passed, Some(division))
            }
        }
    }
}
