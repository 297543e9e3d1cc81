//! Two codings as a document: how far the coders agree, where they do not, and which of it moves the odds.

use super::agreement::{agreement, alone, apart};
use super::odds::{odds, swaps};
use crate::document::{Document, Length, Part, Section, Table, Text, author};
use crate::results::codings::Codings;
use crate::results::{Cited, Envelope, ScenarioOf, cite};

/// Two codings in words.
pub fn tell(answer: &Envelope<Codings>) -> Document {
    let answer = &Cited::whole(answer);
    let codings = &cite!(answer.result);
    let sections = [
        Some(Section::new("codings", Text::new(), vec![Part::Table(sides(codings))])),
        Some(Section::new("agreement", "How far do they agree?", agreement(codings))),
        Some(apart(codings)),
        alone(codings),
        odds(answer),
        swaps(codings),
    ];
    let notice = "Coders who agree may both be wrong: they read the same record. What they disagree on is the least \
                  that is uncertain; where it moves the odds, widen the number or look for a source.";
    Document {
        title: Text::from("Two codings of one negotiation"),
        facts: Vec::new(),
        notices: vec![Text::from(notice)],
        sections: sections.into_iter().flatten().collect(),
        colophon: Text::new(),
        length: Length::Whole,
    }
}

fn sides(codings: &Codings) -> Table {
    let side = |of: &ScenarioOf| author(&format!("{} ({})", of.file, of.title)).into();
    let mut table = Table::new(Text::new(), &["~", ""]);
    table.row([Text::from("A"), side(&codings.a)]);
    table.row([Text::from("B"), side(&codings.b)]);
    table
}
