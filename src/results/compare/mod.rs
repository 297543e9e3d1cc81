//! What `zopa compare` answers: what a change does to the odds, on the same random numbers.

mod alternative;
mod blocker;
mod compared;
mod paired;
mod shift;
mod unlike;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use alternative::Alternative;
pub use blocker::{NamedOver, NamedParty};
pub use compared::{Compared, Side};
pub use paired::{Paired, PairedLink, PairedQuestion};
pub(in crate::results) use paired::{links, questions};
pub use shift::{TermsShift, WorthShift};
pub use unlike::{Alone, Unlike};

use super::Envelope;
use super::run::{self, ChainStep, QuestionOdds};
use crate::montecarlo::Contrasts;
use crate::results::RunOf;

/// The answer of a comparison: the base, and each alternative against it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Compare {
    /// The outcome that was asked for, a link of the chain or a question of the base; null for whichever moves
    /// most.
    pub of: Option<String>,
    /// The outcome that is told of all alternatives in one place: what was asked for, else what one of them
    /// moves most.
    pub told_of_all: String,
    /// What the alternatives are held against. Its scenario is that of the document.
    pub base: Base,
    /// What is held against the base, in the order asked for.
    pub alternatives: Vec<Alternative>,
}

/// The base with its own figures: those of a run with the same seed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Base {
    /// What the user calls it.
    pub label: String,
    /// What the file says about it; empty where it says nothing.
    pub title: String,
    /// From talks to a deal that lasts: each link contains the next.
    pub chain: Vec<ChainStep>,
    /// The file's questions, in its order.
    pub questions: Vec<QuestionOdds>,
}

impl Envelope<Compare> {
    /// What a comparison of scenarios answers.
    pub fn of_compare(compared: Compared<'_>) -> Self {
        let Side { scenario, file, options, .. } = compared.base;
        Self::new("compare", Compare::new(compared))
            .about(scenario, file, options)
            .played(compared.contrasts.into())
    }
}

impl Compare {
    fn new(compared: Compared<'_>) -> Self {
        let scenario = compared.base.scenario;
        let pairs = compared.alternatives.iter().zip(&compared.contrasts.contrasts);
        Self {
            of: compared.of.map(|outcome| outcome.word(scenario).to_owned()),
            told_of_all: compared.told_of_all().word(scenario).to_owned(),
            base: Base::new(compared),
            alternatives: pairs
                .map(|(side, contrast)| Alternative::new(compared, side, contrast))
                .collect(),
        }
    }
}

impl Base {
    fn new(compared: Compared<'_>) -> Self {
        let Side { scenario, label, title, .. } = compared.base;
        let own = compared.contrasts.summaries.first();
        Self {
            label: label.to_owned(),
            title: title.to_owned(),
            chain: own
                .iter()
                .flat_map(|own| own.chain.iter().map(|step| run::chain_step(scenario, step)))
                .collect(),
            questions: own.iter().flat_map(|own| run::questions(scenario, own)).collect(),
        }
    }
}

impl From<&Contrasts> for RunOf {
    fn from(contrasts: &Contrasts) -> Self {
        Self {
            seed: contrasts.seed.0,
            worlds: contrasts.worlds,
            histories: contrasts.histories,
            stopped: contrasts.stopped,
        }
    }
}
