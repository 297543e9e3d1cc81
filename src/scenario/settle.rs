//! Numbers that a variant or `--set` scales or shifts, worked out: what stands in the tree afterwards is what one
//! would have written, and loads as the same scenario.

use super::tree::{Node, Table, Value};
use crate::model::Scenario;
use crate::prior::Prior;

/// Puts numbers where the tree has changes of numbers. `scenario` is what the tree was resolved to.
pub(crate) fn settle(tree: &mut Table, scenario: &Scenario) {
    let mut walk = Walk { scenario, filled: false };
    walk.table(tree);
    if walk.filled {
        walk.keep_undrawn(tree);
    }
}

struct Walk<'s> {
    scenario: &'s Scenario,
    /// Did a default get written out?
    filled: bool,
}

impl Walk<'_> {
    fn table(&mut self, table: &mut Table) {
        for entry in &mut table.entries {
            self.node(&mut entry.node);
        }
        // What was to be scaled and counts nowhere is as good as not there.
        table.entries.retain(|entry| !matches!(entry.node.value, Value::Rescaled { .. }));
    }

    fn node(&mut self, node: &mut Node) {
        match &mut node.value {
            Value::Table(table) => self.table(table),
            Value::List(items) => items.iter_mut().for_each(|item| self.node(item)),
            Value::Rescaled { base: Some(base), scale, shift, .. } if states(base) => {
                self.node(base);
                let mut moved = std::mem::replace(&mut base.value, Value::Flag(false));
                number(&mut moved, *scale, *shift);
                node.value = moved;
            }
            Value::Rescaled { path, .. } => {
                let input =
                    self.scenario.input_id(path).map(|id| &self.scenario.inputs[id.index()]);
                if let Some(value) = input.and_then(|input| form(&input.prior)) {
                    node.value = value;
                    self.filled = true;
                }
            }
            _ => {}
        }
    }

    /// The cost of defection is drawn where somebody says how far it keeps its word. Whoever only scales the
    /// default has not said so; whoever reads what is written here has.
    fn keep_undrawn(&self, tree: &mut Table) {
        let cost = &self.scenario.inputs[self.scenario.constants.defection_cost.index()];
        let Prior::Constant(cost) = cost.prior else { return };
        if self.scenario.offers().is_some() {
            return;
        }
        if tree.get("model").is_none() {
            let span = super::source::Span::default();
            tree.set("model", Node { span, value: Value::Table(Table::default()) });
        }
        if let Some(Value::Table(model)) = tree.get_mut("model").map(|node| &mut node.value)
            && model.get("defection_cost").is_none()
        {
            let span = super::source::Span::default();
            model.set("defection_cost", Node { span, value: Value::Number(cost) });
        }
    }
}

/// Is there a number of the file beneath all changes, and not a default?
fn states(node: &Node) -> bool {
    match &node.value {
        Value::Rescaled { base, .. } => base.as_deref().is_some_and(states),
        _ => true,
    }
}

/// A number in any of its forms, times `scale` plus `shift`, as [`Prior::affine`] has it.
fn number(value: &mut Value, scale: f64, shift: f64) {
    let moved = |number: f64| scale * number + shift;
    match value {
        Value::Number(number) => *number = moved(*number),
        Value::Text(duration) => {
            let months = super::duration::months(duration).unwrap_or_default();
            *value = Value::Number(moved(months));
        }
        Value::Table(table) if table.get("value").is_some() => {
            if let Some(inside) = table.get_mut("value") {
                number(&mut inside.value, scale, shift);
            }
        }
        _ if scale <= 0.0 => *value = Value::Number(shift),
        Value::List(_) => numbers(value, moved),
        Value::Table(table) => {
            for entry in &mut table.entries {
                match entry.name.as_str() {
                    "uniform" | "triangular" | "pert" | "choice" | "min" | "max" => {
                        numbers(&mut entry.node.value, moved);
                    }
                    "normal" => {
                        if let Value::List(items) = &mut entry.node.value
                            && let [mean, spread] = &mut items[..]
                        {
                            numbers(&mut mean.value, moved);
                            numbers(&mut spread.value, |spread| scale * spread);
                        }
                    }
                    _ => {}
                }
            }
            let is_beta = table.get("beta").is_some();
            for (name, end) in [("min", 0.0), ("max", 1.0)] {
                if is_beta && table.get(name).is_none() {
                    table.set(name, plain(moved(end)));
                }
            }
        }
        _ => {}
    }
}

fn numbers(value: &mut Value, moved: impl Fn(f64) -> f64 + Copy) {
    match value {
        Value::Number(number) => *number = moved(*number),
        Value::List(items) => items.iter_mut().for_each(|item| numbers(&mut item.value, moved)),
        _ => {}
    }
}

/// A prior as the file has it; of those that are defaults.
fn form(prior: &Prior) -> Option<Value> {
    let (low, high) = prior.support();
    let numbers = match prior {
        Prior::Constant(number) => return Some(Value::Number(*number)),
        Prior::Uniform(_) => vec![low, high],
        Prior::Triangular(_) | Prior::Pert(_) => vec![low, prior.mode(), high],
        Prior::Normal(_) | Prior::Beta(_) | Prior::Choice(_) => return None,
    };
    let mut table = Table::default();
    let numbers = Value::List(numbers.into_iter().map(plain).collect());
    table.set(prior.kind(), Node { span: super::source::Span::default(), value: numbers });
    Some(Value::Table(table))
}

fn plain(number: f64) -> Node {
    Node { span: super::source::Span::default(), value: Value::Number(number) }
}
