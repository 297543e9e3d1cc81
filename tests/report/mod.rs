//! The report of a scenario: what stands on the page stands in the JSON, whatever the author wrote is text,
//! and nothing is lost on the way to a file.

pub(crate) mod browser;
mod command;
pub(crate) mod hostile;
mod markup;
mod numbers;
mod shapes;
mod short;
mod studies;

use serde_json::Value;

use crate::cli_run::{code, stderr, stdout, zopa};

/// A report small enough for a test.
const SMALL: [&str; 4] = ["--worlds", "120", "--histories", "8"];

/// The page of a scenario file, and the JSON of the same report.
fn page_and_json(file: &str, more: &[&str]) -> (String, Value) {
    let page = run(file, more);
    let json = run(file, &[more, &["--json"]].concat());
    (page, serde_json::from_str(&json).unwrap())
}

/// What `zopa report FILE` prints.
fn run(file: &str, more: &[&str]) -> String {
    let output = zopa(&[["report", file].as_slice(), &SMALL, more].concat());
    assert_eq!(code(&output), 0, "{file} {more:?}: {}", stderr(&output));
    stdout(&output).to_owned()
}

/// A shipped scenario's file.
fn shipped(name: &str) -> String {
    format!("scenarios/{name}.toml")
}
