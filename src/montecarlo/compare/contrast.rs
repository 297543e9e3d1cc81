//! What a comparison says: every figure of an alternative against the base, ready for presenters.

use super::difference::Difference;
use super::shared::Shared;
use crate::montecarlo::estimate::Estimate;
use crate::montecarlo::outcome::{Link, Outcome};
use crate::montecarlo::stopping::StopReason;
use crate::montecarlo::summary::Summary;
use crate::stream::Seed;

/// The base against every alternative.
#[derive(Clone, Debug)]
pub struct Contrasts {
    /// The seed.
    pub seed: Seed,
    /// Worlds played.
    pub worlds: u64,
    /// Histories in each.
    pub histories: u64,
    /// What ended it.
    pub stopped: StopReason,
    /// Each scenario's own figures, the base first: those of a run with the same seed.
    pub summaries: Vec<Summary>,
    /// One for each alternative.
    pub contrasts: Vec<Contrast>,
}

/// One alternative against the base.
#[derive(Clone, Debug)]
pub struct Contrast {
    /// What the two have in common.
    pub shared: Shared,
    /// From talks to a deal that holds, in order.
    pub chain: Vec<(Link, Paired)>,
    /// The shared questions, as indices (in the base, in the alternative).
    pub questions: Vec<((usize, usize), Paired)>,
    /// Share of worlds with a package that all who must sign gain from, without noise.
    pub zone: Paired,
    /// Who is named in the reason for failure; shares of all trials. Largest change first.
    pub blockers: Vec<Blocker>,
    /// What the base's best package is worth to whom; largest change first. Empty where the two do not
    /// settle the same issues, or no world of the base has a package within all red lines.
    pub worths: Vec<WorthShift>,
    /// The medians of signed terms, where both sides have signed.
    pub terms: Vec<TermsShift>,
}

/// One yes or no in both scenarios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    /// Odds in the base.
    pub base: Estimate,
    /// Odds in the alternative.
    pub alternative: Estimate,
    /// Alternative less base, trial by trial.
    pub difference: Difference,
    /// Shares of all trials that change.
    pub flips: Flips,
    /// Share of worlds in which the alternative has more …
    pub worlds_up: f64,
    /// … and in which it has fewer.
    pub worlds_down: f64,
    /// How many times the variance of the difference would be with independent random numbers; `None`
    /// when the paired one is zero.
    pub variance_reduction: Option<f64>,
}

/// Trials that change their answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flips {
    /// Share of all trials that go from no to yes.
    pub to_yes: f64,
    /// Share of all trials that go from yes to no.
    pub to_no: f64,
}

/// How often a party is named in the reason for failure.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocker {
    /// The party, as indices (in the base, in the alternative).
    pub party: (usize, usize),
    /// … at all.
    pub named: Paired,
    /// … and over what: indices of the issue on both sides, or `None` for no issue (a lost vote).
    /// Largest change first; without what never happens.
    pub over: Vec<(Option<(usize, usize)>, Paired)>,
}

/// What signing the base's best package is worth to a party, mean over worlds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorthShift {
    /// Index of the party in the base.
    pub party: usize,
    /// Worlds in which the base has such a package.
    pub worlds: u64,
    /// Mean worth z in the base.
    pub base: f64,
    /// Mean worth z of the same package in the alternative.
    pub alternative: f64,
    /// Alternative less base.
    pub difference: Difference,
    /// Share of worlds in which the party would sign it.
    pub signs: Paired,
}

/// The median of the signed terms on one issue, on its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TermsShift {
    /// Index of the issue in the base.
    pub issue: usize,
    /// Median in the base.
    pub base: f64,
    /// Median in the alternative.
    pub alternative: f64,
    /// Alternative less base.
    pub change: f64,
    /// The same with its interval; `None` where signatures are too few for one.
    pub difference: Option<Difference>,
}

impl Contrast {
    /// A link of the chain.
    pub fn link(&self, link: Link) -> &Paired {
        &self.chain[link as usize].1
    }

    /// An outcome of the base on both sides; `None` of a question that only the base asks.
    pub fn outcome(&self, outcome: Outcome) -> Option<&Paired> {
        self.outcomes().find(|(other, _)| *other == outcome).map(|(_, paired)| paired)
    }

    /// Every outcome that both sides have, by the base's numbers: the chain, then the questions.
    pub fn outcomes(&self) -> impl Iterator<Item = (Outcome, &Paired)> {
        let chain = self.chain.iter().map(|(link, paired)| (Outcome::Link(*link), paired));
        let questions = self.questions.iter();
        chain.chain(questions.map(|((asked, _), paired)| (Outcome::Question(*asked), paired)))
    }

    /// The outcome whose odds move most, where one moves clearly more than `shown`: by more than the
    /// errors of both. Of equal ones the first. Only outcomes that `counts` lets in.
    pub fn moves_more(
        &self,
        shown: Outcome,
        counts: impl Fn(Outcome) -> bool,
    ) -> Option<(Outcome, &Paired)> {
        let least = self.outcome(shown).map_or((0.0, 0.0), |paired| size(&paired.difference));
        let mut most: Option<(Outcome, &Paired)> = None;
        for (outcome, paired) in self.outcomes().filter(|(outcome, _)| counts(*outcome)) {
            let (moved, error) = size(&paired.difference);
            let beyond = most.map_or(0.0, |(_, paired)| size(&paired.difference).0);
            if moved - least.0 > error + least.1 && moved > beyond {
                most = Some((outcome, paired));
            }
        }
        most
    }

    /// The party whose worth of signing changes most, where one does beyond the simulation error.
    pub fn moved_most(&self) -> Option<&WorthShift> {
        self.worths.iter().find(|shift| !shift.difference.may_be_none())
    }
}

/// How large a difference is, and its error.
fn size(difference: &Difference) -> (f64, f64) {
    (difference.value.abs(), difference.half_width())
}
