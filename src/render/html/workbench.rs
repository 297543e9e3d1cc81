//! The workbench: a page on which a scenario is made, and played.

use maud::{Markup, PreEscaped, html};

use super::frame::outline;
use super::living::WORKER;
use super::page::STYLE;
use super::policy::{base64, living_policy, served_policy};
use crate::charts;

/// What stands on it before a script does anything.
const BODY: &str = include_str!("workbench/body.html");
/// How it looks, beside a report's page.
const LOOK: &str = include_str!("workbench/workbench.css");
/// What it does, in the order in which each part needs those before.
const SCRIPTS: [&str; 22] = [
    include_str!("workbench/ask.js"),
    include_str!("workbench/literal.js"),
    include_str!("workbench/paths.js"),
    include_str!("workbench/parts.js"),
    include_str!("workbench/answers.js"),
    include_str!("workbench/begin.js"),
    include_str!("workbench/cards.js"),
    include_str!("workbench/care.js"),
    include_str!("workbench/field.js"),
    include_str!("workbench/files.js"),
    include_str!("workbench/findings.js"),
    include_str!("workbench/groups.js"),
    include_str!("workbench/hints.js"),
    include_str!("workbench/issues.js"),
    include_str!("workbench/number.js"),
    include_str!("workbench/parties.js"),
    include_str!("workbench/questions.js"),
    include_str!("workbench/scale.js"),
    include_str!("workbench/start.js"),
    include_str!("workbench/steps.js"),
    include_str!("workbench/view.js"),
    include_str!("workbench/bench.js"),
];

/// The workbench that a server of this machine shows, with what it knows (JSON), and the policy that goes with it: it may
/// ask that server, and nobody else.
pub fn served(knows: &str) -> (String, String) {
    let (style, script) = (style(), SCRIPTS.concat());
    let policy = served_policy(&style, &script);
    let body = html! { (data(knows)) script { (PreEscaped(&script)) } };
    (page(&style, &policy, &body), policy)
}

/// The workbench as one file that carries the engine, packed, and asks nobody.
pub fn carried(knows: &str, engine: &[u8]) -> String {
    let (style, script) = (style(), SCRIPTS.concat());
    let policy = living_policy(&style, &script);
    let body = html! {
        (data(knows))
        script #zopa-worker type="text/plain" { (PreEscaped(WORKER.concat())) }
        script #zopa-engine type="text/plain" { (PreEscaped(base64(engine))) }
        script { (PreEscaped(&script)) }
    };
    page(&style, &policy, &body)
}

fn style() -> String {
    format!("{}{STYLE}{LOOK}", charts::css())
}

fn page(style: &str, policy: &str, scripts: &Markup) -> String {
    outline("zopa workbench", style, policy, &html! { (PreEscaped(BODY)) (scripts) })
}

/// What the page knows, as data that no browser runs: a `<` in JSON may stand as its number.
fn data(knows: &str) -> Markup {
    let knows = knows.replace('<', "\\u003c");
    html! { script #zopa-desk type="application/json" { (PreEscaped(knows)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_script_ends_before_its_end() {
        for text in SCRIPTS {
            assert!(!text.contains("</") && !text.contains("<!--"));
        }
    }

    #[test]
    fn a_hostile_text_is_data() {
        let page = carried("\"</script><script>alert(1)</script>\"", b"");
        assert!(!page.contains("<script>alert"));
        assert!(page.contains("\\u003cscript>alert(1)"));
    }
}
