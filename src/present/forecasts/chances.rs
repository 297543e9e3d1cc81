//! Which option would win an election, most likely first.

use super::words::{Digits, name, name_of_all};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::forecasts::{IssueForecasts, PositionForecasts};
use crate::results::{Cited, cite};

/// Options of an election that are told.
const MOST: usize = 6;

/// An option in words, and its chance.
type Chance<'a> = (Text, Cited<'a, f64>);

/// The elections on one issue; `None` where none has an answer.
pub(super) fn on_issue(own: &Cited<'_, IssueForecasts>, digits: Digits) -> Option<Section> {
    let all = cite!(own.elections);
    let mut table = table();
    for election in all.each() {
        let Some(options) = cite!(election.options).some() else { continue };
        let chances = options.each().map(|option| {
            (Text::from(digits.number(&cite!(option.position))), cite!(option.probability))
        });
        table.row([Text::from(name(&election, all.part())), told(chances.collect())]);
    }
    let title = "Which position would win an election held today (probabilistic Condorcet)";
    (!table.rows.is_empty()).then(|| Section::new("chances", title, vec![Part::Table(table)]))
}

/// The elections on all issues at once; `None` where none was held.
pub(super) fn together(forecasts: &Cited<'_, PositionForecasts>) -> Option<Section> {
    let all = cite!(forecasts.all_issues);
    if all.is_empty() {
        return None;
    }
    let (mut table, mut unanswered) = (table(), Vec::new());
    for election in all.each() {
        let name = name_of_all(&election, all.part());
        if let Some(options) = cite!(election.options).some() {
            let chances = options.each().map(|option| {
                (Text::from(author(&option.actors.join(" = "))), cite!(option.probability))
            });
            table.row([Text::from(name), told(chances.collect())]);
        } else if let Some(reason) = &election.reason {
            let text = Text::from("No answer from ").and(name).and(": ").and(author(reason));
            unanswered.push(Part::Note(text.and(".")));
        }
    }
    // Without any answer the heading would be one of nothing.
    let (title, tables) = if table.rows.is_empty() {
        (Text::new(), None)
    } else {
        let title = "Whose package would win an election on all issues at once";
        (Text::from(title), Some(Part::Table(table)))
    };
    Some(Section::new("together", title, tables.into_iter().chain(unanswered).collect()))
}

fn table() -> Table {
    Table::new(Text::new(), &["", ""])
}

/// The likeliest few; of equals the one of the earlier actor.
fn told(mut chances: Vec<Chance<'_>>) -> Text {
    chances.sort_by(|a, b| b.1.total_cmp(&a.1));
    let more = chances.len().saturating_sub(MOST);
    let told = chances.into_iter().take(MOST);
    let told = told.map(|(option, chance)| option.and(": ").and(Number::share(&chance)));
    Text::joined(", ", told).and_if(more > 0, format!(", {more} more"))
}
