//! What `zopa compare-codings` answers: how far two coders of one negotiation agree, and which of their
//! differences move the odds.

mod agreement;
mod swap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use agreement::{Agreement, Alpha, CodedNumber, CodedSpread};
pub use swap::{CodingSwap, Effect, SwapKind};

use super::{Envelope, ScenarioOf};
use crate::analysis::codings::{Agreements, SwapOf};
use crate::model::Scenario;
use crate::montecarlo::Contrasts;

/// Two codings that were held against each other and played.
#[derive(Clone, Copy, Debug)]
pub struct Coded<'a> {
    /// Coding A.
    pub a: &'a Scenario,
    /// Coding B.
    pub b: &'a Scenario,
    /// Where each came from.
    pub files: [&'a str; 2],
    /// Number by number.
    pub agreements: &'a Agreements,
    /// A with each group of numbers as B has it.
    pub swaps: &'a [SwapOf],
    /// A against each of `swaps`, and at last against B.
    pub contrasts: &'a Contrasts,
}

/// The answer of two codings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Codings {
    /// Coding A.
    pub a: ScenarioOf,
    /// Coding B, of the same parties and issues.
    pub b: ScenarioOf,
    /// How far the coders agree: all points of scales but ideals together, then kind by kind.
    pub agreement: Vec<Agreement>,
    /// Numbers that both have, at least one of which is stated and not a default, in the order of A.
    pub numbers: Vec<CodedNumber>,
    /// Paths stated in A that B does not have.
    pub only_a: Vec<String>,
    /// Paths stated in B that A does not have.
    pub only_b: Vec<String>,
    /// What else differs, in clauses.
    pub notes: Vec<String>,
    /// The odds with B against those with A.
    pub b_against_a: Option<Effect>,
    /// The odds of A with one group of numbers as B has it, against those of A: kinds, parties, what hangs
    /// together, then all that both have.
    pub swaps: Vec<CodingSwap>,
}

impl Envelope<Codings> {
    /// What a comparison of two codings answers.
    pub fn of_codings(coded: Coded<'_>) -> Self {
        Self::new("compare-codings", Codings::new(coded)).played(coded.contrasts.into())
    }
}

impl Codings {
    fn new(coded: Coded<'_>) -> Self {
        let Coded { a, agreements, contrasts, files: [file_a, file_b], .. } = coded;
        let likeness = &agreements.likeness;
        let swaps = coded.swaps.iter().zip(&contrasts.contrasts);
        let all = contrasts.contrasts.last();
        Self {
            a: ScenarioOf::new(a, file_a, ""),
            b: ScenarioOf::new(coded.b, file_b, ""),
            agreement: agreements.kinds.iter().map(Agreement::from).collect(),
            numbers: likeness.both.iter().map(|one| CodedNumber::new(a, one)).collect(),
            only_a: likeness.only_a.clone(),
            only_b: likeness.only_b.clone(),
            notes: agreements.notes.clone(),
            b_against_a: all.map(|contrast| Effect::new(a, contrast)),
            swaps: swaps.map(|(swap, contrast)| CodingSwap::new(a, swap, contrast)).collect(),
        }
    }
}
