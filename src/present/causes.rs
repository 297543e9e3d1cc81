//! Causes of failure in words: of one history, and grouped for a summary.

use crate::model::Scenario;
use crate::montecarlo::EndingShare;
use crate::results::story::Reason;

/// A family of causes: what they have in common, in plain English.
pub(crate) struct Family {
    pub(crate) title: &'static str,
    /// Share of all trials.
    pub(crate) share: f64,
    /// Who and over what, most frequent first, as (words, share of all trials).
    pub(crate) parts: Vec<(String, f64)>,
}

/// What all causes of a kind have in common, of a peace process or of talks in rounds.
fn title(reason: &Reason, in_rounds: bool) -> &'static str {
    match reason {
        Reason::RedLine { .. } if in_rounds => "all would sign but for what one of them refuses",
        Reason::Short { .. } if in_rounds => "there was common ground, but the rounds ran out",
        Reason::Collapsed => "signed and in force, then broken within a year",
        Reason::DeadLetter { .. } => "in force, but never carried out",
        Reason::VoteLost { .. } => "signed, then voted down at home",
        Reason::VoteFeared { .. } => "not signed, for fear of the vote at home",
        Reason::RedLinesCross { .. } => "red lines that leave no room",
        Reason::NeverTabled => "no text was ever tabled",
        Reason::NoCommonGround { .. } => "no package that all would sign",
        Reason::RedLine { .. } => "the nearest text crossed a red line",
        Reason::TimeRanOut => "time ran out with a text that all would take",
        Reason::Short { .. } => "there was common ground, but no text hit it",
    }
}

/// Why one history brought no deal, after “because”.
pub(super) fn why(reason: &Reason, in_rounds: bool) -> String {
    match reason {
        Reason::NoCommonGround { party, issue } if in_rounds => format!(
            "no outcome is worth as much as no deal to everybody; {} was farthest, over {}",
            party.title, issue.id
        ),
        Reason::RedLine { party, issue } if in_rounds => {
            format!("everybody would sign but for what {} refuses on {}", party.title, issue.id)
        }
        Reason::Short { party, issue } if in_rounds => format!(
            "there was common ground, but the rounds ran out while {} asked for more, over {}",
            party.title, issue.id
        ),
        Reason::TimeRanOut if in_rounds => "the rounds ran out".to_owned(),
        Reason::Collapsed => "the deal collapsed within a year".to_owned(),
        Reason::DeadLetter { party } => {
            format!("{} did not carry out what was signed", party.title)
        }
        Reason::VoteLost { party } => format!("{}’s home front voted it down", party.title),
        Reason::VoteFeared { party } => format!(
            "all would have signed the nearest text but for the vote at home, which {} looked likeliest \
             to lose",
            party.title
        ),
        Reason::RedLinesCross { party, other_party, issue } => format!(
            "the red lines of {} and {} leave no room on {}",
            party.title, other_party.title, issue.id
        ),
        Reason::NeverTabled => title(reason, in_rounds).to_owned(),
        Reason::NoCommonGround { party, issue } => format!(
            "no package would have satisfied everybody; {} was farthest, over {}",
            party.title, issue.id
        ),
        Reason::RedLine { party, issue } => format!(
            "all would have taken the nearest text but for {}’s red line on {}",
            party.title, issue.id
        ),
        Reason::TimeRanOut => "time ran out while all would have taken the mean text".to_owned(),
        Reason::Short { party, issue } => format!(
            "there was common ground, but no text was good enough for {}, over {}",
            party.title, issue.id
        ),
    }
}

/// Who and over what; empty where a cause names nobody.
fn part(reason: &Reason) -> String {
    match reason {
        Reason::Collapsed | Reason::NeverTabled | Reason::TimeRanOut => String::new(),
        Reason::DeadLetter { party }
        | Reason::VoteLost { party }
        | Reason::VoteFeared { party } => party.title.clone(),
        Reason::RedLinesCross { party, other_party, issue } => {
            format!("{} and {} on {}", party.title, other_party.title, issue.id)
        }
        Reason::NoCommonGround { party, issue }
        | Reason::RedLine { party, issue }
        | Reason::Short { party, issue } => format!("{} on {}", party.title, issue.id),
    }
}

