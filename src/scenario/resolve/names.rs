//! The names of the file that others refer to.

use super::Resolver;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::Reference;
use crate::scenario::source::Span;
use crate::scenario::suggest;
use crate::scenario::tree::{self, Node};

/// Names in the order of the file.
pub(super) struct Names<'t> {
    /// Keys of `parties`.
    pub(super) parties: Vec<&'t str>,
    /// Keys of `issues`.
    pub(super) issues: Vec<&'t str>,
    /// Names of `events`.
    pub(super) events: Vec<&'t str>,
    /// Ids of `interim`.
    pub(super) interims: Vec<&'t str>,
}

impl<'t> Names<'t> {
    /// Reads them off a tree.
    pub(super) fn of(tree: &'t tree::Table) -> Self {
        let keys = |name: &str| {
            let table = tree.get(name).and_then(Node::as_table);
            table.map_or_else(Vec::new, |table| {
                table.entries.iter().map(|entry| entry.name.as_str()).collect()
            })
        };
        let named = |list: &str, key: &str| {
            let items = tree.get(list).and_then(Node::as_list).unwrap_or(&[]);
            items.iter().map(|item| name_of(item, key).unwrap_or("")).collect()
        };
        Self {
            parties: keys("parties"),
            issues: keys("issues"),
            events: named("events", "name"),
            interims: named("interim", "id"),
        }
    }

    fn of_kind(&self, kind: Reference) -> (&[&'t str], &'static str, codes::Code) {
        match kind {
            Reference::Party => (&self.parties, "parties", codes::UNKNOWN_PARTY),
            Reference::Issue => (&self.issues, "issues", codes::UNKNOWN_ISSUE),
            Reference::Event => (&self.events, "events", codes::UNKNOWN_EVENT),
            Reference::Interim => (&self.interims, "interim deals", codes::UNKNOWN_INTERIM),
            // Options belong to an issue: `Resolver::option` knows which.
            Reference::Option => (&[], "options", codes::UNKNOWN_OPTION),
            // Inputs are named once all of them have been read: `Resolver::ranked`.
            Reference::Input => (&[], "inputs", codes::UNKNOWN_INPUT),
        }
    }
}

fn name_of<'t>(item: &'t Node, key: &str) -> Option<&'t str> {
    item.as_table()?.get(key)?.as_text()
}

impl Resolver<'_> {
    /// The index of what a name refers to, or an error with a suggestion.
    pub(super) fn refer(
        &mut self,
        kind: Reference,
        name: &str,
        span: Span,
        path: &str,
    ) -> Option<usize> {
        let (names, plural, code) = self.names.of_kind(kind);
        if let Some(index) = names.iter().position(|known| *known == name) {
            return Some(index);
        }
        let one = kind.one();
        let found = Diagnostic::new(code, span, format!("there is no {one} `{name}`"))
            .label(format!("unknown {one}"))
            .help(suggest::help(name, names, plural))
            .path(path);
        self.push(found);
        None
    }
}
