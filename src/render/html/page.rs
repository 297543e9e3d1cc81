//! The page round the sections.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::frame::frame;
use super::living::{Living, living_frame};
use super::panel::panel;
use super::part::{parts, parts_alone};
use super::text::text;
use crate::document::{Document, Length, Part, Section};

/// How it looks.
pub(super) const STYLE: &str = include_str!("page.css");

/// What a page is there for.
struct Use {
    /// What it is, above its title.
    kicker: Option<&'static str>,
    /// Where one gets by passing over its head.
    skip: &'static str,
    /// What it does when asked.
    script: Option<&'static str>,
}

/// To be read by whoever decides.
const BRIEFING: Use = Use {
    kicker: Some("Negotiation briefing"),
    skip: "Skip to the answer",
    script: Some(include_str!("page.js")),
};

/// To be handed out, most often on paper: nothing on it moves.
const HANDOUT: Use = Use { kicker: None, skip: "Skip to the text", script: None };

/// A briefing as a page: the same briefing, the same bytes.
pub fn page(briefing: &Document) -> String {
    write(briefing, &BRIEFING, None)
}

/// What a class is handed as a page, without a script.
pub fn handout(document: &Document) -> String {
    write(document, &HANDOUT, None)
}

/// A briefing as a page that plays: with a panel to change what it rests on, and all that it takes to play again.
pub fn living(briefing: &Document, living: &Living<'_>) -> String {
    write(briefing, &BRIEFING, Some(living))
}

/// The pieces of a briefing's page, as HTML: what a living page puts in the place of its own when it has played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pieces {
    /// What stands in its `<header>`.
    pub head: String,
    /// The list of its contents.
    pub contents: String,
    /// The first section and what has to be read with any number.
    pub answer: String,
    /// The other sections.
    pub sections: String,
    /// What stands in its `<footer>`.
    pub foot: String,
}

/// The pieces of a briefing's page.
pub fn pieces(briefing: &Document) -> Pieces {
    let (answer, sections) = sections(briefing);
    Pieces {
        head: head(briefing, &BRIEFING).into_string(),
        contents: contents(briefing).into_string(),
        answer: answer.into_string(),
        sections: sections.into_string(),
        foot: foot(briefing).into_string(),
    }
}

/// A whole document to stand within another page, under headings of a lower rank.
pub fn told(document: &Document) -> String {
    let told = html! {
        h3 { (text(&document.title)) }
        @for line in &document.facts { p.facts { (text(line)) } }
        @for section in &document.sections {
            @if titled(section) { h4 { (text(&section.title)) } }
            (parts_alone(&section.parts))
        }
        @for notice in &document.notices { p.notice { (text(notice)) } }
        @if !document.colophon.is_empty() { p.note { (text(&document.colophon)) } }
    };
    told.into_string()
}

/// Parts of a section alone.
pub fn fragment(told: &[Part]) -> String {
    parts(told).into_string()
}

fn write(document: &Document, used: &Use, living: Option<&Living<'_>>) -> String {
    let one_page = document.length == Length::Page;
    let (answer, sections) = sections(document);
    let body = html! {
        a.skip href="#main" { (used.skip) }
        header class=[one_page.then_some("brief")] { (head(document, used)) }
        // Folded on a telephone, so that the answer stands on its first screen; open where there is room.
        @if !one_page { nav aria-label="Contents" { details.contents {
            summary { "Contents" }
            ol { (contents(document)) }
        } } }
        main #main class=[one_page.then_some("brief")] {
            (answer)
            @if let Some(living) = living { (panel(living.panel)) }
            (sections)
        }
        @if !document.colophon.is_empty() {
            footer class=[one_page.then_some("brief")] { (foot(document)) }
        }
    };
    let title = document.title.plain();
    match living {
        None => frame(&title, STYLE, used.script, &body),
        Some(living) => living_frame(&title, STYLE, used.script, living, &body),
    }
}

fn head(document: &Document, used: &Use) -> Markup {
    html! {
        @if let Some(kicker) = used.kicker { p.kicker { (kicker) } }
        h1 { (text(&document.title)) }
        @for line in &document.facts { p.facts { (text(line)) } }
    }
}

fn titled(section: &Section) -> bool {
    !section.title.is_empty()
}

fn contents(document: &Document) -> Markup {
    html! {
        @for section in document.sections.iter().filter(|section| titled(section)) {
            li { a href={ "#" (section.id) } { (text(&section.title)) } }
        }
    }
}

/// The first section with the notices, and the others.
fn sections(document: &Document) -> (Markup, Markup) {
    let (first, others) = document.sections.split_at(document.sections.len().min(1));
    let answer = html! {
        @for one in first { (section(one)) }
        // What has to be read with any number stands right after the answer.
        @if !first.is_empty() { @for notice in &document.notices { p.notice { (text(notice)) } } }
    };
    (answer, html! { @for one in others { (section(one)) } })
}

fn section(section: &Section) -> Markup {
    html! {
        @if titled(section) {
            section #(section.id) aria-labelledby={ (section.id) "-title" } {
                h2 #{ (section.id) "-title" } { (text(&section.title)) }
                (parts(&section.parts))
            }
        } @else {
            section #(section.id) { (parts(&section.parts)) }
        }
    }
}

fn foot(document: &Document) -> Markup {
    html! { p { (text(&document.colophon)) } }
}
