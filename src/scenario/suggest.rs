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

/// Characters on a line of help; it stands indented behind `= help: `.
const WIDTH: usize = 66;
/// Names that are listed; where there are more, the last place tells how many.
const LISTED: usize = 100;

/// Text in lines of help, broken at spaces.
pub(crate) fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// "did you mean `x`?", or the list when nothing is near.
pub(crate) fn help(word: &str, words: &[&str], plural: &str) -> String {
    if let Some(near) = nearest(word, words.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    match words {
        [] => format!("there are no {plural} here"),
        [only] => format!("the only one here is `{only}`"),
        _ if words.len() <= LISTED => wrapped(&format!("the {plural} here are {}", listed(words))),
        _ => {
            let first: Vec<String> =
                words.iter().take(LISTED).map(|word| format!("`{word}`")).collect();
            let more = words.len() - first.len();
            wrapped(&format!("the {plural} here are {} and {more} more", first.join(", ")))
        }
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
        let words = ["influence", "concession_speed", "red_line", "positions"];
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
