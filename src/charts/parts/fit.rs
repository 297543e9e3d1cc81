//! Fitting text into its place: broken into lines at blanks, shortened with … where it must be.

use super::escape::{clean, isolated};
use super::measure::{is_mark, text_width};

/// Size, weight and nothing else: what decides how wide text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::charts) struct Type {
    pub(in crate::charts) size: f64,
    pub(in crate::charts) bold: bool,
}

/// Labels and values.
pub(in crate::charts) const BODY: Type = Type { size: 13.0, bold: false };
/// Axes, notes and legends.
pub(in crate::charts) const SMALL: Type = Type { size: 11.5, bold: false };

impl Type {
    /// Width of a line.
    pub(in crate::charts) fn width(self, text: &str) -> f64 {
        text_width(text, self.size, self.bold)
    }

    /// From one base line to the next.
    pub(in crate::charts) fn leading(self) -> f64 {
        (self.size * 1.25).ceil()
    }
}

/// Breaks a text into at most `most` lines no wider than `room`; what does not fit ends in `…`. At
/// least one line, which may be empty.
pub(in crate::charts) fn fit(text: &str, font: Type, room: f64, most: usize) -> Vec<String> {
    let text = clean(text);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if font.width(&longer) <= room {
            line = longer;
            continue;
        }
        if lines.len() + 1 >= most {
            lines.push(shorten(&longer, font, room, true));
            return lines;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // A word wider than the room is parted behind a hyphen or a stroke, else cut where it must be.
        let mut rest = word;
        while font.width(rest) > room {
            let at = cut(rest, font, room);
            if lines.len() + 1 >= most || at == 0 {
                lines.push(shorten(rest, font, room, true));
                return lines;
            }
            let joint = rest[..at].rfind(['-', '/', '–']).and_then(|found| {
                let end = found + rest[found..].chars().next().map_or(0, char::len_utf8);
                (found > 0 && end <= at).then_some(end)
            });
            let at = joint.unwrap_or(at);
            lines.push(rest[..at].to_owned());
            rest = &rest[at..];
        }
        rest.clone_into(&mut line);
        if lines.len() >= most {
            // The room is full and a word is left.
            if let Some(last) = lines.last_mut() {
                *last = shorten(&format!("{last} {line}"), font, room, true);
            }
            return lines;
        }
        if words.peek().is_none() {
            break;
        }
    }
    lines.push(line);
    lines
}

/// One line that fits.
pub(in crate::charts) fn one_line(text: &str, font: Type, room: f64) -> String {
    shorten(&clean(text), font, room, false)
}

/// A name for a tooltip or a description: isolated, and cut at so many characters.
pub(in crate::charts) fn brief(text: &str, most: usize) -> String {
    composed(&isolated(text), most)
}

/// A text made of isolated names, cut at so many characters.
pub(in crate::charts) fn composed(text: &str, most: usize) -> String {
    let text = clean(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    format!("{}…", cut.trim_end())
}

/// The text if it fits (and `always` is not asked), otherwise its beginning and `…`; nothing where
/// not even that fits.
fn shorten(text: &str, font: Type, room: f64, always: bool) -> String {
    if !always && font.width(text) <= room {
        return text.to_owned();
    }
    let left = room - font.width("…");
    if left < 0.0 {
        return String::new();
    }
    let at = cut(text, font, left);
    format!("{}…", text[..at].trim_end_matches([' ', ',', '.', '(', '“']))
}

/// The longest beginning that fits and does not part a letter from its marks, in bytes.
fn cut(text: &str, font: Type, room: f64) -> usize {
    let mut end = 0;
    let mut used = 0.0;
    let mut joined = false;
    let mut buffer = [0; 4];
    for (at, c) in text.char_indices() {
        if !is_mark(c) && !joined {
            end = at;
        }
        used += font.width(c.encode_utf8(&mut buffer));
        if used > room {
            return end;
        }
        joined = c == '\u{200D}';
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_their_room_and_say_what_is_missing() {
        let text = "Security guarantees on paper in ten days";
        for room in [20.0, 60.0, 100.0, 400.0] {
            for most in 1..4 {
                let lines = fit(text, BODY, room, most);
                assert!(lines.len() <= most && !lines.is_empty());
                assert!(lines.iter().all(|line| BODY.width(line) <= room), "{lines:?}");
                let whole = lines.join("").replace(' ', "") == text.replace(' ', "");
                assert!(whole != lines.last().is_some_and(|line| line.ends_with('…')), "{lines:?}");
            }
        }
        assert_eq!(fit(text, BODY, 400.0, 2), [text]);
        assert_eq!(fit("", BODY, 50.0, 2), [""]);
    }

    #[test]
    fn a_name_is_parted_at_its_hyphens() {
        let room = BODY.width("US-Qatar-E");
        assert_eq!(fit("US-Qatar-Egypt", BODY, room, 2), ["US-Qatar-", "Egypt"]);
        assert_eq!(fit("the US-Qatar-Egypt", BODY, room, 3), ["the", "US-Qatar-", "Egypt"]);
        // Without one there is no better place.
        let word = fit("Verhandlungsführer", BODY, room, 3);
        assert_eq!(word.concat(), "Verhandlungsführer");
    }

    #[test]
    fn a_letter_keeps_its_marks() {
        let text = "e\u{301}".repeat(40);
        for line in fit(&text, BODY, 60.0, 3) {
            assert!(!line.starts_with('\u{301}'));
        }
        assert_eq!(one_line("abc", BODY, 1.0), "");
        assert!(one_line(&"x".repeat(10_000), BODY, 80.0).ends_with('…'));
        assert!(brief(&"y".repeat(10_000), 20).chars().count() == 21);
    }
}
