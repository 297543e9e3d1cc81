//! A back-test as JSON, `schema_version` 1. Keys are only ever added within a version.

use serde_json::{Value, json};

use super::BacktestView;
use crate::analysis::backtest::{MeanScore, Recalibration, ReferenceScore, Scored, Setting, Told};
use crate::analysis::scoring::{FLOOR, Murphy};
use crate::model::Scenario;
use crate::present::json::estimate;

/// Version of the shape.
const SCHEMA_VERSION: u32 = 1;

/// The results as a JSON document.
pub fn json(view: BacktestView<'_>) -> Value {
    let backtest = view.backtest;
    let cases = backtest.cases.iter().zip(view.scenarios).zip(view.files);
    let cases: Vec<Value> = cases
        .map(|((case, scenario), file)| {
            let questions = case.questions.iter().map(|one| question(scenario, one));
            json!({
                "id": case.id,
                "title": case.title,
                "file": file,
                "fingerprint": scenario.fingerprint,
                "as_of": scenario.as_of.to_string(),
                "questions": questions.collect::<Vec<_>>(),
                "open_questions": case.open,
            })
        })
        .collect();
    json!({
        "schema_version": SCHEMA_VERSION,
        "run": {
            "seed": backtest.seed.0,
            "worlds": backtest.worlds,
            "histories": backtest.histories,
            "zopa_version": env!("CARGO_PKG_VERSION"),
        },
        "counts": {
            "cases": backtest.cases.len(),
            "questions": backtest.questions().count(),
        },
        "log_floor": FLOOR,
        "cases": cases,
        "brier": mean(&backtest.brier),
        "log": mean(&backtest.log),
        "references": backtest.references.iter().map(reference).collect::<Vec<_>>(),
        "murphy": murphy(&backtest.murphy, backtest.bins),
        "discrimination": backtest.told.iter().map(told).collect::<Vec<_>>(),
        "recalibration": backtest.recalibration.as_ref().map(|found| {
            recalibration(found, &backtest.cases.iter().map(|case| &*case.id).collect::<Vec<_>>())
        }),
    })
}

fn question(scenario: &Scenario, one: &Scored) -> Value {
    let asked = &scenario.questions[one.question];
    json!({
        "id": one.id,
        "text": one.text,
        "by": asked.by.map(|by| by.to_string()),
        "estimate": estimate(&one.estimate),
        "outcome": one.happened,
        "source": asked.resolved.as_ref().and_then(|resolved| resolved.source.clone()),
        "base_rate": one.base_rate,
        "others_share": one.others_share,
        "brier": one.brier,
        "log": one.log,
    })
}

fn mean(score: &MeanScore) -> Value {
    json!({ "value": score.value, "interval": score.interval.map(|(low, high)| [low, high]) })
}

fn reference(score: &ReferenceScore) -> Value {
    json!({
        "id": score.reference.word(),
        "questions": score.questions,
        "brier": mean(&score.brier),
        "log": mean(&score.log),
        "model_brier": mean(&score.model_brier),
        "brier_saved": mean(&score.brier_saved),
        "log_saved": mean(&score.log_saved),
        "skill": score.skill,
    })
}

fn murphy(murphy: &Murphy, bins: usize) -> Value {
    let table = murphy.bins.iter().map(|bin| {
        let (low, high) = bin.interval();
        json!({
            "low": bin.low,
            "high": bin.high,
            "count": bin.count,
            "happened": bin.happened,
            "frequency": bin.frequency(),
            "frequency_interval": [low, high],
            "mean_odds": bin.mean_odds,
        })
    });
    json!({
        "bins": bins,
        "table": table.collect::<Vec<_>>(),
        "reliability": murphy.reliability,
        "resolution": murphy.resolution,
        "uncertainty": murphy.uncertainty,
        "binned_score": murphy.binned_score(),
        "within": murphy.within,
    })
}

fn told(told: &Told) -> Value {
    json!({
        "id": told.id,
        "questions": told.questions,
        "found": told.found.map(|found| json!({
            "yes": found.yes,
            "no": found.no,
            "auc": found.auc,
            "low": found.low,
            "high": found.high,
            "p": found.p,
            "least_p": found.least_p,
        })),
    })
}

fn setting(setting: Setting) -> Value {
    json!({
        "text_rate": setting.text_rate,
        "readiness": setting.readiness,
        "durability_scale": setting.durability_scale,
    })
}

fn recalibration(found: &Recalibration, cases: &[&str]) -> Value {
    let left_out = found.left_out.iter().map(|one| {
        json!({
            "case": cases[one.case],
            "chosen": setting(one.chosen),
            "as_it_is": one.as_it_is,
            "with_chosen": one.with_chosen,
        })
    });
    json!({
        "worlds": found.worlds,
        "settings": found.settings,
        "left_out": left_out.collect::<Vec<_>>(),
        "as_it_is": found.as_it_is,
        "left_out_score": found.left_out_score,
        "best": setting(found.best),
        "best_score": found.best_score,
    })
}
