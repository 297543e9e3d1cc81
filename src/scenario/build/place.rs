//! Where a path leads: to a place in the tree, made if it is not there yet.
//!
//! Paths are those of `--set`. What is at the place is not looked at: whatever is put where nothing belongs is
//! found when the scenario is read, with everything else that is wrong.

use crate::model::path;
use crate::scenario::keys::{Key, Kind, ROOT, Table as Keys};
use crate::scenario::source::Span;
use crate::scenario::tree::{Node, Table, Value};

/// Puts a value at a path.
pub(super) fn set(tree: &mut Table, path: &str, value: Value) {
    let current = path::current(path);
    let names = path::names(&current);
    let segments: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    table(tree, Some(&ROOT), &segments, value);
}

/// `segments` starts with a key of this table, and is not empty.
fn table(table: &mut Table, keys: Option<&'static Keys>, segments: &[&str], value: Value) {
    let Some((&segment, rest)) = segments.split_first() else { return };
    let key = keys.and_then(|keys| keys.key(segment));
    let Some(keys) = keys else { return put(table, None, segment, rest, value) };
    // A key of both tables belongs to the inner one where that is there: a quota to the vote that has one.
    let left_out = left_out(keys, segment)
        .filter(|(hidden, _)| key.is_none() || table.get(hidden.name).is_some());
    if let Some((hidden, inner)) = left_out {
        leave_out_others(table, keys, hidden.name);
        return self::table(child(table, hidden.name), Some(inner), segments, value);
    }
    leave_out_others(table, keys, segment);
    put(table, key.map(|key| key.kind), segment, rest, value);
}

/// The key that paths leave out and whose table has this one.
fn left_out(keys: &'static Keys, segment: &str) -> Option<(&'static Key, &'static Keys)> {
    keys.keys.iter().filter(|key| key.transparent).find_map(|key| match key.kind {
        Kind::Table(inner) if inner.key(segment).is_some() => Some((key, inner)),
        _ => None,
    })
}

/// Of keys that exclude each other the one that is set last stays.
fn leave_out_others(table: &mut Table, keys: &Keys, name: &str) {
    if keys.one_of.contains(&name) {
        for other in keys.one_of.iter().filter(|other| **other != name) {
            table.remove(other);
        }
    }
}

/// Puts a value under a name of a table, or further down.
fn put(table: &mut Table, kind: Option<Kind>, name: &str, rest: &[&str], value: Value) {
    let Some(kind) = kind.filter(|_| !rest.is_empty()) else {
        return match rest {
            [] => table.set(name, node(value)),
            _ => self::table(child(table, name), None, rest, value),
        };
    };
    match kind {
        Kind::Map(of) => {
            if let Some((&entry, rest)) = rest.split_first() {
                put(child(table, name), Some(of.kind), entry, rest, value);
            }
        }
        Kind::List(_) if name == "trust" => trust(table, rest, value),
        Kind::List(of) => {
            if let Some((&item, rest)) = rest.split_first() {
                let at = item_of(items(table, name), item, of.named_by);
                match rest {
                    [] => *at = node(value),
                    _ => self::table(opened(at), Some(of.table), rest, value),
                }
            }
        }
        Kind::WordsOr(_, keys, ..) => {
            if let Some((&item, rest)) = rest.split_first() {
                let at = item_of(items(table, name), item, None);
                match rest {
                    [] => *at = node(value),
                    _ => self::table(opened(at), Some(keys), rest, value),
                }
            }
        }
        Kind::Table(keys) | Kind::WordOr(_, keys) | Kind::PlainOr(_, keys) | Kind::FlagOr(keys) => {
            self::table(child(table, name), Some(keys), rest, value);
        }
        _ => self::table(child(table, name), None, rest, value),
    }
}

/// Trust goes by two names, in either order.
fn trust(table: &mut Table, names: &[&str], value: Value) {
    let pairs = items(table, "trust");
    let is_of = |node: &Node| {
        let between = node.as_table().and_then(|pair| pair.get("between")?.as_list());
        let between: Vec<&str> = between.into_iter().flatten().filter_map(Node::as_text).collect();
        between == names || between.iter().rev().eq(names)
    };
    let at = pairs.iter().position(is_of).unwrap_or_else(|| {
        let between = names.iter().map(|name| node(Value::Text((*name).to_owned()))).collect();
        let mut pair = Table::default();
        pair.set("between", node(Value::List(between)));
        pairs.push(node(Value::Table(pair)));
        pairs.len() - 1
    });
    opened(&mut pairs[at]).set("value", node(value));
}

