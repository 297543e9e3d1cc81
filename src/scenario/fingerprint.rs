//! A hash of everything that decides the numbers of a scenario, and of nothing else: two files
//! that differ in titles, sources, comments or layout have the same one.

use crate::model::{Protocol, Provenance, Scenario, Vote};

/// What the model holds of other protocols and of keys that a peace process does not use, as `Debug` writes
/// it there. It is left out: scenarios that know nothing of these keep the hash they had before there were
/// any, and studies of them can be resumed.
const UNUSED: [&str; 6] = [
    "protocol: PeaceProcess, ",
    "bargainer: None, ",
    "points: 0, ",
    "deadline_is_dated: false, ",
    "talks: Talks { began: None, deadline: None, venue: None, conclaves: [] }, ",
    "foreseen: false, ",
];

/// Inputs that hang together with none, as `Debug` writes it: left out for the same reason.
const INDEPENDENT: &str = "dependence: None, ";
/// What a scenario without interim deals holds of them: left out likewise.
const NONE_OF_THEM: &str = "interims: [], ";

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
    let peace = bare.protocol == Protocol::PeaceProcess;
    for issue in &mut bare.issues {
        if peace {
            issue.points = 0;
        }
        issue.title.clear();
        issue.anchors.clear();
    }
    for party in &mut bare.parties {
        party.title.clear();
        if let Some(Vote::Blocs(blocs)) = party.ratification.as_mut().map(|home| &mut home.vote) {
            for bloc in &mut blocs.blocs {
                bloc.title.clear();
            }
        }
    }
    for interim in &mut bare.interims {
        interim.title.clear();
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
    for factor in bare.dependence.iter_mut().flat_map(|dependence| &mut dependence.factors) {
        factor.title.clear();
    }
    let mut text =
        format!("zopa scenario 1 {bare:?}").replace(INDEPENDENT, "").replace(NONE_OF_THEM, "");
    if peace {
        for idle in UNUSED {
            text = text.replace(idle, "");
        }
    }
    blake3::hash(text.as_bytes()).to_hex().to_string()
}
