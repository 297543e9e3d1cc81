//! Where a study stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::results::Envelope;
use crate::study::{Contents, Study};
use crate::text::shell;

/// Where a study stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudyStatus {
    /// The name of its results.
    pub run_id: String,
    /// What the study and its scenarios say, in 64 hexadecimal digits.
    pub fingerprint: String,
    /// What it asks.
    pub title: String,
    /// The design: which combinations of values are played.
    pub design: String,
    /// The seed.
    pub seed: u64,
    /// Cases of the study.
    pub cases: u64,
    /// Cases that are done.
    pub done: u64,
    /// Their share of all cases.
    pub done_share: f64,
    /// Cases among these whose values make no scenario.
    pub invalid: u64,
    /// Are all cases done?
    pub complete: bool,
    /// Cases in a chunk.
    pub chunk: u64,
    /// Chunks.
    pub chunks: u64,
    /// Chunks with a case that is missing, as ranges from the first to one past the last.
    pub missing_chunks: Vec<[u64; 2]>,
    /// Lines of the journal that are damaged, from 1: their cases are played again.
    pub damaged_lines: Vec<u64>,
    /// Is the journal's last line cut off, or being written?
    pub torn: bool,
    /// The command that goes on from here.
    pub next: String,
}

impl Envelope<StudyStatus> {
    /// Where a study stands whose journal holds `contents`, and ends in half a line if it is `torn`. `target` is
    /// what the next command has to be told, as a shell reads it, `folder` that of the results.
    pub fn of_study_status(
        study: &Study,
        (contents, torn): (&Contents, bool),
        (target, folder): (&str, &str),
    ) -> Self {
        let done = contents.places.len() as u64;
        let complete = done == study.cases();
        let next = match done {
            _ if complete => format!("zopa verify {}", shell::file(folder)),
            0 => format!("zopa study run {target}"),
            _ => format!("zopa study resume {target}"),
        };
        let status = StudyStatus {
            run_id: study.run_id().to_owned(),
            fingerprint: study.fingerprint.clone(),
            title: study.title.clone(),
            design: study.design.to_owned(),
            seed: study.play.seed,
            cases: study.cases(),
            done,
            done_share: done as f64 / study.cases() as f64,
            invalid: contents.invalid,
            complete,
            chunk: study.chunk(),
            chunks: study.chunks(),
            missing_chunks: missing_chunks(study, contents),
            damaged_lines: contents.damaged.clone(),
            torn,
            next,
        };
        Self::new("study status", status)
    }
}

fn missing_chunks(study: &Study, contents: &Contents) -> Vec<[u64; 2]> {
    let mut ranges: Vec<[u64; 2]> = Vec::new();
    for chunk in 0..study.chunks() {
        let start = chunk * study.chunk();
        let end = (start + study.chunk()).min(study.cases());
        let there = contents.places.range(start..end).count() as u64;
        if there < end - start {
            match ranges.last_mut() {
                Some([_, last]) if *last == chunk => *last = chunk + 1,
                _ => ranges.push([chunk, chunk + 1]),
            }
        }
    }
    ranges
}
