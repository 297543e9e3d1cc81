//! Every number of the file: what it may be, and where it comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Certainty, Input, Scenario};
use crate::results::discover::quantity;

/// Points of a distribution that are told.
const LEVELS: [f64; 3] = [0.1, 0.5, 0.9];

/// A number of the file, or a default of the format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InputTold {
    /// Its path in the file.
    pub path: String,
    /// The same in words.
    pub words: String,
    /// The form of its distribution, as the file has it: `constant` where it is sure.
    pub distribution: String,
    /// One world in ten has less, in the file's unit.
    pub p10: f64,
    /// Half of the worlds have less: the middle.
    pub p50: f64,
    /// Nine worlds in ten have less.
    pub p90: f64,
    /// Is it stated in the file, or a default of the format?
    pub stated: bool,
    /// How it is known; null where the file does not say.
    pub certainty: Option<Certainty>,
    /// Where it comes from; null where the file does not say.
    pub source: Option<String>,
    /// When it became known, `YYYY-MM-DD`; null where the file does not say.
    pub date: Option<String>,
}

/// Every input, in the order of the scenario.
pub(super) fn told(scenario: &Scenario) -> Vec<InputTold> {
    scenario.inputs.iter().map(|input| InputTold::new(scenario, input)).collect()
}

impl InputTold {
    fn new(scenario: &Scenario, input: &Input) -> Self {
        let [p10, p50, p90] = LEVELS.map(|level| input.prior.quantile(level));
        let provenance = &input.provenance;
        Self {
            path: input.path.clone(),
            words: quantity(scenario, &input.path),
            distribution: input.prior.kind().to_owned(),
            p10,
            p50,
            p90,
            stated: provenance.stated,
            certainty: provenance.certainty,
            source: provenance.source.clone(),
            date: provenance.date.map(|date| date.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certainty_is_written_in_the_word_of_the_file() {
        for certainty in Certainty::ALL {
            assert_eq!(serde_json::json!(certainty), certainty.word());
        }
    }
}
