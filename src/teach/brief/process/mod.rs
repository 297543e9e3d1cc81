//! Where briefs of the two protocols differ: offers in rounds, or texts over months.

mod offers;
mod peace;

use super::Case;
use crate::document::{Part, Section, Text};
use crate::model::{Issue, Party, Position, Preference, Process};

/// How the talks go, and what may come between.
pub(super) fn course(case: Case<'_>) -> Section {
    let parts = match &case.scenario.process {
        Process::Peace => peace::talks(case),
        Process::Offers(rules) => vec![offers::rounds(case, rules.rounds)],
    };
    Section::new("course", "How it goes", parts)
}

/// What everybody knows of what may be offered on an issue.
pub(super) fn offered(case: Case<'_>, issue: &Issue) -> Option<String> {
    match case.scenario.process {
        Process::Peace => None,
        Process::Offers(_) => offers::steps(issue),
    }
}

/// What a role believes of a deal once it is made.
pub(super) fn beliefs(case: Case<'_>, role: usize) -> Option<Part> {
    match case.scenario.process {
        Process::Peace => Some(peace::belief(case, &case.scenario.parties[role])),
        // It is kept.
        Process::Offers(_) => None,
    }
}

/// By when a role should be done, or what waiting costs it.
pub(super) fn pace(case: Case<'_>, party: &Party) -> Text {
    match case.scenario.process {
        Process::Peace => peace::pace(case, party),
        Process::Offers(_) => offers::discount(case, party),
    }
}

/// What else a role holds in its hand.
pub(super) fn hand(case: Case<'_>, role: usize) -> Vec<Text> {
    match case.scenario.process {
        Process::Peace => peace::hand(case, role),
        // Offers are all there is.
        Process::Offers(_) => Vec::new(),
    }
}

/// Where a role stands on the scale of an issue; `points` says what a place is worth to it.
pub(super) fn stance(
    case: Case<'_>,
    (issue, position): (&Issue, &Position),
    points: &impl Fn(f64) -> String,
) -> Text {
    match case.scenario.process {
        Process::Peace => peace::own_path(case, (issue, position), points),
        Process::Offers(_) => offers::dream(case, (issue, position)),
    }
}

/// What a role would settle for on an issue with options, of which it has this share.
pub(super) fn settling(case: Case<'_>, preference: &Preference, share: f64) -> Option<Text> {
    match case.scenario.process {
        Process::Peace => Some(peace::with_options(case, preference, share)),
        // The table has said it all.
        Process::Offers(_) => None,
    }
}

/// What a role may say freely, and what it keeps to itself.
pub(super) fn open_and_kept(case: Case<'_>) -> (&'static str, Vec<&'static str>) {
    let mut kept = vec!["your points", "what no deal is worth to you"];
    match case.scenario.process {
        Process::Peace => {
            kept.push("how far you would go");
            ("where you open", kept)
        }
        Process::Offers(_) => ("your offers", kept),
    }
}
