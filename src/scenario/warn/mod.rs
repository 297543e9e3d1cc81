//! Warnings: what loads and runs, but is rarely meant.

mod blocs;
mod idle;
mod limits;
mod positions;
mod scales;

use super::codes;
use super::diagnostic::Diagnostic;
use super::resolve::Resolved;
use super::source::Span;
use super::tree::{self, Node};
use crate::model::{Certainty, InputId, Scenario};

/// Below so many rounds the line, beliefs and cohesion hardly get to move.
const FEW_ROUNDS: usize = 4;
/// The share of judgement among numbers with a certainty that is worth a word, and how many such
/// numbers there have to be.
const MOSTLY: (f64, usize) = (0.9, 20);

/// Everything that is worth a word in a scenario without errors.
pub(crate) fn of(tree: &tree::Table, resolved: &Resolved) -> Vec<Diagnostic> {
    let mut warn =
        Warn { tree, scenario: &resolved.scenario, spans: &resolved.spans, found: Vec::new() };
    warn.positions();
    warn.limits_and_alternatives();
    warn.scales();
    warn.unwanted_issues();
    warn.idle_events();
    warn.idle_pledges();
    warn.idle_leverage();
    warn.idle_concession_speed();
    warn.ties_of_blocs();
    warn.idle_approval();
    warn.questions();
    warn.idle_dependence();
    warn.later_knowledge();
    warn.coarse_rounds();
    warn.mostly_judgement();
    warn.found
}

struct Warn<'t> {
    tree: &'t tree::Table,
    scenario: &'t Scenario,
    spans: &'t [Span],
    found: Vec<Diagnostic>,
}

impl Warn<'_> {
    fn push(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    /// Where an input stands.
    fn span(&self, input: InputId) -> Span {
        self.spans.get(input.index()).copied().unwrap_or_default()
    }

    fn path(&self, input: InputId) -> &str {
        &self.scenario.inputs[input.index()].path
    }

    fn mode(&self, input: InputId) -> f64 {
        self.scenario.inputs[input.index()].prior.mode()
    }

    fn mean(&self, input: InputId) -> f64 {
        self.scenario.inputs[input.index()].prior.mean()
    }

    /// Is it 0 in every world?
    fn is_nothing(&self, input: InputId) -> bool {
        let (low, high) = self.scenario.inputs[input.index()].prior.support();
        low == 0.0 && high == 0.0
    }

    /// Where the key at the end of a path stands, or the nearest one above it.
    fn key(&self, path: &[&str]) -> Span {
        let mut span = Span::default();
        let mut table = Some(self.tree);
        for name in path {
            let Some(entry) = table.and_then(|table| table.entry(name)) else { break };
            span = entry.span;
            table = entry.node.as_table();
        }
        span
    }

    /// The item at an index of a list, and where one of its keys stands.
    fn item_key(&self, list: &str, index: usize, name: &str) -> Span {
        let item = self.tree.get(list).and_then(Node::as_list).and_then(|list| list.get(index));
        let value = item.and_then(|item| item.as_table()?.get(name));
        value.or(item).map_or_else(Span::default, |node| node.span)
    }

    fn later_knowledge(&mut self) {
        let as_of = self.scenario.as_of;
        for (input, span) in self.scenario.inputs.iter().zip(self.spans) {
            let Some(date) = input.provenance.date.filter(|date| *date > as_of) else { continue };
            self.found.push(
                Diagnostic::new(
                    codes::LATER_KNOWLEDGE,
                    *span,
                    format!("`{}` became known on {date}, after the scenario's as-of date", input.path),
                )
                .label(format!("the world is frozen on {as_of}"))
                .help("a forecast must not use what was not known yet: take the number as it stood, or move `as_of`")
                .path(input.path.as_str()),
            );
        }
    }

    fn coarse_rounds(&mut self) {
        let rounds = self.scenario.clock.rounds;
        if rounds >= FEW_ROUNDS {
            return;
        }
        let rounds_in_words = super::shape::plural(rounds, "round");
        if self.scenario.offers().is_some() {
            let found = Diagnostic::new(
                codes::COARSE_ROUNDS,
                self.key(&["protocol", "rounds"]),
                format!("the talks have only {rounds_in_words}"),
            );
            self.push(
                found
                    .label("the last round is the deadline: there is hardly time to concede")
                    .help("take as many rounds as the talks have: the odds hang on it")
                    .path("protocol.rounds"),
            );
            return;
        }
        let message = format!("the horizon has only {rounds_in_words}");
        self.push(
            Diagnostic::new(codes::COARSE_ROUNDS, self.key(&["clock", "round"]), message)
                .label("the front, beliefs and cohesion move once a round")
                .help("make the rounds shorter: odds do not hang on their length, detail does")
                .path("clock.round"),
        );
    }

    fn mostly_judgement(&mut self) {
        let known: Vec<Certainty> =
            self.scenario.inputs.iter().filter_map(|input| input.provenance.certainty).collect();
        let opinion = known.iter().filter(|known| **known >= Certainty::Judgement).count();
        if known.len() < MOSTLY.1 || (opinion as f64) < MOSTLY.0 * known.len() as f64 {
            return;
        }
        let message = format!(
            "{opinion} of {} numbers with a certainty are judgement or unverified",
            known.len()
        );
        self.push(
            Diagnostic::new(codes::MOSTLY_JUDGEMENT, self.key(&["title"]), message)
                .help("the odds are then mostly the author's opinion; `zopa run` tells which numbers matter most, and are worth a source")
                .path("title"),
        );
    }
}
