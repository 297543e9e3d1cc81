//! Who is named in the reason for failure, on both sides.

use super::odds::{row, table};
use super::words::point_change;
use crate::document::{Part, Text, author};
use crate::results::compare::{Alternative, NamedParty, Paired};
use crate::results::{Cited, cite};

/// Parties and issues that are told.
const MOST: usize = 5;

/// Who stood in the way; `None` where that changes for nobody.
pub(super) fn blockers(one: &Cited<'_, Alternative>) -> Option<Vec<Part>> {
    let named = cite!(one.named);
    let told: Vec<_> = named.each().filter(|one| shows(&one.share)).take(MOST).collect();
    if told.is_empty() {
        return None;
    }
    let mut table = table();
    for party in &told {
        let name = Text::from(author(&party.party.title));
        table.row(row(name, &cite!(party.share)));
        let over = over(party);
        if !over.is_empty() {
            table.row([over].into_iter().chain(std::iter::repeat_n(Text::new(), 8)));
        }
    }
    let note = "Shares of all trials in which the reason for failure names the party.";
    Some(vec![Part::Table(table), Part::Note(Text::from(note))])
}

/// Over what, and how its share changes.
fn over(party: &Cited<'_, NamedParty>) -> Text {
    let parts = cite!(party.over);
    let told = parts.each().filter(|part| shows(&part.share)).take(MOST);
    let mut text = Text::new();
    for part in told {
        let issue = part.issue.as_ref().map_or("votes at home", |issue| &issue.id);
        let before = if text.is_empty() { "  over " } else { ", " };
        text = text
            .and(before)
            .and(author(issue))
            .and(" ")
            .and(point_change(&cite!(part.share.difference.value)));
    }
    text
}

/// Does a change show at one decimal?
pub(super) fn shows(odds: &Paired) -> bool {
    odds.difference.value.abs() >= 0.0005
}
