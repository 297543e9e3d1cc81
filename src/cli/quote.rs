//! Names in commands that the user is told to type.

/// A file as a word of a command, in quotes where a shell needs them.
pub(crate) fn file(name: &str) -> String {
    // What begins like an option is named with its folder.
    let name = if name.starts_with('-') { format!("./{name}") } else { name.to_owned() };
    shlex::try_quote(&name).map_or_else(|_| name.clone(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn only_what_needs_quotes_gets_them() {
        assert_eq!(file("talks.toml"), "talks.toml");
        assert_eq!(file("Gaza talks.toml"), "'Gaza talks.toml'");
        assert_eq!(file("-x.toml"), "./-x.toml");
    }
}
