//! The table of odds on both sides.

use super::words::point_change;
use crate::document::{Number, Part, Table, Text, author};
use crate::present::outcomes::asked;
use crate::results::compare::{Alternative, Paired};
use crate::results::{Cited, cite};

/// An empty table of odds on both sides.
pub(super) fn table() -> Table {
    let columns = ["", "#base", "#with", "#change", "#±", "#no→yes", "#yes→no", "#up", "#down"];
    Table::new(Text::new(), &columns)
}

/// A row of it.
pub(super) fn row(name: Text, odds: &Cited<'_, Paired>) -> [Text; 9] {
    let share = |value: Cited<'_, f64>| Text::from(Number::share(&value));
    [
        name,
        share(cite!(odds.base.value)),
        share(cite!(odds.with.value)),
        Text::from(point_change(&cite!(odds.difference.value))),
        Text::from(Number::half_points(&cite!(odds.difference.half_width))),
        share(cite!(odds.no_to_yes)),
        share(cite!(odds.yes_to_no)),
        share(cite!(odds.worlds_up)),
        share(cite!(odds.worlds_down)),
    ]
}

/// The odds of everything that both sides have.
pub(super) fn odds(one: &Cited<'_, Alternative>) -> Vec<Part> {
    let mut table = table();
    for question in cite!(one.questions).each() {
        let name = author(&asked(&question.text, question.by.as_deref()));
        table.row(row(Text::from(name), &cite!(question.odds)));
    }
    for link in cite!(one.chain).each() {
        if let Some(name) = &link.title {
            table.row(row(Text::from(name.clone()), &cite!(link.odds)));
        }
    }
    table.row(row(Text::from("a zone of agreement"), &cite!(one.zone)));
    let note = "change: in percentage points, ± the 95% simulation error. no→yes, yes→no: shares of all trials \
                that turn. up, down: shares of worlds with higher, lower odds. A zone: some package suits every \
                signatory, without noise; its shares are of worlds.";
    vec![Part::Table(table), Part::Note(Text::from(note))]
}
