//! What the TOML parser says, in the words of someone who has never seen TOML.

use super::codes;
use super::diagnostic::Diagnostic;
use super::source::Span;

/// Where parser and person mean the same place, in other words: the start of the parser's
/// message, what is wrong, what to do.
const PLAIN: [(&str, &str, &str); 20] = [
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

/// The parser's errors as diagnostics, the first of each line: the others follow from it.
pub(crate) fn diagnostics(
    errors: &[toml::de::Error],
    text: &str,
    source: usize,
    offset: usize,
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        errors.iter().map(|error| diagnostic(error, text, source, offset)).collect();
    found.sort_by_key(|found| found.span);
    let mut last = None;
    found.retain(|found| {
        let start = found.span.start.saturating_sub(offset).min(text.len());
        let line = text.as_bytes()[..start].iter().rposition(|byte| *byte == b'\n');
        let first = last != Some(line);
        last = Some(line);
        first
    });
    found
}

fn diagnostic(error: &toml::de::Error, text: &str, source: usize, offset: usize) -> Diagnostic {
    let range = error.span().unwrap_or(text.len()..text.len());
    let span = Span::new(source, offset + range.start, offset + range.end);
    let message = error.message();
    if message.starts_with("duplicate key") {
        let key = text.get(range).unwrap_or_default();
        return Diagnostic::new(codes::DUPLICATE_KEY, span, format!("`{key}` stands here twice"))
            .label("already there above")
            .help("keep one of the two");
    }
    if message.contains("recurs") {
        let message = "tables and lists stand inside one another too deeply";
        return Diagnostic::new(codes::SYNTAX, span, message)
            .help("no part of a scenario is deeper than ten levels");
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
