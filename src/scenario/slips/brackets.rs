//! The bracket that is never closed. The parser stumbles over every line behind it; whoever wrote it is
//! helped by the first.

/// A bracket that is opened and not closed: where it stands, and which.
pub(crate) fn unclosed(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote: Option<&str> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if quote.is_none() {
            if let Some(&first) = open.first()
                && (is_heading(trimmed) || (open.iter().all(|o| o.1 == '[') && is_entry(trimmed)))
            {
                return Some(open.last().copied().unwrap_or(first));
            }
            if open.is_empty() && trimmed.starts_with('[') {
                start += line.len();
                continue;
            }
        }
        let mut at = 0;
        while let Some(c) = line[at..].chars().next() {
            let rest = &line[at..];
            at += match (quote, c) {
                (Some(mark), _) if rest.starts_with(mark) => {
                    quote = None;
                    mark.len()
                }
                (Some(mark), '\\') if mark.starts_with('"') => {
                    1 + rest[1..].chars().next().map_or(0, char::len_utf8)
                }
                (None, '#') => break,
                (None, '"' | '\'') => {
                    let mark =
                        ["\"\"\"", "'''", "\"", "'"].into_iter().find(|m| rest.starts_with(m));
                    quote = mark;
                    mark.map_or(1, str::len)
                }
                (None, '[' | '{') => {
                    open.push((start + at, c));
                    1
                }
                (None, ']' | '}') => {
                    let opener = if c == ']' { '[' } else { '{' };
                    match open.pop() {
                        Some((_, own)) if own == opener => {}
                        // The inner one is closed by the bracket of the outer one.
                        Some(inner) if open.last().is_some_and(|outer| outer.1 == opener) => {
                            return Some(inner);
                        }
                        _ => return None,
                    }
                    1
                }
                _ => c.len_utf8(),
            };
        }
        // A text of one line ends with its line, closed or not.
        if quote.is_some_and(|mark| mark.len() == 1) {
            quote = None;
        }
        start += line.len();
    }
    open.last().copied()
}

/// Is the line a heading, `[name]` or `[[name]]`, and not part of a list?
fn is_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or("").trim_end();
    let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) else {
        return false;
    };
    let name = name.strip_prefix('[').map_or(name, |name| name.strip_suffix(']').unwrap_or(name));
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_letter)
}

/// Does the line begin with `key =`?
fn is_entry(line: &str) -> bool {
    let name = line.split('=').next().unwrap_or("").trim_end();
    line.contains('=')
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_bracket_is_found() {
        for (text, found) in [
            ("a = [1, 2]\n[b]\nc = { d = \"]\" }", None),
            ("a = [\n  1, # ]\n  2,\n]\n[[b]]\n", None),
            ("a = [1, 2\n[b]", Some((4, '['))),
            ("a = [1, 2\nb = 3", Some((4, '['))),
            ("a = { b = [1, 2 }", Some((10, '['))),
            ("a = { b = [1, 2]\n\n[c]", Some((4, '{'))),
            ("a = { b = [1, 2]", Some((4, '{'))),
            ("[parties.x\na = 1", None),
            ("a = \"\"\"[\n\"\"\"\nb = [", Some((17, '['))),
        ] {
            assert_eq!(unclosed(text), found, "{text}");
        }
    }
}
