//! Swapping groups of numbers from A to B, one group at a time: which disagreement moves the odds?

use super::kind::Kind;
use super::likeness::{Likeness, LikenessOf};
use crate::model::Scenario;

/// A group of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// All of a kind.
    Kind(Kind),
    /// All of a party, as an index in A.
    Party(usize),
    /// All that both have.
    Shared,
}

/// A with one group as B has it.
#[derive(Clone, Debug)]
pub struct SwapOf {
    /// The group.
    pub group: Swap,
    /// How many of its numbers differ.
    pub numbers: usize,
    /// The scenario.
    pub scenario: Scenario,
}

/// A with each group that differs swapped: kinds, parties, then all that both have. What comes out is sound:
/// every number is in the range of its path in either file.
pub fn swaps(a: &Scenario, b: &Scenario, likeness: &LikenessOf) -> Vec<SwapOf> {
    let kinds = Kind::ALL.into_iter().map(Swap::Kind);
    let parties = (0..a.parties.len()).map(Swap::Party);
    let groups = kinds.chain(parties).chain([Swap::Shared]);
    groups.filter_map(|group| swapped((a, b), likeness, group)).collect()
}

fn swapped((a, b): (&Scenario, &Scenario), likeness: &LikenessOf, group: Swap) -> Option<SwapOf> {
    let belongs = |one: &&Likeness| match group {
        Swap::Kind(kind) => one.kind == kind,
        Swap::Party(party) => one.party == Some(party),
        Swap::Shared => true,
    };
    let mut scenario = a.clone();
    let mut numbers = 0;
    for one in likeness.both.iter().filter(belongs).filter(|one| !one.same) {
        let prior = b.inputs[one.inputs.1.index()].prior.clone();
        scenario.inputs[one.inputs.0.index()].prior = prior;
        numbers += 1;
    }
    // A comparison takes equal fingerprints for the same scenario, which this no longer is.
    scenario.fingerprint += &format!(" with {group:?} of {}", b.fingerprint);
    (numbers > 0).then_some(SwapOf { group, numbers, scenario })
}
