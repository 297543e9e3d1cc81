//! The odds of texts as a document: is it any good, who says no over what, what would turn that, what it rests on.

use super::amended::amended;
use super::facts::{caveat, facts, head};
use super::odds::{answer, fronts, on_the_day, signatories, steps};
use super::refusals::refusals;
use super::several::several;
use super::terms::terms;
use crate::document::{Document, Length, Part, Section, Text, author};
use crate::results::texts::{PutText, Texts};
use crate::results::{Cited, Envelope, cite};

/// Texts in words.
pub fn tell(answer: &Envelope<Texts>) -> Document {
    let whole = Cited::whole(answer);
    let title = answer.scenario.as_ref().map_or("", |scenario| &scenario.title);
    Document {
        title: Text::from(author(title)),
        facts: facts(&whole),
        notices: vec![caveat(answer)],
        sections: sections(&cite!(whole.result)),
        colophon: Text::new(),
        length: Length::Whole,
    }
}

/// The same for a section of a report.
pub(in crate::present) fn parts(answer: &Cited<'_, Envelope<Texts>>) -> Vec<Part> {
    let mut parts =
        vec![Part::Paragraph(Text::from("Played: ").then(head(&answer.result)).and("."))];
    for section in sections(&cite!(answer.result)) {
        if !section.title.is_empty() {
            parts.push(Part::Heading(section.title));
        }
        parts.extend(section.parts);
    }
    parts.push(Part::Note(caveat(answer)));
    parts
}

fn sections(texts: &Cited<'_, Texts>) -> Vec<Section> {
    let all = cite!(texts.texts);
    let is_one = all.len() == 1;
    let day = on_the_day(texts);
    let day = day.map(|said| Section::new("day", Text::new(), vec![Part::Paragraph(said)]));
    let mut sections: Vec<Section> = day.into_iter().chain(several(texts)).collect();
    for (number, text) in all.each().enumerate() {
        if !is_one {
            let title = Text::from("━━ ").and(author(&text.label));
            sections.push(Section::new(format!("text-{number}"), title, Vec::new()));
        }
        sections.extend(of_one(texts, &text, number));
    }
    sections
}

fn of_one(texts: &Texts, text: &Cited<'_, PutText>, number: usize) -> Vec<Section> {
    let told = [
        Some(("terms", Text::from("The text"), terms(text))),
        Some(("answer", Text::from("Is this text any good?"), answer(texts, text))),
        steps(texts, text).map(|parts| ("steps", Text::from("What becomes of it"), parts)),
        signatories(texts, text).map(|parts| ("signatories", Text::from("Who says yes"), parts)),
        fronts(text)
            .map(|parts| ("fronts", Text::from("Who passes it at home, once all sign"), parts)),
        refusals(text).map(|parts| ("refusals", Text::from("Who says no, over what"), parts)),
        amended(text).map(|(title, parts)| ("amended", title, parts)),
    ];
    let told = told.into_iter().flatten();
    told.map(|(id, title, parts)| Section::new(format!("text-{number}-{id}"), title, parts))
        .collect()
}
