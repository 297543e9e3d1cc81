//! Columns of a terminal: Chinese, Japanese and Korean characters and emoji take two, combining marks none.
//!
//! Widths are those of Unicode's East Asian Width (UAX #11) by what a reader takes for one character (a
//! grapheme cluster, UAX #29), as full-screen terminal programs count them. A harmful character counts as
//! the visible form in which it is written.

use std::fmt::{self, Write as _};

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

use super::harmless::harmless;

/// The text on one line and harmless: line breaks and tabs are blanks.
pub(crate) fn flat(text: &str) -> String {
    harmless(text).replace(['\n', '\r', '\t'], " ")
}

/// Columns the text takes on one line.
pub(crate) fn width(text: &str) -> usize {
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return text.len();
    }
    flat(text).graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The beginning of a flat text, at most so many columns wide. A wide character that would stick out is left
/// out.
pub(crate) fn cut(flat: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, letter) in flat.grapheme_indices(true) {
        used += letter.width();
        if used > columns {
            return &flat[..at];
        }
    }
    flat
}

/// The same with one character at least, however wide, so that a text can be taken piece by piece.
pub(crate) fn piece(flat: &str, columns: usize) -> &str {
    match cut(flat, columns) {
        "" => flat.graphemes(true).next().unwrap_or_default(),
        cut => cut,
    }
}

/// The end of a flat text, at most so many columns wide.
#[cfg(feature = "cli")]
pub(crate) fn cut_front(flat: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, letter) in flat.grapheme_indices(true).rev() {
        used += letter.width();
        if used > columns {
            return &flat[at + letter.len()..];
        }
    }
    flat
}

/// A text on one line of at most so many columns; a longer one ends in `…`.
pub(crate) fn fitted(text: &str, columns: usize) -> String {
    let flat = flat(text);
    if width(&flat) <= columns {
        return flat;
    }
    if columns == 0 { String::new() } else { format!("{}…", cut(&flat, columns - 1).trim_end()) }
}

/// A text that is padded and cut by its columns in a format string: `{:<24}`, `{:>24}`, `{:<24.24}`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Padded<T>(pub(crate) T);

impl<T: AsRef<str>> fmt::Display for Padded<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flat = flat(self.0.as_ref());
        let text = formatter.precision().map_or(flat.as_str(), |columns| cut(&flat, columns));
        let gap = formatter.width().unwrap_or(0).saturating_sub(width(text));
        let before = match formatter.align() {
            Some(fmt::Alignment::Right) => gap,
            Some(fmt::Alignment::Center) => gap / 2,
            Some(fmt::Alignment::Left) | None => 0,
        };
        for _ in 0..before {
            formatter.write_char(' ')?;
        }
        formatter.write_str(text)?;
        for _ in before..gap {
            formatter.write_char(' ')?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_a_terminal() {
        let widths = [
            ("plain", 5),
            ("日本国", 6),
            ("서울", 4),
            ("e\u{301}", 1),
            ("שלום", 4),
            ("السلام", 6),
            ("🚢", 2),
            ("🇫🇷", 2),
            ("👩\u{200d}🌾", 2),
            ("a\tb\nc", 5),
            ("\u{1b}[m", 8),
            ("\u{202e}", 8),
        ];
        for (text, columns) in widths {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn texts_are_cut_between_characters() {
        assert_eq!(cut("日本国", 5), "日本");
        assert_eq!(cut("ae\u{301}i", 2), "ae\u{301}");
        assert_eq!((cut_front("日本国", 5), cut_front("ab", 2)), ("本国", "ab"));
        assert_eq!(fitted("日本国政府", 6), "日本…");
        assert_eq!(fitted("a b c", 3), "a…");
        assert_eq!(fitted("x", 0), "");
        assert_eq!(fitted("one\ntwo", 7), "one two");
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(format!("{:<5}|", Padded("日本")), "日本 |");
        assert_eq!(format!("{:>5}|", Padded("日本".to_owned())), " 日本|");
        assert_eq!(format!("{:<5.4}|", Padded("日本国")), "日本 |");
        assert_eq!(format!("{:<4.3}|", Padded("日本国")), "日  |");
        assert_eq!(format!("{:^4}|", Padded("a")), " a  |");
        assert_eq!(format!("{}|", Padded("e\u{301}\n")), "e\u{301} |");
    }
}
