//! Odds on both sides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo::{self, Contrast, Link};
use crate::results::{Difference, Estimate, link_title};

/// One yes or no on both sides, world by world and history by history on the same random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Paired {
    /// Odds in the base.
    pub base: Estimate,
    /// Odds with the change.
    pub with: Estimate,
    /// The second less the first.
    pub difference: Difference,
    /// Share of all trials that go from no to yes.
    pub no_to_yes: f64,
    /// Share of all trials that go from yes to no.
    pub yes_to_no: f64,
    /// Share of worlds in which the odds are higher with the change.
    pub worlds_up: f64,
    /// Share of worlds in which they are lower.
    pub worlds_down: f64,
    /// How many times the variance of the difference would be with independent random numbers; null where
    /// the paired one is zero.
    pub variance_reduction: Option<f64>,
}

/// A link of the chain on both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PairedLink {
    /// Which.
    pub id: Link,
    /// What readers call it; null where it means nothing under the protocol.
    pub title: Option<String>,
    /// Its odds.
    pub odds: Paired,
}

/// A question that both sides ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PairedQuestion {
    /// Its name in the files.
    pub id: String,
    /// In the words of the base.
    pub text: String,
    /// The day by which the base asks it, `YYYY-MM-DD`; null for the horizon, and where there are no days.
    pub by: Option<String>,
    /// Its odds.
    pub odds: Paired,
}

impl Paired {
    /// Does not one trial change its answer?
    pub fn is_untouched(&self) -> bool {
        self.no_to_yes <= 0.0 && self.yes_to_no <= 0.0
    }
}

impl From<&montecarlo::Paired> for Paired {
    fn from(paired: &montecarlo::Paired) -> Self {
        Self {
            base: paired.base.into(),
            with: paired.alternative.into(),
            difference: paired.difference.into(),
            no_to_yes: paired.flips.to_yes,
            yes_to_no: paired.flips.to_no,
            worlds_up: paired.worlds_up,
            worlds_down: paired.worlds_down,
            variance_reduction: paired.variance_reduction,
        }
    }
}

/// The chain on both sides.
pub(in crate::results) fn links(base: &Scenario, contrast: &Contrast) -> Vec<PairedLink> {
    let links = contrast.chain.iter().map(|(link, paired)| PairedLink {
        id: *link,
        title: link_title(base, *link).map(str::to_owned),
        odds: paired.into(),
    });
    links.collect()
}

/// The questions that both sides ask, in the order of the base.
pub(in crate::results) fn questions(base: &Scenario, contrast: &Contrast) -> Vec<PairedQuestion> {
    let questions = contrast.questions.iter().map(|((asked, _), paired)| {
        let asked = &base.questions[*asked];
        PairedQuestion {
            id: asked.id.clone(),
            text: asked.text.clone(),
            by: asked.by.map(|by| by.to_string()),
            odds: paired.into(),
        }
    });
    questions.collect()
}
