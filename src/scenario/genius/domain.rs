//! The domain: which issues there are, and what may be chosen.

use std::collections::{BTreeMap, BTreeSet};

use super::GeniusFile;
use super::xml::{Element, Wrong, parse};
use crate::model::MOST_OPTIONS;
use crate::scenario::codes;

/// What is negotiated.
#[derive(Clone, Debug)]
pub(super) struct Domain {
    /// Its name.
    pub(super) title: String,
    /// The issues, in the order of the file.
    pub(super) issues: Vec<Issue>,
}

/// One issue.
#[derive(Clone, Debug)]
pub(super) struct Issue {
    /// Its number, by which weights refer to it.
    pub(super) index: String,
    /// Its name.
    pub(super) name: String,
    /// What may be chosen.
    pub(super) kind: Kind,
}

/// What may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// One of these.
    Discrete(Vec<String>),
    /// A whole number from the first to the second.
    Integer(i64, i64),
    /// A number from the first to the second.
    Real(f64, f64),
}

impl Kind {
    /// The word of the file.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Discrete(_) => "discrete",
            Self::Integer(..) => "integer",
            Self::Real(..) => "real",
        }
    }
}

/// Reads a domain; what is left out without changing a utility is noted.
pub(super) fn read(file: GeniusFile<'_>, notes: &mut Vec<String>) -> Result<Domain, Vec<Wrong>> {
    let document = parse(file, 0)?;
    let root = Element::root(&document, 0);
    let space = root.utility_space().map_err(one)?;
    let objective = space.objective().map_err(one)?;
    let mut found = Vec::new();
    let mut issues: Vec<Issue> = Vec::new();
    for element in objective.below("issue") {
        match issue(element) {
            Ok(issue) if issues.iter().any(|other| other.index == issue.index) => {
                let message = format!("a second issue has the index {}", issue.index);
                found.push(element.wrong(codes::GENIUS_GAP, message));
            }
            Ok(issue) => {
                notes.extend(assumed(element, &issue));
                issues.push(issue);
            }
            Err(wrong) => found.push(wrong),
        }
    }
    if issues.is_empty() && found.is_empty() {
        found.push(objective.wrong(codes::GENIUS_GAP, "there is no <issue> to negotiate"));
    }
    if !found.is_empty() {
        return Err(found);
    }
    if described(objective) {
        notes.push("descriptions of the domain and its values are left out".to_owned());
    }
    let name = objective.attribute("name").filter(|name| !name.is_empty());
    Ok(Domain { title: name.unwrap_or("A domain of GENIUS").to_owned(), issues })
}

/// What is assumed of an issue, in words.
fn assumed(element: Element<'_, '_>, issue: &Issue) -> Vec<String> {
    let mut notes = Vec::new();
    let name = &issue.name;
    let Kind::Discrete(values) = &issue.kind else { return notes };
    match types(element).first() {
        None => notes.push(format!("“{name}” has no type: discrete, as in GENIUS")),
        Some(word) if !word.eq_ignore_ascii_case("discrete") => {
            notes.push(format!("“{name}” is of the type “{word}”: discrete, as in GENIUS"));
        }
        Some(_) => {}
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for value in element.below("item").filter_map(|item| item.attribute("value")) {
        *times.entry(value).or_default() += 1;
    }
    for value in values.iter().filter(|value| times.get(value.as_str()).is_some_and(|&n| n > 1)) {
        notes.push(format!("“{value}” of “{name}” is listed more than once: one value"));
    }
    notes
}

/// The words for its type, of which the reader of a file takes any.
fn types<'a>(element: Element<'a, '_>) -> Vec<&'a str> {
    ["etype", "vtype", "type"].iter().filter_map(|name| element.attribute(name)).collect()
}

fn one(found: Wrong) -> Vec<Wrong> {
    vec![found]
}

/// Does something carry a description?
fn described(objective: Element<'_, '_>) -> bool {
    let says = |element: Element<'_, '_>| {
        element.attribute("description").is_some_and(|text| !text.is_empty())
    };
    let item = |issue: Element<'_, '_>| issue.below("item").any(says);
    says(objective) || objective.below("issue").any(|issue| says(issue) || item(issue))
}

/// One issue of a domain or a profile.
pub(super) fn issue(element: Element<'_, '_>) -> Result<Issue, Wrong> {
    let index = element.needs("index")?.to_owned();
    let name = element.needs("name")?.to_owned();
    Ok(Issue { index, name, kind: kind(element)? })
}

fn kind(element: Element<'_, '_>) -> Result<Kind, Wrong> {
    let words = types(element);
    let Some(word) = words.first() else { return discrete(element) };
    if words.iter().any(|other| !other.eq_ignore_ascii_case(word)) {
        let message = format!("this <issue> has several types: {}", words.join(", "));
        return Err(element.wrong(codes::GENIUS_MISFIT, message));
    }
    match word.to_lowercase().as_str() {
        "discrete" => discrete(element),
        "integer" => {
            let (low, high) = (bound(element, "lowerbound")?, bound(element, "upperbound")?);
            let whole = low.fract() == 0.0 && high.fract() == 0.0;
            if !whole || low >= high || low.abs().max(high.abs()) > 1e9 {
                let message = format!("an integer issue cannot go from {low} to {high}");
                return Err(element.wrong(codes::GENIUS_GAP, message));
            }
            Ok(Kind::Integer(low as i64, high as i64))
        }
        "real" => {
            let (low, high) = (bound(element, "lowerbound")?, bound(element, "upperbound")?);
            if low >= high || low.abs().max(high.abs()) > 1e9 {
                let message = format!("a real issue cannot go from {low} to {high}");
                return Err(element.wrong(codes::GENIUS_GAP, message));
            }
            Ok(Kind::Real(low, high))
        }
        other if element.below("item").next().is_none() => {
            let message = format!("an issue of the type “{other}” without values means nothing");
            let help = "types are discrete, integer and real";
            Err(element.wrong(codes::GENIUS_MISFIT, message).help(help))
        }
        _ => discrete(element),
    }
}

fn discrete(element: Element<'_, '_>) -> Result<Kind, Wrong> {
    let mut values: Vec<String> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for item in element.below("item") {
        let value = item.needs("value")?;
        if seen.insert(value) {
            values.push(value.to_owned());
        }
    }
    if !(2..=MOST_OPTIONS).contains(&values.len()) {
        let message = format!(
            "this issue has {} value{}; a scenario takes 2 to {MOST_OPTIONS} options",
            values.len(),
            if values.len() == 1 { "" } else { "s" }
        );
        return Err(element.wrong(codes::GENIUS_MISFIT, message));
    }
    Ok(Kind::Discrete(values))
}

/// An end of a range: GENIUS keeps it with the issue or with a <range> in it.
fn bound(element: Element<'_, '_>, name: &str) -> Result<f64, Wrong> {
    if element.attribute(name).is_some() {
        return element.number(name);
    }
    match element.below("range").next() {
        Some(range) => range.number(name),
        None => element.number(name),
    }
}
