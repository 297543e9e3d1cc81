//! What `zopa drivers` answers: which assumption the odds hang on.

mod break_even;
mod morris;
mod sobol;
mod tornado;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use break_even::{BreakEvenSearch, BreakEvenWord, OddsAt, ValueCrossed};
pub use morris::{MorrisEffect, MorrisScreening, Shape};
pub use sobol::{NoiseAlone, SobolIndex, SobolIndices, SobolShares, SobolWord};
pub use tornado::{BarEnd, MovesMore, StructuralChange, Tornado, TornadoBar};

use super::{Envelope, Mean, RunOf};
use crate::analysis::IntervalEstimate;
use crate::analysis::drivers::{ChoiceOdds, Screening, Shares, Swings, Threshold};
use crate::model::{InputId, Scenario};
use crate::montecarlo::{Outcome, StopReason};

/// What was found, by the method that found it.
#[derive(Clone, Debug)]
pub enum Finding {
    /// The tornado, with the structural choices.
    Tornado(Swings, Vec<ChoiceOdds>),
    /// Morris screening.
    Morris(Screening),
    /// Sobol' indices.
    Sobol(Shares),
    /// Break-even.
    BreakEven(Threshold),
}

/// A finding with what it is a finding of.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Whose odds.
    pub outcome: Outcome,
    /// What was found.
    pub finding: &'a Finding,
    /// Inputs under study that change nothing over their range.
    pub inert: &'a [InputId],
    /// Where the scenario came from.
    pub file: &'a str,
    /// What the command line changed in it, as written there.
    pub options: &'a str,
    /// The seed.
    pub seed: u64,
    /// Worlds, rows or trajectories asked for.
    pub size: u64,
    /// Histories at each point.
    pub histories: u64,
    /// Did the user stop it before its end?
    pub interrupted: bool,
}

/// What the odds of an outcome hang on. Odds and changes of odds are shares, not points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Drivers {
    /// How it was looked for; the finding stands under the key of this name.
    pub method: DriversMethod,
    /// The outcome whose odds are studied, as `--of` takes it.
    pub of: String,
    /// How much was played, in the unit of the method.
    pub effort: Effort,
    /// Paths of inputs under study that change nothing over their range.
    pub inert: Vec<String>,
    /// Do inputs hang together in the file, so that moving one alone is not learning it?
    pub hang_together: bool,
    /// One input at a time from its low to its high end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tornado: Option<Tornado>,
    /// Which inputs can be left alone (Morris 1991).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub morris: Option<MorrisScreening>,
    /// What explains the spread between worlds (Sobol' 1993).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sobol: Option<SobolShares>,
    /// At what value of an input the odds reach a target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_even: Option<BreakEvenSearch>,
}

/// A method, as the command takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DriversMethod {
    /// One input at a time.
    Tornado,
    /// Morris screening.
    Morris,
    /// Sobol' indices.
    Sobol,
    /// Break-even.
    BreakEven,
}

/// How much was played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    /// Of what the method plays.
    pub unit: EffortUnit,
    /// So many were played.
    pub played: u64,
    /// So many were asked for.
    pub asked: u64,
}

/// What a method plays many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EffortUnit {
    /// Worlds, each with every change.
    Worlds,
    /// Ways through the inputs' ranges, one input moved at a step, each in a world of its own.
    Trajectories,
    /// Rows of Saltelli's design: two worlds, and for each input one mixed of both.
    Rows,
}

impl Found<'_> {
    /// How it was looked for.
    pub fn method(&self) -> DriversMethod {
        match self.finding {
            Finding::Tornado(..) => DriversMethod::Tornado,
            Finding::Morris(_) => DriversMethod::Morris,
            Finding::Sobol(_) => DriversMethod::Sobol,
            Finding::BreakEven(_) => DriversMethod::BreakEven,
        }
    }

    /// How much was played.
    pub fn effort(&self) -> Effort {
        let (unit, played) = match self.finding {
            Finding::Tornado(swings, _) => (EffortUnit::Worlds, swings.worlds as u64),
            Finding::Morris(found) => (EffortUnit::Trajectories, found.trajectories as u64),
            Finding::Sobol(shares) => (EffortUnit::Rows, shares.rows as u64),
            Finding::BreakEven(_) => (EffortUnit::Worlds, self.size),
        };
        Effort { unit, played, asked: self.size }
    }
}

impl DriversMethod {
    /// The word of tables, of JSON and of the command.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tornado => "tornado",
            Self::Morris => "morris",
            Self::Sobol => "sobol",
            Self::BreakEven => "break-even",
        }
    }
}

impl EffortUnit {
    /// The word of tables and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Worlds => "worlds",
            Self::Trajectories => "trajectories",
            Self::Rows => "rows",
        }
    }
}

impl Envelope<Drivers> {
    /// What a study of the inputs answers.
    pub fn of_drivers(found: Found<'_>) -> Self {
        let answer = Drivers::new(found);
        let Effort { unit, played, .. } = answer.effort;
        let run = RunOf {
            seed: found.seed,
            // A row mixes two worlds.
            worlds: if unit == EffortUnit::Rows { 2 * played } else { played },
            histories: found.histories,
            stopped: if found.interrupted {
                StopReason::Interrupted
            } else {
                StopReason::AllWorlds
            },
        };
        Self::new("drivers", answer).about(found.scenario, found.file, found.options).played(run)
    }
}

impl Drivers {
    /// The answer in data.
    pub fn new(found: Found<'_>) -> Self {
        let Found { scenario, finding, .. } = found;
        let mut answer = Self {
            method: found.method(),
            of: found.outcome.word(scenario).to_owned(),
            effort: found.effort(),
            inert: found.inert.iter().map(|&id| path(scenario, id)).collect(),
            hang_together: scenario.dependence.is_some(),
            tornado: None,
            morris: None,
            sobol: None,
            break_even: None,
        };
        match finding {
            Finding::Tornado(swings, choices) => {
                answer.tornado = Some(Tornado::new(scenario, swings, choices));
            }
            Finding::Morris(screening) => {
                answer.morris = Some(MorrisScreening::new(scenario, screening));
            }
            Finding::Sobol(shares) => answer.sobol = Some(SobolShares::new(scenario, shares)),
            Finding::BreakEven(threshold) => {
                answer.break_even = Some(BreakEvenSearch::new(scenario, threshold));
            }
        }
        answer
    }
}

/// The path of an input.
fn path(scenario: &Scenario, input: InputId) -> String {
    scenario.inputs[input.index()].path.clone()
}

impl From<IntervalEstimate> for Mean {
    fn from(estimate: IntervalEstimate) -> Self {
        let IntervalEstimate { value, low, high } = estimate;
        Self { value, low, high, half_width: estimate.width() / 2.0 }
    }
}