/// Groups the endings into families, largest first.
pub(crate) fn families(scenario: &Scenario, endings: &[EndingShare]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for ending in endings {
        let reason = Reason::of(scenario, ending.cause);
        let title = title(&reason, scenario.offers().is_some());
        let at = families.iter().position(|family| family.title == title).unwrap_or_else(|| {
            families.push(Family { title, share: 0.0, parts: Vec::new() });
            families.len() - 1
        });
        let words = part(&reason);
        families[at].share += ending.share;
        if !words.is_empty() {
            families[at].parts.push((words, ending.share));
        }
    }
    families.sort_by(|a, b| b.share.total_cmp(&a.share));
    families
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Cause;
    use crate::results::story::Named;

    /// The words of a run's JSON are those of a story's.
    #[test]
    fn a_cause_has_one_word() {
        let text = crate::scenario::template(crate::scenario::TemplateKind::Mediated, "A scene");
        let loaded =
            crate::scenario::load("t", &text, &crate::scenario::LoadOptions::default()).unwrap();
        let (party, issue) = (0, 1);
        for cause in [
            Cause::Collapsed,
            Cause::DeadLetter { party },
            Cause::VoteLost { party },
            Cause::VoteFeared { party },
            Cause::RedLinesCross { first: 0, second: 1, issue },
            Cause::NeverTabled,
            Cause::NoCommonGround { party, issue },
            Cause::RedLine { party, issue },
            Cause::TimeRanOut,
            Cause::Short { party, issue },
        ] {
            let told = serde_json::to_value(Reason::of(&loaded.scenario, cause)).unwrap();
            assert_eq!(
                told["cause"],
                serde_json::to_value(crate::results::run::Why::of(cause)).unwrap()
            );
        }
    }

    #[test]
    fn every_cause_says_why() {
        let party = || Named::new("a", "Ann");
        let other_party = Named::new("b", "Bob");
        let issue = || Named::new("price", "The price");
        let crossed = Reason::RedLinesCross { party: party(), other_party, issue: issue() };
        let no_ground = Reason::NoCommonGround { party: party(), issue: issue() };
        let red_line = Reason::RedLine { party: party(), issue: issue() };
        let short = Reason::Short { party: party(), issue: issue() };
        for (reason, in_rounds, words) in [
            (&Reason::Collapsed, false, "the deal collapsed within a year"),
            (
                &Reason::DeadLetter { party: party() },
                false,
                "Ann did not carry out what was signed",
            ),
            (&Reason::VoteLost { party: party() }, true, "Ann’s home front voted it down"),
            (
                &Reason::VoteFeared { party: party() },
                false,
                "all would have signed the nearest text but for the vote at home, which Ann looked \
                 likeliest to lose",
            ),
            (&crossed, false, "the red lines of Ann and Bob leave no room on price"),
            (&Reason::NeverTabled, false, "no text was ever tabled"),
            (
                &no_ground,
                false,
                "no package would have satisfied everybody; Ann was farthest, over price",
            ),
            (
                &no_ground,
                true,
                "no outcome is worth as much as no deal to everybody; Ann was farthest, over price",
            ),
            (
                &red_line,
                false,
                "all would have taken the nearest text but for Ann’s red line on price",
            ),
            (&red_line, true, "everybody would sign but for what Ann refuses on price"),
            (&Reason::TimeRanOut, false, "time ran out while all would have taken the mean text"),
            (&Reason::TimeRanOut, true, "the rounds ran out"),
            (
                &short,
                false,
                "there was common ground, but no text was good enough for Ann, over price",
            ),
            (
                &short,
                true,
                "there was common ground, but the rounds ran out while Ann asked for more, over price",
            ),
        ] {
            assert_eq!(why(reason, in_rounds), words);
        }
    }
}
