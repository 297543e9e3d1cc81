//! The smallest change that would turn the likeliest no, and whom it loses.

use super::terms::at;
use crate::analysis::amend::Kind;
use crate::document::{Number, Part, Text, author};
use crate::montecarlo::Link;
use crate::results::texts::{Amendment, PutText, TurnedWhen, WouldTurn};
use crate::results::{Cited, Difference, cite};

/// The heading, and a point for each change; `None` where nobody looked.
pub(super) fn amended(text: &Cited<'_, PutText>) -> Option<(Text, Vec<Part>)> {
    let would = cite!(text.would_turn).some()?;
    let heading = Text::from("What would turn the likeliest no, that of ")
        .and(author(&would.party.title))
        .and("?");
    let mut points: Vec<Text> = Vec::new();
    for change in cite!(would.changes).each() {
        points.push(told(&would, &change));
    }
    let none_of_two = would.changes.iter().all(|one| one.kind == Kind::OneIssue);
    if none_of_two && text.terms.len() > 1 {
        points.push(Text::from("No move of two issues turns it."));
    }
    let when = match (would.turned_when, &would.next) {
        (TurnedWhen::AsTheNext, Some(next)) => {
            Text::from(" The no is turned where it stands in the way no more often than ")
                .and(author(&next.title))
                .and(", the next, does to the text as it is.")
        }
        _ => Text::from(
            " The no is turned where it stands in the way in half of the histories or fewer.",
        ),
    };
    let note = Text::from(
        "Looked for over every issue, and every two, in steps of five hundredths of a scale, and of ten; around what was \
         found in steps of one and of two. size: what is moved, in hundredths of its scale, another option being half \
         a scale.",
    )
    .then(when)
    .and(
        " Each change was then played like any text, in histories that the search has not seen, beside the text as it is: \
         points are percentage points, ± the 95% simulation error. Lost is whose odds fall by more than that.",
    );
    Some((heading, vec![Part::Points(points), Part::Note(note)]))
}

fn told(would: &Cited<'_, WouldTurn>, change: &Cited<'_, Amendment>) -> Text {
    let head = match (change.kind, change.turns) {
        (Kind::OneIssue, true) => "One issue, the least move: ",
        (Kind::OneIssue, false) => "One issue is not enough; what comes nearest: ",
        (Kind::TwoIssues, true) => "Two issues, the least move: ",
        (Kind::TwoIssues, false) => "Two issues are not enough; what comes nearest: ",
        (Kind::BestForAll, _) => "Two issues, so that all are likeliest to sign: ",
    };
    let moves = cite!(change.moves);
    let moves = moves.each().map(|term| {
        Text::from(author(&term.from.issue))
            .and(" from ")
            .then(at(&cite!(term.from), false))
            .and(" to ")
            .then(at(&cite!(term.to), false))
    });
    let mut said = Text::from(head)
        .then(Text::joined(", ", moves))
        .and(" (size ")
        .and(Number::hundredths(&cite!(change.size)))
        .and(").");
    let own = cite!(change.parties).each().find(|one| one.party == would.party);
    if let Some(own) = own {
        said = said.and(" ").and(author(&would.party.title));
        said = match cite!(own.no).some() {
            Some(no) => said
                .and(" then says no in ")
                .and(Number::share(&cite!(no.value)))
                .and(" (")
                .then(moved(&cite!(own.difference)))
                .and(" points for it)"),
            None => said.and(" is then not asked"),
        };
        said = said.and(";");
    }
    if let Some(all) = cite!(change.steps).each().find(|step| step.id == Link::Signed) {
        said = said
            .and(" all sign in ")
            .and(Number::share(&cite!(all.with.value)))
            .and(" (")
            .then(moved(&cite!(all.difference)))
            .and(" points).");
    }
    if change.loses.is_empty() {
        return said.and(" It loses nobody by more than the error.");
    }
    let parties = cite!(change.parties);
    let lost = parties.each().filter(|one| change.loses.contains(&one.party));
    let lost = lost.map(|one| {
        Text::from(author(&one.party.title)).and(" (").then(moved(&cite!(one.difference))).and(")")
    });
    said.and(" It loses ").then(Text::joined(", ", lost)).and(".")
}

/// A difference of odds in points with its error.
pub(super) fn moved(difference: &Cited<'_, Difference>) -> Text {
    Text::from(Number::points(&cite!(difference.value)))
        .and(" ± ")
        .and(Number::half_points(&cite!(difference.half_width)))
}
