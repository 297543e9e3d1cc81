//! What would have to be true for there to be a zone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::worlds::PercentileSpread;
use crate::analysis::map::{Condition, ConditionSpread};
use crate::engine::Hinge;
use crate::model::Scenario;
use crate::results::Named;

/// A kind of number that may open a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hinged {
    /// What a year's war costs the party.
    WarCost,
    /// What no deal is worth to it.
    Reservation,
    /// The end of what it accepts on an issue.
    Limit,
    /// Its red line on an issue.
    RedLine,
    /// An option that it never signs.
    Refusal,
    /// A side payment to it.
    SidePayment,
}

/// A number of the file and the value with which, alone, it would open a zone in the likeliest world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpeningChange {
    /// Whose number.
    pub party: Named,
    /// Which.
    pub what: Hinged,
    /// The issue that it is about, if any.
    pub issue: Option<Named>,
    /// The option that would have to be accepted.
    pub option: Option<String>,
    /// The path of the input that holds it, where there is one.
    pub path: Option<String>,
    /// What it is now, in the file's unit.
    pub from: f64,
    /// What it would have to be, in the file's unit.
    pub to: f64,
    /// The probability that the file gives to less; null for a number that it is sure of.
    pub level: Option<f64>,
}

/// How often one number alone would open a zone, in the worlds that have none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConditionInWorlds {
    /// Whose number.
    pub party: Named,
    /// Which.
    pub what: Hinged,
    /// The issue that it is about, if any.
    pub issue: Option<Named>,
    /// The option that would have to be accepted.
    pub option: Option<String>,
    /// Share of the worlds without a zone that it would open.
    pub opens: f64,
    /// What it would have to be there, in the file's unit.
    pub to: PercentileSpread,
    /// By how much it would have to change, in the file's unit.
    pub change: PercentileSpread,
}

impl Hinged {
    /// The kind of a number of the engine.
    pub(crate) fn of(hinge: Hinge) -> Self {
        match hinge {
            Hinge::WarCost => Self::WarCost,
            Hinge::Reservation => Self::Reservation,
            Hinge::Limit(_) => Self::Limit,
            Hinge::RedLine(_) => Self::RedLine,
            Hinge::Refusal(..) => Self::Refusal,
            Hinge::SidePayment => Self::SidePayment,
        }
    }
}

fn issue(scenario: &Scenario, hinge: Hinge) -> Option<Named> {
    match hinge {
        Hinge::Limit(k) | Hinge::RedLine(k) | Hinge::Refusal(k, _) => {
            Some(Named::issue(scenario, k))
        }
        Hinge::WarCost | Hinge::Reservation | Hinge::SidePayment => None,
    }
}

fn option(scenario: &Scenario, hinge: Hinge) -> Option<String> {
    match hinge {
        Hinge::Refusal(k, option) => Some(scenario.issues[k].options[option].clone()),
        Hinge::WarCost
        | Hinge::Reservation
        | Hinge::SidePayment
        | Hinge::Limit(_)
        | Hinge::RedLine(_) => None,
    }
}

impl OpeningChange {
    pub(super) fn new(scenario: &Scenario, condition: &Condition) -> Self {
        Self {
            party: Named::party(scenario, condition.party),
            what: Hinged::of(condition.hinge),
            issue: issue(scenario, condition.hinge),
            option: option(scenario, condition.hinge),
            path: condition.input.map(|id| scenario.inputs[id.index()].path.clone()),
            from: condition.from,
            to: condition.to,
            level: condition.level,
        }
    }
}

impl ConditionInWorlds {
    pub(super) fn new(scenario: &Scenario, condition: &ConditionSpread) -> Self {
        Self {
            party: Named::party(scenario, condition.party),
            what: Hinged::of(condition.hinge),
            issue: issue(scenario, condition.hinge),
            option: option(scenario, condition.hinge),
            opens: condition.opens,
            to: condition.to.into(),
            change: condition.change.into(),
        }
    }
}
