//! How much of what a scenario says is judgement.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Bargainer, Certainty, Input, InputId, Outside, Scenario, Tactic};
use crate::montecarlo::Summary;

/// How the numbers of a scenario are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Known {
    /// Numbers that the author stated.
    pub stated: u64,
    /// Numbers left at the format's defaults that have a say.
    pub default: u64,
    /// Stated and not sure.
    pub uncertain: u64,
    /// Stated with a source.
    pub sourced: u64,
    /// Stated on judgement alone: called so, called unverified, or called nothing.
    pub judgement: u64,
    /// The share of the stated numbers that rest on judgement, 0 to 1.
    pub judgement_share: f64,
    /// Share of the explained spread of the odds that such numbers account for, 0 to 1; null where nothing is
    /// explained.
    pub judgement_of_spread: Option<f64>,
}

/// Does a number that the file leaves at its default have a say? By alternating offers most have none.
pub(crate) fn counts(scenario: &Scenario, id: InputId) -> bool {
    if scenario.offers().is_none() {
        return true;
    }
    scenario.parties.iter().any(|party| {
        let bargains = |has: &dyn Fn(&Bargainer) -> bool| party.bargainer.as_ref().is_some_and(has);
        matches!(party.outside, Outside::Reservation(value) if value == id)
            || bargains(&|bargainer| bargainer.discount == id)
            || party.concession_speed == id
                && bargains(&|bargainer| bargainer.tactics.contains(&Tactic::Patience))
    })
}

/// Does it rest on judgement: so called, unverified, or without a word of how it is known?
fn is_judgement(input: &Input) -> bool {
    match input.provenance.certainty {
        None | Some(Certainty::Judgement | Certainty::Unverified) => true,
        Some(
            Certainty::Document
            | Certainty::Data
            | Certainty::Statement
            | Certainty::Poll
            | Certainty::Report,
        ) => false,
    }
}

impl Known {
    pub(super) fn of(scenario: &Scenario, summary: &Summary) -> Self {
        let mut known = Self::default();
        for (index, input) in scenario.inputs.iter().enumerate() {
            if !input.provenance.stated {
                known.default += u64::from(counts(scenario, InputId::new(index)));
                continue;
            }
            known.sourced += u64::from(input.provenance.source.is_some());
            known.judgement += u64::from(is_judgement(input));
        }
        let (stated, uncertain) = scenario.stated_inputs();
        (known.stated, known.uncertain) = (stated as u64, uncertain as u64);
        if known.stated > 0 {
            known.judgement_share = known.judgement as f64 / known.stated as f64;
        }
        let (mut all, mut judged) = (0.0, 0.0);
        for share in &summary.inputs {
            all += share.variance_share;
            if is_judgement(&scenario.inputs[share.input.index()]) {
                judged += share.variance_share;
            }
        }
        known.judgement_of_spread = (all > 0.0).then(|| judged / all);
        known
    }
}
