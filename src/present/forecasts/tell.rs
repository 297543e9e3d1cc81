//! Second opinions as a document: each issue as a drawing, then what lies behind the forecasts, then how far to
//! trust them.

use super::accuracy::accuracy;
use super::chances;
use super::chart::{LEGEND, chart};
use super::grid::grid;
use super::rounds::rounds;
use super::words::Digits;
use crate::document::{Document, Length, Part, Section, Text, author};
use crate::results::forecasts::{IssueForecasts, PositionForecasts};
use crate::results::{Cited, Envelope, cite};

/// The opinions in words.
pub fn tell(answer: &Envelope<PositionForecasts>) -> Document {
    let whole = Cited::whole(answer);
    let forecasts = &cite!(whole.result);
    let issues = cite!(forecasts.issues);
    let mut sections: Vec<Section> = Vec::new();
    for (number, own) in issues.each().enumerate() {
        sections.extend(on_issue(forecasts, &own, number));
    }
    sections.extend(chances::together(forecasts));
    sections.extend(caution(forecasts));
    sections.push(accuracy(forecasts));
    let count =
        |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let facts = format!(
        "{}, {} · second opinions from other schools' models",
        count(forecasts.actors.len(), "actor"),
        count(issues.len(), "issue")
    );
    Document {
        title: Text::from(author(&forecasts.file)),
        facts: vec![Text::from(facts)],
        notices: Vec::new(),
        sections,
        colophon: Text::new(),
        length: Length::Whole,
    }
}

fn on_issue(
    all: &Cited<'_, PositionForecasts>,
    own: &Cited<'_, IssueForecasts>,
    number: usize,
) -> Vec<Section> {
    let digits = Digits::of(own);
    let several = all.issues.len() > 1;
    // A table without a column for issues has one of this name.
    let named = several || own.issue != "issue";
    let title = if named { Text::from("Issue: ").and(author(&own.issue)) } else { Text::new() };
    let (scale, unanswered) = chart(all, own, number);
    let legend = (number == 0).then(|| Text::from(LEGEND));
    let notes = legend.into_iter().chain(unanswered).map(Part::Note);
    let parts = [Part::Scale(scale)].into_iter().chain(notes).collect();
    let mut sections = vec![Section::new(format!("issue-{number}"), title, parts)];
    sections.extend(chances::on_issue(own, digits));
    sections.extend(grid(own, digits));
    let challenges = cite!(own.challenges);
    sections.extend(challenges.each().filter_map(|one| rounds(&one, digits, !several)));
    sections
}

/// What to know about the challenge model, if it was played at all.
fn caution(forecasts: &PositionForecasts) -> Option<Section> {
    let mut played = forecasts.issues.iter().flat_map(|own| &own.challenges);
    let text = "The challenge model, scholz-code or scholz-paper, need not converge and has no rule for when to \
                stop: the round you stop at is part of the forecast.";
    let parts = vec![Part::Note(Text::from(text))];
    let was_played = played.any(|challenge| challenge.rounds.is_some());
    was_played.then(|| Section::new("caution", Text::new(), parts))
}
