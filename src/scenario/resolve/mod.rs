//! Second pass: a tree of the right shape becomes a [`Scenario`], or every reason why not.
//!
//! Nothing stops at the first error: whatever cannot be understood is reported, stands as a
//! placeholder, and the rest is read on. The scenario is used only when nothing was reported.

mod bargainers;
mod dependence;
mod events;
mod fields;
mod home;
mod interims;
mod issues;
mod names;
mod options;
mod parties;
mod process;
mod protocol;
mod quantities;
mod questions;
mod talks;
mod trust;
mod uses;

use jiff::civil::Date;

use super::diagnostic::Diagnostic;
use super::keys::{CLOCK, MODEL, ROOT};
use super::source::Span;
use super::tree;
use super::{codes, duration, reserved};
use crate::model::{
    Clock, Constants, Input, InputId, Loss, MediationStyle, Process, Provenance, Role, Scenario,
    Talks, Variant,
};
use crate::prior::{Choice, Prior};

pub(crate) use fields::{Fields, shown};
use names::Names;
use uses::{Uses, uses};

/// How likely the two shapes of the loss are where the file leaves it open, linear first: in a quadratic world
/// wars end by agreement more often than wars do (docs/calibration.md).
const SHAPES: [f64; 2] = [0.9, 0.1];

/// What a tree was resolved to.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    /// The scenario; placeholders stand in it wherever something was found to be wrong.
    pub(crate) scenario: Scenario,
    /// Where each input stands; inputs by default stand at their table.
    pub(crate) spans: Vec<Span>,
    /// What was found.
    pub(crate) found: Vec<Diagnostic>,
    /// Numbers that could not be read, reported by the first pass unless it has a gap.
    pub(crate) unread: Vec<Diagnostic>,
}

/// State of one pass over one tree.
pub(crate) struct Resolver<'t> {
    inputs: Vec<Input>,
    spans: Vec<Span>,
    found: Vec<Diagnostic>,
    unread: Vec<Diagnostic>,
    names: Names<'t>,
    as_of: Option<Date>,
    process: Process,
    uses: &'static Uses,
    clock: Clock,
    talks: Talks,
    style: Option<MediationStyle>,
}

/// Reads a whole tree.
pub(crate) fn resolve(tree: &tree::Table) -> Resolved {
    let root = Fields::root(tree, &ROOT);
    let process = protocol::protocol(tree, &root);
    let mut resolver = Resolver {
        inputs: Vec::new(),
        spans: Vec::new(),
        found: Vec::new(),
        unread: Vec::new(),
        names: Names::of(tree),
        as_of: root.date("as_of"),
        uses: uses(&process),
        process,
        clock: Clock { horizon: 12.0, rounds: 52 },
        talks: Talks::default(),
        style: None,
    };
    resolver.clock = resolver.clock(&root.sub("clock", &CLOCK));
    resolver.talks = resolver.talks(&root);
    let constants = resolver.constants(&root);
    let issues = resolver.issues(&root);
    resolver.check_outcomes(&root, &issues);
    resolver.check_protocol(&root, &issues);
    let parties = resolver.parties(&root, &constants, &issues);
    resolver.check_war(&root, &issues, &parties);
    let trust = resolver.trust(&root);
    let front = resolver.front(&root, &issues);
    let mediation = resolver.mediation(&root, &parties);
    resolver.style = mediation.style;
    let summit = resolver.summit(&root, &parties);
    let coalition = resolver.coalition(&root);
    let durability = resolver.durability(&root);
    let interims = resolver.interims(&root, &issues, &parties);
    let events = resolver.events(&root, &issues, &parties);
    let questions = resolver.questions(&root);
    let variants = resolver.variants(&root);
    let dependence = resolver.dependence(&root);
    let scenario = Scenario {
        title: root.text("title").unwrap_or_default().to_owned(),
        as_of: resolver.as_of.unwrap_or(Date::ZERO),
        process: resolver.process,
        clock: resolver.clock,
        inputs: resolver.inputs,
        dependence,
        issues,
        parties,
        trust,
        constants,
        front,
        mediation,
        summit,
        talks: resolver.talks,
        coalition,
        durability,
        interims,
        events,
        questions,
        variants,
        // Taken once, of the scenario that is handed out.
        fingerprint: String::new(),
    };
    Resolved { scenario, spans: resolver.spans, found: resolver.found, unread: resolver.unread }
}

