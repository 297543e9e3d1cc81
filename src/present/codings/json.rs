//! Two codings as JSON, `schema_version` 1. Keys are only ever added within a version.

use serde_json::{Value, json};

use super::{CodingsView, group_word};
use crate::analysis::codings::{Agreement, Likeness, Spread};
use crate::model::Scenario;
use crate::montecarlo::{Contrast, Paired};
use crate::present::json::estimate;

/// Version of the shape.
const SCHEMA_VERSION: u32 = 1;

/// The results as a JSON document.
pub fn json(view: CodingsView<'_>) -> Value {
    let likeness = &view.agreements.likeness;
    let contrasts = view.contrasts;
    let side = |scenario: &Scenario, file: &str| json!({ "file": file, "title": scenario.title, "fingerprint": scenario.fingerprint });
    let swaps = view.swaps.iter().zip(&contrasts.contrasts).map(|(swap, contrast)| {
        json!({
            "group": view.group(swap.group),
            "of": group_word(swap.group),
            "numbers": swap.numbers,
            "effect": effect(view.a, contrast),
        })
    });
    json!({
        "schema_version": SCHEMA_VERSION,
        "run": {
            "seed": contrasts.seed.0,
            "worlds": contrasts.worlds,
            "histories": contrasts.histories,
            "zopa_version": env!("CARGO_PKG_VERSION"),
        },
        "a": side(view.a, view.files[0]),
        "b": side(view.b, view.files[1]),
        "agreement": view.agreements.kinds.iter().map(agreement).collect::<Vec<_>>(),
        "numbers": likeness.both.iter().map(|one| number(view.a, one)).collect::<Vec<_>>(),
        "only_a": likeness.only_a,
        "only_b": likeness.only_b,
        "notes": view.agreements.notes,
        "b_against_a": contrasts.contrasts.last().map(|contrast| effect(view.a, contrast)),
        "swaps": swaps.collect::<Vec<_>>(),
    })
}

fn agreement(one: &Agreement) -> Value {
    json!({
        "kind": one.kind.map_or("points of scales", |kind| kind.word()),
        "numbers": one.numbers,
        "same": one.same,
        "overlap": one.overlap,
        "distance": one.distance,
        "alpha": one.alpha.map(|alpha| json!({
            "value": alpha.value,
            "low": alpha.interval.0,
            "high": alpha.interval.1,
            "units": alpha.units,
        })),
    })
}

fn spread(spread: &Spread) -> Value {
    json!({
        "low": spread.low,
        "median": spread.median,
        "high": spread.high,
        "spread": spread.spread,
    })
}

fn number(a: &Scenario, one: &Likeness) -> Value {
    json!({
        "path": one.path,
        "kind": one.kind.word(),
        "party": one.party.map(|party| &a.parties[party].id),
        "a": spread(&one.a),
        "b": spread(&one.b),
        "same": one.same,
        "overlap": one.overlap,
        "shift": one.shift,
        "scale_share": one.scale_share,
    })
}

/// Odds with A and with the other side, and their difference.
fn effect(a: &Scenario, contrast: &Contrast) -> Value {
    let paired = |id: &str, paired: &Paired| {
        json!({
            "id": id,
            "a": estimate(&paired.base),
            "with": estimate(&paired.alternative),
            "difference": paired.difference.value,
            "low": paired.difference.low,
            "high": paired.difference.high,
            "method": paired.difference.method.word(),
        })
    };
    let chain = contrast.chain.iter().map(|(link, pairs)| paired(link.word(), pairs));
    let questions = contrast.questions.iter();
    let questions = questions.map(|((asked, _), pairs)| paired(&a.questions[*asked].id, pairs));
    json!({
        "chain": chain.collect::<Vec<_>>(),
        "questions": questions.collect::<Vec<_>>(),
        "zone": paired("zone", &contrast.zone),
    })
}
