//! What every document of results says of itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo::{StopReason, Summary};

/// Version of the shape of results. Within a version keys are only ever added.
pub const SCHEMA_VERSION: u32 = 2;

/// A result with what it rests on: the same envelope around what every verb answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Envelope<R> {
    /// Version of the shape.
    pub schema_version: u32,
    /// The verb that answered: `run`, `compare`, `map` …
    pub verb: String,
    /// What made it.
    pub made_by: MadeBy,
    /// The scenario, where the answer is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioOf>,
    /// What was played, where anything was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunOf>,
    /// The answer.
    pub result: R,
}

/// What made a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MadeBy {
    /// The program: `zopa`.
    pub program: String,
    /// Its version.
    pub version: String,
}

/// The scenario that an answer is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScenarioOf {
    /// Its title.
    pub title: String,
    /// Its file, as it was given.
    pub file: String,
    /// What it says, in 64 hexadecimal digits: the same numbers, the same fingerprint.
    pub fingerprint: String,
    /// The protocol: `peace-process` or `alternating-offers`.
    pub protocol: String,
    /// The day on which the numbers hold, `YYYY-MM-DD`; null where there are no days.
    pub as_of: Option<String>,
    /// How many parties there are.
    pub parties: u64,
    /// How many issues.
    pub issues: u64,
    /// How many rounds of talks, or of offers.
    pub rounds: u64,
    /// Months from the as-of date to the end of the last round; null where there are no days.
    pub horizon_months: Option<f64>,
    /// Changes that the command line made: `--variant` and `--set`, as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changed_by: String,
}

/// What was played.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunOf {
    /// The seed: with the same file and version, the same bits.
    pub seed: u64,
    /// Worlds played, each one set of the file's uncertain numbers.
    pub worlds: u64,
    /// Histories played in each world.
    pub histories: u64,
    /// What ended the run.
    pub stopped: StopReason,
}

impl<R> Envelope<R> {
    /// An answer of a verb, about no one scenario yet.
    pub fn new(verb: &str, result: R) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            verb: verb.to_owned(),
            made_by: MadeBy {
                program: "zopa".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            scenario: None,
            run: None,
            result,
        }
    }

    /// About this scenario, read from this file and changed by these options.
    pub fn about(self, scenario: &Scenario, file: &str, options: &str) -> Self {
        Self { scenario: Some(ScenarioOf::new(scenario, file, options)), ..self }
    }

    /// Resting on this much play.
    pub fn played(self, run: RunOf) -> Self {
        Self { run: Some(run), ..self }
    }
}

impl ScenarioOf {
    /// A scenario as results name it.
    pub fn new(scenario: &Scenario, file: &str, options: &str) -> Self {
        Self {
            title: scenario.title.clone(),
            file: file.to_owned(),
            fingerprint: scenario.fingerprint.clone(),
            protocol: scenario.process.word().to_owned(),
            as_of: scenario.dated().map(|date| date.to_string()),
            parties: scenario.parties.len() as u64,
            issues: scenario.issues.len() as u64,
            rounds: scenario.offers().map_or(scenario.clock.rounds, |offers| offers.rounds) as u64,
            horizon_months: scenario.dated().map(|_| scenario.clock.horizon),
            changed_by: options.to_owned(),
        }
    }
}

impl From<&Summary> for RunOf {
    fn from(summary: &Summary) -> Self {
        Self {
            seed: summary.seed.0,
            worlds: summary.worlds,
            histories: summary.histories,
            stopped: summary.stopped,
        }
    }
}
