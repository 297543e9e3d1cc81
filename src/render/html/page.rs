//! The page round the sections.

use maud::html;

use super::frame::frame;
use super::part::parts;
use super::text::text;
use crate::document::{Document, Length};

/// How it looks.
const STYLE: &str = include_str!("page.css");
/// What it does when asked.
const SCRIPT: &str = include_str!("page.js");

/// A briefing as a page: the same briefing, the same bytes.
pub fn page(briefing: &Document) -> String {
    let one_page = briefing.length == Length::Page;
    let body = html! {
        a.skip href="#main" { "Skip to the answer" }
        header class=[one_page.then_some("brief")] {
            p.kicker { "Negotiation briefing" }
            h1 { (text(&briefing.title)) }
            @for line in &briefing.facts { p.facts { (text(line)) } }
        }
        // Folded on a telephone, so that the answer stands on its first screen; open where there is room.
        @if !one_page { nav aria-label="Contents" { details.contents {
            summary { "Contents" }
            ol { @for section in &briefing.sections {
                li { a href={ "#" (section.id) } { (text(&section.title)) } }
            } }
        } } }
        main #main class=[one_page.then_some("brief")] {
            @for (index, section) in briefing.sections.iter().enumerate() {
                section #(section.id) aria-labelledby={ (section.id) "-title" } {
                    h2 #{ (section.id) "-title" } { (text(&section.title)) }
                    (parts(&section.parts))
                }
                // What has to be read with any number stands right after the answer.
                @if index == 0 {
                    @for notice in &briefing.notices { p.notice { (text(notice)) } }
                }
            }
        }
        footer class=[one_page.then_some("brief")] { p { (text(&briefing.colophon)) } }
    };
    frame(&briefing.title.plain(), STYLE, Some(SCRIPT), &body)
}
