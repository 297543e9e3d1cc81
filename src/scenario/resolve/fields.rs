//! Reading the keys of one table, and numbers into inputs.
//!
//! What is of the wrong kind reads as absent: the first pass has reported it.

use super::Resolver;
use crate::model::{Input, InputId, MONTH_DAYS, Provenance, Scale, months_between};
use crate::prior::{Pert, Prior, Triangular, Uniform};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{Bounds, Kind, LARGEST, Need, Table};
use crate::scenario::number;
use crate::scenario::shape::{join, key_path};
use crate::scenario::source::Span;
use crate::scenario::tree::{self, Node, Value};

use jiff::civil::Date;

/// One table of the file, or an absent one whose keys all have their defaults.
#[derive(Clone, Debug)]
pub(crate) struct Fields<'t> {
    table: Option<&'t tree::Table>,
    keys: &'static Table,
    /// Its path.
    pub(crate) path: String,
    /// Where it stands: its key, or the table itself in a list.
    pub(crate) span: Span,
}

/// What a number may be, and what it is when left out.
pub(super) struct Rule {
    pub(super) bounds: Bounds,
    pub(super) scale: Option<Scale>,
    pub(super) default: Option<Prior>,
}

impl Rule {
    /// On the scale of an issue.
    pub(super) fn on(scale: Scale) -> Self {
        Self { bounds: Bounds::between(scale.low, scale.high), scale: Some(scale), default: None }
    }

    /// Within bounds.
    pub(super) fn within(bounds: Bounds) -> Self {
        Self { bounds, scale: None, default: None }
    }
}

impl<'t> Fields<'t> {
    /// The top level.
    pub(crate) fn root(table: &'t tree::Table, keys: &'static Table) -> Self {
        Self { table: Some(table), keys, path: String::new(), span: Span::default() }
    }

    /// A table that stands at a node.
    pub(crate) fn at(node: &'t Node, keys: &'static Table, path: String, key: Span) -> Self {
        let span = if key.source == node.span.source { key } else { node.span };
        Self { table: node.as_table(), keys, path, span }
    }

    /// The table under a key; an absent one when the key is.
    pub(crate) fn sub(&self, name: &str, keys: &'static Table) -> Self {
        let path = match self.keys.key(name) {
            Some(key) => key_path(&self.path, key),
            None => join(&self.path, name),
        };
        match self.table.and_then(|table| table.entry(name)) {
            Some(entry) => Self::at(&entry.node, keys, path, entry.span),
            None => Self { table: None, keys, path, span: self.span },
        }
    }

    /// Is the key there?
    pub(crate) fn has(&self, name: &str) -> bool {
        self.node(name).is_some()
    }

    /// The value of a key.
    pub(crate) fn node(&self, name: &str) -> Option<&'t Node> {
        self.table.and_then(|table| table.get(name))
    }

    /// The text of a key.
    pub(crate) fn text(&self, name: &str) -> Option<&'t str> {
        self.node(name).and_then(Node::as_text)
    }

    /// The flag of a key.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        match self.node(name)?.value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// The date of a key.
    pub(crate) fn date(&self, name: &str) -> Option<Date> {
        match self.node(name)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The table of a key.
    pub(crate) fn table_of(&self, name: &str) -> Option<&'t tree::Table> {
        self.node(name).and_then(Node::as_table)
    }

    /// The entries of the table of a key; none when it is absent.
    pub(crate) fn entries(&self, name: &str) -> &'t [tree::Entry] {
        self.table_of(name).map_or(&[], |table| &table.entries)
    }

    /// The list of a key; empty when it is absent.
    pub(crate) fn list(&self, name: &str) -> &'t [Node] {
        self.node(name).and_then(Node::as_list).unwrap_or(&[])
    }

    /// Where the value of a key stands, or else the table.
    pub(crate) fn span_of(&self, name: &str) -> Span {
        self.node(name).map_or(self.span, |node| node.span)
    }

    /// Where a key itself stands, or else the table.
    pub(crate) fn key_span(&self, name: &str) -> Span {
        let entry = self.table.and_then(|table| table.entry(name));
        entry.map_or(self.span, |entry| entry.span)
    }

    /// The path of a key.
    pub(crate) fn path_of(&self, name: &str) -> String {
        join(&self.path, name)
    }

    /// Bounds and default of a number as the key table has them.
    pub(super) fn rule(&self, name: &str) -> Rule {
        let Some(key) = self.keys.key(name) else { return Rule::within(Bounds::ANY) };
        let bounds = match key.kind {
            Kind::Number(bounds)
            | Kind::Months(bounds)
            | Kind::MonthsOrDay(bounds)
            | Kind::WordOrNumber(_, bounds) => bounds,
            _ => Bounds::ANY,
        };
        let default = match key.need {
            Need::Number(number) => Some(Prior::Constant(number)),
            Need::Uniform(low, high) => Uniform::new(low, high).ok().map(Prior::Uniform),
            Need::Pert(low, mode, high) => Pert::new(low, mode, high).ok().map(Prior::Pert),
            Need::Triangular(low, mode, high) => {
                Triangular::new(low, mode, high).ok().map(Prior::Triangular)
            }
            _ => None,
        };
        Rule { bounds, scale: None, default }
    }
}

