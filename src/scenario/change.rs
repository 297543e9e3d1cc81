//! Variants and `--set`: values put into the tree by path, before anything is checked, so that
//! they are checked like any other.

use super::codes;
use super::diagnostic::Diagnostic;
use super::keys::{Bounds, Key, Kind, ListOf, MapOf, Need, ROOT, Table};
use super::mismatch::wrong_kind;
use super::number;
use super::shape::join_name;
use super::source::Span;
use super::suggest;
use super::tree::{self, Node, Value};
use crate::model::path;

/// One value for one path.
#[derive(Clone, Debug)]
pub(crate) struct Change<'a> {
    /// The path.
    pub(crate) path: &'a str,
    /// Where the path stands.
    pub(crate) span: Span,
    /// The value, as it is written.
    pub(crate) value: &'a Node,
}

/// Why a change cannot be made.
type Refused = Box<Diagnostic>;

/// What is wrong with the shape of a change, whatever its path.
pub(crate) fn shape(node: &Node, path: &str) -> Vec<Diagnostic> {
    let Some(table) = node.as_table() else {
        return match node.value {
            Value::List(_) => number::shape(node, Kind::Number(Bounds::ANY), path),
            Value::Moment => vec![wrong_kind(node, Kind::Date, path)],
            _ => number::finite(node, path).into_iter().collect(),
        };
    };
    if let [entry] = table.entries.as_slice()
        && let Some(bounds) = rescale_bounds(&entry.name)
    {
        return rescale_shape(entry, bounds, path);
    }
    if number::form(node, Kind::Number(Bounds::ANY)).is_some() {
        // Checked where the value is put.
        return Vec::new();
    }
    if let Some(found) = number::unknown_form(node, table, path) {
        return vec![found];
    }
    // The path as it is written, which in a variant stands behind the variant's own.
    let written = path.split_once(".set.").map_or(path, |(_, written)| written);
    let help = match table.entries.first() {
        Some(entry) if written.contains('.') => format!(
            "a change sets one number, word, flag or date: set {} and the others one by one",
            join_name(written, &entry.name)
        ),
        _ => "put the whole path in quotes: \"parties.x.influence\" = 2; a change is a number in any form, text, true or false, a date, { scale = k } or { shift = d }".to_owned(),
    };
    let message = format!("`{path}` is a table that is no change");
    vec![Diagnostic::new(codes::BAD_CHANGE, node.span, message).help(help).path(path)]
}

fn rescale_bounds(name: &str) -> Option<Bounds> {
    match name {
        "scale" => Some(Bounds::NOT_NEGATIVE),
        "shift" => Some(Bounds::ANY),
        _ => None,
    }
}

fn rescale_shape(entry: &tree::Entry, bounds: Bounds, path: &str) -> Vec<Diagnostic> {
    let Some(number) = entry.node.as_number() else {
        return vec![wrong_kind(&entry.node, Kind::Plain(bounds), path)];
    };
    if let Some(found) = number::finite(&entry.node, path) {
        return vec![found];
    }
    if bounds.hold(number, number) {
        return Vec::new();
    }
    let message = format!("`{}` must be {}, not {number}", entry.name, bounds.rule());
    vec![Diagnostic::new(codes::BAD_CHANGE, entry.node.span, message).path(path)]
}

/// The changes of a variant; what is of the wrong shape is left out, having been reported.
pub(crate) fn of_variant<'a>(tree: &'a tree::Table, id: &str) -> Vec<Change<'a>> {
    let variant = tree.get("variants").and_then(Node::as_table).and_then(|table| table.get(id));
    let set = variant.and_then(Node::as_table).and_then(|table| table.get("set"));
    let Some(set) = set.and_then(Node::as_table) else { return Vec::new() };
    set.entries
        .iter()
        .filter(|entry| shape(&entry.node, "").is_empty())
        .map(|entry| Change { path: &entry.name, span: entry.span, value: &entry.node })
        .collect()
}

