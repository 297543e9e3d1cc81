//! One alternative against the base.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Compared, NamedParty, Paired, PairedLink, PairedQuestion, Side, TermsShift, Unlike, WorthShift,
    links, questions,
};
use crate::montecarlo::{Contrast, Link};
use crate::results::ScenarioOf;

/// One alternative against the base, on the same random numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Alternative {
    /// What the user calls it: a file, a variant, a change.
    pub label: String,
    /// What the file says about it; empty where it says nothing.
    pub title: String,
    /// Its scenario; `zopa run` takes the file with the changes.
    pub scenario: ScenarioOf,
    /// Is it the same scenario as the base, in everything that decides the numbers?
    pub same_as_base: bool,
    /// The outcome that is told of it: what was asked for, else a signature, unless the odds of another outcome
    /// move clearly more.
    pub told: String,
    /// The outcome whose odds move clearly more still, where there is one.
    pub moves_more: Option<String>,
    /// The outcome whose odds move clearly more than those of the outcome told of all alternatives, where there is
    /// one.
    pub moves_more_than_told_of_all: Option<String>,
    /// From talks to a deal that lasts: each link contains the next.
    pub chain: Vec<PairedLink>,
    /// The questions that both sides ask, in the order of the base.
    pub questions: Vec<PairedQuestion>,
    /// Shares of worlds with a package that all who must sign gain from, without noise.
    pub zone: Paired,
    /// Who is named in the reason for failure, largest change first.
    pub named: Vec<NamedParty>,
    /// What the base's best package is worth to whom, largest change first. Empty where the two sides do not
    /// settle the same issues, or no world of the base has a package within all red lines.
    pub worths: Vec<WorthShift>,
    /// The terms signed on the shared issues; empty unless both sides have signed.
    pub terms: Vec<TermsShift>,
    /// What cannot be set side by side.
    pub unlike: Unlike,
}

impl Alternative {
    pub(super) fn new(compared: Compared<'_>, side: &Side<'_>, contrast: &Contrast) -> Self {
        let base = compared.base.scenario;
        let told = compared.told(contrast);
        let more = |shown| {
            let (outcome, _) = compared.moves_more(contrast, shown)?;
            Some(outcome.word(base).to_owned())
        };
        Self {
            label: side.label.to_owned(),
            title: side.title.to_owned(),
            scenario: ScenarioOf::new(side.scenario, side.file, side.options),
            same_as_base: contrast.shared.same,
            told: told.word(base).to_owned(),
            moves_more: more(told),
            moves_more_than_told_of_all: more(compared.told_of_all()),
            chain: links(base, contrast),
            questions: questions(base, contrast),
            zone: (&contrast.zone).into(),
            named: contrast.blockers.iter().map(|one| NamedParty::new(base, one)).collect(),
            worths: contrast.worths.iter().map(|one| WorthShift::new(base, one)).collect(),
            terms: contrast.terms.iter().map(|one| TermsShift::new(base, one)).collect(),
            unlike: Unlike::new(base, side.scenario, &contrast.shared),
        }
    }

    /// A link of the chain on both sides.
    pub fn link(&self, link: Link) -> Option<&Paired> {
        self.chain.iter().find(|one| one.id == link).map(|one| &one.odds)
    }

    /// An outcome on both sides, a link of the chain or a question; `None` of a question that only the base asks.
    pub fn outcome(&self, id: &str) -> Option<&Paired> {
        self.outcomes().find(|(other, _)| *other == id).map(|(_, odds)| odds)
    }

    /// Every outcome that both sides have: the chain, then the questions.
    pub fn outcomes(&self) -> impl Iterator<Item = (&str, &Paired)> {
        let chain = self.chain.iter().map(|one| (one.id.word(), &one.odds));
        chain.chain(self.questions.iter().map(|one| (one.id.as_str(), &one.odds)))
    }
}