impl Resolver<'_> {
    fn push(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    fn clock(&mut self, clock: &Fields<'_>) -> Clock {
        if let Process::Offers(rules) = &self.process {
            return Clock { horizon: rules.rounds as f64, rounds: rules.rounds };
        }
        let months = |name| clock.text(name).and_then(|text| duration::months(text).ok());
        let round = months("round").unwrap_or(7.0 / crate::model::MONTH_DAYS);
        let horizon = months("horizon").unwrap_or(12.0);
        if round > horizon {
            let span = clock.span_of("round");
            self.push(
                Diagnostic::new(codes::ROUND_TOO_LONG, span, "a round is longer than the horizon")
                    .help("make the round shorter or the horizon longer")
                    .path("clock.round"),
            );
        }
        let read = Clock::new(round, horizon);
        if read.rounds > 10_000 {
            let message = format!("{} rounds are too many", read.rounds);
            self.push(
                Diagnostic::new(codes::TOO_MANY_ROUNDS, clock.span_of("round"), message)
                    .label("at most 10000 are allowed")
                    .help("make the rounds longer or the horizon shorter")
                    .path("clock.round"),
            );
        }
        read
    }

    fn constants(&mut self, root: &Fields<'_>) -> Constants {
        let model = &root.sub("model", &MODEL);
        // What no party and no vote would ask for is drawn for nothing.
        let any = |key: &str, of: fn(&tree::Table, &str) -> bool| {
            let mut parties = root.entries("parties").iter();
            parties.any(|entry| entry.node.as_table().is_some_and(|party| of(party, key)))
        };
        // A default that is only scaled or shifted says no more than the default.
        let states = |party: &tree::Table, key: &str| {
            let value = party.get(key).map(|node| &node.value);
            !matches!(value, None | Some(tree::Value::Rescaled { base: None, .. }))
        };
        let leaves_out = |party: &tree::Table, key: &str| party.get(key).is_none();
        let leaves_out_as_principal = |party: &tree::Table, key: &str| {
            let role = party.get("role").and_then(tree::Node::as_text);
            role == Some(Role::Principal.word()) && party.get(key).is_none()
        };
        Constants {
            stated_limits_weight: self.spread(model, "stated_limits_weight", true),
            text_rate: self.text_rate(model),
            formulation_error: self.spread(model, "formulation_error", true),
            summit_base: self.number(model, "summit_base"),
            durability_scale: self.number(model, "durability_scale"),
            durability_spread: self.spread(model, "durability_spread", true),
            defection_cost: self.spread(
                model,
                "defection_cost",
                any("ratification", states) || any("good_faith", states),
            ),
            home_front_error: self.number(model, "home_front_error"),
            loss: self.loss(model),
            betrayal_loss: self.spread(
                model,
                "betrayal_loss",
                any("betrayal_loss", leaves_out_as_principal),
            ),
            readiness_spread: self.spread(
                model,
                "readiness_spread",
                any("readiness_spread", leaves_out),
            ),
            breach_hazard: self.spread(model, "breach_hazard", any("breach_hazard", leaves_out)),
        }
    }

    /// γ: 1 or 2, or either where the file does not say.
    fn loss(&mut self, model: &Fields<'_>) -> InputId {
        let word = model.text("loss");
        let either = word.map_or(self.uses.model, |word| word == "either");
        let shape = Loss::ALL.into_iter().find(|shape| Some(shape.word()) == word);
        let prior = Choice::new(&Loss::ALL.map(Loss::gamma), &SHAPES).ok().filter(|_| either);
        let sure = Prior::Constant(shape.unwrap_or(Loss::Linear).gamma());
        let provenance = Provenance { stated: word.is_some(), ..Provenance::default() };
        self.spans.push(model.node("loss").map_or(model.span, |node| node.span));
        self.inputs.push(Input::new(
            "model.loss".to_owned(),
            prior.map_or(sure, Prior::Choice),
            provenance,
        ));
        InputId::new(self.inputs.len() - 1)
    }

    /// A number that is uncertain by default: where it has no use, as with alternating offers, it would be
    /// drawn for nothing.
    fn spread(&mut self, fields: &Fields<'_>, name: &str, has_use: bool) -> InputId {
        if has_use && self.uses.model {
            self.number(fields, name)
        } else {
            self.number_or(fields, name, 0.0)
        }
    }

    fn variants(&mut self, root: &Fields<'_>) -> Vec<Variant> {
        let mut variants = Vec::new();
        for entry in root.entries("variants") {
            if entry.name == reserved::NO_VARIANT {
                self.push(
                    Diagnostic::new(
                        codes::RESERVED_NAME,
                        entry.span,
                        format!("a variant cannot be called `{}`", entry.name),
                    )
                    .label("in a study this is the file as it is")
                    .help("give it another name; the title may say anything")
                    .path(format!("variants.{}", entry.name)),
                );
            }
            let title = entry.node.as_table().and_then(|table| table.get("title")?.as_text());
            let title = title.unwrap_or(&entry.name).to_owned();
            variants.push(Variant { id: entry.name.clone(), title });
        }
        variants
    }
}
