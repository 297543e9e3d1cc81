//! Breaking text into lines.

use crate::text::{cut, flat, harmless, width as columns};

/// Columns of a line of terminal output.
pub(crate) const WIDTH: usize = 80;

/// Breaks text at spaces into harmless lines of at most `width` columns; a longer word is cut.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    // No character is wider than two columns.
    let width = width.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    for mut word in harmless(text).split_whitespace() {
        loop {
            let used = columns(&line);
            let gap = usize::from(used > 0);
            if used + gap + columns(word) <= width {
                if gap == 1 {
                    line.push(' ');
                }
                line.push_str(word);
                break;
            }
            if used > 0 {
                lines.push(std::mem::take(&mut line));
                continue;
            }
            let (head, rest) = word.split_at(cut(word, width).len());
            lines.push(head.to_owned());
            word = rest;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Appends `text` wrapped to the terminal's width behind `head`, continued under `indent` spaces.
pub(crate) fn hang(out: &mut String, head: &str, indent: usize, text: &str) {
    let lines = wrap(text, WIDTH - indent);
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
    }
}
