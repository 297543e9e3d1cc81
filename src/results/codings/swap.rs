//! What the other coder's numbers do to the odds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::analysis::codings::{Swap, SwapOf};
use crate::model::Scenario;
use crate::montecarlo::{Contrast, Link};
use crate::results::compare::{self, Paired, PairedLink, PairedQuestion};

/// A with one group of numbers as B has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CodingSwap {
    /// The group: a kind of number, or a party by its name in the files.
    pub group: String,
    /// What kind of group it is.
    pub of: SwapKind,
    /// How many of its numbers differ; of factors and correlations, how many loadings and pairs.
    pub numbers: u64,
    /// What that does to the odds of A.
    pub effect: Effect,
}

/// A kind of group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SwapKind {
    /// All numbers of a kind.
    Kind,
    /// All numbers of a party.
    Party,
    /// What hangs together: factors and correlations.
    Dependence,
    /// All that both have.
    Shared,
}

/// Odds with A and with another coding, on the same random numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Effect {
    /// From talks to a deal that lasts: each link contains the next.
    pub chain: Vec<PairedLink>,
    /// The questions that both ask, in the order of A.
    pub questions: Vec<PairedQuestion>,
    /// Shares of worlds with a package that all who must sign gain from, without noise.
    pub zone: Paired,
}

impl CodingSwap {
    pub(super) fn new(a: &Scenario, swap: &SwapOf, contrast: &Contrast) -> Self {
        let (of, group) = match swap.group {
            Swap::Kind(kind) => (SwapKind::Kind, kind.word()),
            Swap::Party(party) => (SwapKind::Party, a.parties[party].id.as_str()),
            Swap::Dependence => (SwapKind::Dependence, "what hangs together"),
            Swap::Shared => (SwapKind::Shared, "all that both have"),
        };
        Self {
            group: group.to_owned(),
            of,
            numbers: swap.numbers as u64,
            effect: Effect::new(a, contrast),
        }
    }
}

impl Effect {
    pub(super) fn new(a: &Scenario, contrast: &Contrast) -> Self {
        Self {
            chain: compare::links(a, contrast),
            questions: compare::questions(a, contrast),
            zone: (&contrast.zone).into(),
        }
    }

    /// A link of the chain with both codings.
    pub fn link(&self, link: Link) -> Option<&Paired> {
        self.chain.iter().find(|one| one.id == link).map(|one| &one.odds)
    }
}
