//! Within a layer files do not import one another in circles.
//!
//! A pair that imports each other is one thing in two files. A circle of three or more is a room without a floor:
//! none of its files can be read before the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::layering::{Source, sources};

/// Circles that stand, by what the paths of their files begin with, and why.
const STANDING: [(&[&str], &str); 3] = [
    (&["engine/alternating/"], "talks, views and tactics know one another's types"),
    (
        &["scenario/codes/", "scenario/diagnostic.rs"],
        "a diagnostic has a code, and the page of a code is told as diagnostics are",
    ),
    (
        &["scenario/number.rs", "scenario/resolve/fields.rs", "scenario/shape.rs"],
        "what is a number is known by the shape of a value, and a value's fields hold numbers",
    ),
];

/// A module's path below `src`: `engine`, `interim`, `plan`.
type Module = Vec<String>;

/// All imports, by module.
struct Imports {
    /// Every module that is a file, with the file's path.
    files: BTreeMap<Module, String>,
    /// What the file names: by name, the path it is imported from.
    names: BTreeMap<Module, BTreeMap<String, Vec<String>>>,
}

/// `engine/interim/mod.rs` is the module `engine::interim`.
fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// The paths of `use a::{b, c::D};`, one by one, with what they are called here.
fn paths(tree: &str, before: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let tree = tree.trim();
    let Some((start, group)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let path = path.split("::").map(|part| part.trim().to_owned());
        let path: Vec<String> = before.iter().cloned().chain(path).collect();
        let name = if name.is_empty() { path.last().unwrap() } else { name.trim() };
        found.push((name.to_owned(), path.clone()));
        return;
    };
    let parts = start.split("::").map(str::trim).filter(|part| !part.is_empty());
    let before: Vec<String> = before.iter().cloned().chain(parts.map(str::to_owned)).collect();
    let group = group.trim_end().strip_suffix('}').unwrap();
    let (mut depth, mut from) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                paths(&group[from..at], &before, found);
                from = at + 1;
            }
            _ => {}
        }
    }
    if !group[from..].trim().is_empty() {
        paths(&group[from..], &before, found);
    }
}

/// Every `use` at the beginning of a line: is it public, and what it names.
fn uses(code: &str) -> Vec<(bool, String, Vec<String>)> {
    let mut found = Vec::new();
    let lines = code.match_indices("use ").filter(|(at, _)| {
        let line = code[..*at].rfind('\n').map_or(0, |end| end + 1);
        let before = &code[line..*at];
        before.is_empty() || (before.starts_with("pub") && before.ends_with(' '))
    });
    for (at, _) in lines {
        let public = !code[..at].is_empty() && !code[..at].ends_with('\n');
        let tree = code[at + "use ".len()..].split(';').next().unwrap();
        let mut names = Vec::new();
        paths(tree, &[], &mut names);
        found.extend(names.into_iter().map(|(name, path)| (public, name, path)));
    }
    found
}

impl Imports {
    fn of(sources: &[Source]) -> Self {
        let files = sources.iter().map(|source| (module(&source.path), source.path.clone()));
        let names = sources.iter().map(|source| {
            let uses = uses(&source.code).into_iter();
            (module(&source.path), uses.map(|(_, name, path)| (name, path)).collect())
        });
        Self { files: files.collect(), names: names.collect() }
    }

