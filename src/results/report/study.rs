//! What the report of a study is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::results::study::StudyOverview;
use crate::results::{Envelope, SCHEMA_VERSION};

/// The report of a study: what its cases say, and what the report says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StudyReport {
    /// Version of the shape.
    pub schema_version: u32,
    /// What the report says of itself.
    pub report: StudyReportOf,
    /// What the cases say.
    pub study: Envelope<StudyOverview>,
}

/// What a study's report is of, and how it is made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StudyReportOf {
    /// The command that makes it again.
    pub command: String,
    /// Where the results are.
    pub folder: String,
    /// The version of zopa that made it.
    pub rendered_by: String,
}

impl StudyReport {
    /// The report that `command` makes of the results in `folder`.
    pub fn new(study: Envelope<StudyOverview>, folder: &str, command: &str) -> Self {
        let report = StudyReportOf {
            command: command.to_owned(),
            folder: folder.to_owned(),
            rendered_by: env!("CARGO_PKG_VERSION").to_owned(),
        };
        Self { schema_version: SCHEMA_VERSION, report, study }
    }
}
