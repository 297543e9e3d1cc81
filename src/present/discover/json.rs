//! Boxes as JSON, `schema_version` 1.

use serde_json::{Value, json};

use super::{Discovery, InputColumn, Interest, Source, words};
use crate::analysis::prim::{Chosen, Limits, Phase, Restriction, Side, Stability, Step};
use crate::montecarlo::Comparison;

/// Version of the shape.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// The boxes as a JSON document.
pub fn json(found: Discovery<'_>) -> Value {
    let boxes = found.boxes.iter().map(|(chosen, stability)| one(found, chosen, stability));
    json!({
        "schema_version": SCHEMA_VERSION,
        "source": source(found.source),
        "interest": interest(found.interest),
        "cases": found.cases.0,
        "of_interest": found.cases.1,
        "inputs": found.inputs.iter().map(|input| &input.name).collect::<Vec<_>>(),
        "left_out": found.left_out.iter()
            .map(|(name, why)| json!({ "input": name, "reason": why })).collect::<Vec<_>>(),
        "boxes": boxes.collect::<Vec<_>>(),
    })
}

pub(super) fn source(source: Source<'_>) -> Value {
    json!({
        "file": source.file,
        "title": source.title,
        "fingerprint": source.scenario.map(|scenario| &scenario.fingerprint),
        "options": source.options,
        "histories": source.histories,
        "seed": source.seed,
        "zopa_version": env!("CARGO_PKG_VERSION"),
    })
}

pub(super) fn interest(interest: &Interest) -> Value {
    json!({
        "outcome": interest.outcome,
        "comparison": match interest.comparison {
            Comparison::AtLeast => ">=",
            Comparison::AtMost => "<=",
        },
        "threshold": interest.threshold,
        "about_a_quarter": interest.is_about_a_quarter(),
        "share": interest.share,
    })
}

fn one(found: Discovery<'_>, chosen: &Chosen, stability: &Stability) -> Value {
    let scenario = found.source.scenario;
    let mut told = step(found.inputs, &chosen.told);
    let own = chosen.told.restrictions.iter().zip(&stability.returned);
    told["restrictions"] = own
        .map(|(restriction, returned)| {
            let input = &found.inputs[restriction.column];
            let mut value = self::restriction(found.inputs, restriction);
            value["words"] = json!(format!(
                "{} {}",
                words::input(scenario, input),
                words::demand(scenario, input, restriction)
            ));
            value["returned"] = json!(returned);
            value
        })
        .collect();
    let lifted = chosen.lifted.iter().map(|lifted| restriction(found.inputs, lifted));
    let others = stability.others.iter().map(|other| {
        json!({
            "input": found.inputs[other.column].name,
            "end": match other.end { -1 => "low", 1 => "high", _ => "categories" },
            "returned": other.share,
        })
    });
    json!({
        "box": told,
        "dense_enough": chosen.is_dense_enough,
        "chosen_step": chosen.step,
        "dropped": lifted.collect::<Vec<_>>(),
        "resamples": {
            "count": stability.resamples,
            "density_outside": stability.density_outside,
            "coverage_outside": stability.coverage_outside,
            "others": others.collect::<Vec<_>>(),
        },
        "trajectory": chosen.found.trajectory.iter()
            .map(|each| step(found.inputs, each)).collect::<Vec<_>>(),
    })
}

fn step(inputs: &[InputColumn], step: &Step) -> Value {
    let restrictions = step.restrictions.iter().map(|each| restriction(inputs, each));
    json!({
        "phase": match step.phase {
            Phase::Start => "start",
            Phase::Peel => "peel",
            Phase::Paste => "paste",
            Phase::Lift => "drop",
        },
        "coverage": step.coverage,
        "density": step.density,
        "mass": step.mass,
        "cases": step.cases,
        "of_interest": step.of_interest,
        "restricted": step.restricted,
        "restrictions": restrictions.collect::<Vec<_>>(),
    })
}

fn restriction(inputs: &[InputColumn], restriction: &Restriction) -> Value {
    let input = &inputs[restriction.column];
    let mut value = json!({ "input": input.name });
    match &restriction.side {
        Side::AtLeast(at) => value["at_least"] = json!(at),
        Side::AtMost(at) => value["at_most"] = json!(at),
        Side::OneOf(kept) => value["one_of"] = json!(names(input, kept)),
    }
    value["quasi_p"] = json!(restriction.quasi_p);
    value
}

/// The names of some categories.
pub(super) fn names(input: &InputColumn, kept: &[usize]) -> Vec<String> {
    kept.iter().filter_map(|&category| input.categories.get(category)).cloned().collect()
}

/// The limits of an input in words that a table can hold: `low`, `high`.
pub(super) fn ends(limits: &Limits) -> (String, String) {
    match limits {
        Limits::Interval { low, high } => (low.to_string(), high.to_string()),
        Limits::Categories(_) => (String::new(), String::new()),
    }
}
