//! The page round the sections.

use maud::{DOCTYPE, PreEscaped, html};

use super::part::parts;
use super::policy::policy;
use super::text::text;
use crate::present::briefing::Briefing;
use crate::present::svg;

/// How it looks.
const STYLE: &str = include_str!("page.css");
/// What it does when asked.
const SCRIPT: &str = include_str!("page.js");

/// A briefing as a page: the same briefing, the same bytes.
pub fn page(briefing: &Briefing) -> String {
    let style = format!("{}{STYLE}", svg::css());
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style, SCRIPT));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("zopa ", env!("CARGO_PKG_VERSION")));
                meta name="referrer" content="no-referrer";
                // An empty icon, so that no browser asks a server for one.
                link rel="icon" href="data:,";
                title { (briefing.title.plain()) }
                style { (PreEscaped(&style)) }
            }
            body {
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
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}
