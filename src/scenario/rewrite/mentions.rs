//! Where a file speaks of an issue or a party.

use crate::model::path;
use crate::scenario::keys::{Kind, ROOT, Reference, Table as Keys};
use crate::scenario::outline::{Place, Step};
use crate::scenario::tree::{self, Node, Value};

/// A place that speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// What a party wants or thinks of it, or two parties of each other: it goes with it.
    Wish(Place),
    /// Its name, as text.
    Name(Place),
    /// A path that leads through it, as text.
    Path(Place),
    /// The same as a key.
    PathKey(Place),
}

/// An issue or a party, and its name.
struct Sought<'a> {
    of: Reference,
    id: &'a str,
}

/// All places that speak of what is at a place, in the order of the text; none where that is no issue and no party.
pub(super) fn of(text: &str, at: &[Step]) -> Vec<Mention> {
    let (of, id) = match at {
        [Step::Key(all), Step::Key(id)] if all == "issues" => (Reference::Issue, id.as_str()),
        [Step::Key(all), Step::Key(id)] if all == "parties" => (Reference::Party, id.as_str()),
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    Sought { of, id }.table(&ROOT, &tree::document(text).0, &mut Place::new(), &mut found);
    found
}

/// Does a path lead through it? Its steps with the new name in place of the old, if so.
pub(super) fn renamed(path: &str, at: &[Step], to: &str) -> Option<String> {
    let [Step::Key(all), Step::Key(id)] = at else { return None };
    let steps: Vec<&str> = path::cut(path, '.');
    let is_it = |index: usize| {
        let before = index.checked_sub(1).map(|before| steps[before]);
        let follows: &[&str] = match all.as_str() {
            "issues" => &["issues", "positions", "terms"],
            _ => &["parties", "trust", "leverage", "reluctance"],
        };
        // A pair of the trusting goes by both names.
        let second = all == "parties" && index == 2 && steps.first() == Some(&"trust");
        steps[index] == id && (second || before.is_some_and(|before| follows.contains(&before)))
    };
    if !(0..steps.len()).any(is_it) {
        return None;
    }
    let step = |index: usize| if is_it(index) { to } else { steps[index] };
    Some((0..steps.len()).map(step).collect::<Vec<_>>().join("."))
}

impl Sought<'_> {
    fn table(&self, keys: &Keys, table: &tree::Table, at: &mut Place, found: &mut Vec<Mention>) {
        for entry in &table.entries {
            let Some(key) = keys.key(&entry.name) else { continue };
            at.push(Step::Key(entry.name.clone()));
            self.value(key.kind, &entry.node, at, found);
            at.pop();
        }
    }

    fn value(&self, kind: Kind, node: &Node, at: &mut Place, found: &mut Vec<Mention>) {
        match (kind, &node.value) {
            (Kind::Refer(of), Value::Text(name)) if of == self.of && name == self.id => {
                found.push(Mention::Name(at.clone()));
            }
            (Kind::Quantity | Kind::Refer(Reference::Input), Value::Text(_)) => {
                found.push(Mention::Path(at.clone()));
            }
            (Kind::Refers(of, ..), Value::List(items)) => {
                for (number, item) in items.iter().enumerate() {
                    at.push(Step::Item(number));
                    self.value(Kind::Refer(of), item, at, found);
                    at.pop();
                }
            }
            (
                Kind::Table(keys)
                | Kind::WordOr(_, keys)
                | Kind::PlainOr(_, keys)
                | Kind::FlagOr(keys),
                Value::Table(inside),
            ) => self.table(keys, inside, at, found),
            (Kind::WordsOr(_, keys, ..), Value::List(items)) => {
                self.items(keys, items, at, found);
            }
            (Kind::List(list), Value::List(items)) => self.items(list.table, items, at, found),
            (Kind::Map(map), Value::Table(inside)) => {
                for entry in &inside.entries {
                    at.push(Step::Key(entry.name.clone()));
                    if map.refer == Some(self.of) && entry.name == self.id {
                        found.push(Mention::Wish(at.clone()));
                    } else if matches!(map.kind, Kind::Change) {
                        found.push(Mention::PathKey(at.clone()));
                    } else {
                        self.value(map.kind, &entry.node, at, found);
                    }
                    at.pop();
                }
            }
            _ => {}
        }
    }

    fn items(&self, keys: &Keys, items: &[Node], at: &mut Place, found: &mut Vec<Mention>) {
        for (number, item) in items.iter().enumerate() {
            let Some(inside) = item.as_table() else { continue };
            at.push(Step::Item(number));
            // A pair of parties is nothing without one of them.
            let pair = inside.get("between").and_then(Node::as_list).unwrap_or_default();
            let is_of =
                |node: &Node| self.of == Reference::Party && node.as_text() == Some(self.id);
            if pair.iter().any(is_of) {
                found.push(Mention::Wish(at.clone()));
            }
            self.table(keys, inside, at, found);
            at.pop();
        }
    }
}
