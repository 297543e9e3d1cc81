//! Commands for the reader to run: every word as a shell reads it (POSIX).

use std::path::Path;

use super::harmless::is_harmful;

/// A word of a command.
pub(crate) fn word(word: &str) -> String {
    bytes(word.as_bytes())
}

/// A file or folder in a command. One whose name begins like an option is named with its folder.
pub(crate) fn file(path: impl AsRef<Path>) -> String {
    let name = path.as_ref().as_os_str().as_encoded_bytes();
    if name.starts_with(b"-") { bytes(&[b"./", name].concat()) } else { bytes(name) }
}

/// An option with its value, `--variant NAME`.
pub(crate) fn option(name: &str, value: &str) -> String {
    // A value that begins like an option has to be tied to its own.
    let between = if value.starts_with('-') { "=" } else { " " };
    format!("--{name}{between}{}", word(value))
}

/// A variant and changed values as they are written on the command line.
pub(crate) fn changes(variant: Option<&str>, sets: &[String]) -> String {
    let variant = variant.map(|name| option("variant", name));
    let sets = sets.iter().map(|set| option("set", set));
    variant.into_iter().chain(sets).collect::<Vec<_>>().join(" ")
}

fn bytes(word: &[u8]) -> String {
    let visible = str::from_utf8(word).ok().filter(|text| !text.contains(harmful));
    let quoted = visible.and_then(|text| shlex::try_quote(text).ok());
    quoted.map_or_else(|| printed(word), std::borrow::Cow::into_owned)
}

/// What can be neither shown nor typed.
fn harmful(c: char) -> bool {
    is_harmful(c) || c == '\n' || c == '\t'
}

/// A word with bytes that cannot be typed, as `printf` makes it; quotes do not help there.
fn printed(word: &[u8]) -> String {
    let mut format = String::new();
    for chunk in word.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '%' => format.push_str("%%"),
                '\\' => format.push_str(r"\\"),
                '\'' => format.push_str(r"\047"),
                _ if harmful(c) => octal(&mut format, c.encode_utf8(&mut [0; 4]).as_bytes()),
                _ => format.push(c),
            }
        }
        octal(&mut format, chunk.invalid());
    }
    format!("\"$(printf '{format}')\"")
}

fn octal(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        out.push_str(&format!("\\{byte:03o}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_quotes_gets_them() {
        assert_eq!(word("scenarios/two-party.toml"), "scenarios/two-party.toml");
        assert_eq!(word("my talks.toml"), "'my talks.toml'");
        assert_eq!(word("mediation.pen=2"), "'mediation.pen=2'");
        assert_eq!(word(""), "''");
        assert_eq!(file("-x.toml"), "./-x.toml");
        assert_eq!(option("variant", "late"), "--variant late");
        assert_eq!(option("set", "-x=1"), "--set='-x=1'");
    }

    #[test]
    fn what_cannot_be_typed_is_printed() {
        assert_eq!(word("a\u{1b}'%\\é"), r#""$(printf 'a\033\047%%\\é')""#);
        assert_eq!(word("\u{202e}"), r#""$(printf '\342\200\256')""#);
    }
}
