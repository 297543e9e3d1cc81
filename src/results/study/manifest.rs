//! What made the results of a study: enough to make them again, and to tell whether they are still the same.
//!
//! It is a file beside the results, not an answer: its format has a version of its own, and what earlier versions
//! of zopa wrote stays readable.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::scenario::{Factor, Role, Target};
use crate::study::{Contents, Study};

/// Version of the format. Within a version keys are only ever added.
const SCHEMA_VERSION: u32 = 1;

/// What made the results of a study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// Version of the format.
    pub schema_version: u32,
    /// The version of zopa that played.
    pub zopa_version: String,
    /// The name of the results.
    pub run_id: String,
    /// What the study and its scenarios say, in 64 hexadecimal digits.
    pub fingerprint: String,
    /// What the study asks.
    pub title: String,
    /// The study's file, without folders.
    pub study: String,
    /// Cases of the study.
    pub cases: u64,
    /// Cases that are done.
    pub done: u64,
    /// Cases among these whose values make no scenario.
    pub invalid: u64,
    /// Are all cases done?
    pub complete: bool,
    /// The design: which combinations of values are played.
    pub design: String,
    /// Combinations of values of each scenario.
    pub points: u64,
    /// Times that each is played, with other seeds.
    pub replications: u64,
    /// The seed.
    pub seed: u64,
    /// Worlds of each case; the most where a precision is asked for.
    pub worlds: u64,
    /// Histories played in each world.
    pub histories: u64,
    /// The half-width of intervals that each case is played to; null where none is asked for.
    pub precision: Option<f64>,
    /// Cases in a chunk.
    pub chunk: u64,
    /// The scenario files, as the study names them.
    pub scenarios: Vec<String>,
    /// What is varied.
    pub factors: Vec<ManifestFactor>,
    /// What is written down of each case.
    pub outputs: Vec<String>,
    /// blake3 of each file of results, in hexadecimal digits, by its name.
    pub files: BTreeMap<String, String>,
    /// How to check them.
    pub verify: String,
}

/// Something that is varied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ManifestFactor {
    /// Its name in the study's file.
    pub name: String,
    /// What readers call it.
    pub title: String,
    /// What becomes of the value that is changed: `set`, `scale` or `shift`.
    pub apply: String,
    /// `lever`, which somebody can choose, or `uncertainty`, which nobody knows; null where it is not said.
    pub role: Option<String>,
    /// The values that it changes, all alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paths: Option<Vec<String>>,
    /// Does it choose the variant that is played?
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variants: Option<bool>,
}

impl Manifest {
    /// Of a study whose journal holds `contents`. `file` is the name of the study's file, without folders; `files`
    /// are the results with their hashes.
    pub fn new(
        study: &Study,
        file: &str,
        contents: &Contents,
        files: BTreeMap<String, String>,
    ) -> Self {
        let done = contents.places.len() as u64;
        Self {
            schema_version: SCHEMA_VERSION,
            zopa_version: env!("CARGO_PKG_VERSION").to_owned(),
            run_id: study.run_id().to_owned(),
            fingerprint: study.fingerprint.clone(),
            title: study.title.clone(),
            study: file.to_owned(),
            cases: study.cases(),
            done,
            invalid: contents.invalid,
            complete: done == study.cases(),
            design: study.design.to_owned(),
            points: study.points_of_scenario(),
            replications: study.play.replications,
            seed: study.play.seed,
            worlds: study.worlds(),
            histories: study.play.histories,
            precision: study.play.precision,
            chunk: study.chunk(),
            scenarios: study.scenarios.clone(),
            factors: study.factors.iter().map(ManifestFactor::from).collect(),
            outputs: study.outputs.clone(),
            files,
            verify: "zopa verify, with the folder of this file, plays a sample of the cases again"
                .to_owned(),
        }
    }
}

impl From<&Factor> for ManifestFactor {
    fn from(factor: &Factor) -> Self {
        let (paths, variants) = match &factor.target {
            Target::Paths(paths) => (Some(paths.clone()), None),
            Target::Variant => (None, Some(true)),
        };
        Self {
            name: factor.name.clone(),
            title: factor.title.clone(),
            apply: factor.apply.word().to_owned(),
            role: factor.role.map(|role: Role| role.word().to_owned()),
            paths,
            variants,
        }
    }
}
