//! What a report says of itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo::Summary;

/// What a report is of, and how it is made again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportOf {
    /// The command that makes it again.
    pub command: String,
    /// What the command line changed in the scenario, as typed; empty where nothing.
    pub options: String,
    /// Parties at the table.
    pub parties: u64,
    /// Issues on it.
    pub issues: u64,
    /// Rounds in which it is played.
    pub rounds: u64,
    /// The points of each scale that may be offered, by alternating offers; empty otherwise.
    pub points: Vec<IssuePoints>,
    /// How far it is played, in months after the as-of date; null by alternating offers.
    pub horizon_months: Option<f64>,
    /// Histories played in all worlds together.
    pub trials: u64,
    /// The version of zopa that made it.
    pub rendered_by: String,
}

/// On how many points of its scale an issue may be settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IssuePoints {
    /// The issue's name in the file.
    pub id: String,
    /// What readers call it.
    pub title: String,
    /// Points, equally spaced from one end of the scale to the other.
    pub points: u64,
}

impl ReportOf {
    pub(super) fn new(
        scenario: &Scenario,
        summary: &Summary,
        options: &str,
        command: &str,
    ) -> Self {
        let scales = scenario.issues.iter().filter(|issue| !issue.has_options());
        let points = scales.map(|issue| IssuePoints {
            id: issue.id.clone(),
            title: issue.title.clone(),
            points: issue.points as u64,
        });
        Self {
            command: command.to_owned(),
            options: options.to_owned(),
            parties: scenario.parties.len() as u64,
            issues: scenario.issues.len() as u64,
            rounds: scenario.clock.rounds as u64,
            points: points.filter(|_| scenario.offers().is_some()).collect(),
            horizon_months: scenario.dated().map(|_| scenario.clock.horizon),
            trials: summary.worlds * summary.histories,
            rendered_by: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}
