//! XML, within limits: no document type (so no entities of one's own, and no bombs made of them), a
//! bounded number of nodes and of attributes, no depth to speak of. What GENIUS's own reader passes over
//! though no XML allows it is mended before: white space before the declaration, and an & on its own.

use std::borrow::Cow;

use roxmltree::{Document, Node, ParsingOptions};

use super::GeniusFile;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::source::Span;

/// The most nodes of a file: the largest domains in use have some thousands.
const MOST_NODES: u32 = 200_000;
/// The most attributes of one element; the parser compares each with all others.
const MOST_ATTRIBUTES: usize = 64;
/// How deep elements may stand in one another; a profile needs five levels.
const DEEPEST: usize = 64;

/// Types of utility spaces that are not additive.
const NOT_ADDITIVE: [&str; 2] = ["nonlinear", "constraint"];

/// Something wrong with a file, on its way up.
#[derive(Clone, Debug)]
pub(super) struct Wrong(Box<Diagnostic>);

impl Wrong {
    /// At a place.
    pub(super) fn new(code: codes::Code, span: Span, message: impl Into<String>) -> Self {
        Self(Box::new(Diagnostic::new(code, span, message)))
    }

    /// What to do.
    pub(super) fn help(self, text: impl Into<String>) -> Self {
        Self(Box::new(self.0.help(text)))
    }

    /// As a report takes it.
    pub(super) fn told(self) -> Diagnostic {
        *self.0
    }
}

/// The text as XML allows it, with what was mended, in words.
pub(super) fn mend(text: &str) -> (Cow<'_, str>, Vec<&'static str>) {
    let (mut mended, mut said) = (Cow::Borrowed(text), Vec::new());
    let start = text.len() - text.trim_start().len();
    if start > 0
        && text[start..].starts_with("<?xml")
        && let Some(length) = text[start..].find("?>")
    {
        // Blanks for the declaration: lines and columns stay what they are.
        let end = start + length + 2;
        let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
        let blanks: String = text[start..end].chars().map(blank).collect();
        mended = Cow::Owned([&text[..start], &blanks, &text[end..]].concat());
        said.push("white space before the XML declaration is passed over");
    }
    let mut whole = String::new();
    let mut done = 0;
    for (at, _) in mended.match_indices('&') {
        if !is_reference(&mended[at + 1..]) {
            whole.push_str(&mended[done..=at]);
            whole.push_str("amp;");
            done = at + 1;
        }
    }
    if done > 0 {
        whole.push_str(&mended[done..]);
        mended = Cow::Owned(whole);
        said.push("an & that stands for nothing else is read as itself");
    }
    (mended, said)
}

/// Does the text after an & make it a reference that XML knows?
fn is_reference(rest: &str) -> bool {
    let Some((name, _)) = rest.split_once(';') else { return false };
    match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(hex) => !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit()),
            None => !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()),
        },
        None => matches!(name, "amp" | "lt" | "gt" | "quot" | "apos"),
    }
}

/// Parses a file, which is source number `source` of the report.
pub(super) fn parse(file: GeniusFile<'_>, source: usize) -> Result<Document<'_>, Vec<Wrong>> {
    if let Some((at, what)) = excess(file.text) {
        let found = Wrong::new(codes::NOT_GENIUS, Span::new(source, at, at + 1), what)
            .help("is this a file of GENIUS?");
        return Err(vec![found]);
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(file.text, options).map_err(|error| {
        let at = offset(file.text, error.pos());
        let message = match &error {
            roxmltree::Error::DtdDetected => {
                "a document type (<!DOCTYPE …>) is not read".to_owned()
            }
            roxmltree::Error::NodesLimitReached => {
                format!("there are more than {MOST_NODES} elements and texts")
            }
            other => format!("this is not sound XML: {}", without_place(&other.to_string())),
        };
        vec![Wrong::new(codes::NOT_GENIUS, Span::new(source, at, at + 1), message)]
    })
}

/// Too deep, or too many attributes, with the place: found by one pass over the tags.
fn excess(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(open) = bytes[at..].iter().position(|&byte| byte == b'<').map(|next| at + next) {
        let rest = &text[open..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(start, _)| rest.starts_with(start));
        if let Some((_, end)) = skipped {
            at = rest.find(end).map_or(bytes.len(), |close| open + close + end.len());
            continue;
        }
        let (close, attributes) = tag_end(bytes, open);
        if attributes > MOST_ATTRIBUTES {
            let message = format!("an element has more than {MOST_ATTRIBUTES} attributes");
            return Some((open, message));
        }
        if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !rest.starts_with("<!") && bytes.get(close.wrapping_sub(1)) != Some(&b'/') {
            depth += 1;
            if depth > DEEPEST {
                return Some((open, format!("elements stand more than {DEEPEST} deep")));
            }
        }
        at = (close + 1).min(bytes.len());
    }
    None
}

/// Where the tag that begins at `open` ends, and how many attributes it has.
fn tag_end(bytes: &[u8], open: usize) -> (usize, usize) {
    let (mut quote, mut attributes) = (None, 0);
    for (at, &byte) in bytes.iter().enumerate().skip(open + 1) {
        match (quote, byte) {
            (Some(mark), byte) if byte == mark => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'=') => attributes += 1,
            (None, b'>') => return (at, attributes),
            _ => {}
        }
    }
    (bytes.len(), attributes)
}

/// The byte at a line and column of the parser.
fn offset(text: &str, place: roxmltree::TextPos) -> usize {
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number + 1 == place.row as usize {
            let column = (place.col as usize).saturating_sub(1);
            return start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        }
        start += line.len();
    }
    text.len()
}

