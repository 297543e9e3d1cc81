//! Trials told in short.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a story stands for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum StoryKind {
    /// A deal like most.
    TypicalDeal,
    /// A failure like most.
    TypicalFailure,
    /// The failure that came nearest to a deal.
    NearMiss,
}

/// A trial told in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StoryTold {
    /// What it stands for.
    pub kind: StoryKind,
    /// Its number: world × histories + history.
    pub trial: u64,
    /// The command that tells it whole.
    pub command: String,
    /// What happened, in order.
    pub entries: Vec<StoryLine>,
    /// How it ended.
    pub ending: String,
    /// What was missing; null where a package was signed, or none was tabled.
    pub missing: Option<String>,
}

/// A line of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StoryLine {
    /// The day, or the round.
    pub day: String,
    /// What happened.
    pub text: String,
}
