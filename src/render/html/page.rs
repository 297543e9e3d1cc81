//! The page round the sections.

use maud::html;

use super::frame::frame;
use super::part::parts;
use super::text::text;
use crate::document::{Document, Length, Section};

/// How it looks.
const STYLE: &str = include_str!("page.css");

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
    write(briefing, &BRIEFING)
}

/// What a class is handed as a page, without a script.
pub fn handout(document: &Document) -> String {
    write(document, &HANDOUT)
}

fn write(document: &Document, used: &Use) -> String {
    let one_page = document.length == Length::Page;
    let titled = |section: &&Section| !section.title.is_empty();
    let body = html! {
        a.skip href="#main" { (used.skip) }
        header class=[one_page.then_some("brief")] {
            @if let Some(kicker) = used.kicker { p.kicker { (kicker) } }
            h1 { (text(&document.title)) }
            @for line in &document.facts { p.facts { (text(line)) } }
        }
        // Folded on a telephone, so that the answer stands on its first screen; open where there is room.
        @if !one_page { nav aria-label="Contents" { details.contents {
            summary { "Contents" }
            ol { @for section in document.sections.iter().filter(titled) {
                li { a href={ "#" (section.id) } { (text(&section.title)) } }
            } }
        } } }
        main #main class=[one_page.then_some("brief")] {
            @for (index, section) in document.sections.iter().enumerate() {
                @if titled(&section) {
                    section #(section.id) aria-labelledby={ (section.id) "-title" } {
                        h2 #{ (section.id) "-title" } { (text(&section.title)) }
                        (parts(&section.parts))
                    }
                } @else {
                    section #(section.id) { (parts(&section.parts)) }
                }
                // What has to be read with any number stands right after the answer.
                @if index == 0 {
                    @for notice in &document.notices { p.notice { (text(notice)) } }
                }
            }
        }
        @if !document.colophon.is_empty() {
            footer class=[one_page.then_some("brief")] { p { (text(&document.colophon)) } }
        }
    };
    frame(&document.title.plain(), STYLE, used.script, &body)
}
