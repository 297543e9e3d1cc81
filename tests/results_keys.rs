//! Results of version 1 are found again in those of version 2, under the keys that `docs/results-keys` tells, and
//! what is printed is what its schema says.
//!
//! `tests/data/results-v1` holds documents that zopa printed when results had `schema_version` 1, each with the
//! command that printed it. Where numbers change on purpose, `INSTA_UPDATE=always cargo test results_keys` writes
//! the new ones under the old keys.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use zopa::results::schemas;

use crate::cli_run::{code, stderr, stdout, zopa};
use crate::cli_study::{Place, SMALL};

/// A line of `docs/results-keys`. `*` in a pattern is any key or index, and goes on to the new place, where
/// `[key=*]` is the element of a list that has it under this key. What lies below an old place lies below the new.
/// With a verb in brackets a document of that verb stands there, and its own lines tell of it.
#[derive(Clone, Debug)]
struct Line {
    old: Vec<String>,
    /// `None`: the value is gone.
    new: Option<Vec<String>>,
    /// The verb whose document stands there.
    of: Option<String>,
    /// Of a line of another verb's: the number of the line that says where its document stands.
    lent_to: Option<usize>,
}

impl Line {
    fn new(old: &str, new: &str) -> Self {
        let (new, of) = match new.strip_suffix(')').and_then(|new| new.split_once(" (")) {
            Some((new, of)) => (new, Some(of.to_owned())),
            None => (new, None),
        };
        Self { old: steps(old), new: (new != "-").then(|| steps(new)), of, lent_to: None }
    }

    /// The same of a document that stands where `place` says, the line of this number.
    fn below(&self, place: &Self, number: usize) -> Self {
        let new = place.new.as_ref().zip(self.new.as_ref());
        let new = new.map(|(above, below)| [above.as_slice(), below].concat());
        let old = [place.old.as_slice(), &self.old].concat();
        Self { old, new, of: None, lent_to: Some(number) }
    }
}

/// A document of version 1 and what the same command prints now.
pub(crate) struct Pair {
    pub(crate) name: String,
    old: Value,
    pub(crate) new: Value,
}

pub(crate) static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let commands = files("tests/data/results-v1", "cmd");
    assert!(!commands.is_empty());
    commands.iter().map(|path| pair(path)).collect()
});

fn pair(path: &Path) -> Pair {
    let name = stem(path);
    let command = fs::read_to_string(path).unwrap();
    let output = zopa(&command.split_whitespace().collect::<Vec<_>>());
    assert_eq!(code(&output), 0, "{command}: {}", stderr(&output));
    let old = fs::read_to_string(path.with_extension("json")).unwrap();
    Pair {
        old: serde_json::from_str(&old).unwrap(),
        new: serde_json::from_str(stdout(&output)).unwrap(),
        name,
    }
}

/// The files of a folder that end so, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == ending)).collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(str::to_owned).collect()
}

/// The lines of every file of keys, by its name.
fn keys() -> BTreeMap<String, Vec<Line>> {
    let files = files("docs/results-keys", "csv").into_iter().map(|path| {
        let mut reader = csv::Reader::from_path(&path).unwrap();
        assert_eq!(reader.headers().unwrap(), ["verb", "old", "new", "why"].as_slice());
        let lines = reader.records().map(|row| {
            let row = row.unwrap();
            let (old, new, why) = (&row[1], &row[2], &row[3]);
            assert!(new != "-" || !why.is_empty(), "{}: why is {old} gone?", path.display());
            assert_eq!(row[0].replace(' ', "-"), stem(&path), "the verb of {old}");
            Line::new(old, new)
        });
        (stem(&path), lines.collect())
    });
    let own: BTreeMap<String, Vec<Line>> = files.collect();
    let with_lent = own.iter().map(|(verb, lines)| {
        let lent = lines.iter().enumerate().filter_map(|(k, place)| {
            let below = &own[place.of.as_ref()?];
            Some(below.iter().map(move |line| line.below(place, k)))
        });
        (verb.clone(), lines.iter().cloned().chain(lent.flatten()).collect())
    });
    with_lent.collect()
}

/// The keys of a document: `run-rounds` has those of `run`.
fn keys_of<'k>(keys: &'k BTreeMap<String, Vec<Line>>, name: &str) -> (&'k str, &'k [Line]) {
    let own = |verb: &str| {
        name.strip_prefix(verb).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let verbs = keys.iter().filter(|(verb, _)| own(verb));
    let (verb, lines) = verbs
        .max_by_key(|(verb, _)| verb.len())
        .unwrap_or_else(|| panic!("{name} has no file in docs/results-keys"));
    (verb, lines)
}

/// Everything that has nothing below it, with its way down.
fn leaves(value: &Value, here: &[String], all: &mut Vec<Vec<String>>) {
    let mut down = |step: String, value: &Value| leaves(value, &[here, &[step]].concat(), all);
    match value {
        Value::Object(map) if !map.is_empty() => {
            map.iter().for_each(|(key, value)| down(key.clone(), value));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(index, value)| down(index.to_string(), value));
        }
        _ => all.push(here.to_vec()),
    }
}

