//! What was discovered as a document: the choices, where there are levers, then the boxes.

use super::boxes::Told;
use super::choices;
use crate::document::{Document, Length, Part, Section, Text, author};
use crate::results::discover::Discover;
use crate::results::{Cited, Envelope, cite};

/// The findings in words.
pub fn tell(answer: &Envelope<Discover>) -> Document {
    let whole = Cited::whole(answer);
    let found = &cite!(whole.result);
    let (mut facts, mut sections, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(choices) = cite!(found.choices).some() {
        facts.push(choices::head(&choices));
        sections.extend(choices::sections(&choices));
    }
    if let Some(boxes) = cite!(found.discovery).some() {
        let told = Told::new(&whole);
        let head = told.head(&boxes);
        if sections.is_empty() {
            facts = head;
        } else {
            sections.push(Section::new("cases", Text::new(), vec![Part::List(head)]));
        }
        sections.extend(told.sections(&boxes));
        notices.push(told.caution());
    }
    let source = &found.source;
    Document {
        title: Text::from(author(source.title.as_ref().unwrap_or(&source.file))),
        facts,
        notices,
        sections,
        colophon: Text::new(),
        length: Length::Whole,
    }
}
