//! What a text says.

use crate::document::{Number, Part, Table, Text, author};
use crate::results::texts::{PutText, TermOfText};
use crate::results::{Cited, cite};

/// The text, an issue a row.
pub(super) fn terms(text: &Cited<'_, PutText>) -> Vec<Part> {
    let mut table = Table::new(Text::new(), &["", ""]);
    for term in cite!(text.terms).each() {
        table.row([Text::from(author(&term.issue)), at(&term, true)]);
    }
    vec![Part::Table(table)]
}

/// Where it settles an issue, with the words of its anchors or without.
pub(super) fn at(term: &Cited<'_, TermOfText>, words: bool) -> Text {
    let Some(position) = cite!(term.position).some() else {
        return Text::from(author(term.option.as_deref().unwrap_or_default()));
    };
    let at = Text::from(Number::position(&position, term.width()));
    match term.in_words.as_deref().filter(|said| words && !said.is_empty()) {
        Some(said) => at.and(" ").and(author(said)),
        None => at,
    }
}
