//! The words that the outputs share.

use crate::document::Number;
use crate::results::Cited;
use crate::results::forecasts::{Election, ElectionSwitches, IssueForecasts, JointElection};
use crate::solution::forecasts::{Actor, ChallengeRules, SpatialElection};
use crate::text::number;

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

/// A kind of election in words.
pub(super) fn kind_of(rules: &ElectionSwitches) -> &str {
    rules.kind.trim_start_matches("markov-")
}

/// What elections are told apart by: the kind where that is enough, all rules where not.
pub(super) fn name(election: &Election, all: &[Election]) -> String {
    apart(&election.rules, &election.name, all.iter().map(|other| &other.rules))
}

/// The same of elections on all issues at once.
pub(super) fn name_of_all(election: &JointElection, all: &[JointElection]) -> String {
    apart(&election.rules, &election.name, all.iter().map(|other| &other.rules))
}

fn apart<'a>(
    rules: &ElectionSwitches,
    name: &str,
    all: impl Iterator<Item = &'a ElectionSwitches>,
) -> String {
    let same = all.filter(|other| other.kind == rules.kind).count();
    if same > 1 { name.to_owned() } else { kind_of(rules).to_owned() }
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
    pub(super) fn of(own: &IssueForecasts) -> Self {
        let fewest = number::decimals(own.high - own.low);
        let mut taken: Vec<f64> = own.positions.iter().map(|stand| stand.position).collect();
        taken.sort_by(f64::total_cmp);
        taken.dedup();
        let told_apart = |decimals: &usize| {
            let digits = Self { decimals: *decimals };
            taken.windows(2).all(|pair| digits.show(pair[0]) != digits.show(pair[1]))
        };
        let decimals = (fewest..=fewest + 2).find(told_apart).unwrap_or(fewest);
        Self { decimals }
    }

    /// A position of the results.
    pub(super) fn number(self, at: &Cited<'_, f64>) -> Number {
        Number::shown(self.show(**at), at)
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

/// The names of the actors whose position this option is.
pub(super) fn supporters<'a>(
    actors: &'a [Actor],
    election: &SpatialElection,
    option: usize,
) -> Vec<&'a str> {
    let theirs = actors.iter().zip(&election.option_of).filter(|(_, own)| **own == option);
    theirs.map(|(actor, _)| actor.name.as_str()).collect()
}
