//! Who is named in the reason for failure, on both sides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Paired;
use crate::model::Scenario;
use crate::montecarlo::Blocker;
use crate::results::Named;

/// How often a party is named in the reason for failure: who would have to move, which is not to say who is right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NamedParty {
    /// The party.
    pub party: Named,
    /// Shares of all trials in which it is named at all.
    pub share: Paired,
    /// The same by what it is named over, largest change first; without what never happens.
    pub over: Vec<NamedOver>,
}

/// How often a party is named over one issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NamedOver {
    /// The issue; null for none: a vote at home was lost or feared.
    pub issue: Option<Named>,
    /// Shares of all trials.
    pub share: Paired,
}

impl NamedParty {
    pub(super) fn new(base: &Scenario, blocker: &Blocker) -> Self {
        let over = blocker.over.iter().map(|(issue, paired)| NamedOver {
            issue: issue.map(|(issue, _)| Named::issue(base, issue)),
            share: paired.into(),
        });
        Self {
            party: Named::party(base, blocker.party.0),
            share: (&blocker.named).into(),
            over: over.collect(),
        }
    }
}
