//! The results of a study: which columns are what, the manifest says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::cases::Cases;
use crate::cli::exit::Failure;
use crate::cli::input::parent;
use crate::cli::output::note;
use crate::text::shell;

/// A study's table, and what its columns are.
pub(super) struct StudyTable {
    /// What the study asks.
    pub(super) title: String,
    /// The cases that were played.
    pub(super) cases: Cases,
    /// What was varied, in order: the inputs.
    pub(super) inputs: Vec<String>,
    /// Those somebody can choose.
    pub(super) levers: Vec<String>,
    /// What tells futures apart: all that is no lever, and what was repeated.
    pub(super) futures: Vec<String>,
    /// Columns in words.
    pub(super) titles: BTreeMap<String, String>,
}

/// The folder of a study's results, if a path names one or a file in one.
pub(super) fn folder(path: &Path) -> Option<PathBuf> {
    if path.is_dir() {
        return Some(path.to_owned());
    }
    let name = path.file_name()?;
    if name != "results.csv" && name != "results.jsonl" && name != "manifest.json" {
        return None;
    }
    let parent = parent(path);
    parent.join("manifest.json").is_file().then(|| parent.to_owned())
}

impl StudyTable {
    /// Reads the results in a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("manifest.json");
        let text = fs::read_to_string(&path).map_err(|error| {
            Failure::io(format!(
                "cannot read {}: {error}; a folder has to be that of a study's results, which \
                 zopa study run makes",
                path.display()
            ))
        })?;
        let invalid = |what: &str| Failure::invalid(format!("{} {what}", path.display()));
        let manifest: Value = serde_json::from_str(&text)
            .map_err(|error| invalid(&format!("is no manifest of a study: {error}")))?;
        let Some(factors) = manifest["factors"].as_array() else {
            return Err(invalid("is no manifest of a study: it lists no factors"));
        };
        let mut cases = Cases::read(&folder.join("results.csv"))?;
        played_only(&mut cases)?;
        if manifest["complete"] == false {
            let folder = shell::file(folder);
            note(&format!("the study is not complete: zopa study resume {folder}"));
        }
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut inputs: Vec<String> = factors.iter().map(|factor| word(&factor["name"])).collect();
        let lever = factors.iter().filter(|factor| factor["role"] == "lever");
        let levers: Vec<String> = lever.map(|factor| word(&factor["name"])).collect();
        let mut titles: BTreeMap<String, String> =
            factors.iter().map(|factor| (word(&factor["name"]), word(&factor["title"]))).collect();
        if manifest["scenarios"].as_array().is_some_and(|scenarios| scenarios.len() > 1) {
            inputs.push("scenario".to_owned());
            titles.insert("scenario".to_owned(), "the scenario".to_owned());
        }
        let mut futures: Vec<String> =
            inputs.iter().filter(|input| !levers.contains(input)).cloned().collect();
        if manifest["replications"].as_u64().is_some_and(|count| count > 1) {
            futures.push("replication".to_owned());
        }
        Ok(Self { title: word(&manifest["title"]), cases, inputs, levers, futures, titles })
    }
}

/// Leaves out the cases whose values made no scenario.
fn played_only(cases: &mut Cases) -> Result<(), Failure> {
    let stopped = cases.column("stopped", "results.csv")?;
    let played: Vec<bool> = cases.rows.iter().map(|row| &row[stopped] != "invalid").collect();
    let invalid = played.iter().filter(|played| !**played).count();
    if invalid == 0 {
        return Ok(());
    }
    note(&format!("{invalid} cases that make no scenario are left out"));
    let mut keep = played.iter();
    cases.rows.retain(|_| *keep.next().unwrap_or(&true));
    let mut keep = played.iter();
    cases.lines.retain(|_| *keep.next().unwrap_or(&true));
    if cases.rows.is_empty() {
        return Err(cases.invalid("no case was played"));
    }
    Ok(())
}
