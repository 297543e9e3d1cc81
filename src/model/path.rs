//! Paths: names with dots between, such as `parties.a.influence`, and other lists of names and values on a
//! line. A name in which a mark stands is written between quotes, as in TOML: `scores."0.6"`.

use std::borrow::Cow;

/// Marks that a name is quoted for.
const MARKS: [char; 5] = ['.', ',', '=', '"', '\''];

/// Keys of a party that have a name today that says more: the former one, and today's.
/// What had several has the first of them first.
pub const FORMER: [(&str, &str); 4] = [
    ("patience", "concession_speed"),
    ("resolve", "readiness_spread"),
    ("implements", "good_faith"),
    ("expected_compliance", "good_faith"),
];

/// A path by today's names.
pub fn current(path: &str) -> Cow<'_, str> {
    renamed(path, |name| FORMER.into_iter().find(|(former, _)| *former == name).map(|(_, now)| now))
}

/// A path by the names of its first day: what is drawn goes by it, so that a better name changes no number.
pub fn first(path: &str) -> Cow<'_, str> {
    renamed(path, |name| FORMER.into_iter().find(|(_, now)| *now == name).map(|(former, _)| former))
}

fn renamed(path: &str, other: impl Fn(&str) -> Option<&'static str>) -> Cow<'_, str> {
    let names: Vec<&str> = cut(path, '.');
    if let ["parties", party, key] = names[..]
        && let Some(name) = other(key)
    {
        return Cow::Owned(format!("parties.{party}.{name}"));
    }
    Cow::Borrowed(path)
}

/// A name as it stands in a path, or among others on a line.
pub fn quoted(name: &str) -> Cow<'_, str> {
    if name.contains(MARKS) {
        Cow::Owned(format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")))
    } else {
        Cow::Borrowed(name)
    }
}

/// The names of a path, without quotes.
pub fn names(path: &str) -> Vec<Cow<'_, str>> {
    cut(path, '.').into_iter().map(plain).collect()
}

/// The parts of a text between marks that do not stand in quotes.
pub fn cut(text: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((part, after)) = cut_once(rest, mark) {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// What stands before and after the first mark that does not stand in quotes.
pub fn cut_once(text: &str, mark: char) -> Option<(&str, &str)> {
    // Quotes open at the beginning of a name: an apostrophe within one is itself.
    let (mut open, mut escaped, mut begins) = (None, false, true);
    for (at, c) in text.char_indices() {
        match open {
            Some(_) if escaped => escaped = false,
            Some('"') if c == '\\' => escaped = true,
            Some(quote) if c == quote => open = None,
            None if c == mark => return Some((&text[..at], &text[at + c.len_utf8()..])),
            None if begins && matches!(c, '"' | '\'') => open = Some(c),
            Some(_) | None => {}
        }
        begins = c.is_whitespace() || MARKS[..3].contains(&c);
    }
    None
}

/// A name without the quotes around it.
pub fn plain(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    let inside = |quote: char| name.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(literal) = inside('\'') {
        return Cow::Borrowed(literal);
    }
    let Some(text) = inside('"') else { return Cow::Borrowed(name) };
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        plain.push(if c == '\\' { letters.next().unwrap_or(c) } else { c });
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn former_names_lead_where_they_led() {
        for (former, now) in FORMER {
            let [before, after] = [former, now].map(|key| format!("parties.north.{key}"));
            assert_eq!(current(&before), after);
            assert_eq!(current(&after), after);
            // A key that was renamed twice goes by its very first name.
            let oldest = FORMER.iter().find(|(_, of)| *of == now).map(|(oldest, _)| oldest);
            assert_eq!(
                Some(&*first(&after)),
                oldest.map(|o| format!("parties.north.{o}")).as_deref()
            );
        }
        for other in ["patience", "issues.a.patience", "parties.patience", "parties.a.patience.b"] {
            assert_eq!((current(other), first(other)), (other.into(), other.into()));
        }
    }

    #[test]
    fn marks_within_quotes_are_part_of_a_name() {
        assert_eq!(names("a.b.north bay"), ["a", "b", "north bay"]);
        assert_eq!(names("a.\"0.6\".b"), ["a", "0.6", "b"]);
        assert_eq!(names("a.'0.6'"), ["a", "0.6"]);
        assert_eq!(cut_once("a.\"x=1\"=5=6", '='), Some(("a.\"x=1\"", "5=6")));
        assert_eq!(cut("x=\"a, b\", y=6 o'clock, z=it's", ',').len(), 3);
        assert_eq!(cut("", ','), [""]);
        assert_eq!(cut_once("a.\"never closed=5", '='), None);
    }

    #[test]
    fn what_needs_no_quotes_gets_none() {
        for name in ["north bay", "6 o’clock", "北", "a;b", "back\\slash"] {
            assert_eq!(quoted(name), name);
            assert_eq!(plain(name), name);
        }
        assert_eq!(quoted("0.6"), "\"0.6\"");
    }

    proptest! {
        #[test]
        fn any_name_comes_back(own in prop::collection::vec("[a-z.,='\"\\\\ü]{1,8}", 1..5)) {
            let path = own.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(".");
            let read = names(&path);
            prop_assert_eq!(&read, &own);
            let line = own.iter().map(|name| format!("k={}", quoted(name))).collect::<Vec<_>>().join(", ");
            let parts: Vec<String> = cut(&line, ',')
                .into_iter()
                .map(|part| plain(cut_once(part, '=').unwrap().1).into_owned())
                .collect();
            prop_assert_eq!(&parts, &own);
        }
    }
}
