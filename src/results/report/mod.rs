//! What `zopa report` is made of: the answers of other verbs as they are, and what a report adds to them. Every
//! number that stands in a report stands here, under the place that the report itself names.

mod inputs;
mod known;
mod of;
mod story;
mod study;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use inputs::InputTold;
pub use known::Known;
pub use of::{IssuePoints, ReportOf};
pub use story::{StoryKind, StoryLine, StoryTold};
pub use study::{StudyReport, StudyReportOf};

use super::backtest::Backtest;
use super::compare::Compare;
use super::drivers::Drivers;
use super::map::{Map, Mapped};
use super::run::Run;
use super::texts::Texts;
use super::{Envelope, SCHEMA_VERSION};
use crate::analysis::map::BargainingMap;
use crate::model::Scenario;
use crate::montecarlo::Summary;

pub(crate) use known::counts;

/// What was played for a report, and what it is to say of itself.
#[derive(Debug)]
pub struct Reported<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the run said.
    pub summary: &'a Summary,
    /// Its bargaining map.
    pub map: &'a BargainingMap,
    /// Trials told, in the order of [`StoryKind`].
    pub stories: Vec<StoryTold>,
    /// A tornado, where it was asked for.
    pub drivers: Option<Envelope<Drivers>>,
    /// A comparison, where it was asked for.
    pub compare: Option<Envelope<Compare>>,
    /// A back-test, where it was asked for.
    pub backtest: Option<Envelope<Backtest>>,
    /// Texts that were put on the table, where any were asked about.
    pub texts: Option<Envelope<Texts>>,
    /// Where the scenario came from.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
    /// The command that makes this report again.
    pub command: &'a str,
}

/// The report of a scenario: the documents of its parts as they are, and every other number that it tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Version of the shape.
    pub schema_version: u32,
    /// What the report says of itself.
    pub report: ReportOf,
    /// The run: what `zopa run --json` prints.
    pub run: Envelope<Run>,
    /// The bargaining map: what `zopa map --json` prints.
    pub map: Envelope<Map>,
    /// Trials that stand for many, told in short.
    pub stories: Vec<StoryTold>,
    /// Every number of the file and every default, in the order of the scenario.
    pub inputs: Vec<InputTold>,
    /// How those numbers are known.
    pub known: Known,
    /// A tornado: what `zopa drivers --json` prints; null where it was not asked for.
    pub drivers: Option<Envelope<Drivers>>,
    /// A comparison: what `zopa compare --json` prints; null where it was not asked for.
    pub compare: Option<Envelope<Compare>>,
    /// A back-test: what `zopa backtest --json` prints; null where it was not asked for.
    pub backtest: Option<Envelope<Backtest>>,
    /// Texts on the table: what `zopa text --json` prints; null where none was asked about.
    pub texts: Option<Envelope<Texts>>,
}

impl Report {
    /// The report in data.
    pub fn new(reported: Reported<'_>) -> Self {
        let Reported { scenario, summary, map, file, options, .. } = reported;
        let (seed, worlds) = (summary.seed.0, map.worlds.worlds);
        Self {
            schema_version: SCHEMA_VERSION,
            report: ReportOf::new(scenario, summary, options, reported.command),
            run: Envelope::<Run>::of_run(scenario, summary, file, options),
            map: Envelope::of_map(Mapped { scenario, map, file, options, seed, worlds }),
            stories: reported.stories,
            inputs: inputs::told(scenario),
            known: Known::of(scenario, summary),
            drivers: reported.drivers,
            compare: reported.compare,
            backtest: reported.backtest,
            texts: reported.texts,
        }
    }
}
