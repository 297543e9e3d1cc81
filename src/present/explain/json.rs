//! The story of one trial as JSON, `schema_version` 2. Keys are only ever added within a version.

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::Scenario;
use crate::results::story::Story;

/// Version of the shape.
const SCHEMA_VERSION: u32 = 2;

/// What is written: a trial and its story.
#[derive(Clone, Copy)]
pub struct TrialView<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its file, as it was named.
    pub file: &'a str,
    /// The number of the trial.
    pub trial: u64,
    /// The seed of the run it is from.
    pub seed: u64,
    /// What happened.
    pub story: &'a Story,
}

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    zopa_version: &'static str,
    scenario: Source<'a>,
    trial: u64,
    seed: u64,
    story: &'a Story,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    file: &'a str,
    fingerprint: &'a str,
}

/// The story as a JSON document.
pub fn json(view: TrialView<'_>) -> Value {
    let TrialView { scenario, file, trial, seed, story } = view;
    json!(Document {
        schema_version: SCHEMA_VERSION,
        zopa_version: env!("CARGO_PKG_VERSION"),
        scenario: Source { title: &scenario.title, file, fingerprint: &scenario.fingerprint },
        trial,
        seed,
        story,
    })
}
