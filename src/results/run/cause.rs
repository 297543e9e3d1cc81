//! Why there was no deal that lasts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::Cause;
use crate::model::Scenario;
use crate::montecarlo::{EndingShare, Summary};
use crate::results::Named;

/// A kind of failure.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Signed and in force, then broken within a year.
    Collapsed,
    /// In force, but never carried out.
    DeadLetter,
    /// Signed, then voted down at home.
    VoteLost,
    /// Not signed, for fear of the vote at home.
    VoteFeared,
    /// Red lines that leave no room.
    RedLinesCross,
    /// No text was ever tabled.
    NeverTabled,
    /// No package that all would sign.
    NoCommonGround,
    /// The nearest text crossed a red line.
    RedLine,
    /// Time ran out with a text that all would take.
    TimeRanOut,
    /// There was common ground, but no text hit it.
    Short,
}

/// A cause of failure, and how often it was one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CauseShare {
    /// The kind of failure.
    pub cause: Why,
    /// Who is named: who would have to move, which is not to say who is right.
    pub party: Option<Named>,
    /// The other side, where red lines cross.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_party: Option<Named>,
    /// Over what.
    pub issue: Option<Named>,
    /// Share of all trials.
    pub share: f64,
}

/// Causes of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Family {
    /// The kind of failure.
    pub cause: Why,
    /// Share of all trials.
    pub share: f64,
    /// Who and over what, most frequent first; empty where nobody is named.
    pub parts: Vec<FamilyPart>,
}

/// Who stands behind a kind of failure, and over what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FamilyPart {
    /// Who.
    pub party: Named,
    /// The other side, where red lines cross.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_party: Option<Named>,
    /// Over what.
    pub issue: Option<Named>,
    /// Share of all trials.
    pub share: f64,
}

impl Why {
    /// The kind of a cause.
    pub fn of(cause: Cause) -> Self {
        match cause {
            Cause::Collapsed => Self::Collapsed,
            Cause::DeadLetter { .. } => Self::DeadLetter,
            Cause::VoteLost { .. } => Self::VoteLost,
            Cause::VoteFeared { .. } => Self::VoteFeared,
            Cause::RedLinesCross { .. } => Self::RedLinesCross,
            Cause::NeverTabled => Self::NeverTabled,
            Cause::NoCommonGround { .. } => Self::NoCommonGround,
            Cause::RedLine { .. } => Self::RedLine,
            Cause::TimeRanOut => Self::TimeRanOut,
            Cause::Short { .. } => Self::Short,
        }
    }
}

/// Who is named in a cause, who else, and on what issue.
fn named(cause: Cause) -> (Option<usize>, Option<usize>, Option<usize>) {
    match cause {
        Cause::Collapsed | Cause::NeverTabled | Cause::TimeRanOut => (None, None, None),
        Cause::DeadLetter { party } | Cause::VoteLost { party } | Cause::VoteFeared { party } => {
            (Some(party), None, None)
        }
        Cause::RedLinesCross { first, second, issue } => (Some(first), Some(second), Some(issue)),
        Cause::NoCommonGround { party, issue }
        | Cause::RedLine { party, issue }
        | Cause::Short { party, issue } => (Some(party), None, Some(issue)),
    }
}

pub(super) fn endings(scenario: &Scenario, summary: &Summary) -> Vec<CauseShare> {
    summary.endings.iter().map(|ending| CauseShare::new(scenario, ending)).collect()
}

impl CauseShare {
    /// A cause with names.
    pub(crate) fn new(scenario: &Scenario, ending: &EndingShare) -> Self {
        let (party, other, issue) = named(ending.cause);
        Self {
            cause: Why::of(ending.cause),
            party: party.map(|i| Named::party(scenario, i)),
            other_party: other.map(|i| Named::party(scenario, i)),
            issue: issue.map(|k| Named::issue(scenario, k)),
            share: ending.share,
        }
    }
}

impl Family {
    /// Groups causes, which come most frequent first, into families, largest first.
    pub(crate) fn of(endings: &[CauseShare]) -> Vec<Self> {
        let mut families: Vec<Self> = Vec::new();
        for CauseShare { cause, party, other_party, issue, share } in endings.iter().cloned() {
            let at =
                families.iter().position(|family| family.cause == cause).unwrap_or_else(|| {
                    families.push(Self { cause, share: 0.0, parts: Vec::new() });
                    families.len() - 1
                });
            families[at].share += share;
            families[at].parts.extend(party.map(|party| FamilyPart {
                party,
                other_party,
                issue,
                share,
            }));
        }
        families.sort_by(|a, b| b.share.total_cmp(&a.share));
        families
    }
}
