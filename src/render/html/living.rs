//! A page that plays: what it carries beside its text, none of which acts before its reader changes something.

use maud::{Markup, PreEscaped, html};

use super::frame::outline;
use super::policy::{base64, living_policy};
use crate::charts;
use crate::document::Panel;

/// How the panel looks.
const STYLE: &str = include_str!("living.css");
/// What the page does.
const SCRIPT: &str = include_str!("living.js");
/// What the worker does, which the page makes of this text.
pub(super) const WORKER: [&str; 2] = [include_str!("engine.js"), include_str!("worker.js")];

/// What it takes to play again.
#[derive(Clone, Copy, Debug)]
pub struct Living<'a> {
    /// What may be changed.
    pub panel: &'a Panel,
    /// The engine as WebAssembly, packed (gzip).
    pub engine: &'a [u8],
    /// What the page asks of the engine while nothing is changed, as JSON.
    pub request: &'a str,
}

/// A living page that stands alone. Texts that a browser is not to run are data to it (HTML, “data block”), and their
/// one danger, an end of the element within them, is written out of the way.
pub(super) fn living_frame(
    title: &str,
    style: &str,
    script: Option<&str>,
    living: &Living<'_>,
    body: &Markup,
) -> String {
    let style = format!("{}{style}{STYLE}", charts::css());
    let script = format!("{}{SCRIPT}", script.unwrap_or_default());
    let policy = living_policy(&style, &script);
    // In JSON a sign may stand as its number anywhere a `<` may stand.
    let request = living.request.replace('<', "\\u003c");
    let body = html! {
        (body)
        script #zopa-request type="application/json" { (PreEscaped(request)) }
        script #zopa-worker type="text/plain" { (PreEscaped(WORKER.concat())) }
        script #zopa-engine type="text/plain" { (PreEscaped(base64(living.engine))) }
        script { (PreEscaped(&script)) }
    };
    outline(title, &style, &policy, &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_script_ends_before_its_end() {
        for text in [SCRIPT, WORKER[0], WORKER[1]] {
            assert!(!text.contains("</") && !text.contains("<!--"));
        }
    }
}
