//! The registry of cases (docs/cases/registry.csv): what was committed before any odds were seen is what is here.

use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use zopa::model::Scenario;
use zopa::scenario::{LoadOptions, load};

/// Where a page goes on after its sheet was frozen (docs/cases/protocol.md, "Run and report").
pub(crate) const ADDED: &str = "\n## What the model says";

/// One row.
#[derive(Debug, Deserialize)]
pub(crate) struct Entry {
    pub(crate) case: String,
    pub(crate) kind: String,
    pub(crate) outcome: String,
    near_miss: String,
    as_of: String,
    committed: String,
    coders: String,
    first_sha256: String,
    second_sha256: String,
    sheet_sha256: String,
    first_run: String,
    version: String,
}

impl Entry {
    pub(crate) fn is_open(&self) -> bool {
        self.outcome == "open"
    }

    /// Was it coded twice, by the protocol? The seven oldest cases came before it.
    pub(crate) fn is_of_the_protocol(&self) -> bool {
        !self.first_sha256.is_empty()
    }

    fn folder(&self) -> &str {
        if self.is_open() { "open/" } else { "" }
    }

    fn first(&self) -> String {
        format!("scenarios/cases/{}{}.toml", self.folder(), self.case)
    }

    fn second(&self) -> String {
        format!("scenarios/codings/cases/{}{}-second.toml", self.folder(), self.case)
    }

    pub(crate) fn page(&self) -> String {
        format!("docs/cases/{}.md", self.case)
    }

    /// Both codings, the first first.
    pub(crate) fn codings(&self) -> [Scenario; 2] {
        [self.first(), self.second()].map(|path| coded(&path))
    }
}

