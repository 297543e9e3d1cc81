//! Events: when they happen and what becomes of what.

use super::{Fields, Resolver};
use crate::model::{
    Condition, Event, EventEffect, InputId, Issue, MediationStyle, Operation, Party, Target, When,
};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{EFFECT, EVENT};
use crate::scenario::shape::join;
use crate::scenario::source::Span;
use crate::scenario::tree::Node;

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
        let word = fields.text("while");
        let condition = Condition::ALL.into_iter().find(|one| Some(one.word()) == word);
        let when = match (fields.date("at"), condition) {
            (Some(date), _) => {
                let (span, path) = (fields.span_of("at"), fields.path_of("at"));
                When::At(self.months(date, span, &path, false))
            }
            (None, None) => When::Rate(self.number(fields, "rate")),
            (None, Some(condition)) => When::RateWhile(self.number(fields, "rate"), condition),
        };
        let dated = fields.has("at");
        if dated && condition.is_some() {
            self.misfit_of_event(fields, "while", "`while` goes with `rate`, not with `at`");
        }
        let foreseen = fields.flag("foreseen").unwrap_or(false);
        if foreseen && !dated {
            self.misfit_of_event(fields, "foreseen", "`foreseen` goes with `at`, not with `rate`");
        }
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
            foreseen: foreseen && dated,
            effects,
        }
    }

    fn misfit_of_event(&mut self, fields: &Fields<'_>, key: &str, message: &str) {
        self.push(
            Diagnostic::new(codes::EVENT_KEY, fields.key_span(key), message)
                .help(format!("drop `{key}`"))
                .path(fields.path_of(key)),
        );
    }

    fn effect_of(
        &mut self,
        fields: &Fields<'_>,
        issues: &[Issue],
        parties: &[Party],
    ) -> Option<EventEffect> {
        let (key, operation, amount, other) = if fields.has("multiply") {
            ("multiply", Operation::Multiply, "by", "to")
        } else if fields.has("set") {
            ("set", Operation::Set, "to", "by")
        } else {
            ("add", Operation::Add, "by", "to")
        };
        let stated = fields.has(key);
        for (wrong, at, message, help) in [
            (
                stated && fields.has(other),
                other,
                format!("`{other}` does not go with `{key}`"),
                format!("write `{amount}`"),
            ),
            (
                stated && !fields.has(amount),
                key,
                format!("an effect that says `{key}` needs `{amount}`"),
                format!("add {amount} = …"),
            ),
        ] {
            if wrong {
                self.push(
                    Diagnostic::new(codes::EVENT_KEY, fields.key_span(at), message)
                        .help(help)
                        .path(fields.path_of(at)),
                );
                return None;
            }
        }
        let style = self.style_of(fields, amount);
        let by = match style {
            Some(by) => by,
            None => self.number(fields, amount),
        };
        let quantity = fields.text(key)?;
        let (span, path) = (fields.span_of(key), fields.path_of(key));
        let target = self.target((quantity, span, &path), issues, parties)?;
        let is_style = target == Target::Style;
        if is_style != style.is_some() {
            let message = if is_style {
                "`mediation.style` is set to a style".to_owned()
            } else {
                format!("`{quantity}` is a number")
            };
            self.push(
                Diagnostic::new(codes::EVENT_KEY, fields.span_of(amount), message)
                    .help(if is_style {
                        "write { set = \"mediation.style\", to = \"formulation\" }, or \"facilitation\""
                    } else {
                        "write a number"
                    })
                    .path(fields.path_of(amount)),
            );
            return None;
        }
        Some(EventEffect { target, operation, by })
    }

    /// A style of mediation as the number it has among them.
    fn style_of(&mut self, fields: &Fields<'_>, key: &str) -> Option<InputId> {
        let word = fields.node(key).and_then(Node::as_text)?;
        let number = MediationStyle::ALL.iter().position(|style| style.word() == word)?;
        Some(self.certain(fields, key, number as f64))
    }
}
