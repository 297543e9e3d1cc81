//! A tree as the text of a file: the other way of `tree`. What is written is read as the same tree, but for where
//! things stand.
//!
//! What is short stands on one line, what is long under a heading of its own. The order of what an author names
//! (parties, issues, options) is kept, as it counts; the keys of a table may stand in any order, and TOML wants
//! those with headings last.

use std::fmt::Write as _;

use super::keys::{Key, Kind, ListOf, MapOf, ROOT, Table as Keys};
use super::tree::{Entry, Node, Table, Value};
use crate::text::quoted;

/// Characters of a line, about.
const LINE: usize = 100;

/// The text of a scenario.
pub(crate) fn scenario(tree: &Table) -> String {
    let mut text = String::new();
    keys(&mut text, tree, &ROOT, "");
    text.trim_start().to_owned()
}

/// The entries of a table whose keys are the format's, under a heading that is written already.
fn keys(text: &mut String, table: &Table, keys: &'static Keys, path: &str) {
    let kind = |entry: &Entry| keys.key(&entry.name).map(|key: &'static Key| key.kind);
    let (later, now): (Vec<&Entry>, Vec<&Entry>) =
        table.entries.iter().partition(|entry| has_heading(entry, kind(entry), path));
    for entry in now {
        line(text, entry);
    }
    for entry in later {
        let here = join(path, &entry.name);
        match (kind(entry), &entry.node.value) {
            (Some(Kind::Map(of)), Value::Table(table)) => map(text, table, of, &here),
            (Some(Kind::Anchors), Value::Table(table)) => section(text, table, None, &here),
            (Some(Kind::List(of)), Value::List(items)) => list(text, items, of, &here),
            (Some(kind), Value::Table(table)) => section(text, table, inner(kind), &here),
            _ => {}
        }
    }
}

/// Does it stand under a heading?
fn has_heading(entry: &Entry, kind: Option<Kind>, path: &str) -> bool {
    let at_top = path.is_empty();
    match (kind, &entry.node.value) {
        (Some(Kind::Map(_)), Value::Table(table)) => {
            !table.entries.is_empty() && (at_top || is_long(entry))
        }
        (Some(Kind::Anchors), Value::Table(table)) => !table.entries.is_empty() && is_long(entry),
        // Only here is a list of tables known to be one.
        (Some(Kind::List(_)), Value::List(items)) => {
            let are_tables = items.iter().all(|item| item.as_table().is_some());
            at_top && !items.is_empty() && are_tables
        }
        (Some(kind), Value::Table(table)) => {
            inner(kind).is_some() && !table.entries.is_empty() && is_long(entry)
        }
        _ => false,
    }
}

/// The keys of a table of this kind.
fn inner(kind: Kind) -> Option<&'static Keys> {
    match kind {
        Kind::Table(keys) | Kind::WordOr(_, keys) | Kind::PlainOr(_, keys) | Kind::FlagOr(keys) => {
            Some(keys)
        }
        _ => None,
    }
}

fn is_long(entry: &Entry) -> bool {
    entry.name.len() + 3 + inline(&entry.node).chars().count() > LINE
}

/// A table under its heading.
fn section(text: &mut String, table: &Table, of: Option<&'static Keys>, path: &str) {
    let is_under = |entry: &Entry| {
        of.and_then(|keys| keys.key(&entry.name))
            .is_some_and(|key| has_heading(entry, Some(key.kind), path))
    };
    // A table of nothing but tables with headings is there by theirs.
    if table.entries.is_empty() || !table.entries.iter().all(is_under) {
        let _ = writeln!(text, "\n[{path}]");
    }
    match of {
        Some(of) => keys(text, table, of, path),
        None => table.entries.iter().for_each(|entry| line(text, entry)),
    }
}

/// A table whose keys are the author's: all of its entries alike, so that their order is that of the tree.
fn map(text: &mut String, table: &Table, of: &'static MapOf, path: &str) {
    let long = || table.entries.iter().any(is_long);
    let all_tables = || table.entries.iter().all(|entry| entry.node.as_table().is_some());
    match inner(of.kind) {
        Some(keys) if (!path.contains('.') || long()) && all_tables() => {
            for entry in &table.entries {
                if let Some(table) = entry.node.as_table() {
                    section(text, table, Some(keys), &join(path, &entry.name));
                }
            }
        }
        _ => section(text, table, None, path),
    }
}

/// A list of tables, each under its heading.
fn list(text: &mut String, items: &[Node], of: &'static ListOf, path: &str) {
    for table in items.iter().filter_map(Node::as_table) {
        let _ = writeln!(text, "\n[[{path}]]");
        // A heading within an item would be that of the last item, which this is.
        keys(text, table, of.table, path);
    }
}

/// A key and its value, on one line or as many as a list or a text has.
fn line(text: &mut String, entry: &Entry) {
    let name = key(&entry.name);
    let _ = match &entry.node.value {
        Value::Text(words) if words.contains('\n') => writeln!(text, "{name} = {}", lines(words)),
        Value::List(items) if is_long(entry) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            writeln!(text, "{name} = [\n  {},\n]", items.join(",\n  "))
        }
        _ => writeln!(text, "{name} = {}", inline(&entry.node)),
    };
}

/// Text of several lines between triple quotes; the line break after the first of them does not count.
fn lines(words: &str) -> String {
    let lines = words.split('\n').map(|line| {
        let line = quoted(line);
        line[1..line.len() - 1].to_owned()
    });
    format!("\"\"\"\n{}\"\"\"", lines.collect::<Vec<_>>().join("\n"))
}

/// A value on one line.
fn inline(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => quoted(text),
        Value::Number(number) => plain(*number),
        Value::Flag(flag) => flag.to_string(),
        Value::Date(date) => date.to_string(),
        // The loader takes no time of day; whoever has one is told so.
        Value::Moment => "00:00:00".to_owned(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) if table.entries.is_empty() => "{}".to_owned(),
        Value::Table(table) => {
            let entries = table.entries.iter();
            let entries =
                entries.map(|entry| format!("{} = {}", key(&entry.name), inline(&entry.node)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        // Of a default that is not known: `settle` has put a number wherever there is one.
        Value::Rescaled { base, .. } => base.as_deref().map_or_else(|| "0".to_owned(), inline),
    }
}

/// The shortest decimal that is read as the same number.
fn plain(number: f64) -> String {
    let written = number.to_string();
    // An integer of TOML has 64 bits.
    let is_integer = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match written.as_str() {
        "NaN" => "nan".to_owned(),
        // TOML has no −0 among its integers.
        _ if is_integer && (number.abs() >= 1e15 || number == 0.0 && number.is_sign_negative()) => {
            format!("{written}.0")
        }
        _ => written,
    }
}

/// A key as it stands before `=` or in a heading.
fn key(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(is_bare) { name.to_owned() } else { quoted(name) }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { key(name) } else { format!("{path}.{}", key(name)) }
}