/// What the stars of a line stand for, if it tells of this place.
fn stars<'p>(line: &Line, place: &'p [String]) -> Option<Vec<&'p str>> {
    let matches = place.len() >= line.old.len()
        && line.old.iter().zip(place).all(|(step, at)| step == "*" || step == at);
    let stars = line.old.iter().zip(place).filter(|(step, _)| *step == "*");
    matches.then(|| stars.map(|(_, at)| at.as_str()).collect())
}

fn go<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value {
        Value::Object(map) => map.get(step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The value at a new place.
fn found<'v>(
    document: &'v Value,
    new: &[String],
    stars: &[&str],
    below: &[String],
) -> Option<&'v Value> {
    let mut stars = stars.iter().copied();
    let mut value = document;
    for step in new {
        value = match step.strip_prefix('[').and_then(|step| step.strip_suffix("=*]")) {
            Some(key) => {
                let star = stars.next()?;
                value.as_array()?.iter().find(|item| item[key] == star)?
            }
            None if step == "*" => go(value, stars.next()?)?,
            None => go(value, step)?,
        };
    }
    below.iter().try_fold(value, |value, step| go(value, step))
}

/// Nothing is nothing, left out, null or empty.
fn is_nothing(value: Option<&Value>) -> bool {
    value.is_none_or(|value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    })
}

fn same(old: &Value, new: Option<&Value>) -> bool {
    let numbers = old.as_f64().zip(new.and_then(Value::as_f64));
    let both_nothing = is_nothing(Some(old)) && is_nothing(new);
    both_nothing || new == Some(old) || numbers.is_some_and(|(old, new)| old == new)
}

/// The place itself, to write to.
fn at<'v>(value: &'v mut Value, place: &[String]) -> &'v mut Value {
    place.iter().fold(value, |value, step| match value {
        Value::Object(map) => map.get_mut(step).unwrap(),
        Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
        _ => unreachable!("leaves lie below objects and lists"),
    })
}

