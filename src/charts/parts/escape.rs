//! Any text, made safe to stand in XML and in a line of its own.
//!
//! Three dangers: characters that XML 1.0 forbids or that mean markup; control characters of
//! bidirectional text, with which one name could turn the rest of its line around (Boucher &
//! Anderson 2023, "Trojan Source"); and heaps of combining marks that climb out of their line.

/// First strong isolate: what follows has a direction of its own …
const ISOLATE: char = '\u{2068}';
/// … until here.
const POP: char = '\u{2069}';
/// Marks that may stand on one letter; more are dropped.
const MOST_MARKS: usize = 2;

/// Text as one line: white space becomes single blanks, what XML forbids, overrides of direction and
/// heaps of combining marks are dropped.
pub(in crate::charts) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if !printable(c) {
            continue;
        }
        marks = if super::measure::is_mark(c) { marks + 1 } else { 0 };
        if marks <= MOST_MARKS {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// May the character stand in a label?
fn printable(c: char) -> bool {
    let unwanted = matches!(c,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}'      // controls
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2067}' // embeddings, overrides
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFF}'
        | '\u{E0000}'..='\u{E007F}');
    // The last two code points of every plane are no characters.
    !unwanted && (u32::from(c) & 0xFFFE) != 0xFFFE
}

/// Escapes what would be markup, for text and for attributes in double quotes. Isolates are closed
/// where they are open, so that what follows keeps its order.
pub(in crate::charts) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = 0;
    for c in text.chars() {
        match c {
            ISOLATE => {
                open += 1;
                out.push(c);
            }
            POP if open == 0 => {}
            POP => {
                open -= 1;
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out.extend(std::iter::repeat_n(POP, open));
    out
}

/// Does the first letter that has a direction run from right to left, as in Hebrew and Arabic?
pub(in crate::charts) fn runs_left(text: &str) -> bool {
    let strong = |c: &char| c.is_alphabetic();
    text.chars().find(strong).is_some_and(is_right_to_left)
}

/// Is there any right-to-left letter at all?
pub(in crate::charts) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(is_right_to_left)
}

/// A name in a sentence, isolated where it runs from right to left, so that it leaves the order of
/// the words around it alone.
pub(in crate::charts) fn isolated(text: &str) -> String {
    let mut text = clean(text);
    text.retain(|c| c != ISOLATE && c != POP);
    if has_right_to_left(&text) { format!("{ISOLATE}{text}{POP}") } else { text }
}

/// The blocks of right-to-left scripts.
fn is_right_to_left(c: char) -> bool {
    matches!(u32::from(c),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_controls_and_heaps_are_taken_out() {
        assert_eq!(escape("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
        assert_eq!(clean(" a\u{0}\n\t b\u{202E}c\u{FFFF} "), "a bc");
        let heap = format!("e{}", "\u{301}".repeat(50));
        assert_eq!(clean(&heap).chars().count(), 1 + MOST_MARKS);
    }

    #[test]
    fn direction_follows_the_first_letter() {
        assert!(runs_left("12 שלום world") && !runs_left("world שלום") && !runs_left("12"));
        assert_eq!(isolated("שלום"), "\u{2068}שלום\u{2069}");
        assert_eq!(isolated("plain"), "plain");
        assert_eq!(escape("\u{2069}a\u{2068}b"), "a\u{2068}b\u{2069}");
    }
}
