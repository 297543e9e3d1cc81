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

use crate::document::{Document, Length, Section, Text, author};
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
pub fn public(case: Case<'_>) -> Document {
    let mut sections: Vec<Section> = case::story(case).into_iter().collect();
    sections.extend([case::everybody(case), case::issues(case), process::course(case)]);
    let to = "Public brief: everybody at the table has read this page.";
    brief(author(&case.scenario.title).into(), to.into(), sections)
}

/// The brief of the party number `role`, in confidence.
pub fn private(case: Case<'_>, role: usize) -> Document {
    let title = || author(&case.scenario.parties[role].title);
    let mut sections: Vec<Section> = case::story(case).into_iter().collect();
    sections.extend([
        case::you(case, role),
        case::others(case, role),
        wants::wants(case, role),
        alone::without_a_deal(case, role),
        home::home_and_clock(case, role),
        home::may_reveal(case, role),
        process::course(case),
    ]);
    let to = Text::from(author(case.scenario.title.trim_end_matches('.')))
        .and(". In confidence: show this page to nobody who does not play ")
        .and(title())
        .and(".");
    brief(Text::from(title()).and(": private brief"), to, sections)
}

fn brief(title: Text, to: Text, sections: Vec<Section>) -> Document {
    Document {
        title,
        facts: vec![to],
        notices: Vec::new(),
        sections,
        colophon: Text::new(),
        length: Length::Whole,
    }
}
