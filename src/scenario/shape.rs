//! First pass: does every table hold the keys it may, each of the right kind? Driven by the key
//! tables alone, and so in agreement with the JSON Schema, which is printed from them.

use super::codes;
use super::diagnostic::Diagnostic;
use super::duration;
use super::keys::{Key, Kind, ListOf, MapOf, Need, ROOT, Reference, Table};
use super::mismatch::wrong_kind;
use super::number;
use super::source::Span;
use super::suggest;
use super::tree::{self, Node, Value};
use crate::model::{Process, path};

/// Checks the whole tree of a scenario.
pub(crate) fn check(tree: &tree::Table) -> Vec<Diagnostic> {
    check_as(tree, &ROOT)
}

/// Checks a whole tree against the keys of its kind of file.
pub(crate) fn check_as(tree: &tree::Table, keys: &'static Table) -> Vec<Diagnostic> {
    let mut shape = Shape { found: Vec::new(), alternating: is_alternating(tree) };
    shape.table(tree, keys, "", Span::default());
    shape.found
}

/// The path of a key in a table.
pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The path of something that a file names as it likes, such as an option.
pub(crate) fn join_name(path: &str, name: &str) -> String {
    join(path, &path::quoted(name))
}

/// May this be the name of a party, an issue, an event, a question or a variant?
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

struct Shape {
    found: Vec<Diagnostic>,
    /// Is the protocol that of alternating offers, for which some keys mean nothing?
    alternating: bool,
}

/// Does this scenario play by alternating offers?
pub(crate) fn is_alternating(tree: &tree::Table) -> bool {
    let node = tree.get("protocol");
    let kind =
        node.and_then(|node| node.as_text().or_else(|| node.as_table()?.get("kind")?.as_text()));
    kind == Some(Process::WORDS[1])
}

