//! Text inside a TOML file that is written.

/// On one line, as in a comment.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The same with quotes and backslashes escaped, to stand between quotes.
pub(crate) fn escaped(text: &str) -> String {
    one_line(text).replace('\\', "\\\\").replace('"', "\\\"")
}
