//! The word that was probably meant.

/// Longer words are not compared.
const LONGEST: usize = 64;

/// The nearest of the words, if one is near enough: at most a third of the letters differ.
pub(crate) fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let limit = (length / 3).max(1);
    words
        .into_iter()
        .map(|other| (distance(word, other), other))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

/// Edits between two words; none between `red-line`, `Red_Line` and `redline`, and none for a
/// plural.
fn distance(word: &str, other: &str) -> usize {
    let plain = |text: &str| text.replace(['-', '_', ' '], "").to_lowercase();
    let (word, other) = (plain(word), plain(other));
    if word.strip_suffix('s') == Some(&other) || other.strip_suffix('s') == Some(&word) {
        return 0;
    }
    strsim::damerau_levenshtein(&word, &other)
}

/// "did you mean `x`?", or the whole list when nothing is near and the list is short.
pub(crate) fn help(word: &str, words: &[&str], plural: &str) -> String {
    if let Some(near) = nearest(word, words.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    match words {
        [] => format!("there are no {plural} here"),
        [only] => format!("the only one here is `{only}`"),
        _ if words.len() <= 20 => format!("the {plural} here are {}", listed(words)),
        _ => format!("there are {} {plural} here, none with a like name", words.len()),
    }
}

/// "`a`, `b` and `c`".
pub(crate) fn listed(words: &[&str]) -> String {
    joined(words, "and")
}

/// "`a`, `b` or `c`".
pub(crate) fn any_of(words: &[&str]) -> String {
    joined(words, "or")
}

fn joined(words: &[&str], last: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspellings_are_near() {
        let words = ["influence", "patience", "red_line", "positions"];
        assert_eq!(nearest("influense", words), Some("influence"));
        assert_eq!(nearest("red-line", words), Some("red_line"));
        assert_eq!(nearest("position", words), Some("positions"));
        assert_eq!(nearest("xyzzy", words), None);
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(any_of(&["a"]), "`a`");
    }
}
