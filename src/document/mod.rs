//! What a verb says, before it is lines of a terminal, a page or a memo: a title, notices and titled sections.
//!
//! A section is a function from results to a [`Section`]: a question, its answer in a sentence, figures
//! and tables. [`crate::render::html`] makes a page of a [`Document`], [`crate::render::markdown`]
//! the text of a memo or of a hand-out, and its figures stand alone as files. So whoever has new results (a back-test, a
//! tournament) writes sections and has every format.
//!
//! Every number that is a result says where it stands in the JSON of the same results
//! ([`Number::at`]), and a test reads both. Whatever is the author's is marked as such
//! ([`Inline::Author`]), so that it is shown as text, in its own direction, and never as markup.

mod number;
mod panel;
mod part;
mod scale;
mod text;

pub use number::Number;
pub use panel::{Lever, Panel, Switch};
pub use part::{Cell, Column, Illustration, Part, Table};
pub use scale::{Figure, Line, Row, Scale, Tick};
pub use text::{Inline, Text, author, in_full};

/// All that is told of one answer.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title.
    pub title: Text,
    /// What it is about: a line each.
    pub facts: Vec<Text>,
    /// What has to be read with any number: right after the answer on a page and in a memo, last on a terminal.
    pub notices: Vec<Text>,
    /// Its sections, in reading order.
    pub sections: Vec<Section>,
    /// The last line: what made it.
    pub colophon: Text,
    /// How much of it is told.
    pub length: Length,
}

/// How much is told of a report; other verbs tell all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// All of it.
    #[default]
    Whole,
    /// A memo of two pages.
    Memo,
    /// One page.
    Page,
}

/// A titled block.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its anchor on the page: letters and hyphens, unique in the document.
    pub id: String,
    /// The question it answers; empty where its words need no heading.
    pub title: Text,
    /// The answer.
    pub parts: Vec<Part>,
}

impl Document {
    /// The figures, in order.
    pub fn figures(&self) -> Vec<&Illustration> {
        let mut found = Vec::new();
        for section in &self.sections {
            collect(&section.parts, &mut found);
        }
        found
    }
}

fn collect<'a>(parts: &'a [Part], found: &mut Vec<&'a Illustration>) {
    for part in parts {
        match part {
            Part::Figure(figure) => found.push(figure),
            Part::Folded { parts, .. } => collect(parts, found),
            Part::Lead(_)
            | Part::Paragraph(_)
            | Part::Note(_)
            | Part::Heading(_)
            | Part::List(_)
            | Part::Points(_)
            | Part::Scale(_)
            | Part::Below(_)
            | Part::Table(_)
            | Part::Command(_) => {}
        }
    }
}
