//! Many alternatives at a glance: one row each.

use super::words::{outcome, with_error};
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::montecarlo::Link;
use crate::results::compare::{Alternative, Compare, Paired};
use crate::results::{Cited, cite};
use crate::text::fitted;

/// Columns of the heading of a question.
const CHANGE: usize = 12;
/// Columns beside the name.
const COLUMNS: usize = 4;

/// What a column holds.
enum Column {
    /// An outcome's odds: the link or the question, and what the column is called.
    Odds(String, String),
    /// Worlds with a zone of agreement.
    Zone,
}

/// What the columns hold: the links from a signature on, after the outcome that is told where it is none
/// of them, then the zone; as many as there is room for.
fn columns(compare: &Compare) -> Vec<Column> {
    let told = &compare.told_of_all;
    let chain = compare.alternatives.first().map_or(&[][..], |one| &one.chain);
    let title = |id: &str| {
        let link = chain.iter().find(|link| link.id.word() == id);
        link.map_or_else(
            || fitted(id, CHANGE),
            |link| link.title.clone().unwrap_or_else(|| id.to_owned()),
        )
    };
    let links = [Link::Signed, Link::Ratified, Link::Holds];
    let means = |link: &Link| chain.iter().any(|one| one.id == *link && one.title.is_some());
    let mut ids: Vec<&str> =
        links.iter().filter(|link| means(link)).map(|link| link.word()).collect();
    if !ids.contains(&told.as_str()) {
        ids.insert(0, told);
    }
    let odds = ids.into_iter().map(|id| Column::Odds(id.to_owned(), title(id)));
    odds.chain([Column::Zone]).take(COLUMNS).collect()
}

impl Column {
    fn heading(&self) -> String {
        match self {
            Self::Odds(_, title) => format!("#{title}"),
            Self::Zone => "#a zone".to_owned(),
        }
    }

    fn of<'a>(&self, one: &Cited<'a, Alternative>) -> Option<Cited<'a, Paired>> {
        match self {
            Self::Odds(id, _) => outcome(one, id),
            Self::Zone => Some(cite!(one.zone)),
        }
    }
}

/// One row for each alternative: the base's odds and the change of each.
pub(super) fn overview(compare: &Compare, alternatives: &[Cited<'_, Alternative>]) -> Section {
    let columns = columns(compare);
    let headings: Vec<String> =
        [String::new()].into_iter().chain(columns.iter().map(Column::heading)).collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut table = Table::new(Text::new(), &headings);
    let none = || Text::from("–");
    let base = columns.iter().map(|column| {
        let odds = alternatives.iter().find_map(|one| column.of(one));
        odds.map_or_else(none, |odds| Text::from(Number::share(&cite!(odds.base.value))))
    });
    table.row([Text::from("base")].into_iter().chain(base));
    for one in alternatives {
        let changes = columns.iter().map(|column| {
            column.of(one).map_or_else(none, |odds| with_error(&cite!(odds.difference)))
        });
        table.row([Text::from(author(&one.label))].into_iter().chain(changes));
    }
    let note = "In percentage points, ± the 95% simulation error; a zone: share of worlds with a package that suits \
                every signatory. One alternative alone is told in full; all of them: --json, --csv.";
    let parts = vec![Part::Table(table), Part::Note(Text::from(note))];
    Section::new("overview", "Change of the odds", parts)
}
