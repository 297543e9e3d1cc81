//! A file as a page shows it to somebody who will not read TOML: what may stand in it, what does, and what is wrong with
//! it, each with its place.

mod findings;
mod keys;
mod tree;

use serde::{Deserialize, Serialize};

use super::load::{LoadOptions, load};
use super::source::Source;
use super::tree::{Node, document};
pub use findings::Finding;
pub use keys::{Holds, KeyInfo, TableInfo, format};
pub use tree::{Content, Outline};

/// A place in a file: keys of tables, and numbers of items, from 0, in lists.
pub type Place = Vec<Step>;

/// One step of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// The item of a list, from 0.
    Item(usize),
    /// The key of a table.
    Key(String),
}

/// A file with what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outlined {
    /// What it calls itself.
    pub title: String,
    /// What stands in it; `None` where it cannot be read as TOML.
    pub tree: Option<Outline>,
    /// Can it be played?
    pub sound: bool,
    /// What is wrong with it or rarely meant, in the order of the text, errors first.
    pub findings: Vec<Finding>,
    /// Its variants: their names and what they are called.
    pub variants: Vec<Named>,
    /// Its questions, likewise.
    pub questions: Vec<Named>,
}

/// Something with a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// By which it goes in the file.
    pub id: String,
    /// In words.
    pub title: String,
}

/// Reads a file for a page. Whatever is wrong with it is in the answer.
///
/// ```
/// use zopa::scenario::{TemplateKind, outlined, template};
///
/// let text = template(TemplateKind::TwoParty, "Water from the upper valley");
/// let outlined = outlined("water.toml", &text);
/// assert!(outlined.sound && outlined.findings.is_empty());
/// assert_eq!(outlined.title, "Water from the upper valley");
/// ```
pub fn outlined(name: &str, text: &str) -> Outlined {
    let loaded = load(name, text, &LoadOptions::default());
    let (sound, report) = match &loaded {
        Ok(loaded) => (true, &loaded.warnings),
        Err(rejected) => (false, &rejected.report),
    };
    let (table, errors) = document(text);
    let source = Source::new(name, text);
    let findings = report.iter().map(|found| Finding::of(found, &source, &table)).collect();
    let named = |node: &Node, id: &str| {
        let table = node.as_table()?;
        let text = |key| table.get(key).and_then(Node::as_text).map(str::to_owned);
        let id = text("id").unwrap_or_else(|| id.to_owned());
        let title = text("title").or_else(|| text("text")).unwrap_or_else(|| id.clone());
        Some(Named { id, title })
    };
    let variants = table.get("variants").and_then(Node::as_table).into_iter();
    let variants = variants.flat_map(|table| &table.entries);
    let questions = table.get("questions").and_then(Node::as_list).into_iter().flatten();
    Outlined {
        title: table.get("title").and_then(Node::as_text).unwrap_or_default().to_owned(),
        sound,
        findings,
        variants: variants.filter_map(|entry| named(&entry.node, &entry.name)).collect(),
        questions: questions.filter_map(|node| named(node, "")).collect(),
        tree: errors.is_empty().then(|| Outline::of(&table, text)),
    }
}

/// What a text calls itself, if it is a scenario at a glance: it names issues and parties.
///
/// ```
/// use zopa::scenario::{TemplateKind, glance, template};
///
/// let text = template(TemplateKind::TwoParty, "Water from the upper valley");
/// assert_eq!(glance(&text).as_deref(), Some("Water from the upper valley"));
/// assert_eq!(glance("[package]\nname = 'something else'"), None);
/// ```
pub fn glance(text: &str) -> Option<String> {
    let (table, _) = document(text);
    let is_scenario = ["issues", "parties"].iter().all(|key| table.get(key).is_some());
    let title = table.get("title").and_then(Node::as_text).unwrap_or_default();
    is_scenario.then(|| title.to_owned())
}
