//! Briefs: what everybody knows, and what one role is told in confidence.
//!
//! A private brief is worked out from the public facts and the role's own numbers alone. Where the
//! engine's answer hangs on others (the war terms that a bystander expects, how surely a deal will
//! hold), the brief says so in words and prints no number.

mod alone;
mod case;
mod home;
mod process;
mod wants;

use super::sheet::Sheet;
use crate::model::Scenario;
use crate::scenario::Story;

/// A scenario with its words, in one world: what a brief is written from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its words for people.
    pub story: &'a Story,
    /// One number for every input: the world that is played.
    pub values: &'a [f64],
}

/// The world in which every number is what its author thinks likeliest.
pub fn likeliest(scenario: &Scenario) -> Vec<f64> {
    scenario.inputs.iter().map(|input| input.prior.mode()).collect()
}

/// The brief that everybody may read: no party's private number is in it.
pub fn public(case: Case<'_>) -> String {
    let mut sheet = Sheet::default();
    sheet.heading(1, &case.scenario.title);
    sheet.paragraph("Public brief: everybody at the table has read this page.");
    case::story(&mut sheet, case);
    case::parties(&mut sheet, case, None);
    case::issues(&mut sheet, case);
    process::course(&mut sheet, case);
    sheet.done()
}

/// The brief of the party number `role`, in confidence.
pub fn private(case: Case<'_>, role: usize) -> String {
    let party = &case.scenario.parties[role];
    let mut sheet = Sheet::default();
    sheet.heading(1, &format!("{}: private brief", party.title));
    sheet.paragraph(&format!(
        "{}. In confidence: show this page to nobody who does not play {}.",
        case.scenario.title.trim_end_matches('.'),
        party.title
    ));
    case::story(&mut sheet, case);
    case::parties(&mut sheet, case, Some(role));
    wants::wants(&mut sheet, case, role);
    alone::without_a_deal(&mut sheet, case, role);
    process::home_and_clock(&mut sheet, case, role);
    home::may_reveal(&mut sheet, case, role);
    process::course(&mut sheet, case);
    sheet.done()
}
