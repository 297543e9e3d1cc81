//! Every number of the file: what it may be, where it comes from, and how much of it is judgement.

use serde_json::{Value, json};

use crate::model::{Bargainer, Certainty, Input, InputId, Outside, Scenario, Tactic};
use crate::montecarlo::Summary;
use crate::present::discover::input_words;

/// Points of a distribution that are told.
pub(super) const LEVELS: [f64; 3] = [0.1, 0.5, 0.9];

/// The three points of an input.
pub(super) fn points(input: &Input) -> [f64; 3] {
    LEVELS.map(|level| input.prior.quantile(level))
}

/// Where a point of an input stands in the JSON.
pub(super) fn at(id: InputId, point: &str) -> String {
    format!("/inputs/{}/{point}", id.index())
}

/// Does a number that the file leaves at its default have a say? By alternating offers most have none.
pub(super) fn counts(scenario: &Scenario, id: InputId) -> bool {
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

/// How the stated numbers are known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Numbers the author stated.
    pub(super) stated: u64,
    /// Numbers left at the format's defaults.
    pub(super) default: u64,
    /// Stated and not sure.
    pub(super) uncertain: u64,
    /// Stated with a source.
    pub(super) sourced: u64,
    /// Stated on judgement alone: called so, called unverified, or called nothing.
    pub(super) judgement: u64,
    /// Share of the explained spread of the odds that such numbers account for.
    pub(super) judgement_of_spread: Option<f64>,
}

/// Does it rest on judgement: so called, unverified, or without a word of how it is known?
pub(super) fn is_judgement(input: &Input) -> bool {
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

    /// The share of the stated numbers that rest on judgement.
    pub(super) fn judgement_share(&self) -> f64 {
        if self.stated == 0 { 0.0 } else { self.judgement as f64 / self.stated as f64 }
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "stated": self.stated,
            "default": self.default,
            "uncertain": self.uncertain,
            "sourced": self.sourced,
            "judgement": self.judgement,
            "judgement_share": self.judgement_share(),
            "judgement_of_spread": self.judgement_of_spread,
        })
    }
}

/// Every input, in the order of the scenario.
pub(super) fn json(scenario: &Scenario) -> Vec<Value> {
    let one = |input: &Input| {
        let [p10, p50, p90] = points(input);
        json!({
            "path": input.path,
            "words": input_words(scenario, &input.path),
            "distribution": input.prior.kind(),
            "p10": p10,
            "p50": p50,
            "p90": p90,
            "stated": input.provenance.stated,
            "certainty": input.provenance.certainty.map(Certainty::word),
            "source": input.provenance.source,
            "date": input.provenance.date.map(|date| date.to_string()),
        })
    };
    scenario.inputs.iter().map(one).collect()
}
