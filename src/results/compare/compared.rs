//! Scenarios that were played side by side, with what they are called, and which outcome is the answer.

use crate::model::Scenario;
use crate::montecarlo::{Contrast, Contrasts, Link, Outcome, Paired};
use crate::results::link_title;

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
pub struct Compared<'a> {
    /// The base.
    pub base: Side<'a>,
    /// What is held against it.
    pub alternatives: &'a [Side<'a>],
    /// The results, in the same order.
    pub contrasts: &'a Contrasts,
    /// The outcome that was asked for, a link or a question of the base; `None` for whichever moves most.
    pub of: Option<Outcome>,
}

impl Compared<'_> {
    /// Does an outcome mean anything under the base's protocol?
    fn counts(&self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Link(link) => link_title(self.base.scenario, link).is_some(),
            Outcome::Question(_) => true,
        }
    }

    /// The outcome that is told of one alternative: what was asked for, else a signature, unless the odds
    /// of another outcome move clearly more.
    pub(super) fn told(&self, contrast: &Contrast) -> Outcome {
        self.of.unwrap_or_else(|| {
            let signed = Outcome::Link(Link::Signed);
            self.leads(contrast).map_or(signed, |(outcome, _)| outcome)
        })
    }

    /// The outcome whose odds an alternative moves clearly more than those of `shown`.
    pub(super) fn moves_more<'c>(
        &self,
        contrast: &'c Contrast,
        shown: Outcome,
    ) -> Option<(Outcome, &'c Paired)> {
        contrast.moves_more(shown, |outcome| self.counts(outcome))
    }

    /// The outcome that takes the place of a signature: a question or what follows a signature. What comes
    /// before one is only on the way, and never is the answer unless asked for.
    fn leads<'c>(&self, contrast: &'c Contrast) -> Option<(Outcome, &'c Paired)> {
        let on_the_way = |outcome| matches!(outcome, Outcome::Link(Link::Talks | Link::Ground));
        let signed = Outcome::Link(Link::Signed);
        contrast.moves_more(signed, |outcome| self.counts(outcome) && !on_the_way(outcome))
    }

    /// The outcome that is told of all alternatives in one place: what was asked for, else what one of
    /// them moves most.
    pub(super) fn told_of_all(&self) -> Outcome {
        let signed = Outcome::Link(Link::Signed);
        let moved = self.contrasts.contrasts.iter().filter_map(|one| self.leads(one));
        let size = |paired: &Paired| paired.difference.value.abs();
        // Of equal ones the first stands.
        let most = moved.reduce(|a, b| if size(b.1) > size(a.1) { b } else { a });
        // What is told of all is what matters most for any of them.
        let of_signed = self.contrasts.contrasts.iter().map(|one| size(one.link(Link::Signed)));
        let signed_most = of_signed.fold(0.0, f64::max);
        let most = most.filter(|(_, paired)| size(paired) > signed_most);
        self.of.unwrap_or_else(|| most.map_or(signed, |(outcome, _)| outcome))
    }
}
