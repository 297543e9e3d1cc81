//! The words of a living page: what may be changed on it ([`panel`]), and what a change does ([`changed`]).

mod changed;
mod levers;
mod switches;

pub use changed::{Changed, all_played, changed, fully_played, mapping_on, playing_on};

use crate::document::{Panel, Text};
use crate::model::Scenario;
use crate::results::report::Report;

/// What a reader may change in a report: the numbers that the answer hangs on most, and the choices that no evidence
/// settles. `variant` is the one that is in the scenario.
pub fn panel(scenario: &Scenario, report: &Report, variant: Option<&str>) -> Panel {
    Panel {
        title: Text::from("Change an assumption"),
        lead: Text::from(
            "Move a number or make another choice, and the scenario is played again, here on this page: nothing \
             leaves it. The odds, every chart and every sentence below follow.",
        ),
        levers_title: Text::from("What the answer hangs on most"),
        levers_note: Text::from(
            "The drawing shows what the file holds likely, the black line its middle. A number that you move is \
             held in every world; all others stay as uncertain as they are.",
        ),
        levers: levers::levers(scenario, report),
        choices_title: Text::from("Choices that no evidence settles"),
        choices_note: Text::from(
            "The model or the file has to make them, and each of these can be defended.",
        ),
        choices: switches::structural(scenario, report)
            .into_iter()
            .chain(switches::mediation(scenario))
            .collect(),
        variant: switches::variants(scenario, variant),
        unchanged: Text::from(
            "Nothing is changed: the page tells the scenario as the file has it.",
        ),
    }
}

/// Words at the head of a line.
fn headed(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
