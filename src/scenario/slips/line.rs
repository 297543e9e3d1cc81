//! One line of the text, and what of it is outside texts and comments.

use std::ops::Range;

/// A line with its place in the text.
pub(super) struct Line<'t> {
    /// The line, without its end.
    pub(super) text: &'t str,
    /// Where it begins.
    pub(super) start: usize,
    /// Where the text ends that follows a text of its own, as in “"a" b”: the comment, or the line.
    comment: usize,
}

impl<'t> Line<'t> {
    /// The line that holds a byte.
    pub(super) fn around(text: &'t str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[byte..].find('\n').map_or(text.len(), |newline| byte + newline);
        let line = text[start..end].trim_end_matches('\r');
        let comment = outside(line).find(|(_, c)| *c == '#').map_or(line.len(), |(at, _)| at);
        Self { text: line, start, comment }
    }

    /// The line without its comment.
    pub(super) fn code(&self) -> &'t str {
        &self.text[..self.comment]
    }

    /// The code before a byte of the whole text.
    pub(super) fn before(&self, byte: usize) -> &'t str {
        let mut end = byte.saturating_sub(self.start).min(self.comment);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }

    /// The characters outside texts and comments, each with its place in the whole text.
    pub(super) fn code_chars(&self) -> impl Iterator<Item = (usize, char)> + '_ {
        outside(self.code()).map(|(at, c)| (self.start + at, c))
    }

    /// The place of what is not blank.
    pub(super) fn trimmed(&self) -> Range<usize> {
        self.place(self.text.trim())
    }

    /// The place in the whole text of a part of this line.
    pub(super) fn place(&self, part: &str) -> Range<usize> {
        let offset = part.as_ptr() as usize - self.text.as_ptr() as usize;
        self.start + offset..self.start + offset + part.len()
    }
}

/// The characters outside straight quotes, each with its byte. A quote that is not closed before the end
/// holds nothing.
pub(super) fn outside(line: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut inside_until = 0;
    line.char_indices().filter(move |&(at, c)| {
        if at < inside_until {
            return false;
        }
        if c == '"' || c == '\'' {
            inside_until = closing(&line[at + 1..], c).map_or(0, |end| at + 1 + end + 1);
        }
        true
    })
}

/// The byte of the quote that closes a text.
fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    rest.char_indices().find_map(|(at, c)| {
        let closes = c == quote && !escaped;
        escaped = quote == '"' && c == '\\' && !escaped;
        closes.then_some(at)
    })
}
