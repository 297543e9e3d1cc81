//! One trial of a plan, played again for an onlooker.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::fmt;

use super::draw::Draws;
use super::plan::Plan;
use crate::engine::{Ending, History, Observer, Record, Seat, Table, Trial};
use crate::model::{CommonFactor, Scenario};
use crate::stream::{MAX_HISTORIES, MAX_WORLDS};

/// The number of a trial among those of a plan: its world times the plan's histories, plus its history. With
/// another number of histories in each world it is another trial.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct TrialId(pub u64);

/// There is no trial of that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no trial {trial}; {}", rule(*histories))]
pub struct NoSuchTrial {
    /// The number asked for.
    pub trial: TrialId,
    /// Histories in each world.
    pub histories: u64,
}

fn rule(histories: u64) -> String {
    if histories == 0 || histories > MAX_HISTORIES {
        return format!("a world has 1 to {MAX_HISTORIES} histories, not {histories}");
    }
    let last = u128::from(MAX_WORLDS) * u128::from(histories) - 1;
    format!("with {histories} histories in each world they are numbered from 0 to {last}")
}

impl fmt::Display for TrialId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl TrialId {
    /// Which history of which world this is, where a world has so many histories.
    ///
    /// # Errors
    /// When its world has no draws of its own: more than 2⁴⁰ worlds are never played.
    pub fn place(self, histories: u64) -> Result<Trial, NoSuchTrial> {
        Trial::numbered(self.0, histories).ok_or(NoSuchTrial { trial: self, histories })
    }
}

/// A trial that was played again.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Replay<'a> {
    /// Which history of which world it is.
    pub trial: Trial,
    /// The world: the value of every input, in the order of the scenario.
    pub values: Vec<f64>,
    /// What is behind several inputs at once, each with where it fell among all worlds, in (0, 1).
    pub factors: Vec<(&'a CommonFactor, f64)>,
    /// How it ended.
    pub ending: Ending,
    /// What happened on the way.
    pub record: Record,
    ground: bool,
    nearest: (f64, bool),
}

impl Replay<'_> {
    /// The same as the engine tells it.
    pub fn history(&self) -> History<'_> {
        History {
            ending: self.ending,
            ground: self.ground,
            nearest_gain: self.nearest.0,
            nearest_crosses: self.nearest.1,
            record: &self.record,
        }
    }
}

/// Plays one trial of a plan again, to the last bit as the run played it; `observer` is told all that happens.
///
/// It need not lie within the plan's worlds: a longer run would have come to it.
///
/// # Errors
/// When there is no such trial.
///
/// # Examples
/// ```
/// use zopa::scenario::{TemplateKind, template};
/// use zopa::{LoadOptions, Plan, TrialId, load, replay};
///
/// let text = template(TemplateKind::TwoParty, "Water from the upper valley");
/// let scenario = load("water.toml", &text, &LoadOptions::default())?.scenario;
/// let played = replay(&scenario, &Plan::default(), TrialId(32), &mut ())?;
/// assert_eq!((played.trial.world, played.trial.history), (6, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn replay<'a, O: Observer>(
    scenario: &'a Scenario,
    plan: &Plan,
    trial: TrialId,
    observer: &mut O,
) -> Result<Replay<'a>, NoSuchTrial> {
    let trial = trial.place(plan.histories)?;
    let mut draws = Draws::new(scenario, plan.seed, &plan.fixed);
    draws.seek(trial.world);
    let values = draws.draw().to_vec();
    let table = Table::new(scenario, plan.seed);
    let mut seat = Seat::new(&table);
    seat.enter(&values, trial);
    let history = seat.negotiate(observer);
    Ok(Replay {
        trial,
        factors: draws.factors().collect(),
        values,
        ending: history.ending,
        ground: history.ground,
        nearest: (history.nearest_gain, history.nearest_crosses),
        record: history.record.clone(),
    })
}
