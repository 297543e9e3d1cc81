//! What was probably meant where the text is no TOML: the slips of people who write it for the first time,
//! with the keys of a spreadsheet, a word processor or a phone.

mod brackets;
mod date;
mod key;
mod line;
mod number;
mod value;

use std::ops::Range;

pub(crate) use brackets::unclosed;
pub(crate) use date::help as date_help;
pub(crate) use number::mended as mended_number;
pub(crate) use value::flag_help;

use line::Line;

/// The number that a text stands for which is none.
#[cfg(feature = "cli")]
pub(crate) fn meant_number(text: &str) -> Option<String> {
    mended_number(text).map(|mended| mended.text)
}

/// A slip: where, what is wrong, what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    /// The place in the text.
    pub(crate) at: Range<usize>,
    /// What is wrong, to stand behind "this cannot be read: ".
    pub(crate) problem: &'static str,
    /// What to write.
    pub(crate) help: String,
}

/// The slip at the place where the parser stopped, where it is a known one.
pub(crate) fn at(text: &str, stopped: &Range<usize>) -> Option<Slip> {
    let line = Line::around(text, stopped.start);
    foreign_space(&line, stopped)
        .or_else(|| no_comment(&line))
        .or_else(|| key::heading(&line))
        .or_else(|| key::slip(&line, stopped.start))
        .or_else(|| value::slip(&line, stopped.start))
}

/// The heading on the line of a byte, where one stands there.
pub(crate) fn heading_at(text: &str, byte: usize) -> Option<Range<usize>> {
    let line = Line::around(text, byte);
    let code = line.code().trim();
    code.starts_with('[').then(|| line.place(code))
}

/// The text of several lines between quotes for one line: from where it opens to where it closes.
pub(crate) fn text_of_lines(text: &str, stopped: usize) -> Option<Range<usize>> {
    let line = Line::around(text, stopped);
    let open = line.start + line.text.rfind('"')?;
    let rest = &text[open + 1..];
    let close = open + 1 + rest.find('"')?;
    // A quote behind the next key is that key's.
    let inner = &text[open + 1..close];
    let is_one = inner.contains('\n') && inner.lines().count() <= 20 && !inner.contains(['=', '[']);
    is_one.then_some(open..close + 1)
}

/// A space that looks like one and is another character.
fn foreign_space(line: &Line<'_>, stopped: &Range<usize>) -> Option<Slip> {
    let near = stopped.start.saturating_sub(4).max(line.start)..stopped.end.max(stopped.start + 4);
    let (at, found) =
        line.code_chars().find(|(at, c)| near.contains(at) && is_foreign_space(*c))?;
    Some(Slip {
        at: at..at + found.len_utf8(),
        problem: "this space is another character than the space bar's",
        help: format!(
            "take it out (it is U+{:04X}) and type a space, where one belongs",
            found as u32
        ),
    })
}

fn is_foreign_space(c: char) -> bool {
    (c.is_whitespace() && !c.is_ascii())
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A remark in the way of another language.
fn no_comment(line: &Line<'_>) -> Option<Slip> {
    let text = line.text.trim();
    let mark =
        ["//", "/*", "--", ";", "%", "<!--"].into_iter().find(|mark| text.starts_with(mark))?;
    let ends = ["*/", "-->"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let remark = ends.strip_prefix(mark).unwrap_or(ends).trim();
    Some(Slip {
        at: line.trimmed(),
        problem: "this is no comment",
        help: format!("comments begin with #: write # {remark}"),
    })
}
