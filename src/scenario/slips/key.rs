//! Slips in headings and keys.

use super::Slip;
use super::line::{Line, outside};
use crate::scenario::shape::is_name;

/// `[parties.Port Authority]`, `[[questions]`, `[parties.us`.
pub(super) fn heading(line: &Line<'_>) -> Option<Slip> {
    let code = line.code().trim();
    if !code.starts_with('[') || outside(code).any(|(_, c)| c == '=') {
        return None;
    }
    let opened = code.len() - code.trim_start_matches('[').len();
    let inner = code.trim_matches(['[', ']', ' ', '\t', '.']);
    let is_list = opened > 1;
    let plain: Vec<String> = inner.split('.').map(plain_name).collect();
    // An entry of a list of several lines is no heading.
    let is_entry = code.contains(',') || !inner.starts_with(char::is_alphabetic);
    if opened > 2 || is_entry || plain.iter().any(String::is_empty) {
        return None;
    }
    let (open, close) = if is_list { ("[[", "]]") } else { ("[", "]") };
    let heading = format!("{open}{}{close}", plain.join("."));
    let names: Vec<&str> = inner.split('.').map(str::trim).collect();
    let closed = code.ends_with(close) && code.starts_with(open);
    let odd = names.iter().find(|name| !is_name(name) && !is_quoted(name));
    let (problem, help) = match odd {
        Some(odd) => (
            "a name in a heading has letters that names may not have",
            format!(
                "write {heading}, with title = \"{}\" in the lines below",
                odd.replace('"', "")
            ),
        ),
        None if closed => return None,
        None if is_list => {
            ("a heading is not closed", format!("write {heading}, with two brackets on each side"))
        }
        None => ("a heading is not closed", format!("write {heading}, on a line of its own")),
    };
    Some(Slip { at: line.place(code), problem, help })
}

fn is_quoted(name: &str) -> bool {
    name.len() > 2 && name.starts_with('"') && name.ends_with('"')
}

/// A name of letters a to z, digits, - and _.
fn plain_name(name: &str) -> String {
    let name = name.trim();
    if is_name(name) || is_quoted(name) {
        return name.to_owned();
    }
    let letters: String = name.to_lowercase().chars().map(plain_letter).collect();
    let parts: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// A letter without its accent, or `-`.
fn plain_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ß' | 'ś' | 'š' | 'ş' => 's',
        'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    }
}

/// What stands before the `=`, or for it.
pub(super) fn slip(line: &Line<'_>, stopped: usize) -> Option<Slip> {
    let code = line.code();
    let trimmed = code.trim();
    let equals = outside(code).find(|(_, c)| *c == '=').map(|(at, _)| line.start + at);
    let before = equals.is_none_or(|equals| stopped <= equals);
    if let Some(slip) = other_sign(line, stopped) {
        return Some(slip);
    }
    if !before {
        return None;
    }
    for mark in ["- ", "* ", "• ", "> ", "+ "] {
        if let Some(rest) = trimmed.strip_prefix(mark)
            && equals.is_some()
        {
            return Some(Slip {
                at: line.place(&trimmed[..mark.trim_end().len()]),
                problem: "a line begins with its key",
                help: format!("write {}", rest.trim()),
            });
        }
    }
    // In the middle of a line there is a table around the key.
    if line.before(stopped).contains(['{', '[', ',']) {
        return None;
    }
    if let Some(equals) = equals {
        let key = code[..equals - line.start].trim();
        let words: Vec<&str> = key.split_whitespace().collect();
        let names = words.len() > 1 && words.iter().all(|word| is_name(word));
        names.then(|| Slip {
            at: line.place(key),
            problem: "there is a space in a key",
            help: format!(
                "keys are one word: write {} ={}",
                words.join("_"),
                &code[equals + 1 - line.start..].trim_end()
            ),
        })
    } else {
        let (key, value) = trimmed.split_once(char::is_whitespace)?;
        is_name(key).then(|| Slip {
            at: line.place(trimmed),
            problem: "there is no `=` between key and value",
            help: format!("write {key} = {}", value.trim()),
        })
    }
}

/// `key: value`, `key := value`, `key => value`, `key == value`, also in a table.
fn other_sign(line: &Line<'_>, stopped: usize) -> Option<Slip> {
    let code = line.code();
    let near = |at: usize| (line.start + at).abs_diff(stopped) <= 3;
    let (at, _) = outside(code).find(|&(at, c)| {
        let rest = &code[at..];
        near(at) && (c == ':' || ["=>", "==", "= ="].iter().any(|sign| rest.starts_with(sign)))
    })?;
    let sign =
        [":=", "=>", "==", "= =", ":"].into_iter().find(|sign| code[at..].starts_with(sign))?;
    let key = code[..at].trim_end();
    let from = key.rfind(|c: char| !c.is_ascii_alphanumeric() && !"-_\"".contains(c));
    let key = key
        [from.map_or(0, |from| from + key[from..].chars().next().map_or(1, char::len_utf8))..]
        .trim_matches('"');
    if !is_name(key) {
        return None;
    }
    let value = code[at + sign.len()..].trim();
    let whole = code.trim_start().trim_start_matches('"').starts_with(key);
    let value = if whole {
        value.trim_end_matches(',').trim_end()
    } else {
        let end = value.find([',', '}']).unwrap_or(value.len());
        Some(value[..end].trim()).filter(|value| !value.contains(['[', '{', '"'])).unwrap_or("…")
    };
    Some(Slip {
        at: line.place(&code[at..at + sign.len()]),
        problem: "an `=` belongs between key and value",
        help: format!("write {key} = {value}"),
    })
}
