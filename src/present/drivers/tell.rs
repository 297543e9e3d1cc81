//! What the answer hangs on as a document.

use super::break_even::break_even;
use super::morris::morris;
use super::sobol::sobol;
use super::told::Told;
use super::tornado::tornado;
use crate::document::{Document, Length, Number, Text, author};
use crate::montecarlo::StopReason;
use crate::present::inert::inert;
use crate::results::drivers::{Drivers, DriversMethod};
use crate::results::{Cited, Envelope, cite};

/// What is moved where inputs hang together.
const ALONE: &str = "Inputs hang together in the file. Here each is moved alone, what hangs together with it \
                     staying as it was: what setting it would change, not what learning it would tell.";

/// The finding in words.
pub fn tell(answer: &Envelope<Drivers>) -> Document {
    let whole = Cited::whole(answer);
    let drivers = &cite!(whole.result);
    let told = [
        cite!(drivers.tornado).some().map(|found| tornado(drivers, &found)),
        cite!(drivers.morris).some().map(|found| morris(&found)),
        cite!(drivers.sobol).some().map(|found| sobol(&found)),
        cite!(drivers.break_even).some().map(|found| break_even(drivers, &found)),
    ];
    let (mut sections, mut notices) = (Vec::new(), Vec::new());
    for Told { sections: own, legend } in told.into_iter().flatten() {
        sections.extend(own);
        notices.extend(legend);
    }
    notices.extend(inert(drivers.inert.iter().map(String::as_str)));
    if drivers.hang_together && drivers.method != DriversMethod::Sobol {
        notices.push(Text::from(ALONE));
    }
    Document {
        title: Text::from(author(answer.scenario.as_ref().map_or("", |scenario| &scenario.title))),
        facts: facts(&whole),
        notices,
        sections,
        colophon: Text::new(),
        length: Length::Whole,
    }
}

/// Whose odds, and how much was played.
fn facts(answer: &Cited<'_, Envelope<Drivers>>) -> Vec<Text> {
    let effort = cite!(answer.result.effort);
    let unit = effort.unit.word();
    let mut what = Text::from("what the odds of “")
        .and(author(&answer.result.of))
        .and("” hang on · ")
        .and(Number::count(&cite!(effort.played)))
        .and(format!(" {unit}"));
    let run = cite!(answer.run).some();
    if let Some(run) = &run {
        what = what
            .and(" × ")
            .and(Number::count(&cite!(run.histories)))
            .and(" histories · seed ")
            .and(Number::name(&cite!(run.seed)));
    }
    let mut facts = vec![what];
    let scenario = answer.scenario.as_ref();
    if let Some(changed) = scenario.map(|of| &of.changed_by).filter(|by| !by.is_empty()) {
        facts.push(Text::from("changed by ").and(author(changed)));
    }
    if run.is_some_and(|run| run.stopped == StopReason::Interrupted) {
        facts.push(
            Text::from("stopped early: ")
                .and(Number::name(&cite!(effort.played)))
                .and(" of ")
                .and(Number::name(&cite!(effort.asked)))
                .and(format!(" {unit} were played")),
        );
    }
    facts
}
