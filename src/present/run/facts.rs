//! What was played: the rules, who, how long and how much.

use crate::document::{Number, Text, author};
use crate::montecarlo::Plan;
use crate::present::outcomes::day;
use crate::present::words::played;
use crate::results::run::Run;
use crate::results::{Cited, Envelope, ScenarioOf, cite};
use crate::text::shell;

/// The head of the answer, a line each.
pub(super) fn facts(answer: &Cited<'_, Envelope<Run>>) -> Vec<Text> {
    let scenario = cite!(answer.scenario).some();
    let parts = [scenario.as_ref().map(rules), cite!(answer.run).some().map(|run| played(&run))];
    let played = parts.into_iter().flatten().reduce(|one, other| one.and(" · ").then(other));
    let changes = scenario.filter(|scenario| !scenario.changed_by.is_empty());
    let changes = changes.map(|of| Text::from("changed by ").and(author(&of.changed_by)));
    played.into_iter().chain(changes).collect()
}

fn rules(scenario: &Cited<'_, ScenarioOf>) -> Text {
    let head = match scenario.as_of.as_deref().and_then(day) {
        Some(day) => Text::from("as of ").and(day),
        None => Text::from("alternating offers"),
    };
    let text = head
        .and(" · ")
        .and(Number::name(&cite!(scenario.parties)))
        .and(" parties, ")
        .and(Number::name(&cite!(scenario.issues)))
        .and(" issues, ")
        .and(Number::name(&cite!(scenario.rounds)))
        .and(" rounds");
    match cite!(scenario.horizon_months).some() {
        Some(months) => text.and(" in ").and(Number::decimals(&months, 0)).and(" months"),
        None => text,
    }
}

/// The file with the options that lead to the same histories again, as a shell reads them.
pub(super) fn again(answer: &Envelope<Run>) -> String {
    let mut words = Vec::new();
    words.extend(answer.scenario.as_ref().map(|scenario| shell::file(&scenario.file)));
    if let Some(run) = &answer.run {
        words.extend((run.seed != Plan::SEED.0).then(|| format!("--seed {}", run.seed)));
        let otherwise = run.histories != Plan::HISTORIES;
        words.extend(otherwise.then(|| format!("--histories {}", run.histories)));
    }
    let changes = answer.scenario.iter().map(|scenario| scenario.changed_by.clone());
    words.extend(changes.filter(|changes| !changes.is_empty()));
    words.join(" ")
}
