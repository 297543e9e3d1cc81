//! One input at a time, and the structural choices beside them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::path;
use crate::analysis::IntervalEstimate;
use crate::analysis::drivers::{ChoiceOdds, Elsewhere, Swing, Swings};
use crate::model::Scenario;
use crate::montecarlo::Outcome;
use crate::results::{Mean, link_title};

/// The odds with one input low and high in turn, and under each structural choice, in the same worlds with the
/// same chance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Tornado {
    /// The odds as the file stands.
    pub base: Mean,
    /// The inputs, the longest bar first.
    pub inputs: Vec<TornadoBar>,
    /// The structural choices made otherwise, one at a time.
    pub structural: Vec<StructuralChange>,
}

/// The bar of an input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TornadoBar {
    /// The input's path.
    pub path: String,
    /// With the input at its low end: the 10% point of its distribution, or as given.
    pub low: BarEnd,
    /// With the input at its high end: the 90% point, or as given.
    pub high: BarEnd,
    /// The odds at the high end less those at the low end.
    pub swing: Mean,
    /// Worlds it was played in: short bars in fewer than the longest.
    #[serde(default)]
    pub worlds: u64,
    /// The outcome whose odds the input moves clearly more, where there is one.
    pub elsewhere: Option<MovesMore>,
}

/// An end of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BarEnd {
    /// The input's value, in its own unit.
    pub at: f64,
    /// The odds with the input there.
    pub odds: Mean,
    /// These odds less those of the file as it stands.
    pub change: Mean,
}

/// The odds under a choice that is no number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StructuralChange {
    /// The choice as the command line would make it, where it can.
    pub set: String,
    /// The same in words.
    pub words: String,
    /// The odds.
    pub odds: Mean,
    /// The odds less those of the file as it stands.
    pub change: Mean,
    /// The outcome whose odds the choice moves clearly more, where there is one.
    pub elsewhere: Option<MovesMore>,
}

/// An outcome that moves by more than the one studied, and by more than the errors of both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MovesMore {
    /// Which, as `--of` takes it.
    pub of: String,
    /// What readers call it; null of a link that means nothing under the scenario's protocol.
    pub title: Option<String>,
    /// How far its odds move.
    pub change: Mean,
}

impl Tornado {
    pub(super) fn new(scenario: &Scenario, swings: &Swings, choices: &[ChoiceOdds]) -> Self {
        Self {
            base: swings.base.into(),
            inputs: swings.swings.iter().map(|swing| TornadoBar::new(scenario, swing)).collect(),
            structural: choices
                .iter()
                .map(|choice| StructuralChange::new(scenario, choice))
                .collect(),
        }
    }
}

impl TornadoBar {
    fn new(scenario: &Scenario, swing: &Swing) -> Self {
        let end = |at, odds: IntervalEstimate, change: IntervalEstimate| BarEnd {
            at,
            odds: odds.into(),
            change: change.into(),
        };
        Self {
            path: path(scenario, swing.input),
            low: end(swing.ends.0, swing.odds.0, swing.bar.low),
            high: end(swing.ends.1, swing.odds.1, swing.bar.high),
            swing: swing.bar.swing.into(),
            worlds: swing.bar.worlds as u64,
            elsewhere: swing.elsewhere.map(|elsewhere| MovesMore::new(scenario, elsewhere)),
        }
    }

    /// Does the input move the odds by more than chance would?
    pub fn is_clear(&self) -> bool {
        self.swing.low > 0.0 || self.swing.high < 0.0
    }
}

impl StructuralChange {
    fn new(scenario: &Scenario, choice: &ChoiceOdds) -> Self {
        Self {
            set: choice.set.clone(),
            words: choice.words.clone(),
            odds: choice.odds.into(),
            change: choice.change.into(),
            elsewhere: choice.elsewhere.map(|elsewhere| MovesMore::new(scenario, elsewhere)),
        }
    }
}

impl MovesMore {
    fn new(scenario: &Scenario, elsewhere: Elsewhere) -> Self {
        let title = match elsewhere.outcome {
            Outcome::Link(link) => link_title(scenario, link).map(str::to_owned),
            Outcome::Question(question) => Some(scenario.questions[question].text.clone()),
        };
        Self {
            of: elsewhere.outcome.word(scenario).to_owned(),
            title,
            change: elsewhere.change.into(),
        }
    }
}
