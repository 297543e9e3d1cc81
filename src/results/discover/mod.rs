//! What `zopa discover` answers: where deals happen, and which choice is least bad.

mod boxes;
mod choices;
mod parts;
mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use boxes::{
    BoxFound, BoxTold, Boxes, Dropped, LeftOut, NarrowedEnd, OtherInput, Resampling, Step,
    ToldLimit,
};
pub use choices::{Choices, SettingRegret};
pub use parts::{BoxesFound, InputColumn, Interest, LeversCompared, Source};
pub(crate) use words::{meaning, quantity, value};

use super::{Envelope, RunOf};
use crate::montecarlo::{Comparison, StopReason};

/// Boxes, choices or both: conditions under which cases are of interest, and what each setting of what can be chosen
/// costs over the futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Discover {
    /// Where the cases come from.
    pub source: SourceOf,
    /// The choices, where there are levers.
    pub choices: Option<Choices>,
    /// The boxes, where they were looked for.
    pub discovery: Option<Boxes>,
}

/// Where cases come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SourceOf {
    /// The file.
    pub file: String,
    /// What it is about, where that is known.
    pub title: Option<String>,
}

/// Which cases are of interest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InterestOf {
    /// The outcome's column.
    pub outcome: String,
    /// On which side of the threshold.
    pub comparison: Comparison,
    /// The threshold; it belongs to the side.
    pub threshold: f64,
    /// Was it set so that about a quarter of the cases are of interest, because nobody said what is?
    pub about_a_quarter: bool,
    /// Was that tried, whatever ties made of it?
    pub quarter_tried: bool,
    /// The share of the cases that are of interest.
    pub share: f64,
}

impl Envelope<Discover> {
    /// What was found in the cases of a source, of which so many worlds were played.
    pub fn of_discover(
        source: Source<'_>,
        played: Option<u64>,
        stopped: StopReason,
        (choices, discovery): (Option<Choices>, Option<Boxes>),
    ) -> Self {
        let of = SourceOf { file: source.file.to_owned(), title: source.title.map(str::to_owned) };
        let answer = Self::new("discover", Discover { source: of, choices, discovery });
        let answer = match source.scenario {
            Some(scenario) => answer.about(scenario, source.file, source.options),
            None => answer,
        };
        match played.zip(source.histories) {
            Some((worlds, histories)) => {
                answer.played(RunOf { seed: source.seed, worlds, histories, stopped })
            }
            None => answer,
        }
    }
}

impl From<&Interest> for InterestOf {
    fn from(interest: &Interest) -> Self {
        Self {
            outcome: interest.outcome.clone(),
            comparison: interest.comparison,
            threshold: interest.threshold,
            about_a_quarter: interest.is_about_a_quarter(),
            quarter_tried: interest.is_quarter,
            share: interest.share,
        }
    }
}
