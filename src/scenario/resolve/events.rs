//! Events and the quantities they change.

use super::{Fields, Resolver};
use crate::model::{
    Event, EventEffect, Issue, IssueEffect, Operation, Outside, Party, Target, When,
};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{EFFECT, EVENT, Reference};
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::suggest;

/// The patterns a quantity may have, for help.
const QUANTITIES: [&str; 8] = [
    "parties.P.outside.cost",
    "parties.P.positions.ISSUE.limit",
    "parties.P.leverage.Q",
    "trust.P.Q",
    "coalition.credibility",
    "coalition.cohesion",
    "front.line",
    "front.drift",
];

impl Resolver<'_> {
    pub(super) fn events(
        &mut self,
        root: &Fields<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Vec<Event> {
        let mut events = Vec::new();
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for node in root.list("events") {
            let name = node.as_table().and_then(|table| table.get("name")?.as_text());
            let name = name.unwrap_or("?");
            let fields = Fields::at(node, &EVENT, join("events", name), node.span);
            self.unique(name, "event", &mut seen, &fields, "name");
            events.push(self.event(name, &fields, issues, parties));
        }
        events
    }

    /// No two events, and no two questions, have the same name.
    pub(super) fn unique<'t>(
        &mut self,
        name: &'t str,
        one: &str,
        seen: &mut Vec<(&'t str, Span)>,
        fields: &Fields<'_>,
        key: &str,
    ) {
        let span = fields.span_of(key);
        if let Some((_, first)) = seen.iter().find(|(known, _)| *known == name && name != "?") {
            self.push(
                Diagnostic::new(codes::SAME_NAME, span, format!("two {one}s are called `{name}`"))
                    .label("the second")
                    .also(*first, "the first")
                    .help("give one of them another name")
                    .path(fields.path_of(key)),
            );
        }
        seen.push((name, span));
    }

    fn event(
        &mut self,
        name: &str,
        fields: &Fields<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Event {
        let (when, dated) = match fields.date("at") {
            Some(date) => {
                let (span, path) = (fields.span_of("at"), fields.path_of("at"));
                (When::At(self.months(date, span, &path, false)), true)
            }
            None => (When::Rate(self.number(fields, "rate")), false),
        };
        let mut effects = Vec::new();
        for (index, node) in fields.list("effects").iter().enumerate() {
            let path = join(&fields.path_of("effects"), &index.to_string());
            let inner = Fields::at(node, &EFFECT, path, node.span);
            effects.extend(self.effect_of(&inner, issues, parties));
        }
        Event {
            id: name.to_owned(),
            title: fields.text("title").unwrap_or(name).to_owned(),
            when,
            once: dated || fields.flag("once").unwrap_or(false),
            effects,
        }
    }

    fn effect_of(
        &mut self,
        fields: &Fields<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Option<EventEffect> {
        let by = self.number(fields, "by");
        let (key, operation) = if fields.has("multiply") {
            ("multiply", Operation::Multiply)
        } else {
            ("add", Operation::Add)
        };
        let quantity = fields.text(key)?;
        let (span, path) = (fields.span_of(key), fields.path_of(key));
        let target = self.target(quantity, span, &path, issues, parties)?;
        Some(EventEffect { target, operation, by })
    }

    fn target(
        &mut self,
        quantity: &str,
        span: Span,
        path: &str,
        issues: &[Issue],
        parties: &[Party],
    ) -> Option<Target> {
        let parts: Vec<&str> = quantity.split('.').collect();
        let has_front = issues.iter().any(|issue| issue.effect == IssueEffect::FrontLine);
        let target = match parts.as_slice() {
            ["coalition", "credibility"] => Target::Credibility,
            ["coalition", "cohesion"] => Target::Cohesion,
            ["front", "line" | "drift"] if !has_front => {
                return self.absent(quantity, "no issue is a front line", span, path);
            }
            ["front", "line"] => Target::FrontLine,
            ["front", "drift"] => Target::FrontDrift,
            ["trust", p, q] => {
                let pair = [
                    self.refer(Reference::Party, p, span, path),
                    self.refer(Reference::Party, q, span, path),
                ];
                let [Some(i), Some(j)] = pair else { return None };
                if i == j {
                    self.push(super::parties::itself(span, "a party has no trust in itself", path));
                    return None;
                }
                Target::Trust(i, j)
            }
            ["parties", p, rest @ ..] => {
                let i = self.refer(Reference::Party, p, span, path)?;
                return self.party_target(i, rest, (quantity, span, path), parties);
            }
            _ => return self.unknown(quantity, span, path),
        };
        Some(target)
    }

    fn party_target(
        &mut self,
        i: usize,
        rest: &[&str],
        (quantity, span, path): (&str, Span, &str),
        parties: &[Party],
    ) -> Option<Target> {
        let party = parties.get(i)?;
        match rest {
            ["outside", "cost"] if matches!(party.outside, Outside::War { .. }) => {
                Some(Target::Cost(i))
            }
            ["outside", "cost"] => {
                self.absent(quantity, "its outside option is not war", span, path)
            }
            ["positions", issue, "limit"] => {
                let k = self.refer(Reference::Issue, issue, span, path)?;
                if party.positions.get(k).is_none_or(Option::is_none) {
                    return self.absent(quantity, "it has no position on that issue", span, path);
                }
                Some(Target::Limit(i, k))
            }
            ["leverage", other] => {
                let j = self.refer(Reference::Party, other, span, path)?;
                if !party.leverage.iter().any(|(to, _)| *to == j) {
                    return self.absent(quantity, "it has no leverage over that party", span, path);
                }
                Some(Target::Leverage(i, j))
            }
            _ => self.unknown(quantity, span, path),
        }
    }

    fn absent<T>(&mut self, quantity: &str, why: &str, span: Span, path: &str) -> Option<T> {
        self.push(
            Diagnostic::new(
                codes::UNKNOWN_QUANTITY,
                span,
                format!("`{quantity}` is not in this scenario"),
            )
            .label(why)
            .path(path),
        );
        None
    }

    fn unknown<T>(&mut self, quantity: &str, span: Span, path: &str) -> Option<T> {
        self.push(
            Diagnostic::new(
                codes::UNKNOWN_QUANTITY,
                span,
                format!("events cannot change `{quantity}`"),
            )
            .help(format!("they can change {}", suggest::listed(&QUANTITIES)))
            .path(path),
        );
        None
    }
}
