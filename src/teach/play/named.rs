//! Issues as they are called at the table.

use crate::model::Scenario;

/// The issue that somebody names by its key or its title, in letters of any size.
pub(super) fn issue(scenario: &Scenario, name: &str) -> Result<usize, String> {
    let lower = name.to_lowercase();
    let same = |text: &str| text.to_lowercase() == lower;
    let by_any = || scenario.issues.iter().position(|own| same(&own.id) || same(&own.title));
    scenario.issue_index(name).or_else(by_any).ok_or_else(|| {
        let keys: Vec<&str> = scenario.issues.iter().map(|issue| issue.id.as_str()).collect();
        format!("there is no issue {name}; issues are {}", keys.join(", "))
    })
}
