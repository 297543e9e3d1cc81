//! Whose mind changes, and the terms that are signed.

use super::blockers::shows;
use super::words::point_change;
use crate::document::{Number, Part, Table, Text, author};
use crate::results::compare::{Alternative, TermsShift, WorthShift};
use crate::results::{Cited, cite};
use crate::text::number::decimals;

/// What the base's best package is worth to whom; `None` where there is none that both sides could sign.
pub(super) fn worths(one: &Cited<'_, Alternative>, dated: bool) -> Option<Vec<Part>> {
    let all = cite!(one.worths);
    if all.is_empty() {
        return None;
    }
    let (told, still): (Vec<_>, Vec<_>) = all.each().partition(|shift| changes(shift));
    let columns = ["", "#signs", "#with", "#change", "#±", "#worth", "#with", "#change", "#±"];
    let mut table = Table::new(Text::new(), &columns);
    for shift in &told {
        table.row(worth(shift));
    }
    let mut parts = vec![Part::Table(table)];
    if !still.is_empty() {
        let names = still.iter().map(|shift| Text::from(author(&shift.party.title)));
        parts.push(Part::Paragraph(Text::from("no change: ").then(Text::joined(", ", names))));
    }
    let when = if dated { " (as-of date, every pledge delivered, no noise)" } else { "" };
    parts.push(Part::Note(Text::from(format!(
        "signs: share of worlds in which it would sign the base's best package of that world{when}. worth: what \
         signing that is worth to it, mean over worlds, in hundredths of all that is at stake for it."
    ))));
    Some(parts)
}

/// Does a change of worth or of signing show at one decimal?
fn changes(shift: &WorthShift) -> bool {
    shift.difference.value.abs() >= 0.0005 || shows(&shift.signs)
}

fn worth(shift: &Cited<'_, WorthShift>) -> [Text; 9] {
    let share = |value: Cited<'_, f64>| Text::from(Number::share(&value));
    let hundredths = |value: Cited<'_, f64>| Text::from(Number::hundredths(&value));
    [
        Text::from(author(&shift.party.title)),
        share(cite!(shift.signs.base.value)),
        share(cite!(shift.signs.with.value)),
        Text::from(point_change(&cite!(shift.signs.difference.value))),
        Text::from(Number::half_points(&cite!(shift.signs.difference.half_width))),
        hundredths(cite!(shift.base)),
        hundredths(cite!(shift.with)),
        Text::from(Number::points(&cite!(shift.difference.value))),
        hundredths(cite!(shift.difference.half_width)),
    ]
}

/// The middle of the signed terms; `None` unless both sides have signed.
pub(super) fn terms(one: &Cited<'_, Alternative>) -> Option<Vec<Part>> {
    let all = cite!(one.terms);
    if all.is_empty() {
        return None;
    }
    let mut table = Table::new(Text::new(), &["", "#base", "#with", "#change", "#±"]);
    for shift in all.each() {
        table.row(term(&shift));
    }
    let note = "Middle of the packages signed; the two sides do not sign in the same trials.";
    Some(vec![Part::Table(table), Part::Note(Text::from(note))])
}

fn term(shift: &Cited<'_, TermsShift>) -> [Text; 5] {
    let width = shift.scale_width;
    let decimals = decimals(width).max(1);
    let error = cite!(shift.difference).some().map_or(Text::from("–"), |difference| {
        let half = cite!(difference.half_width);
        let shown = format!("{:.decimals$}", *half);
        Text::from(Number::shown(shown, &half))
    });
    [
        Text::from(author(&shift.issue.id)),
        Text::from(Number::position(&cite!(shift.base), width)),
        Text::from(Number::position(&cite!(shift.with), width)),
        Text::from(Number::change(&cite!(shift.change), decimals)),
        error,
    ]
}
