//! Findings as JSON, `schema_version` 1: every input, at full precision. Odds and changes of odds are
//! shares, not points.

use serde_json::{Value, json};

use super::terminal::shape;
use super::{DriversView, Finding};
use crate::analysis::IntervalEstimate;
use crate::analysis::breakeven::{BreakEven, Crossing, End};
use crate::analysis::drivers::{
    ChoiceOdds, Elsewhere, Screening, Shares, Swings, Threshold, level_of,
};
use crate::analysis::sobol::Outcome;

/// Version of the shape. Keys are only ever added within a version.
const SCHEMA_VERSION: u32 = 1;

/// The finding as a JSON document.
pub fn json(view: DriversView<'_>) -> Value {
    let scenario = view.scenario;
    let (count, what) = view.effort();
    json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": {
            "title": scenario.title,
            "file": view.file,
            "fingerprint": scenario.fingerprint,
            "as_of": scenario.dated().map(|date| date.to_string()),
        },
        "drivers": {
            "method": view.finding.method(),
            "of": view.of(),
            "seed": view.seed,
            what: count,
            "histories": view.histories,
            "interrupted": view.interrupted,
            "zopa_version": env!("CARGO_PKG_VERSION"),
            "inert": view.inert.iter().map(|&id| view.path(id)).collect::<Vec<_>>(),
        },
        view.finding.method(): match view.finding {
            Finding::Tornado(swings, choices) => tornado(view, swings, choices),
            Finding::Morris(screening) => morris(view, screening),
            Finding::Sobol(shares) => sobol(view, shares),
            Finding::BreakEven(threshold) => break_even(view, threshold),
        },
    })
}

fn interval(estimate: &IntervalEstimate) -> Value {
    json!({ "value": estimate.value, "low": estimate.low, "high": estimate.high })
}

/// An outcome that moves clearly more than the one asked for.
fn elsewhere(view: DriversView<'_>, elsewhere: Elsewhere) -> Value {
    json!({
        "of": elsewhere.outcome.word(view.scenario),
        "change": interval(&elsewhere.change),
    })
}

fn tornado(view: DriversView<'_>, swings: &Swings, choices: &[ChoiceOdds]) -> Value {
    let inputs = swings.swings.iter().map(|swing| {
        json!({
            "path": view.path(swing.input),
            "low": { "at": swing.ends.0, "odds": interval(&swing.odds.0) },
            "high": { "at": swing.ends.1, "odds": interval(&swing.odds.1) },
            "swing": interval(&swing.bar.swing),
            "elsewhere": swing.elsewhere.map(|elsewhere| self::elsewhere(view, elsewhere)),
        })
    });
    let choices = choices.iter().map(|choice| {
        json!({
            "set": choice.set,
            "words": choice.words,
            "odds": interval(&choice.odds),
            "change": interval(&choice.change),
            "elsewhere": choice.elsewhere.map(|elsewhere| self::elsewhere(view, elsewhere)),
        })
    });
    json!({
        "base": interval(&swings.base),
        "inputs": inputs.collect::<Vec<_>>(),
        "structural": choices.collect::<Vec<_>>(),
    })
}

fn morris(view: DriversView<'_>, screening: &Screening) -> Value {
    let inputs = screening.effects.iter().map(|effect| {
        json!({
            "path": view.path(effect.input),
            "mu_star": interval(&effect.mu_star),
            "mu": effect.mu,
            "sigma": effect.sigma,
            "by_chance": effect.by_chance,
            "clear": effect.is_clear(),
            "shape": effect.is_clear().then(|| shape(effect)),
        })
    });
    json!({ "inputs": inputs.collect::<Vec<_>>() })
}

fn sobol(view: DriversView<'_>, shares: &Shares) -> Value {
    match &shares.outcome {
        Outcome::Constant { value } => json!({ "outcome": "constant", "odds": value }),
        Outcome::NoiseAlone { observed, noise } => json!({
            "outcome": "noise-alone", "observed_variance": observed, "noise_variance": noise,
        }),
        Outcome::Indices(found) => {
            let inputs = shares.inputs.iter().zip(&found.inputs).map(|(&input, index)| {
                json!({
                    "path": input.map(|id| view.path(id)),
                    "first": interval(&index.first),
                    "total": interval(&index.total),
                })
            });
            json!({
                "outcome": "indices",
                "mean": found.mean,
                "variance": found.variance,
                "noise_share": found.noise_share,
                "first_order_sum": found.first_order_sum,
                "widest_interval": found.widest,
                "converged": found.converged,
                "undefined_resamples": found.undefined_resamples,
                "inputs": inputs.collect::<Vec<_>>(),
            })
        }
    }
}

fn break_even(view: DriversView<'_>, threshold: &Threshold) -> Value {
    let (word, crossings) = match &threshold.found {
        BreakEven::Never { .. } => ("never", Vec::new()),
        BreakEven::Everywhere { .. } => ("everywhere", Vec::new()),
        BreakEven::Once(crossing) => ("once", vec![*crossing]),
        BreakEven::Several(crossings) => ("several", crossings.clone()),
    };
    let prior = &view.scenario.inputs[threshold.input.index()].prior;
    let end = |end: End| match end {
        End::At(value) => Some(value),
        End::Beyond => None,
    };
    let crossing = |crossing: &Crossing| {
        json!({
            "at": crossing.at,
            "low": end(crossing.low),
            "high": end(crossing.high),
            "upward": crossing.upward,
            "level": level_of(prior, crossing.at),
        })
    };
    let asked = threshold.asked.iter().map(|(at, response)| {
        let odds = &response.odds;
        json!({
            "at": at,
            "odds": odds.value,
            "low": odds.low,
            "high": odds.high,
            "standard_error": response.standard_error,
        })
    });
    json!({
        "path": view.path(threshold.input),
        "range": [threshold.range.0, threshold.range.1],
        "target": threshold.target,
        "outcome": word,
        "crossings": crossings.iter().map(crossing).collect::<Vec<_>>(),
        "asked": asked.collect::<Vec<_>>(),
    })
}
