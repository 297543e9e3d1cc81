//! Issues.

use super::{Fields, Resolver};
use crate::model::{Anchor, End, Issue, IssueEffect, Scale};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{ISSUE, POINTS, STRONG_END};
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::tree::{self, Node};

impl Resolver<'_> {
    pub(super) fn issues(&mut self, root: &Fields<'_>) -> Vec<Issue> {
        let mut issues: Vec<Issue> = Vec::new();
        let mut effects: Vec<(&'static str, Span)> = Vec::new();
        for entry in root.entries("issues") {
            let path = join("issues", &entry.name);
            let fields = Fields::at(&entry.node, &ISSUE, path, entry.span);
            let issue = self.issue(&entry.name, &fields);
            if let Some(word) = effect_word(issue.effect) {
                let span = fields.span_of("effect");
                if let Some((_, first)) = effects.iter().find(|(known, _)| *known == word) {
                    let message = format!("two issues have the effect `{word}`");
                    self.push(
                        Diagnostic::new(codes::SAME_EFFECT, span, message)
                            .label("the second")
                            .also(*first, "the first")
                            .help("at most one issue may have each effect; join the two issues or drop one effect")
                            .path(fields.path_of("effect")),
                    );
                }
                effects.push((word, span));
            }
            issues.push(issue);
        }
        issues
    }

    fn issue(&mut self, id: &str, fields: &Fields<'_>) -> Issue {
        if fields.has("options") {
            return self.issue_with_options(id, fields);
        }
        let scale = self.scale(fields);
        let effect = self.effect(fields, scale);
        if effect == IssueEffect::FrontLine && !fields.has("status_quo") {
            self.push(
                Diagnostic::new(
                    codes::NO_STATUS_QUO,
                    fields.span_of("effect"),
                    format!("the front-line issue `{id}` needs a `status_quo`"),
                )
                .label("the line moves from somewhere")
                .help(
                    "`status_quo` is where the line stands on the as-of date, on the issue's scale",
                )
                .path(fields.path_of("status_quo")),
            );
        }
        let anchors = fields
            .table_of("anchors")
            .map_or_else(Vec::new, |table| self.anchors(table, scale, &fields.path_of("anchors")));
        let mut issue = Issue {
            id: id.to_owned(),
            title: fields.text("title").unwrap_or(id).to_owned(),
            scale,
            anchors,
            options: Vec::new(),
            points: points(fields),
            effect,
            status_quo: None,
            draft_shift: None,
        };
        if let Some(node) = fields.node("status_quo") {
            issue.status_quo = self.place(node, fields.path_of("status_quo"), fields.span, &issue);
        }
        issue.draft_shift = Some(self.number(fields, "draft_shift"));
        issue
    }

    fn scale(&mut self, fields: &Fields<'_>) -> Scale {
        let default = Scale { low: 0.0, high: 100.0 };
        let Some(ends) = fields.node("scale").and_then(Node::as_list) else { return default };
        let [Some(low), Some(high)] = [0, 1].map(|end| ends.get(end).and_then(Node::as_number))
        else {
            return default;
        };
        if low < high && (high - low).is_finite() {
            return Scale { low, high };
        }
        let found = Diagnostic::new(
            codes::BAD_SCALE,
            fields.span_of("scale"),
            format!("the scale of `{}` does not rise: {low} is not below {high}", fields.path),
        )
        .path(fields.path_of("scale"));
        self.push(if high < low {
            found.help(format!(
                "write [{high}, {low}]; which end is good for whom is said by the positions"
            ))
        } else {
            found.help("a scale needs two different ends")
        });
        default
    }

    fn effect(&mut self, fields: &Fields<'_>, scale: Scale) -> IssueEffect {
        if fields.text("effect") == Some("front-line") {
            return IssueEffect::FrontLine;
        }
        let Some(table) = fields.table_of("effect") else { return IssueEffect::None };
        let path = fields.path_of("effect");
        if let Some(entry) = table.entry("halts-fighting") {
            let inner =
                Fields::at(&entry.node, &STRONG_END, join(&path, "halts-fighting"), entry.span);
            return IssueEffect::HaltsFighting { strong_end: self.strong_end(&inner, scale) };
        }
        if let Some(entry) = table.entry("guarantee") {
            let inner = Fields::at(&entry.node, &STRONG_END, join(&path, "guarantee"), entry.span);
            return IssueEffect::Guarantee { strong_end: self.strong_end(&inner, scale) };
        }
        IssueEffect::None
    }

    fn strong_end(&mut self, fields: &Fields<'_>, scale: Scale) -> End {
        match fields.node("strong_end").and_then(Node::as_number) {
            Some(end) if end - scale.low == 0.0 => End::Low,
            Some(end) if end - scale.high == 0.0 => End::High,
            None => End::Low,
            Some(end) => {
                self.push(
                    Diagnostic::new(
                        codes::NOT_AN_END,
                        fields.span_of("strong_end"),
                        format!("{end} is not an end of the issue's scale"),
                    )
                    .label(format!("expected {} or {}", scale.low, scale.high))
                    .path(fields.path_of("strong_end")),
                );
                End::Low
            }
        }
    }

    fn anchors(&mut self, table: &tree::Table, scale: Scale, path: &str) -> Vec<Anchor> {
        let mut anchors: Vec<(Anchor, Span)> = Vec::new();
        for entry in &table.entries {
            let Some(text) = entry.node.as_text() else { continue };
            let at = entry.name.parse::<f64>().ok().filter(|at| at.is_finite());
            match at {
                Some(at) if at >= scale.low && at <= scale.high => {
                    if let Some((_, first)) = anchors.iter().find(|(known, _)| known.at - at == 0.0)
                    {
                        let found =
                            bad_anchor(entry, format!("the point {at} has two labels"), path);
                        self.push(found.also(*first, "the first one"));
                    }
                    anchors.push((Anchor { at, text: text.to_owned() }, entry.span));
                }
                Some(at) => {
                    let message = format!("the anchor at {at} is off the issue's scale");
                    let (low, high) = (scale.low, scale.high);
                    self.push(
                        bad_anchor(entry, message, path)
                            .label(format!("the scale goes from {low} to {high}")),
                    );
                }
                None => {
                    let message = format!("the anchor `{}` is not at a number", entry.name);
                    self.push(bad_anchor(entry, message, path).help(
                        "anchors are written point = \"label\": 0 = \"none\", 100 = \"all\"",
                    ));
                }
            }
        }
        anchors.sort_by(|(a, _), (b, _)| a.at.total_cmp(&b.at));
        anchors.into_iter().map(|(anchor, _)| anchor).collect()
    }
}

/// How many points of a scale may be offered.
fn points(fields: &Fields<'_>) -> usize {
    let stated = fields.node("points").and_then(Node::as_number);
    stated.filter(|points| (2.0..=1_000.0).contains(points)).unwrap_or(POINTS) as usize
}

fn bad_anchor(entry: &tree::Entry, message: String, path: &str) -> Diagnostic {
    Diagnostic::new(codes::BAD_ANCHOR, entry.span, message).path(path)
}

fn effect_word(effect: IssueEffect) -> Option<&'static str> {
    match effect {
        IssueEffect::None => None,
        IssueEffect::HaltsFighting { .. } => Some("halts-fighting"),
        IssueEffect::FrontLine => Some("front-line"),
        IssueEffect::Guarantee { .. } => Some("guarantee"),
    }
}
