//! Swapping groups of numbers from A to B, one group at a time: which disagreement moves the odds?

use super::kind::Kind;
use super::likeness::{Likeness, LikenessOf};
use crate::model::{Dependence, InputId, Scenario, path};

/// A group of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// All of a kind.
    Kind(Kind),
    /// All of a party, as an index in A.
    Party(usize),
    /// What hangs together: factors and correlations.
    Dependence,
    /// All that both have.
    Shared,
}

/// A with one group as B has it.
#[derive(Clone, Debug)]
pub struct SwapOf {
    /// The group.
    pub group: Swap,
    /// How many of its numbers differ; of factors and correlations, how many loadings and pairs.
    pub numbers: usize,
    /// The scenario.
    pub scenario: Scenario,
}

/// A with each group that differs swapped: kinds, parties, what hangs together, then all that both have. What comes out is sound:
/// every number is in the range of its path in either file.
pub fn swaps(a: &Scenario, b: &Scenario, likeness: &LikenessOf) -> Vec<SwapOf> {
    let kinds = Kind::ALL.into_iter().map(Swap::Kind);
    let parties = (0..a.parties.len()).map(Swap::Party);
    let groups = kinds.chain(parties).chain([Swap::Dependence, Swap::Shared]);
    groups.filter_map(|group| swapped((a, b), likeness, group)).collect()
}

fn swapped((a, b): (&Scenario, &Scenario), likeness: &LikenessOf, group: Swap) -> Option<SwapOf> {
    let belongs = |one: &&Likeness| match group {
        Swap::Kind(kind) => one.kind == kind,
        Swap::Party(party) => one.party == Some(party),
        Swap::Dependence => false,
        Swap::Shared => true,
    };
    let mut scenario = a.clone();
    let mut numbers = 0;
    for one in likeness.both.iter().filter(belongs).filter(|one| !one.same) {
        let prior = b.inputs[one.inputs.1.index()].prior.clone();
        scenario.inputs[one.inputs.0.index()].prior = prior;
        numbers += 1;
    }
    if matches!(group, Swap::Dependence | Swap::Shared) {
        let theirs = translated(b, &scenario, likeness);
        numbers += statements_apart(a.dependence.as_ref(), theirs.as_ref());
        scenario.dependence = theirs;
    }
    // A comparison takes equal fingerprints for the same scenario, which this no longer is.
    scenario.fingerprint += &format!(" with {group:?} of {}", b.fingerprint);
    (numbers > 0).then_some(SwapOf { group, numbers, scenario })
}

/// What hangs together in B, by A's numbers; of what A does not have nothing.
fn translated(b: &Scenario, a: &Scenario, likeness: &LikenessOf) -> Option<Dependence> {
    let in_a =
        |id: InputId| likeness.both.iter().find(|one| one.inputs.1 == id).map(|one| one.inputs.0);
    let name = |id: InputId| path::first(&a.inputs[id.index()].path).into_owned();
    b.dependence.as_ref()?.translated(in_a, name)
}

/// Of which factor, of which inputs, and how strong, to the last bit.
type Statement = (String, Vec<InputId>, u64);

/// Loadings and correlations that only one of the two has like this.
fn statements_apart(one: Option<&Dependence>, other: Option<&Dependence>) -> usize {
    let statements = |dependence: Option<&Dependence>| -> Vec<Statement> {
        let Some(dependence) = dependence else { return Vec::new() };
        let loadings = dependence.factors.iter().flat_map(|factor| {
            let of = factor.loadings.iter();
            of.map(|&(id, loading)| (factor.id.clone(), vec![id], loading.to_bits()))
        });
        let pairs = dependence.correlations.iter().map(|pair| {
            let mut between = pair.between.to_vec();
            between.sort();
            (String::new(), between, pair.spearman.to_bits())
        });
        loadings.chain(pairs).collect()
    };
    let (one, other) = (statements(one), statements(other));
    let lacks = |known: &[Statement], from: &[Statement]| {
        known.iter().filter(|statement| !from.contains(*statement)).count()
    };
    lacks(&one, &other).max(lacks(&other, &one))
}
