//! Trust of every pair.

use super::fields::Rule;
use super::parties::itself;
use super::{Fields, Resolver};
use crate::model::Trust;
use crate::prior::Prior;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{Bounds, Reference, TRUST};
use crate::scenario::tree::Node;

/// Trust of pairs that are not listed.
const UNLISTED: f64 = 0.5;

impl Resolver<'_> {
    pub(super) fn trust(&mut self, root: &Fields<'_>) -> Trust {
        let count = self.names.parties.len();
        let mut listed: Vec<(usize, usize, &Node)> = Vec::new();
        for node in root.list("trust") {
            let fields = Fields::at(node, &TRUST, "trust".to_owned(), node.span);
            let Some((low, high)) = self.pair(&fields) else { continue };
            if let Some((.., first)) = listed.iter().find(|(i, j, _)| (*i, *j) == (low, high)) {
                let (a, b) = (self.names.parties[low], self.names.parties[high]);
                let first =
                    first.as_table().and_then(|t| t.get("between")).map_or(first.span, |n| n.span);
                self.push(
                    Diagnostic::new(
                        codes::NAMED_TWICE,
                        fields.span_of("between"),
                        format!("trust between `{a}` and `{b}` is given twice"),
                    )
                    .label("the second")
                    .also(first, "the first")
                    .help("trust is mutual: one entry a pair, in either order")
                    .path(format!("trust.{a}.{b}")),
                );
                continue;
            }
            listed.push((low, high, node));
        }
        let mut pairs = Vec::with_capacity(count * count.saturating_sub(1) / 2);
        let rule = Rule { default: Some(Prior::Constant(UNLISTED)), ..Rule::within(Bounds::SHARE) };
        for low in 0..count {
            for high in low + 1..count {
                let node = listed.iter().find(|(i, j, _)| (*i, *j) == (low, high));
                let value = node.and_then(|(.., node)| node.as_table()?.get("value"));
                // By name: the path keys the input's draws, which the order of the file is to leave.
                let (a, b) = (self.names.parties[low], self.names.parties[high]);
                let path = format!("trust.{}.{}", a.min(b), a.max(b));
                let span = node.map_or(root.span, |(.., node)| node.span);
                pairs.push(self.input(value, path, span, &rule));
            }
        }
        Trust::new(count, pairs)
    }

    /// The two parties of an entry, the earlier of the file first.
    fn pair(&mut self, fields: &Fields<'_>) -> Option<(usize, usize)> {
        let path = fields.path_of("between");
        let mut indices = Vec::new();
        for name in fields.list("between") {
            let Some(text) = name.as_text() else { continue };
            indices.extend(self.refer(Reference::Party, text, name.span, &path));
        }
        let [i, j] = indices.as_slice() else { return None };
        if i == j {
            self.push(itself(fields.span_of("between"), "a party has no trust in itself", &path));
            return None;
        }
        Some((*i.min(j), *i.max(j)))
    }
}
