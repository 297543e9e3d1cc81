//! What was asked, how much was played, and what the figures are worth.

use crate::document::{Text, author};
use crate::montecarlo::StopReason;
use crate::present::outcomes::day;
use crate::present::words::played;
use crate::results::texts::Texts;
use crate::results::{Cited, Envelope, cite};

/// The head of the answer, a line each.
pub(super) fn facts(answer: &Cited<'_, Envelope<Texts>>) -> Vec<Text> {
    let head = head(&answer.result);
    let played = cite!(answer.run).some().map(|run| played(&run));
    let what = [Some(head), played].into_iter().flatten();
    let what = what.reduce(|one, other| one.and(" · ").then(other));
    let scenario = answer.scenario.as_ref().filter(|scenario| !scenario.changed_by.is_empty());
    let changes = scenario.map(|of| Text::from("changed by ").and(author(&of.changed_by)));
    what.into_iter().chain(changes).collect()
}

/// What was put, and when.
pub(super) fn head(texts: &Texts) -> Text {
    let count = texts.texts.len();
    let head = if count == 1 {
        "a text on the table on ".to_owned()
    } else {
        format!("{count} texts, each by itself on the table on ")
    };
    match day(&texts.on) {
        Some(day) => Text::from(head).and(day),
        None => Text::from(head).and(texts.on.clone()),
    }
}

/// What the figures are worth.
pub(super) fn caveat(answer: &Envelope<Texts>) -> Text {
    let stopped = answer.run.is_some_and(|run| run.stopped == StopReason::Interrupted);
    let pledges = if answer.result.is_first_day() {
        "on this first day no pledge is made and no event has happened but those that the file dates on it or \
         before"
    } else {
        "up to the day the history is played like any other"
    };
    Text::new()
        .and_if(stopped, "Stopped early: these figures rest on the worlds played. ")
        .and(format!(
            "Everybody is asked as about a mediator’s text, once, with readiness and mood: {pledges}. What the talks \
             would come to afterwards, under other texts, is no part of these odds; zopa run has it. They follow \
             from the assumptions in the file by the model: what a text does there, not a forecast, and zopa is \
             uncalibrated."
        ))
}
