//! The elections under every rule, as a table of means and winners.

use super::words::{Digits, kind_of};
use crate::document::{Part, Section, Table, Text};
use crate::results::forecasts::{Election, IssueForecasts};
use crate::results::{Cited, cite};

/// Rows by victory and votes, a column for every kind; `None` where they were not held.
pub(super) fn grid(own: &Cited<'_, IssueForecasts>, digits: Digits) -> Option<Section> {
    let all = cite!(own.grid);
    let mut kinds: Vec<&str> = Vec::new();
    let mut rows: Vec<([&str; 2], Vec<Text>)> = Vec::new();
    for election in all.each() {
        let rules = &election.part().rules;
        let kind = kind_of(rules);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
        let label = [rules.victory.as_str(), rules.voting.as_str()];
        match rows.iter_mut().find(|(known, _)| *known == label) {
            Some((_, cells)) => cells.push(cell(&election, digits)),
            None => rows.push((label, vec![cell(&election, digits)])),
        }
    }
    // Positions may have any size, and give way where they have to.
    let heads: Vec<&str> = ["~victory", "~votes"].into_iter().chain(kinds).collect();
    let mut table = Table::new(Text::new(), &heads);
    for (label, cells) in rows {
        table.row(label.map(Text::from).into_iter().chain(cells));
    }
    let title = "The election under every rule: mean, and the position most likely to win";
    (!all.is_empty()).then(|| Section::new("grid", title, vec![Part::Table(table)]))
}

/// `7.72 (10.0)`, or that several positions are equally likely, or that there is no answer.
fn cell(election: &Cited<'_, Election>, digits: Digits) -> Text {
    let answer = cite!(election.mean).some().zip(cite!(election.most_likely).some());
    let Some((mean, winners)) = answer else { return Text::from("no answer") };
    let text = Text::from(digits.number(&mean)).and(" (");
    let text = match winners.len() {
        1 => text.and(digits.number(&cite!(winners[0]))),
        _ => text.and("a tie"),
    };
    text.and(")")
}
