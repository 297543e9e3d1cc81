//! Questions.

use super::{Fields, Resolver};
use crate::model::{Fate, Question, Resolution, What};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{QUESTION, Reference};
use crate::scenario::reserved;
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::tree::{Node, Value};

impl Resolver<'_> {
    pub(super) fn questions(&mut self, root: &Fields<'_>) -> Vec<Question> {
        let mut questions = Vec::new();
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for node in root.list("questions") {
            let id = node.as_table().and_then(|table| table.get("id")?.as_text()).unwrap_or("?");
            let fields = Fields::at(node, &QUESTION, join("questions", id), node.span);
            self.unique(id, "question", &mut seen, &fields, "id");
            self.not_reserved(id, &fields, root);
            questions.push(self.question(id, &fields));
        }
        questions
    }

    /// A question goes by its id beside the links of the chain and the columns of results.
    fn not_reserved(&mut self, id: &str, fields: &Fields<'_>, root: &Fields<'_>) {
        let Some(why) = reserved::taken(id) else { return };
        let others = root.list("questions").iter();
        let others = others.filter_map(|node| node.as_table()?.get("id")?.as_text());
        let help = reserved::help(id, "in-time", &others.collect::<Vec<_>>());
        let message = format!("a question cannot be called `{id}`");
        self.push(
            Diagnostic::new(codes::RESERVED_NAME, fields.span_of("id"), message)
                .label(why)
                .help(help)
                .path(fields.path_of("id")),
        );
    }

    fn question(&mut self, id: &str, fields: &Fields<'_>) -> Question {
        let what = self.what(fields);
        let by = fields.date("by");
        let by_months = by.map(|date| {
            let (span, path) = (fields.span_of("by"), fields.path_of("by"));
            self.months(date, span, &path, what == What::Holds)
        });
        // A round is a month of the clock.
        let by_round = fields.node("by_round").and_then(Node::as_number);
        let by_months = by_months.or(by_round.filter(|_| !self.uses.dates));
        let (base_rate, base_rate_source) = base_rate(fields);
        Question {
            id: id.to_owned(),
            text: fields.text("text").unwrap_or_default().to_owned(),
            what,
            by,
            by_months,
            base_rate,
            base_rate_source,
            resolved: resolved(fields),
        }
    }

    fn what(&mut self, fields: &Fields<'_>) -> What {
        let word = fields.text("what").unwrap_or("signed");
        for (key, belongs) in [("party", "pledged"), ("event", "event")] {
            if fields.has(key) && word != belongs {
                self.push(
                    Diagnostic::new(
                        codes::QUESTION_KEY,
                        fields.span_of(key),
                        format!("`{key}` goes with what = \"{belongs}\", not with \"{word}\""),
                    )
                    .help(format!("drop `{key}`, or write what = \"{belongs}\""))
                    .path(fields.path_of(key)),
                );
            }
        }
        let fate = fate(word);
        if fields.has("interim") && fate.is_none() {
            self.push(
                Diagnostic::new(
                    codes::QUESTION_KEY,
                    fields.span_of("interim"),
                    format!("`interim` does not go with \"{word}\""),
                )
                .help("drop `interim`, or ask what becomes of it: what = \"interim-agreed\"")
                .path(fields.path_of("interim")),
            );
        }
        if let Some(fate) = fate {
            let interim = fields.text("interim").and_then(|name| {
                let (span, path) = (fields.span_of("interim"), fields.path_of("interim"));
                self.refer(Reference::Interim, name, span, &path)
            });
            return What::Interim(fate, interim);
        }
        match word {
            "summit" => What::Summit,
            "ceasefire" => What::Ceasefire,
            "agreed-end" => What::AgreedEnd,
            "ratified" => What::Ratified,
            "carried-out" => What::CarriedOut,
            "holds" => What::Holds,
            "pledged" => What::Pledged(fields.text("party").and_then(|name| {
                let (span, path) = (fields.span_of("party"), fields.path_of("party"));
                self.refer(Reference::Party, name, span, &path)
            })),
            "event" => What::Event(self.event_named(fields).unwrap_or(0)),
            _ => What::Signed,
        }
    }

    fn event_named(&mut self, fields: &Fields<'_>) -> Option<usize> {
        let path = fields.path_of("event");
        if let Some(name) = fields.text("event") {
            return self.refer(Reference::Event, name, fields.span_of("event"), &path);
        }
        if !fields.has("event") {
            self.push(
                Diagnostic::new(
                    codes::QUESTION_KEY,
                    fields.span_of("what"),
                    "a question about an event has to name it",
                )
                .label("which event?")
                .help("add event = \"NAME\" with the name of one of the [[events]]")
                .path(path),
            );
        }
        None
    }
}

/// The fate of interim deals that a word asks about.
fn fate(word: &str) -> Option<Fate> {
    let own = word.strip_prefix("interim-")?;
    Fate::ALL.into_iter().find(|fate| fate.word() == own)
}

fn resolved(fields: &Fields<'_>) -> Option<Resolution> {
    let node = fields.node("resolved")?;
    let flag = |node: &Node| match node.value {
        Value::Flag(flag) => Some(flag),
        _ => None,
    };
    if let Some(outcome) = flag(node) {
        return Some(Resolution { outcome, source: None });
    }
    let table = node.as_table()?;
    Some(Resolution {
        outcome: flag(table.get("outcome")?)?,
        source: table.get("source").and_then(Node::as_text).map(str::to_owned),
    })
}

fn base_rate(fields: &Fields<'_>) -> (Option<f64>, Option<String>) {
    let Some(node) = fields.node("base_rate") else { return (None, None) };
    let table = node.as_table();
    let value = table.map_or(Some(node), |table| table.get("value"));
    let Some(number) = value.and_then(Node::as_number) else { return (None, None) };
    let source = table.and_then(|table| table.get("source")?.as_text()).map(str::to_owned);
    (Some(number), source)
}
