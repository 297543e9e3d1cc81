//! A file with changed numbers as its author would have written them: everything else, comments and layout included,
//! stays as it is, byte for byte.

use super::load::{LoadOptions, Loaded, Rejected, load};
use super::source::Span;
use super::tree::{Node, Table, Value};

/// A file with changes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edited {
    /// Its text.
    pub text: String,
    /// Are comments and layout as they were? Not where a variant is written in, or a number that the file leaves at
    /// its default.
    pub layout_kept: bool,
}

/// The text of a file with a variant and overrides in it: it loads as the same scenario as the file with these does.
///
/// # Errors
/// Every error of the file, its variants and the overrides, with their places.
///
/// # Examples
/// ```
/// use zopa::scenario::{TemplateKind, edited, template};
/// use zopa::LoadOptions;
///
/// let text = template(TemplateKind::TwoParty, "Water from the upper valley");
/// let overrides = vec![("parties.upstream.influence".to_owned(), "2".to_owned())];
/// let changed = edited("water.toml", &text, &LoadOptions { overrides, ..LoadOptions::default() })?;
/// assert_eq!(text.lines().count(), changed.text.lines().count());
/// # Ok::<(), zopa::Rejected>(())
/// ```
pub fn edited(name: &str, text: &str, options: &LoadOptions) -> Result<Edited, Rejected> {
    let loaded = load(name, text, options)?;
    if options.variant.is_none()
        && let Some(spliced) = spliced(name, text, options, &loaded)
    {
        return Ok(Edited { text: spliced, layout_kept: true });
    }
    Ok(Edited { text: loaded.to_toml(), layout_kept: false })
}

/// The text with the overrides in the places of what they override; `None` where that has no place, or where what comes
/// of it is another scenario.
fn spliced(name: &str, text: &str, options: &LoadOptions, loaded: &Loaded) -> Option<String> {
    let file = load(name, text, &LoadOptions::default()).ok()?;
    let mut places = Vec::new();
    let found = table(file.tree(), loaded.tree(), &mut places);
    if !found {
        return None;
    }
    // From the end, so that places before stay where they are.
    places.sort_unstable();
    let mut text = text.to_owned();
    for (at, source) in places.into_iter().rev() {
        let (_, value) = options.overrides.get(source.checked_sub(1)?)?;
        if at.source != 0 || text.get(at.start..at.end).is_none() {
            return None;
        }
        text.replace_range(at.start..at.end, value);
    }
    let again = load(name, &text, &LoadOptions::default()).ok()?;
    (again.scenario.fingerprint == loaded.scenario.fingerprint).then_some(text)
}

/// Finds what differs: where it stands in the file, and which override it comes from. Is every difference one of a
/// value?
fn table(old: &Table, new: &Table, places: &mut Vec<(Span, usize)>) -> bool {
    old.entries.len() == new.entries.len()
        && old
            .entries
            .iter()
            .zip(&new.entries)
            .all(|(old, new)| old.name == new.name && node(&old.node, &new.node, places))
}

fn node(old: &Node, new: &Node, places: &mut Vec<(Span, usize)>) -> bool {
    if new.span.source != 0 {
        places.push((old.span, new.span.source));
        return !matches!(new.value, Value::Rescaled { .. });
    }
    match (&old.value, &new.value) {
        (Value::Table(old), Value::Table(new)) => table(old, new, places),
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| node(old, new, places))
        }
        (old, new) => old == new,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{TemplateKind, template};

    fn options(sets: &[(&str, &str)]) -> LoadOptions {
        let overrides = sets.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned()));
        LoadOptions { overrides: overrides.collect(), ..LoadOptions::default() }
    }

    fn text() -> String {
        template(TemplateKind::TwoParty, "Water from the upper valley")
    }

    #[test]
    fn only_the_number_is_another() {
        let text = text();
        let options = options(&[("parties.upstream.influence", "2.5")]);
        let edited = edited("water.toml", &text, &options).unwrap();
        assert!(edited.layout_kept);
        let differ = text.lines().zip(edited.text.lines()).filter(|(old, new)| old != new);
        let differ: Vec<_> = differ.collect();
        assert_eq!(differ.len(), 1, "{differ:?}");
        assert!(differ[0].1.contains("2.5"), "{differ:?}");
    }

    #[test]
    fn a_default_is_written_out_in_a_file_of_its_own() {
        let options = options(&[("model.stated_limits_weight", "1")]);
        let edited = edited("water.toml", &text(), &options).unwrap();
        assert!(!edited.layout_kept);
        let again = load("again.toml", &edited.text, &LoadOptions::default()).unwrap();
        let changed = load("water.toml", &text(), &options).unwrap();
        assert_eq!(again.scenario.fingerprint, changed.scenario.fingerprint);
    }
}