impl Shape {
    fn push(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    /// Unknown and missing keys of a table, then each known key.
    fn table(&mut self, table: &tree::Table, keys: &'static Table, path: &str, span: Span) {
        for entry in &table.entries {
            match keys.key(&entry.name) {
                Some(key) => {
                    self.node(&entry.node, key.kind, &key_path(path, key), entry.span);
                }
                None => self.push(unknown_key(entry, keys, path)),
            }
        }
        for key in keys.keys {
            let needed = match key.need {
                Need::Required => true,
                Need::RequiredInPeace => !self.alternating,
                _ => false,
            };
            let missing = needed && table.get(key.name).is_none();
            if missing && !is_misspelt(key, table, keys) {
                self.push(missing_key(key, keys, path, span));
            }
        }
        self.one_of(table, keys, path, span);
    }

    /// Exactly one of the keys that exclude one another.
    fn one_of(&mut self, table: &tree::Table, keys: &'static Table, path: &str, span: Span) {
        if keys.one_of.is_empty() {
            return;
        }
        let present: Vec<_> = keys.one_of.iter().filter_map(|name| table.entry(name)).collect();
        match present.as_slice() {
            [] => self.push(
                Diagnostic::new(
                    codes::NONE_OF,
                    span,
                    format!("{} needs {}", keys.what, suggest::any_of(keys.one_of)),
                )
                .label("neither is here")
                .path(path),
            ),
            [_] => {}
            [first, second, ..] => self.push(
                Diagnostic::new(
                    codes::SEVERAL_OF,
                    second.span,
                    format!(
                        "`{}` and `{}` exclude each other: {} has one or the other",
                        first.name, second.name, keys.what
                    ),
                )
                .label("this one")
                .also(first.span, "and this one")
                .help("keep the one that is meant")
                .path(path),
            ),
        }
    }

    /// A value of a kind. `key` is where its key stands.
    fn node(&mut self, node: &Node, kind: Kind, path: &str, key: Span) {
        match (kind, &node.value) {
            (Kind::Text | Kind::Refer(_) | Kind::Quantity | Kind::Place, Value::Text(text)) => {
                self.not_blank(text, node, path);
            }
            (Kind::Texts(..) | Kind::Refers(..), Value::List(list)) => {
                self.texts(list, kind, node, path);
            }
            (Kind::Name, Value::Text(text)) => self.name(text, node.span, path),
            (
                Kind::Word(words) | Kind::WordOr(words, _) | Kind::WordOrNumber(words, _),
                Value::Text(text),
            ) => {
                self.word(text, words, node.span, path);
            }
            // A seed is read off the text, which has every digit of it.
            (Kind::Flag | Kind::FlagOr(_), Value::Flag(_))
            | (Kind::Date | Kind::MonthsOrDay(_), Value::Date(_))
            | (Kind::Seed, Value::Number(_) | Value::Text(_)) => {}
            (Kind::Duration | Kind::Months(_) | Kind::MonthsOrDay(_), Value::Text(text)) => {
                self.duration(text, node.span, path);
            }
            (Kind::Plain(bounds) | Kind::PlainOr(bounds, _), Value::Number(_)) => {
                self.found.extend(number::within(node, bounds, path));
            }
            (Kind::Whole(min, max), Value::Number(number)) => {
                self.whole(*number, (min, max), node.span, path);
            }
            (Kind::Plains(min, max), Value::List(list)) => {
                self.found.extend(number::plains(node, list, (min, max), path));
            }
            (
                Kind::Number(_)
                | Kind::OnScale
                | Kind::Place
                | Kind::Months(_)
                | Kind::MonthsOrDay(_)
                | Kind::WordOrNumber(..)
                | Kind::Unsourced,
                _,
            ) => {
                self.number(node, kind, path, key);
            }
            (Kind::WordsOr(words, keys, min, max), Value::List(list)) => {
                self.words_or(list, (words, keys), (min, max), node, path);
            }
            (Kind::Anchors, Value::Table(table)) => self.anchors(table, path, key),
            (
                Kind::Table(keys)
                | Kind::WordOr(_, keys)
                | Kind::PlainOr(_, keys)
                | Kind::FlagOr(keys),
                Value::Table(table),
            ) => {
                let span = if key.source == node.span.source { key } else { node.span };
                self.table(table, keys, path, span);
            }
            (Kind::Map(map), Value::Table(table)) => self.map(table, map, path, key),
            (Kind::List(list), Value::List(items)) => self.list(items, list, node, path),
            (Kind::Change, _) => self.found.extend(super::change::shape(node, path)),
            (Kind::Changes(min, max), Value::List(list)) => {
                self.changes(list, (min, max), node, path);
            }
            _ => self.push(wrong_kind(node, kind, path)),
        }
    }

    fn not_blank(&mut self, text: &str, node: &Node, path: &str) {
        if text.trim().is_empty() {
            self.push(
                Diagnostic::new(codes::EMPTY, node.span, format!("`{path}` is empty"))
                    .label("there is nothing between the quotes")
                    .path(path),
            );
        }
    }

    fn whole(&mut self, number: f64, (min, max): (u64, u64), span: Span, path: &str) {
        if number.fract() == 0.0 && (min as f64..=max as f64).contains(&number) {
            return;
        }
        // Beyond 2^53 the number that was read is not the one that was written.
        let is =
            if number.abs() < 9e15 { format!("is {number}") } else { "is too large".to_owned() };
        let message = format!("`{path}` {is}: it must be a whole number from {min} to {max}");
        self.push(Diagnostic::new(codes::OUT_OF_BOUNDS, span, message).path(path));
    }

    fn words_or(
        &mut self,
        list: &[Node],
        (words, keys): (&'static [&'static str], &'static Table),
        (min, max): (usize, usize),
        node: &Node,
        path: &str,
    ) {
        if list.len() < min {
            let found = Diagnostic::new(codes::EMPTY, node.span, format!("`{path}` is empty"));
            self.push(found.path(path));
        } else if list.len() > max {
            let span = list.get(max).map_or(node.span, |item| item.span);
            self.push(too_many(span, list.len(), max, "value", path));
        }
        for (index, item) in list.iter().enumerate().take(max) {
            let here = join(path, &index.to_string());
            self.node(item, Kind::WordOr(words, keys), &here, item.span);
        }
    }

    fn changes(&mut self, list: &[Node], (min, max): (usize, usize), node: &Node, path: &str) {
        if list.len() < min {
            let found = Diagnostic::new(codes::EMPTY, node.span, format!("`{path}` is empty"));
            self.push(found.path(path));
        } else if list.len() > max {
            let span = list.get(max).map_or(node.span, |item| item.span);
            self.push(too_many(span, list.len(), max, "value", path));
        }
        for (index, item) in list.iter().enumerate().take(max) {
            self.found.extend(super::change::shape(item, &join(path, &index.to_string())));
        }
    }

    fn texts(&mut self, list: &[Node], kind: Kind, node: &Node, path: &str) {
        for item in list {
            match &item.value {
                Value::Text(text) => self.not_blank(text, item, path),
                _ => self.push(wrong_kind(item, Kind::Text, path)),
            }
        }
        if let Kind::Texts(1.., _) = kind
            && list.is_empty()
        {
            let found = Diagnostic::new(codes::EMPTY, node.span, format!("`{path}` is empty"));
            self.push(found.path(path));
        }
        if let Kind::Texts(_, max) = kind
            && list.len() > max
        {
            let span = list.get(max).map_or(node.span, |item| item.span);
            self.push(too_many(span, list.len(), max, "text", path));
        }
        let Kind::Refers(refer, min, max) = kind else { return };
        if list.len() < min || list.len() > max {
            let wanted = plural(min, refer.one());
            let more = if min == max { "" } else { " or more" };
            self.push(
                Diagnostic::new(
                    codes::WRONG_COUNT,
                    node.span,
                    format!("`{path}` names {wanted}{more}, not {}", list.len()),
                )
                .path(path),
            );
        }
    }

    fn name(&mut self, text: &str, span: Span, path: &str) {
        if is_name(text) {
            return;
        }
        let plain: String = text
            .chars()
            .map(|c| if is_name(c.encode_utf8(&mut [0; 4])) { c } else { '-' })
            .collect();
        let found = Diagnostic::new(codes::BAD_NAME, span, format!("`{text}` cannot be a name"))
            .label("names have letters a to z, digits, - and _, at most 64 of them")
            .path(path);
        let plain = plain.trim_matches('-').to_lowercase();
        self.push(if is_name(&plain) {
            found.help(format!("write, say, `{plain}`; the title may say anything"))
        } else {
            found
        });
    }

    fn word(&mut self, text: &str, words: &[&'static str], span: Span, path: &str) {
        if words.contains(&text) {
            return;
        }
        let found = Diagnostic::new(
            codes::UNKNOWN_WORD,
            span,
            format!("`{text}` is not one of the words for `{}`", last(path)),
        )
        .label(format!("expected {}", suggest::any_of(words)))
        .path(path);
        self.push(match suggest::nearest(text, words.iter().copied()) {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => found,
        });
    }

    fn duration(&mut self, text: &str, span: Span, path: &str) {
        if let Err(problem) = duration::months(text) {
            self.push(
                Diagnostic::new(
                    codes::BAD_DURATION,
                    span,
                    format!("`{text}` is not a length of time: {problem}"),
                )
                .help(duration::HELP)
                .path(path),
            );
        }
    }

    fn number(&mut self, node: &Node, kind: Kind, path: &str, key: Span) {
        if let Value::Rescaled { base: Some(base), .. } = &node.value {
            self.node(base, kind, path, key);
            return;
        }
        if let Some((table, keys)) = number::form(node, kind) {
            self.table(table, keys, path, if keys.what.is_empty() { key } else { node.span });
            return;
        }
        self.found.extend(number::shape(node, kind, path));
    }

    fn anchors(&mut self, table: &tree::Table, path: &str, key: Span) {
        for entry in &table.entries {
            if let Some(text) = entry.node.as_text() {
                self.not_blank(text, &entry.node, path);
            } else if entry.node.as_table().is_some() && entry.name.parse::<f64>().is_ok() {
                self.push(
                    Diagnostic::new(
                        codes::BAD_ANCHOR,
                        entry.span,
                        "a point with a decimal is written in quotes",
                    )
                    .label("TOML reads the point as a new level")
                    .help(format!(
                        "write \"{}.5\" = \"…\", with quotes around the number",
                        entry.name
                    ))
                    .path(path),
                );
            } else {
                self.push(wrong_kind(&entry.node, Kind::Text, &join(path, &entry.name)));
            }
        }
        let map = MapOf { one: "anchor", kind: Kind::Text, min: 2, max: 64, refer: None };
        self.count(table, &map, path, key);
    }

    fn map(&mut self, table: &tree::Table, map: &MapOf, path: &str, key: Span) {
        self.count(table, map, path, key);
        for entry in &table.entries {
            if map.refer.is_none() && !matches!(map.kind, Kind::Change) {
                self.name(&entry.name, entry.span, path);
            }
            let here = match map.refer {
                Some(Reference::Option | Reference::Input) => join_name(path, &entry.name),
                Some(_) | None => join(path, &entry.name),
            };
            self.node(&entry.node, map.kind, &here, entry.span);
        }
    }

    fn count(&mut self, table: &tree::Table, map: &MapOf, path: &str, key: Span) {
        let count = table.entries.len();
        let some = |number: usize| plural(number, map.one);
        if count < map.min {
            let message = if count == 0 {
                format!("`{path}` is empty: it holds {} or more", some(map.min))
            } else {
                format!("`{path}` holds {}: {} or more are needed", some(count), map.min)
            };
            self.push(Diagnostic::new(codes::EMPTY, key, message).path(path));
        } else if count > map.max {
            let span = table.entries.get(map.max).map_or(key, |entry| entry.span);
            self.push(too_many(span, count, map.max, map.one, path));
        }
    }

    fn list(&mut self, items: &[Node], list: &ListOf, node: &Node, path: &str) {
        if items.len() > list.max {
            let span = items.get(list.max).map_or(node.span, |item| item.span);
            self.push(too_many(span, items.len(), list.max, list.one, path));
        }
        for (index, item) in items.iter().enumerate() {
            let here = join(path, &index.to_string());
            match &item.value {
                Value::Table(table) => {
                    let name = list.named_by.and_then(|key| table.get(key)?.as_text());
                    let here = name.map_or(here, |name| join(path, name));
                    self.table(table, list.table, &here, item.span);
                }
                _ => self.push(wrong_kind(item, Kind::Table(list.table), &here)),
            }
        }
    }
}

/// The path of a key, unless paths leave it out.
pub(crate) fn key_path(path: &str, key: &Key) -> String {
    if key.transparent { path.to_owned() } else { join(path, key.name) }
}

/// "1 party", "2 parties".
pub(crate) fn plural(number: usize, one: &str) -> String {
    match (number, one.strip_suffix('y')) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        _ => format!("{number} {one}s"),
    }
}

/// The last name of a path; the items of a list have none of their own.
fn last(path: &str) -> &str {
    let is_number = |name: &&str| name.bytes().all(|byte| byte.is_ascii_digit());
    path.rsplit('.').find(|name| !is_number(name)).unwrap_or(path)
}

fn too_many(span: Span, count: usize, max: usize, one: &str, path: &str) -> Diagnostic {
    Diagnostic::new(codes::TOO_MANY, span, format!("{} are too many", plural(count, one)))
        .label(format!("at most {max} are allowed"))
        .path(path)
}

fn unknown_key(entry: &tree::Entry, keys: &'static Table, path: &str) -> Diagnostic {
    let names: Vec<&str> = keys.keys.iter().map(|key| key.name).collect();
    Diagnostic::new(
        codes::UNKNOWN_KEY,
        entry.span,
        format!("`{}` is not a key of {}", entry.name, keys.what),
    )
    .label("unknown key")
    .help(suggest::help(&entry.name, &names, "keys"))
    .path(join(path, &entry.name))
}

fn missing_key(key: &Key, keys: &'static Table, path: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::MISSING_KEY, span, format!("{} needs `{}`", keys.what, key.name))
        .label(format!("`{}` is missing", key.name))
        .help(key.doc)
        .path(join(path, key.name))
}

/// Is an unknown key of the table probably this one? Then it is not reported as missing too.
fn is_misspelt(key: &Key, table: &tree::Table, keys: &'static Table) -> bool {
    let names = || keys.keys.iter().map(|key| key.name);
    let unknown = table.entries.iter().filter(|entry| keys.key(&entry.name).is_none());
    unknown.take(100).any(|entry| suggest::nearest(&entry.name, names()) == Some(key.name))
}
