//! Text that somebody else has written, made harmless on a terminal.
//!
//! A terminal obeys control characters: with an escape sequence a title could repaint the screen, rename the
//! window or hide the line it stands in. The control characters of bidirectional text can turn the rest of a
//! line around, so that it reads as something else (Boucher & Anderson 2023, "Trojan Source"). Both are shown
//! as they would be written in a TOML string or in Rust, `\u{1b}`, so that whoever reads sees that they are
//! there. Line feeds and tabs are what our own text is made of, and are left. So are the marks of direction
//! (U+200E, U+200F, U+061C): honest Arabic and Hebrew need them, and all they can turn is a neighbour.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Would a terminal do something else with the character than show it?
pub(crate) fn is_harmful(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// The text with harmful characters in their visible form. The carriage return of a line's end is left.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if !is_harmful(c) || (c == '\r' && letters.peek() == Some(&'\n')) {
            out.push(c);
        } else {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(harmless("a\u{1b}[31mb\u{7}\u{7f}\u{9b}"), r"a\u{1b}[31mb\u{7}\u{7f}\u{9b}");
        assert_eq!(
            harmless("\u{202e}live\u{202c} \u{2066}x\u{2069}"),
            r"\u{202e}live\u{202c} \u{2066}x\u{2069}"
        );
        assert_eq!(harmless("over\rwritten\r\n"), "over\\u{d}written\r\n");
    }

    #[test]
    fn what_it_shows_is_left() {
        for text in ["", "one\n\ttwo", "日本 — Ελλάς, שלום\u{200f}, e\u{301}, 👩‍🌾"]
        {
            assert!(matches!(harmless(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