/// The parser's message without “at 3:14”, which the report says itself.
fn without_place(message: &str) -> &str {
    message.rfind(" at ").map_or(message, |at| &message[..at])
}

/// An element with the number of its source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'a, 'i> {
    node: Node<'a, 'i>,
    pub(super) source: usize,
}

impl<'a, 'i> Element<'a, 'i> {
    /// The root of a document.
    pub(super) fn root(document: &'a Document<'i>, source: usize) -> Self {
        Self { node: document.root_element(), source }
    }

    /// Its name.
    pub(super) fn name(self) -> &'a str {
        self.node.tag_name().name()
    }

    /// An attribute, whatever the case of its name: GENIUS writes `lowerbound` and `lowerBound`.
    pub(super) fn attribute(self, name: &str) -> Option<&'a str> {
        let same = |given: &roxmltree::Attribute<'a, 'i>| given.name().eq_ignore_ascii_case(name);
        self.node.attributes().find(same).map(|given| given.value().trim())
    }

    /// The elements below it with a name.
    pub(super) fn below(self, name: &'static str) -> impl Iterator<Item = Element<'a, 'i>> {
        let source = self.source;
        let elements = self.node.children().filter(Node::is_element);
        elements.map(move |node| Element { node, source }).filter(move |e| e.name() == name)
    }

    /// Where its tag stands.
    pub(super) fn span(self) -> Span {
        let range = self.node.range();
        let text = &self.node.document().input_text()[range.clone()];
        let end = text.find('>').map_or(range.end, |end| range.start + end + 1);
        Span::new(self.source, range.start, end)
    }

    /// A finding about it.
    pub(super) fn wrong(self, code: codes::Code, message: impl Into<String>) -> Wrong {
        Wrong::new(code, self.span(), message)
    }

    /// An attribute that has to be there.
    pub(super) fn needs(self, name: &str) -> Result<&'a str, Wrong> {
        self.attribute(name).ok_or_else(|| {
            let message = format!("this <{}> has no `{name}`", self.name());
            self.wrong(codes::GENIUS_GAP, message)
        })
    }

    /// An attribute that has to be there and a finite number.
    pub(super) fn number(self, name: &str) -> Result<f64, Wrong> {
        let text = self.needs(name)?;
        let read = text.parse::<f64>().ok().filter(|number| number.is_finite());
        read.ok_or_else(|| {
            let message = format!("`{name}` is “{text}”, which is no number");
            self.wrong(codes::GENIUS_GAP, message)
        })
    }

    /// The utility space of the file, under whatever root it stands.
    pub(super) fn utility_space(self) -> Result<Self, Wrong> {
        if self.name() == "utility_space" {
            return Ok(self);
        }
        self.below("utility_space").next().ok_or_else(|| {
            let message = format!("there is no <utility_space> in this <{}>", self.name());
            self.wrong(codes::NOT_GENIUS, message).help("is this a file of GENIUS?")
        })
    }

    /// What makes the utility of this space another than a weighted sum over issues.
    fn not_additive(self) -> Option<String> {
        let kind = self
            .attribute("type")
            .filter(|kind| NOT_ADDITIVE.iter().any(|other| kind.eq_ignore_ascii_case(other)));
        if let Some(kind) = kind {
            return Some(format!("its type is “{kind}”"));
        }
        let names = self.node.descendants().map(|node| node.tag_name().name());
        let function = names.into_iter().find(|name| matches!(*name, "ufun" | "hyperRectangle"));
        function.map(|name| format!("there is a <{name}> in it"))
    }

    /// The one objective of the space, that holds the issues and nothing nested.
    pub(super) fn objective(self) -> Result<Self, Wrong> {
        if let Some(reason) = self.not_additive() {
            let message = format!("this utility is not additive: {reason}");
            let help = "a scenario adds up what each issue is worth by itself";
            return Err(self.wrong(codes::NOT_ADDITIVE, message).help(help));
        }
        let mut all = self.below("objective");
        let Some(first) = all.next() else {
            let message = "there is no <objective>";
            return Err(self.wrong(codes::NOT_GENIUS, message));
        };
        let nested = all.next().or_else(|| first.below("objective").next());
        if let Some(nested) = nested {
            let message = "objectives within objectives cannot be held by a scenario";
            let help = "put all issues under one <objective>";
            return Err(nested.wrong(codes::GENIUS_MISFIT, message).help(help));
        }
        Ok(first)
    }
}
