//! A brief in a game of alternating offers: rounds, and what they cost.

use crate::document::{Part, Text, author, in_full};
use crate::model::{Issue, Party, Position};
use crate::present::in_words;
use crate::teach::brief::Case;
use crate::teach::points::exact;
use crate::text::number::percent;

/// The rules of alternating offers.
pub(super) fn rounds(case: Case<'_>, rounds: usize) -> Part {
    let parties = &case.scenario.parties;
    let names = parties.iter().map(|party| Text::from(author(&party.title)));
    let first = names.clone().next().unwrap_or_default();
    let home = if parties.iter().any(|party| party.ratification.is_some()) {
        " What is agreed then goes home, where it may be voted down."
    } else {
        ""
    };
    let rules = Text::from(format!(
        "There are {rounds} rounds. In each everybody acts once, in this order: "
    ))
    .then(Text::joined(", ", names))
    .and(
        ". Whoever is to act accepts the offer on the table, makes another for all issues together, or walks \
         away. An offer that all have said yes to is the deal; a new offer takes the place of the old one and \
         asks everybody anew. After the last round, or when somebody walks away, there is no deal. In the last \
         round only ",
    )
    .then(first)
    .and(format!(
        " can still make an offer that all can answer; whoever comes later accepts, or there is no deal.{home}"
    ));
    Part::Paragraph(rules)
}

/// The points of a scale that may be offered.
pub(super) fn steps(issue: &Issue) -> Option<String> {
    if issue.has_options() {
        return None;
    }
    let step = issue.scale.width() / (issue.points - 1) as f64;
    Some(format!(
        "It may be offered from {} to {} in steps of {}.",
        issue.scale.low,
        issue.scale.high,
        exact(step)
    ))
}

/// What a round costs.
pub(super) fn discount(case: Case<'_>, party: &Party) -> Text {
    let discount = party.bargainer.as_ref().map(|bargainer| bargainer.discount);
    let lost = discount.map_or(0.0, |id| case.values[id.index()]);
    if lost > 0.0 {
        let lost = percent(lost);
        format!(
            "Every round takes {lost} off what a deal is worth to you, and nothing off no deal."
        )
        .into()
    } else {
        "Time costs you nothing, but the rounds are counted.".into()
    }
}

/// What it dreams of, where it may be offered anything.
pub(super) fn dream(case: Case<'_>, (issue, position): (&Issue, &Position)) -> Text {
    let ideal = case.values[position.ideal.index()];
    Text::from(format!("Your dream: {}, ", exact(ideal)))
        .and(in_full(&in_words(issue, ideal)))
        .and(".")
}
