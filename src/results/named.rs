//! Who or what is meant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;

/// A party, an issue or whatever else a file names: for programs and for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// Its name in the file.
    pub id: String,
    /// What readers call it.
    pub title: String,
}

impl Named {
    /// A key and a title.
    pub fn new(id: &str, title: &str) -> Self {
        Self { id: id.to_owned(), title: title.to_owned() }
    }

    /// A party by its index.
    pub fn party(scenario: &Scenario, party: usize) -> Self {
        let party = &scenario.parties[party];
        Self::new(&party.id, &party.title)
    }

    /// An issue by its index.
    pub fn issue(scenario: &Scenario, issue: usize) -> Self {
        let issue = &scenario.issues[issue];
        Self::new(&issue.id, &issue.title)
    }
}