#[test]
fn every_value_of_version_1_is_where_the_keys_say() {
    let keys = keys();
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    let rewrite = std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    for Pair { name, old, new } in PAIRS.iter() {
        let (verb, lines) = keys_of(&keys, name);
        let mut places = Vec::new();
        leaves(old, &[], &mut places);
        assert!(places.len() > 10, "{name}");
        let mut updated = old.clone();
        for place in places {
            let value = place.iter().try_fold(old, |value, step| go(value, step)).unwrap();
            let told = lines
                .iter()
                .enumerate()
                .filter_map(|(k, line)| Some((k, line, stars(line, &place)?)));
            // The line that says most of the place.
            let Some((k, line, stars)) =
                told.max_by_key(|(_, line, stars)| (line.old.len(), line.old.len() - stars.len()))
            else {
                wrong.push(format!("{name}: no line tells of /{}", place.join("/")));
                continue;
            };
            used.insert((verb, line.lent_to.unwrap_or(k)));
            let Some(to) = &line.new else { continue };
            let now = found(new, to, &stars, &place[line.old.len()..]);
            // The version of the program is another with every release.
            let is_version = to.ends_with(&steps("/made_by/version"))
                || place.last().is_some_and(|step| step == "rendered_by");
            let version = is_version.then(|| Value::from(env!("CARGO_PKG_VERSION")));
            if !same(version.as_ref().unwrap_or(value), now) {
                wrong.push(format!("{name}: /{} was {value} and is {now:?}", place.join("/")));
                match (now, place.split_last()) {
                    (Some(now), _) => *at(&mut updated, &place) = now.clone(),
                    (None, Some((last, above))) => {
                        if let Value::Object(map) = at(&mut updated, above) {
                            map.shift_remove(last);
                        }
                    }
                    (None, None) => {}
                }
            }
        }
        if rewrite && updated != *old {
            let path = format!("{}/tests/data/results-v1/{name}.json", env!("CARGO_MANIFEST_DIR"));
            fs::write(path, format!("{updated:#}\n")).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{} places:\n{}", wrong.len(), wrong.join("\n"));
    for (verb, lines) in &keys {
        for (k, line) in lines.iter().enumerate().filter(|(_, line)| line.lent_to.is_none()) {
            assert!(
                used.contains(&(verb.as_str(), k)),
                "{verb}: no document has /{}",
                line.old.join("/")
            );
        }
    }
}

/// The test would see a value that moved or changed.
#[test]
fn what_differs_is_seen() {
    let number = Value::from(0.5);
    assert!(same(&number, Some(&Value::from(0.5))) && !same(&number, Some(&Value::from(0.25))));
    assert!(!same(&number, None) && !same(&number, Some(&Value::Null)));
    assert!(same(&Value::Null, None) && !same(&Value::Null, Some(&number)));
    assert!(same(&Value::from(25.0), Some(&Value::from(25))));
    let document: Value =
        serde_json::from_str(r#"{"list": [{"id": "a", "x": 1}, {"id": "b", "x": 2}]}"#).unwrap();
    let at = |new: &str, stars: &[&str], below: &str| {
        found(&document, &steps(new), stars, &steps(below)).and_then(Value::as_u64)
    };
    assert_eq!(at("/list/[id=*]", &["b"], "/x"), Some(2));
    assert_eq!(at("/list/*/x", &["0"], ""), Some(1));
    assert_eq!(at("/list/[id=*]/x", &["c"], ""), None);
    let place = Line::new("/run", "/its (run)");
    let below = Line::new("/terms/*", "/result/terms/*").below(&place, 0);
    assert_eq!((below.old, below.new), (steps("/run/terms/*"), Some(steps("/its/result/terms/*"))));
}

/// The word of a document's schema: its verb, which a report does not say.
fn word(document: &Value) -> &str {
    match document["verb"].as_str() {
        Some(verb) => verb,
        None if document["study"].is_object() => "report of a study",
        None => "report",
    }
}

/// Documents that version 1 did not have, or that need more than a command: a trial, texts, and the report of a
/// study.
pub(crate) fn others() -> [(String, Value); 3] {
    let place = Place::with(SMALL);
    assert_eq!(code(&place.study("run", &[])), 0);
    let results = place.at("study.results");
    let trial = ["explain", "scenarios/two-party.toml", "--trial", "7", "--json"];
    let first = "first: water=50,payment=120,gauges=50";
    let second = "second: water=60,payment=120,gauges=50";
    let small = ["--worlds", "40", "--histories", "5", "--json"];
    let texts = ["text", "scenarios/two-party.toml", "--package", first, "--package", second];
    let texts = [texts.as_slice(), &small].concat();
    [trial.as_slice(), &texts, &["report", &results, "--json"]]
        .map(|command| (command.join(" "), serde_json::from_str(stdout(&zopa(command))).unwrap()))
}

/// Every document says which verb it is of, and is what the schema of that verb says.
#[test]
fn documents_are_what_their_schemas_say() {
    let schemas: BTreeMap<&str, Value> =
        schemas().into_iter().map(|(verb, schema)| (verb, schema.to_value())).collect();
    for schema in schemas.values() {
        jsonschema::draft202012::meta::validate(schema).unwrap();
    }
    let mut seen = BTreeSet::new();
    let others = others();
    let documents = PAIRS.iter().map(|pair| (&pair.name, &pair.new));
    for (name, new) in documents.chain(others.iter().map(|(name, new)| (name, new))) {
        let verb = word(new);
        assert_eq!(new["schema_version"], zopa::results::SCHEMA_VERSION);
        let schema = schemas.get(verb).unwrap_or_else(|| panic!("{verb} has no schema"));
        let validator = jsonschema::validator_for(schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(new)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        // A schema that takes anything would tell nothing.
        let mut without = new.clone();
        let answer = if new["verb"].is_string() { "result" } else { "report" };
        without[answer].as_object_mut().unwrap().clear();
        assert!(!validator.is_valid(&without), "{name}");
        seen.insert(verb.to_owned());
    }
    let verbs: BTreeSet<String> = schemas.keys().map(|verb| (*verb).to_owned()).collect();
    assert_eq!(seen, verbs, "verbs with a schema and verbs with a document");
}

#[test]
fn the_command_prints_every_schema() {
    let printed: Value = serde_json::from_str(stdout(&zopa(&["schema", "--results"]))).unwrap();
    let verbs: Vec<&str> = printed.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(verbs, schemas().iter().map(|(verb, _)| *verb).collect::<Vec<_>>());
    assert_eq!(code(&zopa(&["schema", "--results", "--study"])), 2);
    // Every field of an answer is told in words.
    for (verb, schema) in printed.as_object().unwrap() {
        assert!(schema["description"].is_string(), "{verb}");
        let types = schema["$defs"].as_object().unwrap().iter();
        for (name, of) in types.chain([(verb, schema)]) {
            for (field, about) in of["properties"].as_object().into_iter().flatten() {
                let told = about["description"].as_str().is_some_and(|text| text.len() > 3);
                assert!(told, "{verb}: {name}.{field} is not described");
            }
        }
    }
}
