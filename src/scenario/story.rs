//! The words of a file that are for people alone: what the case is about, and what each party is told
//! in confidence. No number hangs on them, so they stand beside the scenario and not in it.

use super::tree::{Node, Table};

/// Words for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Story {
    /// What the case is about, for everybody: the `summary` of the file.
    pub summary: Option<String>,
    /// What each party is told in confidence, in the order of the parties: their `brief`.
    pub briefs: Vec<Option<String>>,
}

impl Story {
    /// Picks the words out of a tree.
    pub(crate) fn of(tree: &Table) -> Self {
        let text = |node: Option<&Node>| node.and_then(Node::as_text).map(str::to_owned);
        let parties = tree.get("parties").and_then(Node::as_table);
        let briefs = parties.map_or(&[][..], |table| &table.entries).iter();
        let briefs = briefs.map(|party| text(party.node.as_table().and_then(|p| p.get("brief"))));
        Self { summary: text(tree.get("summary")), briefs: briefs.collect() }
    }
}
