//! Break-even: at what value of an input the odds reach a target.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::path;
use crate::analysis::breakeven::{BreakEven, Crossing, End, Response};
use crate::analysis::drivers::{Threshold, level_of};
use crate::model::Scenario;
use crate::results::Mean;

/// Where the odds reach a target as one input moves, all others drawn as usual.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BreakEvenSearch {
    /// The input's path.
    pub path: String,
    /// The values between which it was looked for, in the input's unit.
    pub range: [f64; 2],
    /// The odds to be reached.
    pub target: f64,
    /// What came out.
    pub outcome: BreakEvenWord,
    /// The input's most likely value in the file.
    pub mode: f64,
    /// The values at which the odds cross the target, in rising order.
    pub crossings: Vec<ValueCrossed>,
    /// Where the odds come nearest to the target, if they never cross it.
    pub nearest: Option<OddsAt>,
    /// Every value that was tried, in rising order.
    pub asked: Vec<OddsAt>,
}

/// How often the odds cross the target in the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BreakEvenWord {
    /// They stay below it.
    Never,
    /// They stay at or above it.
    Everywhere,
    /// Once.
    Once,
    /// More than once.
    Several,
}

/// A value of the input at which the odds cross the target. Its 95% interval holds the values at which the 95%
/// interval of the odds holds the target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ValueCrossed {
    /// The value, to within a thousandth of the range.
    pub at: f64,
    /// Lower end of the 95% interval; null where it lies below the range.
    pub low: Option<f64>,
    /// Upper end of it; null where it lies above the range.
    pub high: Option<f64>,
    /// Do the odds rise through the target as the input rises?
    pub upward: bool,
    /// The probability that the file gives to lower values; null where the file is sure of the number.
    pub level: Option<f64>,
    /// The probability that the file gives to the side on which the odds reach the target; null likewise.
    pub reached_share: Option<f64>,
}

/// The odds with the input at a value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OddsAt {
    /// The value, in the input's unit.
    pub at: f64,
    /// The odds there.
    pub odds: Mean,
    /// Their standard error.
    pub standard_error: f64,
}

impl BreakEvenSearch {
    pub(super) fn new(scenario: &Scenario, threshold: &Threshold) -> Self {
        let prior = &scenario.inputs[threshold.input.index()].prior;
        let crossed =
            |crossing: &Crossing| ValueCrossed::new(crossing, level_of(prior, crossing.at));
        let (outcome, crossings, nearest) = match &threshold.found {
            &BreakEven::Never { at, response } => {
                (BreakEvenWord::Never, Vec::new(), Some(OddsAt::new(at, response)))
            }
            &BreakEven::Everywhere { at, response } => {
                (BreakEvenWord::Everywhere, Vec::new(), Some(OddsAt::new(at, response)))
            }
            BreakEven::Once(crossing) => (BreakEvenWord::Once, vec![crossed(crossing)], None),
            BreakEven::Several(crossings) => {
                (BreakEvenWord::Several, crossings.iter().map(crossed).collect(), None)
            }
        };
        Self {
            path: path(scenario, threshold.input),
            range: [threshold.range.0, threshold.range.1],
            target: threshold.target,
            outcome,
            mode: prior.mode(),
            crossings,
            nearest,
            asked: threshold
                .asked
                .iter()
                .map(|&(at, response)| OddsAt::new(at, response))
                .collect(),
        }
    }
}

impl ValueCrossed {
    fn new(crossing: &Crossing, level: Option<f64>) -> Self {
        let end = |end: End| match end {
            End::At(value) => Some(value),
            End::Beyond => None,
        };
        Self {
            at: crossing.at,
            low: end(crossing.low),
            high: end(crossing.high),
            upward: crossing.upward,
            level,
            reached_share: level.map(|level| if crossing.upward { 1.0 - level } else { level }),
        }
    }
}

impl OddsAt {
    fn new(at: f64, response: Response) -> Self {
        Self { at, odds: response.odds.into(), standard_error: response.standard_error }
    }
}
