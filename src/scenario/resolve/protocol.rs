//! The protocol, and what of a file means nothing under it.

use super::{Fields, Resolver};
use crate::model::{Issue, MOST_COMBINATIONS, Offers, Process};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{
    ISSUE, MODEL, OF_BARGAINERS, OUTSIDE, PARTY, PROTOCOL, QUESTION, ROUNDS,
};
use crate::scenario::shape::{is_alternating, join};
use crate::scenario::source::Span;
use crate::scenario::tree;

/// Tables of the top level that belong to the peace process.
const OF_PEACE: [&str; 10] = [
    "clock",
    "front",
    "mediation",
    "summit",
    "talks",
    "coalition",
    "durability",
    "interim",
    "events",
    "trust",
];
/// Keys of a party that belong to it.
const OF_ITS_PARTIES: [&str; 10] = [
    "pledge",
    "leverage",
    "payment",
    "reciprocity",
    "loss_aversion",
    "deadline",
    "readiness_spread",
    "good_faith",
    "breach_hazard",
    "betrayal_loss",
];
/// Questions that alternating offers can answer.
const ANSWERED: [&str; 2] = ["signed", "ratified"];
/// The most numbers of alternating offers that are kept: outcomes times parties.
const MOST_UTILITIES: usize = 8_000_000;

/// The rules of the file, before anything else of it is read.
pub(super) fn protocol(tree: &tree::Table, root: &Fields<'_>) -> Process {
    if !is_alternating(tree) {
        return Process::Peace;
    }
    let table = root.sub("protocol", &PROTOCOL);
    let rounds = table.node("rounds").and_then(tree::Node::as_number);
    let rounds = rounds.filter(|rounds| (1.0..=10_000.0).contains(rounds)).unwrap_or(ROUNDS);
    Process::Offers(Offers::new(rounds as usize))
}

impl Resolver<'_> {
    /// What belongs to the other protocol is refused: it would look as if it counted.
    pub(super) fn check_protocol(&mut self, root: &Fields<'_>, issues: &[Issue]) {
        match self.process {
            Process::Peace => self.check_peace(root),
            Process::Offers(_) => {
                self.check_offers(root);
                self.check_combinations(root, issues);
            }
        }
    }

    fn check_offers(&mut self, root: &Fields<'_>) {
        for key in OF_PEACE.into_iter().filter(|key| root.has(key)) {
            self.foreign(key, root.key_span(key), key, "the peace process");
        }
        let model = root.sub("model", &MODEL);
        for key in MODEL.keys.iter().filter(|key| key.name != "loss") {
            self.foreign_key(&model, key.name, "the peace process");
        }
        for entry in root.entries("issues") {
            let fields = Fields::at(&entry.node, &ISSUE, join("issues", &entry.name), entry.span);
            for key in ["effect", "draft_shift", "status_quo"] {
                self.foreign_key(&fields, key, "the peace process");
            }
        }
        for entry in root.entries("parties") {
            let fields = Fields::at(&entry.node, &PARTY, join("parties", &entry.name), entry.span);
            for key in OF_ITS_PARTIES {
                self.foreign_key(&fields, key, "the peace process");
            }
            let outside = fields.sub("outside", &OUTSIDE);
            if outside.has("war") {
                self.push(
                    other_protocol(outside.span_of("war"), "`war`", "the peace process")
                        .help("write the value of no deal: outside = { reservation = 0.4 }")
                        .path(outside.path_of("war")),
                );
            }
            if let Some(role) = fields.text("role").filter(|role| *role != "principal") {
                self.push(
                    other_protocol(
                        fields.span_of("role"),
                        &format!("a {role}"),
                        "the peace process",
                    )
                    .help("with alternating offers every party bargains and has to accept: drop `role`, or the party")
                    .path(fields.path_of("role")),
                );
            }
        }
        for (index, node) in root.list("questions").iter().enumerate() {
            let path = join("questions", &index.to_string());
            let fields = Fields::at(node, &QUESTION, path, node.span);
            let what = fields.text("what").unwrap_or("signed");
            if !ANSWERED.contains(&what) {
                self.push(
                    other_protocol(
                        fields.span_of("what"),
                        &format!("what = \"{what}\""),
                        "the peace process",
                    )
                    .help("ask whether a deal is \"signed\" or \"ratified\"")
                    .path(fields.path_of("what")),
                );
            }
            if fields.has("by") {
                self.push(
                    other_protocol(fields.span_of("by"), "`by`", "the peace process")
                        .help("rounds have no dates: write by_round = 20")
                        .path(fields.path_of("by")),
                );
            }
        }
    }

    fn check_peace(&mut self, root: &Fields<'_>) {
        for entry in root.entries("issues") {
            let fields = Fields::at(&entry.node, &ISSUE, join("issues", &entry.name), entry.span);
            self.foreign_key(&fields, "points", "alternating offers");
        }
        for entry in root.entries("parties") {
            let fields = Fields::at(&entry.node, &PARTY, join("parties", &entry.name), entry.span);
            for key in OF_BARGAINERS {
                self.foreign_key(&fields, key, "alternating offers");
            }
        }
        for (index, node) in root.list("questions").iter().enumerate() {
            let path = join("questions", &index.to_string());
            let fields = Fields::at(node, &QUESTION, path, node.span);
            self.foreign_key(&fields, "by_round", "alternating offers");
        }
        let rounds = root.sub("protocol", &PROTOCOL);
        self.foreign_key(&rounds, "rounds", "alternating offers");
    }

    fn foreign_key(&mut self, fields: &Fields<'_>, key: &str, protocol: &str) {
        if fields.has(key) {
            self.foreign(key, fields.key_span(key), &fields.path_of(key), protocol);
        }
    }

    fn foreign(&mut self, key: &str, span: Span, path: &str, protocol: &str) {
        let help = match self.process {
            Process::Peace => {
                format!("drop `{key}`, or write protocol = \"alternating-offers\" at the top")
            }
            Process::Offers(_) => format!(
                "drop `{key}`, or the line `protocol`: without it the peace process is played"
            ),
        };
        self.push(other_protocol(span, &format!("`{key}`"), protocol).help(help).path(path));
    }

    /// Offers are drawn from a list of all outcomes, of which there have to be few enough.
    fn check_combinations(&mut self, root: &Fields<'_>, issues: &[Issue]) {
        let outcomes = issues.iter().map(Issue::choices).fold(1_usize, usize::saturating_mul);
        let parties = root.entries("parties").len().max(1);
        let most = MOST_COMBINATIONS.min(MOST_UTILITIES / parties);
        let scales = issues.iter().any(|issue| !issue.has_options());
        if outcomes <= most || !scales && outcomes > MOST_COMBINATIONS {
            return;
        }
        self.push(
            Diagnostic::new(
                codes::TOO_MANY_OUTCOMES,
                root.span_of("issues"),
                format!("there are {outcomes} outcomes"),
            )
            .label(format!("at most {most} are enumerated with so many parties"))
            .help("leave out options or issues, or give the scales fewer `points`")
            .path("issues"),
        );
    }
}

fn other_protocol(span: Span, what: &str, protocol: &str) -> Diagnostic {
    Diagnostic::new(codes::OTHER_PROTOCOL, span, format!("{what} belongs to {protocol}"))
        .label("it means nothing under this scenario's protocol")
}