impl Resolver<'_> {
    /// A number of a table, by the key table's bounds and default.
    pub(super) fn number(&mut self, fields: &Fields<'_>, name: &str) -> InputId {
        let rule = fields.rule(name);
        self.input(fields.node(name), fields.path_of(name), fields.span, &rule)
    }

    /// The same, with a default of one's own.
    pub(super) fn number_or(&mut self, fields: &Fields<'_>, name: &str, default: f64) -> InputId {
        let rule = Rule { default: Some(Prior::Constant(default)), ..fields.rule(name) };
        self.input(fields.node(name), fields.path_of(name), fields.span, &rule)
    }

    /// A number that is made an input only where it stands.
    pub(super) fn number_on(&mut self, fields: &Fields<'_>, name: &str, scale: Scale) -> InputId {
        self.input(fields.node(name), fields.path_of(name), fields.span, &Rule::on(scale))
    }

    /// A number in any form, or its default, as an input; a placeholder where it cannot be read.
    pub(super) fn input(
        &mut self,
        node: Option<&Node>,
        path: String,
        owner: Span,
        rule: &Rule,
    ) -> InputId {
        let placeholder = rule.default.clone().unwrap_or(Prior::Constant(rule.bounds.min.max(0.0)));
        let (prior, provenance) = match node {
            None => (placeholder, Provenance::default()),
            Some(node) => match number::read(node, rule.default.as_ref(), &path) {
                Ok((prior, provenance)) => {
                    self.check_bounds(&prior, node.span, rule, &path);
                    (prior, provenance)
                }
                Err(found) => {
                    if found.is_empty() {
                        self.unread.push(unreadable(node, &path));
                    }
                    self.found.extend(found);
                    (placeholder, Provenance::default())
                }
            },
        };
        self.spans.push(node.map_or(owner, |node| node.span));
        self.inputs.push(Input::new(path, prior, provenance));
        InputId::new(self.inputs.len() - 1)
    }

    /// The whole support of a prior has to lie within its bounds.
    fn check_bounds(&mut self, prior: &Prior, span: Span, rule: &Rule, path: &str) {
        let (low, high) = reach(prior);
        if rule.bounds.hold(low, high) {
            return;
        }
        let code = if rule.scale.is_some() { codes::OFF_SCALE } else { codes::OUT_OF_BOUNDS };
        let words = match rule.scale {
            Some(_) => format!("on its issue's scale, {}", rule.bounds.rule()),
            None => rule.bounds.rule(),
        };
        let below = !rule.bounds.above_min(low);
        let end = if below { low } else { high };
        let found = if prior.is_uncertain() {
            let reach = if prior.support().0 < low && below {
                "has no low end".to_owned()
            } else if prior.support().1 > high && !below {
                "has no high end".to_owned()
            } else {
                format!("may be {}", shown(end))
            };
            Diagnostic::new(code, span, format!("`{path}` must always be {words}, but {reach}"))
        } else {
            Diagnostic::new(code, span, format!("`{path}` must be {words}, not {}", shown(end)))
        };
        let found = match mend(prior, rule, below, high > rule.bounds.max) {
            Some(help) => found.help(help),
            None => found,
        };
        self.push(found.path(path));
    }

    /// A certain number that the file says in other words, such as a date.
    pub(super) fn certain(&mut self, fields: &Fields<'_>, name: &str, number: f64) -> InputId {
        self.spans.push(fields.span_of(name));
        let provenance = Provenance { stated: true, ..Provenance::default() };
        self.inputs.push(Input::new(fields.path_of(name), Prior::Constant(number), provenance));
        InputId::new(self.inputs.len() - 1)
    }

    /// Months from the as-of date to a date of the file, checked to lie within the horizon.
    pub(super) fn months(&mut self, date: Date, span: Span, path: &str, past: bool) -> f64 {
        let Some(as_of) = self.as_of else { return 0.0 };
        let months = months_between(as_of, date);
        if months < 0.0 {
            self.push(
                Diagnostic::new(codes::BEFORE_AS_OF, span, format!("{date} is before the scenario's as-of date"))
                    .label(format!("the world is frozen on {as_of}"))
                    .help("only what lies ahead can be played; what happened before belongs in the numbers")
                    .path(path),
            );
            return 0.0;
        }
        // A calendar month is up to three days longer than the model's.
        if !past && months > self.clock.horizon + 3.0 / MONTH_DAYS {
            self.push(
                Diagnostic::new(
                    codes::AFTER_HORIZON,
                    span,
                    format!("{date} is after the end of the horizon"),
                )
                .label(format!(
                    "the talks are played for {} months from {as_of}",
                    shown(self.clock.horizon)
                ))
                .help("make `clock.horizon` longer or the date earlier")
                .path(path),
            );
        }
        if past { months } else { months.min(self.clock.horizon) }
    }
}