/// The text of a file of the repository.
pub(crate) fn text(path: &str) -> String {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A coding by its path.
pub(crate) fn coded(path: &str) -> Scenario {
    let loaded = load(path, &text(path), &LoadOptions::default());
    loaded.unwrap_or_else(|rejected| panic!("{rejected}")).scenario
}

/// The rows, as they stand in the file.
pub(crate) fn registry() -> Vec<Entry> {
    let text = text("docs/cases/registry.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    rows.deserialize().map(|row| row.unwrap()).collect()
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn sha256(text: &str) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(text) {
        write!(hex, "{byte:02x}").unwrap();
    }
    hex
}

/// Names of the scenarios right in a folder, without their ends.
fn names(folder: &str, end: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = entries.filter_map(|name| name.to_str()?.strip_suffix(end).map(str::to_owned));
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// No byte of a coding has changed since it was committed unseen, nor of a sheet but for what was put behind it.
#[test]
fn every_file_is_the_one_that_was_committed() {
    let changed = "was frozen before its odds were seen: docs/cases/protocol.md";
    let mut seen = 0;
    for entry in registry().iter().filter(|entry| entry.is_of_the_protocol()) {
        for (path, expected) in
            [(entry.first(), &entry.first_sha256), (entry.second(), &entry.second_sha256)]
        {
            assert_eq!(&sha256(&text(&path)), expected, "{path} {changed}");
        }
        let page = text(&entry.page());
        let sheet = page.split(ADDED).next().unwrap();
        assert_eq!(sha256(sheet), entry.sheet_sha256, "{} {changed}", entry.page());
        seen += 1;
    }
    assert_eq!(seen, 15);
}

/// Every case has its row and its files, and no file is without a row.
#[test]
fn the_registry_is_complete() {
    let rows = registry();
    let of = |wanted: &dyn Fn(&Entry) -> bool| {
        let mut names: Vec<String> =
            rows.iter().filter(|entry| wanted(entry)).map(|entry| entry.case.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(of(&|entry| !entry.is_open()), names("scenarios/cases", ".toml"));
    assert_eq!(of(&Entry::is_open), names("scenarios/cases/open", ".toml"));
    let twice = |entry: &Entry| entry.is_of_the_protocol() && !entry.is_open();
    assert_eq!(of(&twice), names("scenarios/codings/cases", "-second.toml"));
    assert_eq!(of(&Entry::is_open), names("scenarios/codings/cases/open", "-second.toml"));
    for entry in &rows {
        let first = coded(&entry.first());
        assert_eq!(first.as_of, day(&entry.as_of), "{}", entry.case);
        assert!(first.as_of < day(&entry.committed), "{}", entry.case);
        assert!(day(&entry.first_run) >= day(&entry.committed), "{}", entry.case);
        assert!(!entry.version.is_empty() && !entry.coders.is_empty(), "{}", entry.case);
        assert_eq!(entry.second_sha256.is_empty(), !entry.is_of_the_protocol());
        assert_eq!(entry.sheet_sha256.is_empty(), !entry.is_of_the_protocol());
    }
}

/// Ten successes and ten failures, of three kinds, with near misses on both sides.
#[test]
fn kinds_and_outcomes_are_balanced_as_said() {
    let rows = registry();
    let count = |kinds: &[&str], outcome: &str| {
        let of_kind = rows.iter().filter(|entry| kinds.contains(&entry.kind.as_str()));
        of_kind.filter(|entry| entry.outcome == outcome).count()
    };
    assert_eq!((count(&["war"], "success"), count(&["war"], "failure")), (6, 5));
    assert_eq!((count(&["trade"], "success"), count(&["trade"], "failure")), (2, 2));
    let others = ["labour", "climate"];
    assert_eq!((count(&others, "success"), count(&others, "failure")), (2, 3));
    assert_eq!(rows.iter().filter(|entry| entry.is_open()).count(), 2);
    let near = |outcome: &str| {
        rows.iter().filter(|entry| entry.outcome == outcome && entry.near_miss == "yes").count()
    };
    assert_eq!((near("success"), near("failure")), (3, 6));
}

/// A question still open has no outcome, and its day lies ahead of the commit that entered it. Both coders were
/// asked the same.
#[test]
fn open_questions_are_open() {
    for entry in registry().iter().filter(|entry| entry.is_open()) {
        let [first, second] = entry.codings();
        for asked in &first.questions {
            assert!(asked.resolved.is_none(), "{}: {}", entry.case, asked.id);
            let end = || first.date_after(first.clock.horizon).unwrap();
            let due = asked.by.unwrap_or_else(end);
            assert!(due > day(&entry.committed), "{}: {}", entry.case, asked.id);
        }
        let ids = |scenario: &Scenario| -> Vec<String> {
            scenario.questions.iter().map(|asked| asked.id.clone()).collect()
        };
        assert_eq!(ids(&first), ids(&second));
    }
}

/// No number of a coding became known after its as-of date.
#[test]
fn no_coding_knows_its_future() {
    for entry in registry().iter().filter(|entry| entry.is_of_the_protocol()) {
        for coding in entry.codings() {
            for input in &coding.inputs {
                let known = input.provenance.date.is_none_or(|date| date <= coding.as_of);
                assert!(known, "{}: {}", entry.case, input.path);
            }
        }
    }
}

/// Both codings of a case ask the same questions and know the same outcomes.
#[test]
fn both_codings_are_held_to_the_same_record() {
    for entry in registry().iter().filter(|entry| entry.is_of_the_protocol() && !entry.is_open()) {
        let asked = |scenario: &Scenario| -> Vec<(String, Option<bool>)> {
            let outcome =
                |asked: &zopa::model::Question| asked.resolved.as_ref().map(|one| one.outcome);
            scenario.questions.iter().map(|one| (one.id.clone(), outcome(one))).collect()
        };
        let [first, second] = entry.codings();
        assert_eq!(asked(&first), asked(&second), "{}", entry.case);
        assert!(asked(&first).iter().all(|(_, outcome)| outcome.is_some()), "{}", entry.case);
    }
}
