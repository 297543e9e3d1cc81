//! What `zopa explain` answers of a trial.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Story;
use crate::model::Scenario;
use crate::montecarlo::TrialId;
use crate::results::Envelope;

/// One trial of a run, played again and told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrialTold {
    /// Its number: world × histories + history.
    pub trial: TrialId,
    /// The seed of the run it is from.
    pub seed: u64,
    /// What happened.
    pub story: Story,
}

impl Envelope<TrialTold> {
    /// A trial of a scenario.
    pub fn of_trial(told: TrialTold, scenario: &Scenario, file: &str, options: &str) -> Self {
        Self::new("explain", told).about(scenario, file, options)
    }
}
