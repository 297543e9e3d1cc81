//! What made the results: enough to make them again, and to tell whether they are still the same.

use serde_json::{Map, Value, json};

use crate::scenario::{Role, Target};
use crate::study::{Contents, Study};

/// Version of the shape.
const SCHEMA_VERSION: u32 = 1;

/// A file that belongs to the results, with its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultFile {
    /// Its name in the folder.
    pub name: String,
    /// blake3 of its bytes, in hex.
    pub blake3: String,
}

/// The manifest of a study's results. `file` is the name of the study's file, without folders.
pub fn manifest(study: &Study, file: &str, contents: &Contents, files: &[ResultFile]) -> Value {
    let factors = study.factors.iter().map(|factor| {
        let mut about = json!({
            "name": factor.name,
            "title": factor.title,
            "apply": factor.apply.word(),
            "role": factor.role.map(Role::word),
        });
        match &factor.target {
            Target::Paths(paths) => about["paths"] = json!(paths),
            Target::Variant => about["variants"] = json!(true),
        }
        about
    });
    let hashes: Map<String, Value> =
        files.iter().map(|file| (file.name.clone(), json!(file.blake3))).collect();
    let done = contents.places.len() as u64;
    json!({
        "schema_version": SCHEMA_VERSION,
        "zopa_version": env!("CARGO_PKG_VERSION"),
        "run_id": study.run_id(),
        "fingerprint": study.fingerprint,
        "title": study.title,
        "study": file,
        "cases": study.cases(),
        "done": done,
        "invalid": contents.invalid,
        "complete": done == study.cases(),
        "design": study.design,
        "points": study.points_of_scenario(),
        "replications": study.play.replications,
        "seed": study.play.seed,
        "worlds": study.worlds(),
        "histories": study.play.histories,
        "precision": study.play.precision,
        "chunk": study.chunk(),
        "scenarios": study.scenarios,
        "factors": factors.collect::<Vec<_>>(),
        "outputs": study.outputs,
        "files": hashes,
        "verify": "zopa verify, with the folder of this file, plays a sample of the cases again",
    })
}
