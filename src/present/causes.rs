//! Causes of failure in words: of one history, and of kinds of them.

use crate::results::run::{FamilyPart, Why};
use crate::results::story::Reason;

/// What all causes of a kind have in common, of a peace process or of talks in rounds.
pub(super) fn title(cause: Why, in_rounds: bool) -> &'static str {
    match cause {
        Why::RedLine if in_rounds => "all would sign but for what one of them refuses",
        Why::Short if in_rounds => "there was common ground, but the rounds ran out",
        Why::Collapsed => "signed and in force, then broken within a year",
        Why::DeadLetter => "in force, but never carried out",
        Why::VoteLost => "signed, then voted down at home",
        Why::VoteFeared => "not signed, for fear of the vote at home",
        Why::RedLinesCross => "red lines that leave no room",
        Why::NeverTabled => "no text was ever tabled",
        Why::NoCommonGround => "no package that all would sign",
        Why::RedLine => "the nearest text crossed a red line",
        Why::TimeRanOut => "time ran out with a text that all would take",
        Why::Short => "there was common ground, but no text hit it",
    }
}

/// Who stands behind a kind of failure, and over what.
pub(super) fn part(part: &FamilyPart) -> String {
    let other = part.other_party.as_ref().map(|other| format!(" and {}", other.title));
    let over = part.issue.as_ref().map(|issue| format!(" on {}", issue.id));
    format!("{}{}{}", part.party.title, other.unwrap_or_default(), over.unwrap_or_default())
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
        Reason::NeverTabled => title(Why::NeverTabled, in_rounds).to_owned(),
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