/// The item of a list by its name, or by its number where items have none; a new one at the end where there is
/// none such.
fn item_of<'t>(items: &'t mut Vec<Node>, item: &str, named_by: Option<&str>) -> &'t mut Node {
    let is_called = |node: &Node, key: &str| {
        node.as_table().and_then(|table| table.get(key)?.as_text()) == Some(item)
    };
    let at = match named_by {
        Some(key) => items.iter().position(|node| is_called(node, key)),
        None => item.parse().ok().filter(|at| *at < items.len()),
    };
    let at = at.unwrap_or_else(|| {
        let mut table = Table::default();
        if let Some(key) = named_by {
            table.set(key, node(Value::Text(item.to_owned())));
        }
        items.push(node(Value::Table(table)));
        items.len() - 1
    });
    &mut items[at]
}

/// The list under a key, made where there is none.
fn items<'t>(table: &'t mut Table, name: &str) -> &'t mut Vec<Node> {
    if table.get(name).and_then(Node::as_list).is_none() {
        table.set(name, node(Value::List(Vec::new())));
    }
    let at = table.entries.iter().position(|entry| entry.name == name).unwrap_or_default();
    match &mut table.entries[at].node.value {
        Value::List(items) => items,
        _ => unreachable!("a list was put there"),
    }
}

/// The table under a key, made where there is none.
pub(super) fn child<'t>(table: &'t mut Table, name: &str) -> &'t mut Table {
    if table.get(name).is_none() {
        table.set(name, node(Value::Table(Table::default())));
    }
    let at = table.entries.iter().position(|entry| entry.name == name).unwrap_or_default();
    opened(&mut table.entries[at].node)
}

/// The table at a node, in place of what else may stand there.
fn opened(node: &mut Node) -> &mut Table {
    if node.as_table().is_none() {
        node.value = Value::Table(Table::default());
    }
    match &mut node.value {
        Value::Table(table) => table,
        _ => unreachable!("a table was put there"),
    }
}

fn node(value: Value) -> Node {
    Node { span: Span::default(), value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::number::form;
    use crate::scenario::shape::{join, join_name, key_path};
    use crate::scenario::{LoadOptions, TemplateKind, load, template, tree, write};

    /// The paths of a tree with what is at each, in order.
    fn paths(table: &Table, keys: &'static Keys, path: &str, out: &mut Vec<(String, Value)>) {
        for entry in &table.entries {
            let key = keys.key(&entry.name).unwrap();
            kind(&entry.node, key.kind, &key_path(path, key), out);
        }
    }

    fn kind(node: &Node, kind: Kind, path: &str, out: &mut Vec<(String, Value)>) {
        match (kind, &node.value) {
            (Kind::Map(of), Value::Table(table)) => {
                for entry in &table.entries {
                    self::kind(&entry.node, of.kind, &join_name(path, &entry.name), out);
                }
            }
            (Kind::List(of), Value::List(items)) if path == "trust" => {
                for item in items.iter().filter_map(Node::as_table) {
                    let names = item.get("between").and_then(Node::as_list).unwrap();
                    let names: Vec<&str> = names.iter().filter_map(Node::as_text).collect();
                    out.push((
                        join(path, &names.join(".")),
                        item.get("value").unwrap().value.clone(),
                    ));
                    assert_eq!(item.entries.len(), of.table.keys.len());
                }
            }
            (Kind::List(of), Value::List(items)) => {
                for (number, item) in items.iter().enumerate() {
                    let table = item.as_table().unwrap();
                    let name = of.named_by.and_then(|key| table.get(key)?.as_text());
                    let name = name.map_or_else(|| number.to_string(), str::to_owned);
                    paths(table, of.table, &join(path, &name), out);
                }
            }
            (
                Kind::Table(keys)
                | Kind::WordOr(_, keys)
                | Kind::PlainOr(_, keys)
                | Kind::FlagOr(keys),
                Value::Table(table),
            ) if form(node, Kind::Unsourced).is_none() => paths(table, keys, path, out),
            _ => out.push((path.to_owned(), node.value.clone())),
        }
    }

    #[test]
    fn every_key_is_reached_by_its_path() {
        for kind in TemplateKind::ALL {
            let text = template(kind, "Anything");
            let (tree, found) = tree::document(&text);
            assert!(found.is_empty());
            let mut leaves = Vec::new();
            paths(&tree, &ROOT, "", &mut leaves);
            assert!(leaves.len() > 15);
            let mut built = Table::default();
            for (path, value) in leaves {
                set(&mut built, &path, value);
            }
            let load = |text: &str| load("built", text, &LoadOptions::default());
            let (built, file) = (load(&write::scenario(&built)), load(&text));
            assert_eq!(built.unwrap().scenario, file.unwrap().scenario, "{}", kind.word());
        }
    }
}
