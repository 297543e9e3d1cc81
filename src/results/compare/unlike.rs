//! What cannot be set side by side.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo::Shared;

/// What a base and an alternative do not have in common, by the names of their files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unlike {
    /// Parties of one side alone.
    pub parties: Alone,
    /// Issues of one side alone, or not on the same scale.
    pub issues: Alone,
    /// Questions that one side alone asks.
    pub questions: Alone,
    /// Questions that both ask, but of another day or in other words.
    pub asked_otherwise: Vec<String>,
    /// Do they begin on another day, or look another time ahead?
    pub other_time: bool,
}

/// Names that one side alone has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alone {
    /// In the base.
    pub base: Vec<String>,
    /// In the alternative.
    pub alternative: Vec<String>,
}

impl Unlike {
    pub(super) fn new(base: &Scenario, other: &Scenario, shared: &Shared) -> Self {
        let asked_otherwise = shared.questions.iter().filter_map(|&(own, theirs)| {
            let (own, theirs) = (&base.questions[own], &other.questions[theirs]);
            let alike = own.by_months == theirs.by_months && own.text == theirs.text;
            (!alike).then(|| own.id.clone())
        });
        Self {
            parties: Alone::of(&shared.parties, [base, other].map(parties)),
            issues: Alone::of(&shared.issues, [base, other].map(issues)),
            questions: Alone::of(&shared.questions, [base, other].map(questions)),
            asked_otherwise: asked_otherwise.collect(),
            other_time: base.as_of != other.as_of
                || base.clock.horizon.total_cmp(&other.clock.horizon).is_ne(),
        }
    }
}

impl Alone {
    /// What is in no pair of numbers.
    fn of(shared: &[(usize, usize)], [base, alternative]: [Vec<&str>; 2]) -> Self {
        let alone = |ids: Vec<&str>, is_shared: &dyn Fn(usize) -> bool| {
            let alone = ids.into_iter().enumerate().filter(|(number, _)| !is_shared(*number));
            alone.map(|(_, id)| id.to_owned()).collect()
        };
        Self {
            base: alone(base, &|number| shared.iter().any(|pair| pair.0 == number)),
            alternative: alone(alternative, &|number| shared.iter().any(|pair| pair.1 == number)),
        }
    }
}

fn parties(scenario: &Scenario) -> Vec<&str> {
    scenario.parties.iter().map(|party| party.id.as_str()).collect()
}

fn issues(scenario: &Scenario) -> Vec<&str> {
    scenario.issues.iter().map(|issue| issue.id.as_str()).collect()
}

fn questions(scenario: &Scenario) -> Vec<&str> {
    scenario.questions.iter().map(|asked| asked.id.as_str()).collect()
}
