//! The words that the outputs share.

use crate::solution::forecasts::{
    Actor, ChallengeRules, ElectionKind, ElectionOpinion, PositionTable, SpatialElection,
    SpatialRules,
};

use crate::text::number;

/// A kind of election in words.
pub(in crate::present) fn kind(rules: SpatialRules) -> &'static str {
    match rules.election.kind {
        ElectionKind::Conditional => "conditional",
        ElectionKind::MarkovUniform => "uniform",
        ElectionKind::MarkovIncentive => "incentive",
    }
}

/// Rules of the challenge model in words, for a reader who has not chosen them.
pub(in crate::present) fn challenge(rules: &ChallengeRules) -> &'static str {
    if *rules == ChallengeRules::scholz_code() {
        "challenge model, as coded"
    } else if *rules == ChallengeRules::scholz_paper() {
        "challenge model, as in the paper"
    } else {
        "challenge model, other rules"
    }
}

/// What elections are told apart by: the kind where that is enough, all rules where not.
pub(super) fn name(opinion: &ElectionOpinion, all: &[ElectionOpinion]) -> String {
    let kind_of =
        |other: &&ElectionOpinion| other.rules.election.kind == opinion.rules.election.kind;
    if all.iter().filter(kind_of).count() > 1 {
        return opinion.rules.to_string();
    }
    kind(opinion.rules).to_owned()
}

/// Characters of the longest position that is written out.
const WIDEST: usize = 9;

/// How the positions on one issue are written: as many digits as its scale calls for, and a few more
/// where two actors' positions would look the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    decimals: usize,
}

impl Digits {
    pub(super) fn of(table: &PositionTable, issue: usize) -> Self {
        let scale = &table.issues()[issue];
        let fewest = number::decimals(scale.high - scale.low);
        let mut taken: Vec<f64> =
            table.actors().iter().map(|actor| actor.positions[issue]).collect();
        taken.sort_by(f64::total_cmp);
        taken.dedup();
        let told_apart = |decimals: &usize| {
            let digits = Self { decimals: *decimals };
            taken.windows(2).all(|pair| digits.show(pair[0]) != digits.show(pair[1]))
        };
        let decimals = (fewest..=fewest + 2).find(told_apart).unwrap_or(fewest);
        Self { decimals }
    }

    pub(super) fn show(self, at: f64) -> String {
        let text = format!("{at:.*}", self.decimals);
        if text.len() > WIDEST {
            return format!("{at:.2e}");
        }
        // What rounds to zero has no sign.
        let zero = text.trim_start_matches(['-', '0', '.']).is_empty();
        text.strip_prefix('-').filter(|_| zero).unwrap_or(&text).to_owned()
    }
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
