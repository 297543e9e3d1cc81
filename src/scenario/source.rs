//! The texts a scenario is made of, and places in them: the file, and one little text for each
//! `--set`.

use std::sync::Arc;

/// A stretch of one source, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Span {
    /// Which source: 0 is the file, the others are overrides in their order.
    pub source: usize,
    /// The first byte.
    pub start: usize,
    /// One past the last byte; never before `start`.
    pub end: usize,
}

impl Span {
    /// The stretch `start..end` of a source.
    pub(crate) fn new(source: usize, start: usize, end: usize) -> Self {
        Self { source, start, end: end.max(start) }
    }
}

/// One text with the name it is shown under.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// A file's name, or `--set`.
    pub name: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
}

impl Source {
    /// A named text.
    pub(crate) fn new(name: &str, text: &str) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// Line and column of a byte, both counted from 1; columns are characters.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a", "one\nzwölf drei");
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(4), (2, 1));
        assert_eq!(source.line_column(11), (2, 7));
        assert_eq!(source.line_column(999), (2, 11));
    }
}
