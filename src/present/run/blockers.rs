//! Why there was no deal that lasts.

use crate::document::{Number, Part, Section, Table, Text, author};
use crate::present::causes::{part, title};
use crate::present::process::Words;
use crate::results::run::{Family, Run};
use crate::results::{Cited, cite};

/// Parts of a cause that are told; of causes one more.
const MOST: usize = 5;
/// The least share of all trials that a part has to have to be told.
const LEAST: f64 = 0.005;

/// Kinds of failure, with who and over what; `None` where every deal lasts.
pub(super) fn blockers(run: &Cited<'_, Run>, words: &Words) -> Option<Section> {
    let families = cite!(run.blockers);
    if families.is_empty() {
        return None;
    }
    let mut table = Table::new(Text::new(), &["#", ""]);
    for family in families.each().take(MOST + 1) {
        let share = Text::from(Number::share(&cite!(family.share)));
        table.row([share, told(&family, words)]);
    }
    Some(Section::new("blockers", "Why not (share of all trials)", vec![Part::Table(table)]))
}

fn told(family: &Cited<'_, Family>, words: &Words) -> Text {
    let all = cite!(family.parts);
    let told: Vec<_> = all.each().filter(|one| one.share >= LEAST).take(MOST).collect();
    let parts = told
        .iter()
        .map(|one| Text::from(author(&part(one))).and(" ").and(Number::share(&cite!(one.share))));
    Text::from(title(family.cause, words.in_rounds))
        .and_if(!told.is_empty(), ": ")
        .then(Text::joined(", ", parts))
        .and_if(!told.is_empty() && told.len() < all.len(), ", …")
}
