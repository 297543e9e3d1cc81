//! Choices that no distribution holds: of the model, and between a file's variants.

use crate::document::{Number, Switch, Text, author};
use crate::model::{MediationStyle, Role, Scenario};
use crate::results::report::Report;
use crate::results::{Cited, cite};

/// The choices of the model that the run has looked into.
pub(super) fn structural(scenario: &Scenario, report: &Report) -> Vec<Switch> {
    let mut switches: Vec<Switch> = Vec::new();
    for choice in &report.run.result.structural {
        let is_loss = scenario.inputs[scenario.constants.loss.index()].path == choice.path;
        let value = choice.set.rsplit_once('=').map_or("", |(_, value)| value);
        let offered = (value.to_owned(), Text::from(format!("If {}", choice.words)));
        if let Some(known) = switches.iter_mut().find(|known| known.of == choice.path) {
            known.choices.push(offered);
            continue;
        }
        let name = if is_loss {
            "How losses grow with distance"
        } else {
            "How far stated limits are believed"
        };
        switches.push(Switch {
            of: choice.path.clone(),
            name: Text::from(name),
            choices: vec![(String::new(), Text::from("As in the file")), offered],
            chosen: String::new(),
            note: why(report, &choice.path),
        });
    }
    switches
}

/// How the mediator works, where there is one.
pub(super) fn mediation(scenario: &Scenario) -> Option<Switch> {
    let mediated = scenario.parties.iter().any(|party| party.role == Role::Mediator);
    if !mediated || scenario.offers().is_some() {
        return None;
    }
    let in_file = scenario.mediation.style;
    let words = |style| match style {
        None => "nobody drafts for them: the principals hold the pen in turn",
        Some(MediationStyle::Facilitation) => {
            "it carries messages and clears up misunderstandings, so that drafts hit the mark more often"
        }
        Some(MediationStyle::Formulation) => "it puts texts of its own on the table, more of them",
    };
    let others = MediationStyle::ALL.into_iter().filter(|style| Some(*style) != in_file);
    let offered = others
        .map(|style| (style.word().to_owned(), Text::from(super::headed(words(Some(style))))));
    let as_it_is = Text::from(format!("As in the file: {}", words(in_file)));
    Some(Switch {
        of: "mediation.style".to_owned(),
        name: Text::from("How the mediator works"),
        choices: std::iter::once((String::new(), as_it_is)).chain(offered).collect(),
        chosen: String::new(),
        note: Text::new(),
    })
}

/// How much hangs on it.
fn why(report: &Report, path: &str) -> Text {
    let report = Cited::whole(report);
    let inputs = cite!(report.run.result.inputs);
    let input = inputs.each().find(|input| input.path == path && input.clear);
    input.map_or_else(Text::new, |input| {
        Text::from("The file is not sure of it, which explains ")
            .and(Number::share(&cite!(input.variance_share)))
            .and(" of the spread between worlds.")
    })
}

/// The file's own variants, where it has any.
pub(super) fn variants(scenario: &Scenario, variant: Option<&str>) -> Option<Switch> {
    if scenario.variants.is_empty() {
        return None;
    }
    let titled = scenario.variants.iter().map(|known| {
        let title = if known.title.is_empty() { &known.id } else { &known.title };
        (known.id.clone(), Text::from(author(title)))
    });
    let choices = std::iter::once((String::new(), Text::from("None: the file as it stands")));
    Some(Switch {
        of: Switch::VARIANT.to_owned(),
        name: Text::from("A variant of the file"),
        choices: choices.chain(titled).collect(),
        chosen: variant.unwrap_or_default().to_owned(),
        note: Text::new(),
    })
}
