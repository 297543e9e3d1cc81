//! Where briefs of the two protocols differ: offers in rounds, or texts over months.

use super::{Case, alone, case, home, wants};
use crate::model::{Issue, Position, Preference, Process};
use crate::teach::sheet::Sheet;

/// How the talks go, and what may come between.
pub(super) fn course(sheet: &mut Sheet, case: Case<'_>) {
    sheet.heading(2, "How it goes");
    match &case.scenario.process {
        Process::Peace => case::talks(sheet, case),
        Process::Offers(offers) => case::rounds(sheet, case, offers.rounds),
    }
}

/// What everybody knows of what may be offered on an issue.
pub(super) fn offered(case: Case<'_>, issue: &Issue) -> Option<String> {
    match case.scenario.process {
        Process::Peace => None,
        Process::Offers(_) => case::steps(issue),
    }
}

/// What a role believes of a deal once it is made.
pub(super) fn beliefs(sheet: &mut Sheet, case: Case<'_>, role: usize) {
    match case.scenario.process {
        Process::Peace => alone::belief(sheet, case, &case.scenario.parties[role]),
        // It is kept.
        Process::Offers(_) => {}
    }
}

/// Deadline, discount, ratification, trust, pledge and leverage.
pub(super) fn home_and_clock(sheet: &mut Sheet, case: Case<'_>, role: usize) {
    sheet.heading(2, "Your clock and your home front");
    let party = &case.scenario.parties[role];
    match case.scenario.process {
        Process::Peace => {
            home::pace(sheet, case, party);
            home::home_front(sheet, case, party);
            home::trust(sheet, case, role);
            home::hand(sheet, case, party);
        }
        Process::Offers(_) => {
            home::discount(sheet, case, party);
            home::home_front(sheet, case, party);
        }
    }
}

/// Where a role stands on the scale of an issue; `points` says what a place is worth to it.
pub(super) fn stance(
    sheet: &mut Sheet,
    case: Case<'_>,
    (issue, position): (&Issue, &Position),
    points: &impl Fn(f64) -> String,
) {
    match case.scenario.process {
        Process::Peace => wants::own_path(sheet, case, (issue, position), points),
        Process::Offers(_) => wants::dream(sheet, case, (issue, position)),
    }
}

/// What a role would settle for on an issue with options, of which it has this share.
pub(super) fn settling(sheet: &mut Sheet, case: Case<'_>, preference: &Preference, share: f64) {
    match case.scenario.process {
        Process::Peace => wants::with_options(sheet, case, preference, share),
        // The table has said it all.
        Process::Offers(_) => {}
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
