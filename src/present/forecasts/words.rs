//! The words that the outputs share.

use crate::solution::forecasts::{
    Actor, ElectionKind, ElectionOpinion, Scale, SpatialElection, SpatialRules,
};

use crate::present::number;

/// A kind of election in words.
pub(super) fn kind(rules: &SpatialRules) -> &'static str {
    match rules.election.kind {
        ElectionKind::Conditional => "conditional",
        ElectionKind::MarkovUniform => "Markov uniform",
        ElectionKind::MarkovIncentive => "Markov incentive",
    }
}

/// What elections are told apart by: the kind where that is enough, all rules where not.
pub(super) fn name(opinion: &ElectionOpinion, all: &[ElectionOpinion]) -> String {
    let kind_of =
        |other: &&ElectionOpinion| other.rules.election.kind == opinion.rules.election.kind;
    if all.iter().filter(kind_of).count() > 1 {
        return opinion.rules.to_string();
    }
    kind(&opinion.rules).to_owned()
}

/// A position on an issue, as many digits as its scale calls for.
pub(super) fn position(scale: &Scale, at: f64) -> String {
    number::position(at, scale.high - scale.low)
}

/// The options of an election, most likely first; of equals the one of the earlier actor.
pub(super) fn by_chance(election: &SpatialElection) -> Vec<usize> {
    let mut order: Vec<usize> = (0..election.options.len()).collect();
    let chance = |option: usize| election.probabilities[option];
    order.sort_by(|a, b| chance(*b).total_cmp(&chance(*a)));
    order
}

/// The names of the actors whose position this option is.
pub(super) fn supporters<'a>(
    actors: &'a [Actor],
    election: &SpatialElection,
    option: usize,
) -> Vec<&'a str> {
    let theirs = actors.iter().zip(&election.option_of).filter(|(_, own)| **own == option);
    theirs.map(|(actor, _)| actor.name.as_str()).collect()
}
