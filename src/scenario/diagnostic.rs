//! What is wrong with a scenario, said to the person who wrote it: what, where, and what to do.

use std::fmt;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::codes::Code;
use super::source::{Source, Span};
use crate::text::harmless;

/// Does it stop the scenario from loading?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It is allowed, but rarely meant.
    Warning,
}

/// A note at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub text: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Its code; `zopa explain CODE` says more.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The path of the key or number, where it has one.
    pub path: Option<String>,
    /// Where it shows.
    pub span: Span,
    /// The primary place first, then other places that matter.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    pub(crate) fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            path: None,
            span,
            labels: vec![Label { span, text: String::new() }],
            help: None,
        }
    }

    /// What is to be seen at the primary place.
    pub(crate) fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(first) = self.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Another place that matters.
    pub(crate) fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// What to do.
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The path it is about.
    pub(crate) fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Is it an error?
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// So many findings are kept: whoever made more made one mistake many times.
const MOST: usize = 1000;

/// Findings with the texts they point into, in the order of the text, errors first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    sources: Vec<Source>,
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    pub(crate) fn new(sources: Vec<Source>, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| {
            (a.severity, a.span, a.code, &a.message).cmp(&(b.severity, b.span, b.code, &b.message))
        });
        diagnostics.dedup();
        diagnostics.truncate(MOST);
        Self { sources, diagnostics }
    }

    /// Every finding.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Is there nothing to say?
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// How many are errors.
    pub fn errors(&self) -> usize {
        self.iter().filter(|found| found.is_error()).count()
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.len() - self.errors()
    }

    /// The texts: the file first, then one for each override.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Source name, line and column of a finding, lines and columns from 1.
    pub fn position(&self, found: &Diagnostic) -> (&str, usize, usize) {
        let Some(source) = self.sources.get(found.span.source) else { return ("", 1, 1) };
        let (line, column) = source.line_column(found.span.start);
        (&source.name, line, column)
    }

    /// Everything as text for a terminal, one blank line between findings.
    pub fn render(&self, colour: bool) -> String {
        let blocks: Vec<String> = self.iter().map(|found| self.render_one(found, colour)).collect();
        blocks.join("\n\n")
    }

    /// One finding as text for a terminal. Whatever the file has brought along is harmless there.
    pub fn render_one(&self, found: &Diagnostic, colour: bool) -> String {
        let level = match found.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let code = found.code.to_string();
        let title = level.primary_title(harmless(&found.message)).id(code);
        let mut group = annotate_snippets::Group::with_title(title);
        for (index, source) in self.sources.iter().enumerate() {
            let marks: Vec<_> = found
                .labels
                .iter()
                .enumerate()
                .filter(|(_, label)| label.span.source == index)
                .map(|(order, label)| {
                    (order == 0, shown(&source.text, label.span), harmless(&label.text))
                })
                .collect();
            if marks.is_empty() {
                continue;
            }
            let window = window(&source.text, marks.iter().map(|(_, range, _)| range));
            let (line, _) = source.line_column(window.start);
            // Where a byte of the text stands among what is shown of it.
            let at = |byte: usize| harmless(&source.text[window.start..byte]).len();
            let snippet = Snippet::source(harmless(&source.text[window.clone()]))
                .path(harmless(&source.name))
                .line_start(line)
                .annotations(marks.into_iter().map(|(primary, range, text)| {
                    let kind =
                        if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                    let text = (!text.is_empty()).then_some(text);
                    kind.span(at(range.start)..at(range.end)).label(text)
                }));
            group = group.element(snippet);
        }
        if let Some(help) = &found.help {
            group = group.element(Level::HELP.message(harmless(help)));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }
}

/// The part of a span that is shown: the first line of it, on character boundaries.
fn shown(text: &str, span: Span) -> std::ops::Range<usize> {
    let floor = |mut byte: usize| {
        byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let (start, end) = (floor(span.start), floor(span.end));
    let line_end = text[start..end].find('\n').map_or(end, |newline| start + newline);
    start..line_end
}

/// The whole lines that hold all of these: the renderer reads what it is given from end to end.
fn window<'r>(
    text: &str,
    ranges: impl Iterator<Item = &'r std::ops::Range<usize>>,
) -> std::ops::Range<usize> {
    let (start, end) =
        ranges.fold((text.len(), 0), |(s, e), range| (s.min(range.start), e.max(range.end)));
    let start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
    start..end.max(start)
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(false))
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
