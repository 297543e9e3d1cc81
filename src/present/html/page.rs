//! The page round the sections.

use maud::html;

use super::frame::frame;
use super::part::parts;
use super::text::text;
use crate::present::briefing::Briefing;

/// How it looks.
const STYLE: &str = include_str!("page.css");
/// What it does when asked.
const SCRIPT: &str = include_str!("page.js");

/// A briefing as a page: the same briefing, the same bytes.
pub fn page(briefing: &Briefing) -> String {
    let body = html! {
        a.skip href="#main" { "Skip to the answer" }
        header {
            p.kicker { "Negotiation briefing" }
            h1 { (text(&briefing.title)) }
            p.facts { (text(&briefing.facts)) }
            @for notice in &briefing.notices { p.notice { (text(notice)) } }
        }
        nav aria-label="Contents" {
            ol { @for section in &briefing.sections {
                li { a href={ "#" (section.id) } { (section.title) } }
            } }
        }
        main #main {
            @for section in &briefing.sections {
                section #(section.id) aria-labelledby={ (section.id) "-title" } {
                    h2 #{ (section.id) "-title" } { (section.title) }
                    (parts(&section.parts))
                }
            }
        }
        footer { p { (text(&briefing.colophon)) } }
    };
    frame(&briefing.title.plain(), STYLE, Some(SCRIPT), &body)
}