/// Puts a value into the tree.
pub(crate) fn apply(tree: &mut tree::Table, change: &Change<'_>) -> Result<(), Refused> {
    let current = path::current(change.path);
    let names = path::names(&current);
    let segments: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let walk = Walk { change, done: String::new() };
    walk.table(tree, &ROOT, &segments)
}

/// Where on the way along the path.
struct Walk<'c> {
    change: &'c Change<'c>,
    done: String,
}

impl Walk<'_> {
    fn then(&self, segment: &str) -> Self {
        Self { change: self.change, done: join_name(&self.done, segment) }
    }

    /// `segments` starts with a key of this table.
    fn table(
        &self,
        table: &mut tree::Table,
        keys: &'static Table,
        segments: &[&str],
    ) -> Result<(), Refused> {
        let Some((segment, rest)) = segments.split_first() else {
            return self.whole();
        };
        for key in keys.keys.iter().filter(|key| key.transparent) {
            let Kind::Table(inner) = key.kind else { continue };
            if inner.key(segment).is_some()
                && let Some(Value::Table(table)) =
                    table.get_mut(key.name).map(|node| &mut node.value)
            {
                return self.table(table, inner, segments);
            }
        }
        let key = keys.keys.iter().find(|key| key.name == *segment && !key.transparent);
        let Some(key) = key.filter(|key| key.name != "variants") else {
            return self.unknown(segment, rest, &visible(table, keys));
        };
        let here = self.then(segment);
        match (rest, key.kind) {
            ([], _) => here.leaf(table, keys, key),
            (_, Kind::Map(map)) => here.map(here.child(table, key.name, true)?, map, rest),
            (_, Kind::List(list)) => here.list(table, key, list, rest),
            (_, Kind::Table(inner)) => {
                let may_be_made = inner
                    .keys
                    .iter()
                    .all(|key| !matches!(key.need, Need::Required | Need::RequiredInPeace));
                here.table(here.child(table, key.name, may_be_made)?, inner, rest)
            }
            (_, Kind::WordOr(_, inner) | Kind::PlainOr(_, inner) | Kind::FlagOr(inner)) => {
                here.table(here.child(table, key.name, false)?, inner, rest)
            }
            (_, Kind::WordsOr(_, inner, ..)) => here.words_or(table, key, inner, rest),
            _ => here.unknown(rest[0], &rest[1..], &[]),
        }
    }

    /// The table under a key, made if it may be.
    fn child<'t>(
        &self,
        table: &'t mut tree::Table,
        name: &str,
        make: bool,
    ) -> Result<&'t mut tree::Table, Refused> {
        if make && table.get(name).is_none() {
            let value = Value::Table(tree::Table::default());
            table.set(name, Node { span: self.change.value.span, value });
        }
        match table.get_mut(name).map(|node| &mut node.value) {
            Some(Value::Table(table)) => Ok(table),
            _ => self.absent(),
        }
    }

    /// `segments` starts with a name of this table.
    fn map(
        &self,
        table: &mut tree::Table,
        map: &'static MapOf,
        segments: &[&str],
    ) -> Result<(), Refused> {
        let Some((segment, rest)) = segments.split_first() else { return self.whole() };
        let here = self.then(segment);
        if let Kind::Table(keys) = map.kind {
            let names: Vec<String> = table.entries.iter().map(|entry| entry.name.clone()).collect();
            if table.get(segment).is_none() {
                return self.unknown(segment, rest, &names);
            }
            return here.table(here.child(table, segment, false)?, keys, rest);
        }
        if let [first, ..] = rest {
            return here.unknown(first, &rest[1..], &[]);
        }
        let node = here.value(table.get(segment), map.kind)?;
        table.set(segment, node);
        Ok(())
    }

    /// `segments` starts with what names an item: its name, its number, or two parties.
    fn list(
        &self,
        table: &mut tree::Table,
        key: &Key,
        list: &'static ListOf,
        segments: &[&str],
    ) -> Result<(), Refused> {
        if key.name == "trust" {
            return self.trust(table, segments);
        }
        let Some((segment, rest)) = segments.split_first() else { return self.whole() };
        let Some(Value::List(items)) = table.get_mut(key.name).map(|node| &mut node.value) else {
            return self.absent();
        };
        let names: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(index, item)| match list.named_by {
                Some(by) => name_of(item, by).unwrap_or_default().to_owned(),
                None => index.to_string(),
            })
            .collect();
        let index = names.iter().position(|name| name == segment);
        match index.and_then(|index| items.get_mut(index)).map(|node| &mut node.value) {
            Some(Value::Table(item)) => self.then(segment).table(item, list.table, rest),
            _ => self.unknown(segment, rest, &names),
        }
    }

    /// `segments` starts with the number of an item, a word or a table.
    fn words_or(
        &self,
        table: &mut tree::Table,
        key: &Key,
        keys: &'static Table,
        segments: &[&str],
    ) -> Result<(), Refused> {
        let Some((segment, rest)) = segments.split_first() else { return self.whole() };
        let Some(Value::List(items)) = table.get_mut(key.name).map(|node| &mut node.value) else {
            return self.absent();
        };
        let names: Vec<String> = (0..items.len()).map(|index| index.to_string()).collect();
        let index = names.iter().position(|name| name == segment);
        match index.and_then(|index| items.get_mut(index)).map(|node| &mut node.value) {
            Some(Value::Table(item)) => self.then(segment).table(item, keys, rest),
            Some(_) => self.then(segment).absent(),
            None => self.unknown(segment, rest, &names),
        }
    }

    /// Trust goes by two names, in either order; a pair that is not listed is added.
    fn trust(&self, table: &mut tree::Table, segments: &[&str]) -> Result<(), Refused> {
        let parties =
            table.get("parties").and_then(Node::as_table).map_or_else(Vec::new, |table| {
                table.entries.iter().map(|entry| entry.name.clone()).collect::<Vec<_>>()
            });
        let mut here = Walk { change: self.change, done: self.done.clone() };
        for (index, name) in segments.iter().take(2).enumerate() {
            if !parties.iter().any(|party| party == name) {
                return here.unknown(name, &segments[index + 1..], &parties);
            }
            here = here.then(name);
        }
        let &[a, b] = segments else { return here.whole() };
        let span = self.change.value.span;
        let between = |node: &Node| {
            let names: Vec<_> =
                node.as_table()?.get("between")?.as_list()?.iter().map(Node::as_text).collect();
            Some(names == [Some(a), Some(b)] || names == [Some(b), Some(a)])
        };
        if table.get("trust").is_none() {
            table.set("trust", Node { span, value: Value::List(Vec::new()) });
        }
        let Some(Value::List(items)) = table.get_mut("trust").map(|node| &mut node.value) else {
            return self.absent();
        };
        let found = items.iter_mut().find(|item| between(item) == Some(true));
        if let Some(Value::Table(item)) = found.map(|node| &mut node.value) {
            let node = here.value(item.get("value"), Kind::Number(Bounds::SHARE))?;
            item.set("value", node);
            return Ok(());
        }
        // Rescaling a pair that is not listed rescales its default.
        let half = Node { span, value: Value::Number(0.5) };
        let names = [a, b].map(|name| Node { span, value: Value::Text(name.to_owned()) });
        let mut item = tree::Table::default();
        item.set("between", Node { span, value: Value::List(names.to_vec()) });
        item.set("value", here.value(Some(&half), Kind::Number(Bounds::SHARE))?);
        items.push(Node { span, value: Value::Table(item) });
        Ok(())
    }

    fn leaf(
        &self,
        table: &mut tree::Table,
        keys: &'static Table,
        key: &Key,
    ) -> Result<(), Refused> {
        let node = self.value(table.get(key.name), key.kind)?;
        if keys.one_of.contains(&key.name) {
            for other in keys.one_of.iter().filter(|other| **other != key.name) {
                table.remove(other);
            }
        }
        table.set(key.name, node);
        Ok(())
    }

    /// What becomes of a value.
    fn value(&self, base: Option<&Node>, kind: Kind) -> Result<Node, Refused> {
        let number = matches!(
            kind,
            Kind::Number(_)
                | Kind::OnScale
                | Kind::Place
                | Kind::Months(_)
                | Kind::MonthsOrDay(_)
                | Kind::WordOrNumber(..)
        );
        if matches!(
            kind,
            Kind::Table(_)
                | Kind::Map(_)
                | Kind::List(_)
                | Kind::Anchors
                | Kind::Texts(..)
                | Kind::Plains(..)
                | Kind::WordsOr(..)
                | Kind::Refers(..)
        ) {
            return self.whole();
        }
        let change = self.change.value;
        let entry = match change.as_table().map(|table| table.entries.as_slice()) {
            Some([entry]) if rescale_bounds(&entry.name).is_some() => entry,
            _ => return Ok(change.clone()),
        };
        if !number {
            return Err(Diagnostic::new(
                codes::BAD_CHANGE,
                change.span,
                format!("`{}` is not a number that could be scaled or shifted", self.done),
            )
            .help("write the new value itself")
            .path(self.done.clone())
            .into());
        }
        let by = entry.node.as_number().unwrap_or(1.0);
        let (scale, shift) = if entry.name == "scale" { (by, 0.0) } else { (1.0, by) };
        let base = base.cloned().map(Box::new);
        let path = self.done.clone();
        Ok(Node { span: change.span, value: Value::Rescaled { base, scale, shift, path } })
    }

    fn whole<T>(&self) -> Result<T, Refused> {
        Err(Diagnostic::new(
            codes::BAD_CHANGE,
            self.change.span,
            format!("`{}` cannot be set as a whole", self.done),
        )
        .help("set one of the numbers, words or flags in it")
        .path(self.done.clone())
        .into())
    }

    fn absent<T>(&self) -> Result<T, Refused> {
        Err(Diagnostic::new(
            codes::UNKNOWN_PATH,
            self.change.span,
            format!("there is no `{}` in this scenario", self.change.path),
        )
        .label(format!("the scenario has no `{}`", self.done))
        .path(self.change.path)
        .into())
    }

    fn unknown<T>(&self, segment: &str, rest: &[&str], names: &[String]) -> Result<T, Refused> {
        let place = if self.done.is_empty() { "the scenario" } else { &self.done };
        let found = Diagnostic::new(
            codes::UNKNOWN_PATH,
            self.change.span,
            format!("there is no `{}` in this scenario", self.change.path),
        )
        .label(format!("`{segment}` is not in {place}"))
        .path(self.change.path);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = match suggest::nearest(segment, names.iter().copied()) {
            Some(near) => {
                let start = join_name(&self.done, near);
                let path = rest.iter().fold(start, |path, next| join_name(&path, next));
                found.help(format!("did you mean `{path}`?"))
            }
            None if names.is_empty() => found,
            None => found.help(suggest::help(segment, &names, "names")),
        };
        Err(found.into())
    }
}

/// The keys of a table as paths see them.
fn visible(table: &tree::Table, keys: &'static Table) -> Vec<String> {
    let mut names = Vec::new();
    for key in keys.keys {
        match key.kind {
            Kind::Table(inner) if key.transparent => {
                if table.get(key.name).is_some() {
                    names.extend(inner.keys.iter().map(|key| key.name.to_owned()));
                }
            }
            _ => names.push(key.name.to_owned()),
        }
    }
    names
}

fn name_of<'n>(item: &'n Node, by: &str) -> Option<&'n str> {
    item.as_table()?.get(by)?.as_text()
}
