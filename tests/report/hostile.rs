//! A scenario whose every text is HTML, script, quotes, emoji, right-to-left or ten thousand characters long
//! is shown as text.

use super::markup::read;
use super::{SMALL, page_and_json, run};
use crate::cli_run::{File, code, stderr, zopa};

/// Markup, script, quotes, entities, emoji, two scripts that run to the left, an override, a long word.
fn nasty(name: &str) -> String {
    let long = "W".repeat(4_800) + &" word".repeat(1_000);
    format!(
        "</title></style></svg></script><script>alert('{name}')</script><img src=x onerror=alert(1)> \
         <b onclick=\"alert(2)\">\"bold\"</b> 'q' &amp;&lt; <!-- --> ]]> `x` | **y** {{{{z}}}} \
         \u{1f600}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \
         \u{633}\u{644}\u{627}\u{645} \u{202e}turned\u{202c} {name} javascript:alert(3) {long}"
    )
}

/// An option's name: at most 64 characters, with marks that paths and lists have, too.
fn nasty_option(name: &str) -> String {
    format!(
        "</text><script>alert(1)</script> \u{1f600} \u{5e9}\u{5dc}\u{5d5}\u{5dd} & {name}, 0.6=\"x\""
    )
}

/// The scenario: three parties, one of them a mediator, a scale and options, every kind of text.
pub(crate) fn scenario() -> String {
    // A TOML string may be written as JSON writes it.
    let text = |name: &str| serde_json::to_string(&nasty(name)).unwrap();
    let option = |name: &str| serde_json::to_string(&nasty_option(name)).unwrap();
    format!(
        r#"title = {title}
as_of = 2026-01-01
clock = {{ round = "2 weeks", horizon = "6 months" }}
[issues.line]
title = {line}
anchors = {{ 0 = {low}, 50 = {middle}, 100 = {high} }}
[issues.form]
title = {form}
options = [{option1}, {option2}, {option3}]
[parties.north]
title = {north}
role = "principal"
influence = 1
outside.reservation = {{ value = [0.2, 0.3, 0.4], source = {source}, certainty = "judgement" }}
positions.line = {{ ideal = 100, opening = 90, limit = {{ value = [40, 50, 60], source = {source} }}, salience = 2 }}
[parties.north.positions.form]
scores = {{ {option1} = 100, {option2} = 60, {option3} = 0 }}
limit = 40
salience = 1
[parties.south]
title = {south}
role = "principal"
influence = 1
outside.reservation = [0.1, 0.25, 0.4]
positions.line = {{ ideal = 0, opening = 5, limit = [45, 55, 65], salience = 2 }}
[parties.south.positions.form]
scores = {{ {option1} = 0, {option2} = 70, {option3} = 100 }}
limit = 40
salience = 1
[parties.host]
title = {host}
role = "mediator"
influence = 0.5
positions.line = {{ ideal = 50, limit = 50, salience = 1 }}
[[events]]
name = "storm"
title = {event}
rate = 0.5
effects = [{{ multiply = "trust.north.south", by = 0.9 }}]
[[questions]]
id = "peace-signed"
text = {question}
what = "signed"
base_rate = {{ value = 0.2, source = {rate} }}
resolved = {{ outcome = false, source = {resolved} }}
[variants.other]
title = {variant}
set = {{ "parties.north.concession_speed" = 2 }}
"#,
        title = text("title"),
        line = text("line"),
        low = text("low"),
        middle = text("middle"),
        high = text("high"),
        form = text("form"),
        option1 = option("option1"),
        option2 = option("option2"),
        option3 = option("option3"),
        north = text("north"),
        south = text("south"),
        host = text("host"),
        source = text("source"),
        event = text("event"),
        question = text("question"),
        rate = text("rate"),
        resolved = text("resolved"),
        variant = text("variant"),
    )
}

#[test]
fn what_the_author_writes_is_text() {
    let file = File::new("hostile.toml", &scenario());
    let (page, json) = page_and_json(file.path(), &["--variants"]);
    // The reader of the test fails on what is not well formed.
    let (pieces, tags) = read(&page);
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    for (name, times) in [("script", 1), ("style", 1), ("title", count("title")), ("link", 1)] {
        assert_eq!(count(name), times, "<{name}>");
    }
    for name in ["img", "b", "iframe", "object", "form", "base", "a"] {
        assert_eq!(count(name), if name == "a" { count("a") } else { 0 }, "<{name}>");
    }
    for tag in &tags {
        for (key, value) in &tag.attributes {
            assert!(!key.starts_with("on"), "{key}={value}");
            let fetches = matches!(key.as_str(), "src" | "href" | "xlink:href");
            assert!(!fetches || value.starts_with('#') || value == "data:,", "{key}={value}");
            assert_ne!(key, "style", "the policy lets no style attribute pass");
        }
    }
    let shown = |words: &str| pieces.iter().any(|piece| piece.text.contains(words));
    assert!(shown("<script>alert('title')</script>") && shown("onerror=alert(1)"));
    assert!(page.len() < 1_500_000, "{} bytes", page.len());
    assert!(json["run"]["scenario"]["title"].as_str().unwrap().len() > 9_000);
}

/// No word of the author's stands where Markdown would take it for markup.
#[test]
fn a_memo_of_it_is_text_too() {
    let file = File::new("hostile-memo.toml", &scenario());
    let memo = run(file.path(), &["--format", "md"]);
    for line in memo.lines() {
        let bare = line.replace("\\<", "");
        assert!(!bare.contains("<script") && !bare.contains("<img"), "{}", &line[..80]);
    }
    assert!(memo.contains("\\<script\\>"));
}

#[test]
fn charts_of_it_stand_alone() {
    let file = File::new("hostile-charts.toml", &scenario());
    let folder = std::env::temp_dir().join(format!("zopa-charts-{}", std::process::id()));
    let named = folder.to_str().unwrap();
    let start = ["report", file.path(), "--format", "svg", "-o", named];
    let output = zopa(&[start.as_slice(), &SMALL].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let drawn = roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        assert!(drawn.descendants().all(|node| !node.has_tag_name("script")), "{path:?}");
        count += 1;
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(count >= 8, "{count} charts");
}
