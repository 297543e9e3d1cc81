//! Causes of failure in words, and grouped for a summary.

use crate::engine::Cause;
use crate::model::Scenario;
use crate::montecarlo::EndingShare;

/// A family of causes: what they have in common, in plain English.
pub(crate) struct Family {
    pub(crate) title: &'static str,
    /// Share of all trials.
    pub(crate) share: f64,
    /// Who and over what, most frequent first, as (words, share of all trials).
    pub(crate) parts: Vec<(String, f64)>,
}

/// The machine word of a cause.
pub(crate) fn word(cause: Cause) -> &'static str {
    match cause {
        Cause::Collapsed => "collapsed",
        Cause::DeadLetter { .. } => "dead-letter",
        Cause::VoteLost { .. } => "vote-lost",
        Cause::VoteFeared { .. } => "vote-feared",
        Cause::RedLinesCross { .. } => "red-lines-cross",
        Cause::NeverTabled => "never-tabled",
        Cause::NoCommonGround { .. } => "no-common-ground",
        Cause::RedLine { .. } => "red-line",
        Cause::TimeRanOut => "time-ran-out",
        Cause::Short { .. } => "short",
    }
}

/// Who is named in a cause, and on what issue: indices.
pub(crate) fn named(cause: Cause) -> (Option<usize>, Option<usize>) {
    match cause {
        Cause::Collapsed | Cause::NeverTabled | Cause::TimeRanOut => (None, None),
        Cause::DeadLetter { party } | Cause::VoteLost { party } | Cause::VoteFeared { party } => {
            (Some(party), None)
        }
        Cause::RedLinesCross { first, issue, .. } => (Some(first), Some(issue)),
        Cause::NoCommonGround { party, issue }
        | Cause::RedLine { party, issue }
        | Cause::Short { party, issue } => (Some(party), Some(issue)),
    }
}

fn title(scenario: &Scenario, cause: Cause) -> &'static str {
    let alternating = scenario.protocol.alternating().is_some();
    match cause {
        Cause::RedLine { .. } if alternating => "all would sign but for what one of them refuses",
        Cause::Short { .. } if alternating => "there was common ground, but the rounds ran out",
        Cause::Collapsed => "signed and in force, then broken within a year",
        Cause::DeadLetter { .. } => "in force, but never carried out",
        Cause::VoteLost { .. } => "signed, then voted down at home",
        Cause::VoteFeared { .. } => "not signed, for fear of the vote at home",
        Cause::RedLinesCross { .. } => "red lines that leave no room",
        Cause::NeverTabled => "no text was ever tabled",
        Cause::NoCommonGround { .. } => "no package that all would sign",
        Cause::RedLine { .. } => "the nearest text crossed a red line",
        Cause::TimeRanOut => "time ran out with a text that all would take",
        Cause::Short { .. } => "there was common ground, but no text hit it",
    }
}

fn part(scenario: &Scenario, cause: Cause) -> String {
    if let Cause::RedLinesCross { first, second, issue } = cause {
        let (first, second) = (&scenario.parties[first], &scenario.parties[second]);
        return format!("{} and {} on {}", first.title, second.title, scenario.issues[issue].id);
    }
    match named(cause) {
        (Some(party), Some(issue)) => {
            format!("{} on {}", scenario.parties[party].title, scenario.issues[issue].id)
        }
        (Some(party), None) => scenario.parties[party].title.clone(),
        _ => String::new(),
    }
}

/// Groups the endings into families, largest first.
pub(crate) fn families(scenario: &Scenario, endings: &[EndingShare]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for ending in endings {
        let title = title(scenario, ending.cause);
        let at = families.iter().position(|family| family.title == title).unwrap_or_else(|| {
            families.push(Family { title, share: 0.0, parts: Vec::new() });
            families.len() - 1
        });
        let words = part(scenario, ending.cause);
        families[at].share += ending.share;
        if !words.is_empty() {
            families[at].parts.push((words, ending.share));
        }
    }
    families.sort_by(|a, b| b.share.total_cmp(&a.share));
    families
}