/// What the first pass has refused already, and if it has not, is refused now.
fn unreadable(node: &Node, path: &str) -> Diagnostic {
    let message = format!("`{path}` cannot be read as a number");
    Diagnostic::new(codes::WRONG_KIND, node.span, message).path(path)
}

/// The ends of a prior. A normal without ends reaches as far as any number may: what lies beyond
/// is never drawn.
fn reach(prior: &Prior) -> (f64, f64) {
    let (low, high) = prior.support();
    match prior {
        Prior::Normal(_) => (low.max(-LARGEST), high.min(LARGEST)),
        _ => (low, high),
    }
}

/// A number as a message shows it: no more than six digits.
pub(crate) fn shown(number: f64) -> String {
    let rounded = (number * 1e6).round() / 1e6;
    if rounded == 0.0 && number != 0.0 { format!("{number:e}") } else { format!("{rounded}") }
}

/// What to write so that a prior stays within its bounds.
fn mend(prior: &Prior, rule: &Rule, below: bool, above: bool) -> Option<String> {
    let bounds = rule.bounds;
    match prior {
        Prior::Normal(_) => {
            let min = below.then(|| {
                let min = if bounds.open { bounds.min + 0.001 } else { bounds.min };
                format!("min = {min}")
            });
            let max = above.then(|| format!("max = {}", bounds.max));
            let ends: Vec<String> = min.into_iter().chain(max).collect();
            Some(format!("cut it off: add `{}`", ends.join(", ")))
        }
        _ if rule.scale.is_some() => {
            Some("move it onto the scale, or widen the issue's `scale`".to_owned())
        }
        Prior::Constant(number) if above => number::percent(*number, bounds),
        // Every end of an uncertain number is meant in the same way.
        _ if above => number::percent(prior.support().1, bounds)
            .map(|help| format!("{help}, and so the others")),
        _ => None,
    }
}
