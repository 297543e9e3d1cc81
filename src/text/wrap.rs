//! Breaking text into lines.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::text::{flat, harmless, piece, width as columns};

/// Columns of a line of terminal output.
#[cfg(feature = "cli")]
pub(crate) const WIDTH: usize = 80;

/// Breaks text at spaces into harmless lines of at most `width` columns; a longer word is cut.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    // No character is wider than two columns.
    let width = width.max(2);
    let flat = harmless(text);
    let words: Vec<Word<'_>> =
        flat.split_whitespace().flat_map(|word| Word::pieces(word, width)).collect();
    let lines = wrap_first_fit(&words, &[width as f64]);
    lines.into_iter().map(Word::line).collect()
}

/// A word or a piece of one, as wide as a terminal shows it: what a reader takes for one character counts as one,
/// where `textwrap` would add up its code points.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    /// Does a blank follow?
    ends: bool,
}

impl<'a> Word<'a> {
    /// The word in pieces that fit into a line.
    fn pieces(word: &'a str, width: usize) -> impl Iterator<Item = Self> {
        let mut rest = word;
        std::iter::from_fn(move || {
            let text = piece(rest, width);
            rest = &rest[text.len()..];
            (!text.is_empty()).then_some(Self { text, ends: rest.is_empty() })
        })
    }

    fn line(words: &[Self]) -> String {
        let mut line = String::new();
        for (place, word) in words.iter().enumerate() {
            line.push_str(word.text);
            if word.ends && place + 1 < words.len() {
                line.push(' ');
            }
        }
        line
    }
}

impl Fragment for Word<'_> {
    fn width(&self) -> f64 {
        columns(self.text) as f64
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(u8::from(self.ends))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Appends `text` wrapped to the terminal's width behind `head`, continued under `indent` spaces.
#[cfg(feature = "cli")]
pub(crate) fn hang(out: &mut String, head: &str, indent: usize, text: &str) {
    hang_within(out, head, indent, text, WIDTH);
}

/// The same in lines of at most so many columns.
pub(crate) fn hang_within(out: &mut String, head: &str, indent: usize, text: &str, within: usize) {
    let lines = wrap(text, within.saturating_sub(indent));
    for (index, line) in lines.iter().enumerate() {
        if index == 0 {
            let head = flat(head);
            let pad = indent.saturating_sub(columns(&head));
            out.push_str(&head);
            out.push_str(&" ".repeat(pad));
        } else {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(line);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within_the_width() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("日本国政府 代表", 7), ["日本国", "政府", "代表"]);
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301} 日", 2), ["e\u{301}e\u{301}", "e\u{301}", "日"]);
        assert_eq!(wrap("日", 1), ["日"]);
        // A dove drawn as a picture is two columns wide, by two code points of one and none.
        assert_eq!(wrap("🕊\u{fe0f}🕊\u{fe0f}🕊\u{fe0f}", 5), ["🕊\u{fe0f}🕊\u{fe0f}", "🕊\u{fe0f}"]);
    }
}
