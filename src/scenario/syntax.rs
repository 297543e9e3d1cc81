//! What the TOML parser says, in the words of someone who has never seen TOML.

use std::ops::Range;

use super::codes;
use super::diagnostic::Diagnostic;
use super::slips;
use super::source::Span;

/// Where parser and person mean the same place, in other words: the start of the parser's
/// message, what is wrong, what to do.
const PLAIN: [(&str, &str, &str); 21] = [
    ("invalid basic string", "a text is not closed", "texts end with the quote they begin with"),
    ("invalid literal string", "a text is not closed", "texts end with the quote they begin with"),
    ("invalid multi-line", "a text is not closed", "texts end with the quotes they begin with"),
    ("string values must be quoted", "a text stands without quotes", "write it in \"quotes\""),
    ("missing opening quote", "the opening quote is missing", "write texts in \"quotes\""),
    (
        "missing escaped value",
        "a backslash is alone",
        "write two of them, or the text in 'single quotes'",
    ),
    (
        "unclosed array table",
        "a heading is not closed",
        "write [[name]] with two brackets on each side",
    ),
    (
        "invalid date",
        "this is no day of the calendar",
        "dates are written 2025-08-19, without quotes",
    ),
    ("unclosed array", "a list is not closed", "lists end with ]"),
    ("unclosed inline table", "a table is not closed", "tables end with }"),
    ("unclosed table", "a heading is not closed", "write [name], on a line of its own"),
    ("key with no value", "a key has no value", "write key = value"),
    ("missing value", "a value is missing", "write key = value"),
    ("extra `=`", "there is an `=` too many", "write key = value"),
    ("extra assignment", "there is an `=` too many", "write key = value"),
    ("missing assignment", "there is no `=` between key and value", "write key = value"),
    ("missing comma", "a comma is missing", "commas stand between the entries of lists and tables"),
    (
        "extra comma",
        "there is a comma too many",
        "commas stand between the entries of lists and tables",
    ),
    (
        "unexpected key or value",
        "this does not belong to the line",
        "write each key on a line of its own, or tables with { } and commas",
    ),
    (
        "invalid unquoted key",
        "this cannot be a key",
        "keys have letters a to z, digits, - and _, or stand in \"quotes\"",
    ),
    ("unexpected leading zero", "a number begins with 0", "write 0.5 or 5"),
];

/// What to say where there are no better words.
const HELP: &str = "texts stand in \"quotes\", lists in [ ], tables in { }; between the entries of lists and tables stand commas";

/// The parser's errors as diagnostics, the first of each line: the others follow from it. So does all
/// behind a bracket that is never closed, and what stands twice under a heading that stands twice.
pub(crate) fn diagnostics(
    errors: &[toml::de::Error],
    text: &str,
    source: usize,
    offset: usize,
) -> Vec<Diagnostic> {
    if errors.is_empty() {
        return Vec::new();
    }
    let start_of = |error: &toml::de::Error| error.span().map_or(text.len(), |span| span.start);
    let mut errors: Vec<&toml::de::Error> = errors.iter().collect();
    errors.sort_by_key(|error| start_of(error));
    let open = slips::unclosed(text);
    let mut found = Vec::new();
    // Up to where all has been said, and up to where keys stand twice because their heading does.
    let (mut said, mut twice) = (0, 0);
    for error in errors {
        let start = start_of(error);
        let is_twice = error.message().starts_with("duplicate key");
        if start < said || (is_twice && start < twice) {
            continue;
        }
        if open.is_some_and(|(at, _)| start >= at) || found.len() >= MOST {
            break;
        }
        said = line_end(text, of_lines(error, text).map_or(start, |lines| lines.end));
        if is_twice && slips::heading_at(text, start).is_some() {
            let behind = said.saturating_sub(1);
            let next = text.get(behind..).and_then(|rest| rest.find("\n["));
            twice = next.map_or(text.len(), |next| behind + next);
        }
        found.push(diagnostic(error, text, source, offset));
    }
    if let Some((at, bracket)) = open.filter(|(at, _)| *at >= said) {
        found.push(unclosed(at, bracket, source, offset));
    }
    found
}

/// So many errors are told; whoever made more made one many times.
const MOST: usize = 1000;

/// The first byte of the line behind a byte.
fn line_end(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    text.as_bytes()[byte..]
        .iter()
        .position(|b| *b == b'\n')
        .map_or(text.len() + 1, |n| byte + n + 1)
}

/// The text of several lines at whose first line the parser stopped.
fn of_lines(error: &toml::de::Error, text: &str) -> Option<Range<usize>> {
    let stopped = error.span()?.start;
    error.message().starts_with("invalid basic string").then_some(())?;
    slips::text_of_lines(text, stopped)
}

fn unclosed(at: usize, bracket: char, source: usize, offset: usize) -> Diagnostic {
    let (problem, help) = match bracket {
        '[' => ("a list is not closed", "lists end with ]"),
        _ => ("a table is not closed", "tables end with }"),
    };
    let span = Span::new(source, offset + at, offset + at + 1);
    Diagnostic::new(codes::SYNTAX, span, format!("this cannot be read: {problem}"))
        .label("it is opened here")
        .help(help)
}

fn diagnostic(error: &toml::de::Error, text: &str, source: usize, offset: usize) -> Diagnostic {
    let range = error.span().unwrap_or(text.len()..text.len());
    let span = Span::new(source, offset + range.start, offset + range.end);
    let message = error.message();
    if message.starts_with("duplicate key") {
        if let Some(heading) = slips::heading_at(text, range.start) {
            let span = Span::new(source, offset + heading.start, offset + heading.end);
            let message = format!("the heading {} stands here twice", &text[heading]);
            return Diagnostic::new(codes::DUPLICATE_KEY, span, message)
                .label("already there above")
                .help("put the lines of both under one, or is another name meant?");
        }
        let key = text.get(range.clone()).unwrap_or_default();
        return Diagnostic::new(codes::DUPLICATE_KEY, span, format!("`{key}` stands here twice"))
            .label("already there above")
            .help("keep one of the two");
    }
    if let Some(lines) = of_lines(error, text) {
        let span = Span::new(source, offset + lines.start, offset + lines.end);
        let message = "this cannot be read: a text of several lines stands in quotes for one";
        return Diagnostic::new(codes::SYNTAX, span, message)
            .help("write three quotes at its beginning and three at its end: \"\"\"…\"\"\"");
    }
    if message.contains("recurs") {
        let message = "tables and lists stand inside one another too deeply";
        return Diagnostic::new(codes::SYNTAX, span, message)
            .help("no part of a scenario is deeper than ten levels");
    }
    if let Some(slip) = slips::at(text, &range) {
        let span = Span::new(source, offset + slip.at.start, offset + slip.at.end);
        let message = format!("this cannot be read: {}", slip.problem);
        return Diagnostic::new(codes::SYNTAX, span, message).help(slip.help);
    }
    match PLAIN.iter().find(|(start, ..)| message.starts_with(start)) {
        Some((_, problem, help)) => {
            Diagnostic::new(codes::SYNTAX, span, format!("this cannot be read: {problem}"))
                .help(*help)
        }
        None => Diagnostic::new(codes::SYNTAX, span, format!("this cannot be read: {message}"))
            .help(HELP),
    }
}
