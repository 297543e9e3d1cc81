//! What explains the spread of the worlds' odds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{InputId, Loss, Scenario};
use crate::montecarlo::{Structural, Summary};
use crate::results::Estimate;

/// What one input of the file explains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InputInfluence {
    /// Its path in the file.
    pub path: String,
    /// Share of the variance of the worlds' odds of a signature, 0 to 1.
    pub variance_share: f64,
    /// +1 when higher values go with higher odds, −1 with lower, 0 with neither.
    pub direction: f64,
    /// Is it stated in the file, or a default of the format?
    pub stated: bool,
    /// Can its share be told from chance?
    pub clear: bool,
    /// Does it change nothing, moved to either end of its range?
    pub inert: bool,
}

/// Numbers that nobody coded: defaults of the model that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Uncoded {
    /// How many there are.
    pub count: u64,
    /// What they explain together: share of the variance of the worlds' odds of a signature.
    pub variance_share: f64,
}

/// The odds of a signature with one choice of the model held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StructuralChoice {
    /// The choice as `--set` takes it: `path=value`.
    pub set: String,
    /// What it supposes, in words that go on from “if”.
    pub words: String,
    /// What the choice is called.
    pub name: String,
    /// The input's path.
    pub path: String,
    /// Its value.
    pub value: f64,
    /// Odds of a signature.
    pub signed: Estimate,
}

pub(super) fn inputs(scenario: &Scenario, summary: &Summary) -> Vec<InputInfluence> {
    let inputs = summary.inputs.iter().map(|share| InputInfluence {
        path: path(scenario, share.input),
        variance_share: share.variance_share,
        direction: share.direction,
        stated: scenario.inputs[share.input.index()].provenance.stated,
        clear: share.clear,
        inert: share.inert,
    });
    inputs.collect()
}

pub(super) fn structural(scenario: &Scenario, summary: &Summary) -> Vec<StructuralChoice> {
    let choices = summary.structural.iter().map(|choice| {
        let (words, name) = structural_words(scenario, choice);
        let path = path(scenario, choice.input);
        StructuralChoice {
            set: if choice.input == scenario.constants.loss {
                format!("{path}={}", Loss::of(choice.value).word())
            } else {
                format!("{path}={}", choice.value)
            },
            words: words.to_owned(),
            name: name.to_owned(),
            path,
            value: choice.value,
            signed: choice.signed.into(),
        }
    });
    choices.collect()
}

/// A choice of the model that no evidence settles: in words that go on from “if”, and what it is called.
fn structural_words(scenario: &Scenario, structural: &Structural) -> (&'static str, &'static str) {
    match (structural.input == scenario.constants.loss, structural.value <= 1.0) {
        (true, true) => ("losses grow in step with distance", "linear"),
        (true, false) => ("losses grow with its square", "quadratic"),
        (false, _) if structural.value <= 0.0 => ("stated limits are worth nothing", "weight 0"),
        (false, _) => ("stated limits are all that counts", "weight 1"),
    }
}

fn path(scenario: &Scenario, input: InputId) -> String {
    scenario.inputs[input.index()].path.clone()
}

impl Uncoded {
    /// What nobody coded of these.
    pub(super) fn of(inputs: &[InputInfluence]) -> Option<Self> {
        let drawn = || inputs.iter().filter(|input| !input.stated);
        (drawn().next().is_some()).then(|| Self {
            count: drawn().count() as u64,
            variance_share: drawn().map(|input| input.variance_share).sum(),
        })
    }
}
