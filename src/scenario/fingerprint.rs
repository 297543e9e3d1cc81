//! A hash of everything that decides the numbers of a scenario, and of nothing else: two files
//! that differ in titles, sources, comments or layout have the same one.

use crate::model::{Provenance, Scenario};

/// blake3 of the scenario without its words, as 64 hex digits.
///
/// What is left after the words are taken out is written by `Debug`, so a field that is added to
/// the model is in the hash from its first day.
pub(crate) fn of(scenario: &Scenario) -> String {
    let mut bare = scenario.clone();
    bare.title.clear();
    bare.fingerprint.clear();
    bare.variants.clear();
    for input in &mut bare.inputs {
        input.provenance = Provenance::default();
    }
    for issue in &mut bare.issues {
        issue.title.clear();
        issue.anchors.clear();
    }
    for party in &mut bare.parties {
        party.title.clear();
    }
    for event in &mut bare.events {
        event.title.clear();
    }
    for question in &mut bare.questions {
        question.text.clear();
        question.base_rate = None;
        question.base_rate_source = None;
        question.resolved = None;
    }
    blake3::hash(format!("zopa scenario 1 {bare:?}").as_bytes()).to_hex().to_string()
}
