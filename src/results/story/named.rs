//! What a story names: parties, issues and terms by key and title, times by month or round.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::results::Named;

/// Where a text settles an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// The issue.
    pub issue: Named,
    /// The position on the issue's own scale; of an option its number, from 0.
    pub position: f64,
    /// The option that is chosen, where the issue has options.
    pub option: Option<String>,
}

impl Term {
    /// The coordinate `x` in [0, 1] of an issue.
    pub fn new(scenario: &Scenario, issue: usize, x: f64) -> Self {
        let stated = &scenario.issues[issue];
        let option = stated.has_options().then(|| stated.options[stated.option_at(x)].clone());
        let position = stated.scale.from_unit(x);
        Self { issue: Named::issue(scenario, issue), position, option }
    }

    /// Every issue of a package in [0, 1].
    pub fn all(scenario: &Scenario, text: &[f64]) -> Vec<Self> {
        text.iter().enumerate().map(|(issue, &x)| Self::new(scenario, issue, x)).collect()
    }
}

/// What something is worth to a party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Valued {
    /// To whom.
    pub party: Named,
    /// How much, from 0 to 1: 1 is all it could want.
    pub value: f64,
}

/// When something happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Time {
    /// In a peace process.
    Month {
        /// Months since the as-of date of the file.
        months: f64,
        /// The day, as YYYY-MM-DD; null past the end of the calendar.
        date: Option<String>,
    },
    /// By alternating offers.
    Round {
        /// The round, from 1.
        round: u64,
    },
}

impl Time {
    /// The time `t` of the engine: months, or rounds by alternating offers.
    pub fn new(scenario: &Scenario, t: f64) -> Self {
        if scenario.offers().is_some() {
            return Self::Round { round: t as u64 };
        }
        Self::Month { months: t, date: scenario.day_of(t).map(|day| day.to_string()) }
    }
}