    /// The file that defines what a path in `module` names: what another only hands on is looked up where that
    /// has it from. `None` for what is not ours.
    fn file(&self, module: &Module, path: &[String]) -> Option<&str> {
        let child = |module: &Module, name: &String| -> Module {
            module.iter().chain([name]).cloned().collect()
        };
        let (mut at, mut rest) = match path.first()?.as_str() {
            "crate" => (Module::new(), &path[1..]),
            "self" => (module.clone(), &path[1..]),
            "super" => (module.clone(), path),
            _ if self.files.contains_key(&child(module, &path[0])) => (module.clone(), path),
            _ => return None,
        };
        while rest.first().is_some_and(|part| part == "super") {
            at.pop();
            rest = &rest[1..];
        }
        while let Some(next) = rest.first().map(|part| child(&at, part)) {
            if !self.files.contains_key(&next) {
                break;
            }
            (at, rest) = (next, &rest[1..]);
        }
        let handed_on = rest.first().and_then(|name| self.names.get(&at)?.get(name));
        if let Some(from) = handed_on.filter(|from| from.as_slice() != path || at != *module) {
            let from: Vec<String> = from.iter().chain(&rest[1..]).cloned().collect();
            if let Some(file) = self.file(&at, &from) {
                return Some(file);
            }
        }
        self.files.get(&at).map(String::as_str)
    }

    /// By file: those of the same layer that it imports something from. What a file only hands on it does not
    /// need.
    fn arrows(&self, sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
        let of = |source: &Source| {
            let module = module(&source.path);
            let used = uses(&source.code).into_iter().filter(|(public, ..)| !public);
            let used = used.filter_map(|(_, _, path)| self.file(&module, &path).map(str::to_owned));
            let layer = format!("{}/", source.layer);
            used.filter(|file| file.starts_with(&layer) && *file != source.path).collect()
        };
        sources.iter().map(|source| (source.path.clone(), of(source))).collect()
    }
}

/// All files that can be reached from one.
fn reached<'a>(arrows: &'a BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = arrows[from].iter().map(String::as_str).collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(arrows[file].iter().map(String::as_str));
        }
    }
    found
}

/// The circles of more than two files: sets in which each can be reached from each.
fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<Vec<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reached(arrows, file))).collect();
    let circle = |file: &&str| {
        let mutual = reached[file].iter().filter(|other| reached[*other].contains(file));
        mutual.copied().collect::<Vec<&str>>()
    };
    reached.keys().map(circle).filter(|circle| circle.len() > 2).collect()
}

#[test]
fn no_layer_goes_in_circles() {
    let sources = sources();
    let arrows = Imports::of(&sources).arrows(&sources);
    let mut stood = BTreeSet::new();
    for circle in circles(&arrows) {
        let listed = |starts: &[&str]| {
            circle.iter().all(|file| starts.iter().any(|start| file.starts_with(start)))
        };
        let standing = STANDING.iter().position(|(starts, _)| listed(starts));
        let Some(standing) = standing else { panic!("these import one another: {circle:?}") };
        stood.insert(standing);
    }
    for (number, (starts, reason)) in STANDING.iter().enumerate() {
        assert!(stood.contains(&number), "no circle is left in {starts:?}: {reason}");
    }
}

#[test]
fn imports_are_followed_to_where_things_are_defined() {
    let source = |path: &str, code: &str| Source {
        path: path.to_owned(),
        layer: "room".to_owned(),
        code: code.to_owned(),
    };
    let sources = [
        source("room/mod.rs", "mod a;\nmod b;\nmod c;\npub use a::{A, Other};\n"),
        source("room/a.rs", "use super::b::{self, inner::B};\npub struct A;"),
        source("room/b.rs", "use crate::room::c::{\n    C,\n    D as E,\n};"),
        source("room/c.rs", "use crate::room::A;\nuse std::fmt::A as F;"),
        source("room/d.rs", "use super::{A, c::C};\npub(crate) use super::b::B;"),
    ];
    let arrows = Imports::of(&sources).arrows(&sources);
    let to = |file: &str| arrows[file].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(to("room/mod.rs"), Vec::<&str>::new());
    assert_eq!(to("room/a.rs"), ["room/b.rs"]);
    assert_eq!(to("room/c.rs"), ["room/a.rs"]);
    assert_eq!(to("room/d.rs"), ["room/a.rs", "room/c.rs"]);
    let circle = vec!["room/a.rs", "room/b.rs", "room/c.rs"];
    assert_eq!(circles(&arrows), BTreeSet::from([circle]));
}
