//! Positions in the words of the scenario's own anchors.

use crate::model::Issue;

use crate::text::number::position;

/// A position on an issue's scale in words: at an anchor, near it, or between two.
pub fn in_words(issue: &Issue, at: f64) -> String {
    let near = issue.scale.width() * 0.03;
    let close = issue.scale.width() * 0.10;
    let distance = |anchor: &crate::model::Anchor| (anchor.at - at).abs();
    let nearest = issue.anchors.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let below = issue.anchors.iter().rev().find(|anchor| anchor.at <= at);
    let above = issue.anchors.iter().find(|anchor| anchor.at > at);
    match (nearest, below, above) {
        (Some(anchor), _, _) if distance(anchor) <= near => anchor.text.clone(),
        (Some(anchor), _, _) if distance(anchor) <= close => format!("near “{}”", anchor.text),
        (_, Some(low), Some(high)) => format!("between “{}” and “{}”", low.text, high.text),
        (Some(anchor), _, _) => format!("beyond “{}”", anchor.text),
        (None, _, _) => String::new(),
    }
}

/// A position with its words: `59, between “…” and “…”`; of an option its name.
pub fn place(issue: &Issue, at: f64) -> String {
    if issue.has_options() {
        return in_words(issue, at);
    }
    format!("{}, {}", position(at, issue.scale.width()), in_words(issue, at))
}
