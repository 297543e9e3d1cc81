//! The frame of every page: what it says of itself, and what it may do.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::policy::policy;
use crate::charts;

/// A page that stands alone. It fetches nothing, and of its own only the style, with that of the charts,
/// and the script may act.
pub(super) fn frame(title: &str, style: &str, script: Option<&str>, body: &Markup) -> String {
    let style = format!("{}{style}", charts::css());
    let policy = policy(&style, script);
    let body = html! {
        (body)
        @if let Some(script) = script { script { (PreEscaped(script)) } }
    };
    outline(title, &style, &policy, &body)
}

/// A page with this style and policy.
pub(super) fn outline(title: &str, style: &str, policy: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("zopa ", env!("CARGO_PKG_VERSION")));
                meta name="referrer" content="no-referrer";
                // An empty icon, so that no browser asks a server for one.
                link rel="icon" href="data:,";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}
