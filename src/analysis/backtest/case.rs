//! A case of a back-test.

use crate::model::Scenario;

/// A case to play.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What it is called.
    pub id: &'a str,
    /// The scenario, with its outcomes.
    pub scenario: &'a Scenario,
}

impl Case<'_> {
    /// How many of its questions have an outcome.
    pub(super) fn resolved(&self) -> usize {
        self.scenario.questions.iter().filter(|asked| asked.resolved.is_some()).count()
    }
}
