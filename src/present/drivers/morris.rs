//! Morris screening as a table.

use super::told::Told;
use super::words::{MOST, half, hundredths, rest};
use crate::document::{Part, Section, Table, Text, author};
use crate::results::drivers::{MorrisEffect, MorrisScreening, Shape};
use crate::results::{Cited, cite};

const LEGEND: &str = "effect: mean size of the change of the odds, in percentage points, when the input crosses its whole range \
     and the others are anywhere in theirs (μ*), ± its 95% interval. It ranks; it is no share of anything. \
     Shape, from how the changes differ from place to place (σ/μ*): straight below 0.1, one way below 0.5, \
     mostly one way below 1; above that the effect is curved or depends on other inputs (interplay). Up: more \
     of it, higher odds.";

/// The effects that can be told from chance, largest first.
pub(super) fn morris(found: &Cited<'_, MorrisScreening>) -> Told {
    let inputs = cite!(found.inputs);
    let clear: Vec<_> = inputs.each().filter(|effect| effect.clear).collect();
    let mut table = Table::new(Text::new(), &["", "#effect", "#±", "~"]);
    for effect in clear.iter().take(MOST) {
        table.row(row(effect));
    }
    let nothing = inputs.iter().filter(|effect| effect.mu_star.high <= 0.0).count();
    let unclear = inputs.len() - clear.len() - nothing;
    let none = "None of them has an effect that can be told from chance.";
    let chance = "with smaller effects that can still be told from chance";
    let told = clear.len().min(MOST);
    let notes = [
        rest(told, clear.len(), chance),
        clear.is_empty().then(|| Text::from(none)),
        rest(0, unclear, "whose effect cannot be told from chance"),
        rest(0, nothing, "that changed no history at all"),
    ];
    let notes = notes.into_iter().flatten().map(Part::Note);
    let parts = [Part::Table(table)].into_iter().chain(notes).collect();
    let section = Section::new("effects", "Which inputs can be left alone?", parts);
    Told { sections: vec![section], legend: Some(Text::from(LEGEND)) }
}

fn row(effect: &Cited<'_, MorrisEffect>) -> [Text; 4] {
    [
        Text::from(author(&effect.path)),
        Text::from(hundredths(&cite!(effect.mu_star.value), 1)),
        Text::from(half(&cite!(effect.mu_star))),
        Text::from(effect.shape.map_or("", Shape::words)),
    ]
}
