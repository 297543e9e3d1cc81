//! A hash of everything that decides the numbers of a scenario, and of nothing else: two files
//! that differ in titles, sources, comments or layout have the same one.

use std::fmt;

use crate::model::{Process, Provenance, Scenario, Talks, Vote};

/// What the model holds of keys that a peace process does not use, as `Debug` writes it there. It is left
/// out: scenarios that know nothing of these keep the hash they had before there were any, and studies of
/// them can be resumed.
const UNUSED: [&str; 4] =
    ["bargainer: None, ", "points: 0, ", "deadline_is_dated: false, ", "foreseen: false, "];

/// blake3 of the scenario without its words, as 64 hex digits.
///
/// What is left after the words are taken out is written by `Debug`, and the scenario itself by [`Hashed`],
/// which names every field it has: one that is added to the model is in the hash from its first day.
pub(crate) fn of(scenario: &Scenario) -> String {
    let mut bare = scenario.clone();
    for input in &mut bare.inputs {
        input.provenance = Provenance::default();
    }
    let peace = matches!(bare.process, Process::Peace);
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
    let mut text = format!("zopa scenario 1 {:?}", Hashed(&bare));
    if peace {
        for idle in UNUSED {
            text = text.replace(idle, "");
        }
    }
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// A scenario as it is hashed: the fields and names it had when the first hashes were taken, so that a model
/// with better names keeps them. What came later is written only where a file makes use of it.
struct Hashed<'a>(&'a Scenario);

impl fmt::Debug for Hashed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scenario {
            title: _,
            as_of,
            process,
            clock,
            inputs,
            dependence,
            issues,
            parties,
            trust,
            constants,
            front,
            mediation,
            summit,
            talks,
            coalition,
            durability,
            interims,
            events,
            questions,
            variants: _,
            fingerprint: _,
        } = self.0;
        let mut hashed = f.debug_struct("Scenario");
        hashed.field("title", &"").field("as_of", as_of);
        if let Process::Offers(offers) = process {
            hashed.field(
                "protocol",
                &format_args!(
                    "AlternatingOffers(AlternatingOffers {{ rounds: {} }})",
                    offers.rounds
                ),
            );
        }
        hashed.field("clock", clock).field("inputs", inputs);
        if dependence.is_some() {
            hashed.field("dependence", dependence);
        }
        hashed.field("issues", issues).field("parties", parties).field("trust", trust);
        hashed.field("constants", constants).field("front", front).field("mediation", mediation);
        hashed.field("summit", summit);
        if *talks != Talks::default() || matches!(process, Process::Offers(_)) {
            hashed.field("talks", talks);
        }
        hashed.field("coalition", coalition).field("durability", durability);
        if !interims.is_empty() {
            hashed.field("interims", interims);
        }
        hashed.field("events", events).field("questions", questions);
        hashed.field("variants", &[(); 0]).field("fingerprint", &"");
        hashed.finish()
    }
}
