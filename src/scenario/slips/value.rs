//! Slips in values.

use super::Slip;
use super::line::{Line, outside};
use super::{date, number};

/// Quotes of word processors and phones.
const QUOTES: [char; 11] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', '″'];

/// What stands behind the `=`, or in a list.
pub(super) fn slip(line: &Line<'_>, stopped: usize) -> Option<Slip> {
    let (value, in_table) = written(line, stopped)?;
    if in_table && outside(value).any(|(_, c)| c == '=') {
        let help = "commas stand between the entries of lists and tables".to_owned();
        return Some(Slip { at: line.place(value), problem: "a comma is missing", help });
    }
    let (problem, help) = whole(value)?;
    Some(Slip { at: line.place(value), problem, help })
}

/// The value in which the parser stopped: from the `=` before it to the end of the line or of the table
/// it stands in, which is told.
fn written<'t>(line: &Line<'t>, stopped: usize) -> Option<(&'t str, bool)> {
    let code = line.code();
    let stopped = line.before(stopped).len();
    let equals = outside(code).filter(|(at, c)| *c == '=' && *at < stopped.max(1)).last();
    let from = equals.map_or(0, |(at, _)| at + 1);
    let in_table = outside(&code[..from]).any(|(_, c)| c == '{');
    let rest = &code[from..];
    let mut depth = 0_i32;
    let end = outside(rest).find(|&(at, c)| {
        depth += match c {
            '[' | '{' | '(' => 1,
            ']' | '}' | ')' => -1,
            _ => 0,
        };
        depth < 0 || (depth == 0 && in_table && c == ',' && !between_digits(rest, at))
    });
    let value = rest[..end.map_or(rest.len(), |(at, _)| at)].trim();
    (!value.is_empty()).then_some((value, in_table))
}

fn between_digits(text: &str, at: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    is_digit(text[..at].chars().next_back()) && is_digit(text[at + 1..].chars().next())
}

type Said = (&'static str, String);

fn whole(value: &str) -> Option<Said> {
    if let Some(list) = value.strip_prefix(['[', '(']) {
        let is_list = value.starts_with('[');
        let inner = list.trim_end_matches([']', ')']);
        return in_list(inner, is_list);
    }
    if value.starts_with('{') {
        return None;
    }
    remark(value).or_else(|| quotes(value)).or_else(|| line_end(value)).or_else(|| scalar(value))
}

/// A list of numbers with other signs between them, or something else in a list.
fn in_list(inner: &str, brackets: bool) -> Option<Said> {
    let list = |parts: Vec<&str>| {
        let numbers = parts.iter().map(|part| {
            let part = part.trim();
            if number::is_plain(part) {
                Some(part.to_owned())
            } else {
                number::mended(part).map(|m| m.text)
            }
        });
        let numbers: Option<Vec<String>> = numbers.collect();
        numbers
            .filter(|numbers| numbers.len() > 1)
            .map(|numbers| format!("write [{}]", numbers.join(", ")))
    };
    if inner.contains(';') {
        let help = list(inner.split(';').collect())?;
        return Some(("the entries of a list stand between commas", help));
    }
    if !inner.contains(',') {
        let help = list(inner.split_whitespace().collect());
        if let Some(help) = help {
            return Some(("commas are missing in a list", help));
        }
    }
    let parts: Vec<&str> = inner.split(',').map(str::trim).collect();
    if !brackets {
        return list(parts).map(|help| ("lists stand in [ ]", help));
    }
    let odd = parts.into_iter().find(|part| !number::is_plain(part) && !is_text(part))?;
    quotes(odd).or_else(|| scalar(odd))
}

fn is_text(value: &str) -> bool {
    value.len() > 1
        && (value.starts_with('"') && value.ends_with('"')
            || value.starts_with('\'') && value.ends_with('\''))
}

/// A remark behind a value, in the way of another language.
fn remark(value: &str) -> Option<Said> {
    let (at, mark) = ["//", " --", "/*"].iter().find_map(|mark| {
        let at = value.find(mark)?;
        outside(value).any(|(place, _)| place == at).then_some((at, *mark))
    })?;
    let before = value[..at].trim();
    if before.matches('"').count() % 2 == 1 {
        // It stands in a text that is not closed, as in "https://…
        return None;
    }
    let remark = value[at + mark.len()..].trim_end_matches("*/").trim();
    Some(("this is no comment", format!("comments begin with #: write {before} # {remark}")))
}

/// Quotes that are curly, inside one another, or only at one end.
fn quotes(value: &str) -> Option<Said> {
    if value.starts_with(QUOTES) {
        let inner = value.trim_matches(|c| QUOTES.contains(&c) || c == '"' || c == '\'').trim();
        return Some((
            "the quotes are typographic ones",
            format!("write straight ones: {}", quoted(inner)),
        ));
    }
    if let Some(rest) = value.strip_prefix('"')
        && let Some(inner) = rest.strip_suffix('"')
        && !rest.starts_with('"')
        && inner.contains('"')
        && !inner.contains('\\')
        && !inner.contains('=')
    {
        return Some(("there are quotes inside a text", format!("write {}", quoted(inner))));
    }
    let end = value.strip_suffix('"')?;
    let open = !end.contains('"') && !end.is_empty();
    open.then(|| ("the opening quote is missing", format!("write {}", quoted(end))))
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    if text.contains('"') && !text.contains('\'') {
        return format!("'{text}'");
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A comma or semicolon at the end of a line.
fn line_end(value: &str) -> Option<Said> {
    let (rest, mark) = value
        .strip_suffix(',')
        .map(|rest| (rest, "comma"))
        .or_else(|| value.strip_suffix(';').map(|rest| (rest, "semicolon")))?;
    let help = format!("leave out the {mark}");
    (!rest.trim().is_empty()).then_some(("a line ends with its value", help))
}

/// One value that is no list and no text.
fn scalar(value: &str) -> Option<Said> {
    if outside(value).any(|(_, c)| c == '=') {
        let help = "write each key on a line of its own, or a table with { } and commas";
        return Some(("two keys stand on one line", help.to_owned()));
    }
    if let Some(help) = flag_help(value) {
        return Some(("this is neither true nor false", help));
    }
    if let Some(help) = date::help(value) {
        return Some(("this is no date as it is written here", help));
    }
    if is_duration(value) {
        return Some(("a length of time stands in quotes", format!("write \"{value}\"")));
    }
    if let Some(help) = number::interval(value) {
        return Some(("this is not one number", format!("for a range write {help}")));
    }
    if let Some(mended) = number::mended(value) {
        return Some(("this is no number as it is written here", mended.help));
    }
    let is_words = value
        .chars()
        .all(|c| c.is_alphanumeric() || c.is_whitespace() || "-_.,'!?:()/&".contains(c))
        && value.starts_with(char::is_alphanumeric)
        && value.chars().any(char::is_alphabetic);
    let is_date = value.len() >= 8 && value.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    (is_words && !is_date)
        .then(|| ("a text stands without quotes", format!("write {}", quoted(value))))
}

/// What to write for `True`, `yes` or `off`.
pub(crate) fn flag_help(value: &str) -> Option<String> {
    let flag = match value.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => "true",
        "false" | "no" | "off" | "n" => "false",
        _ => return None,
    };
    (value != flag).then(|| format!("write {flag}, in small letters and without quotes"))
}

fn is_duration(value: &str) -> bool {
    super::super::duration::months(value).is_ok()
}
