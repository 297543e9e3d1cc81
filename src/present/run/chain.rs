//! How far the talks come.

use crate::document::{Cell, Number, Part, Section, Table, Text};
use crate::present::process::Words;
use crate::present::words::odds;
use crate::results::run::Run;
use crate::results::{Cited, cite};

/// The links of the chain, each with its odds and its odds given the one before.
pub(super) fn chain(run: &Cited<'_, Run>, words: &Words) -> Section {
    let mut table = Table::new(Text::new(), &["", "#", "", ""]);
    for step in cite!(run.chain).each() {
        let Some(name) = &step.title else { continue };
        let given = cite!(step.given).some().map_or_else(Text::new, |given| {
            Text::from(Number::share(&cite!(given.value))).and(" of those before")
        });
        table.cells([
            Cell::Text(Text::from(name.clone())),
            Cell::Text(odds(&cite!(step.estimate))),
            Cell::Bar(step.estimate.value),
            Cell::Text(given),
        ]);
    }
    let ground = Text::from("Some package suits every signatory in ")
        .and(Number::share(&cite!(run.common_ground_worlds.value)))
        .and(" of worlds")
        .and(words.ground_without)
        .and(": a zone of possible agreement.");
    Section::new("chain", words.course, vec![Part::Table(table), Part::Note(ground)])
}
