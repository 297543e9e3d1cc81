//! The report as JSON, `schema_version` 1: every number that stands in it, under the place that the
//! report itself names. Keys are only ever added within a version.

use serde_json::{Value, json};

use super::inputs::{self, Known};
use super::{ReportView, Story};
use crate::model::Scenario;
use crate::present::causes::families;
use crate::present::map::MapView;
use crate::present::{backtest, compare, drivers, json as run, map};

/// Version of the shape.
const SCHEMA_VERSION: u32 = 1;

/// The report as a JSON document: `run` and `map` are those of `zopa run --json` and `zopa map --json`.
pub fn json(view: &ReportView<'_>) -> Value {
    let ReportView { scenario, summary, map, file, options, .. } = *view;
    let seed = summary.seed.0;
    let points = view.rounds().map(|_| points(scenario));
    let mapped = MapView { scenario, map, file, options, seed, only: None };
    json!({
        "schema_version": SCHEMA_VERSION,
        "report": {
            "command": view.command,
            "options": options,
            "parties": scenario.parties.len(),
            "issues": scenario.issues.len(),
            "rounds": view.rounds().unwrap_or(scenario.clock.rounds as u64),
            "points": points,
            "horizon_months": scenario.dated().map(|_| scenario.clock.horizon),
            "trials": summary.worlds * summary.histories,
            "rendered_by": env!("CARGO_PKG_VERSION"),
        },
        "run": run::summary(scenario, summary, file),
        "map": map::json(mapped),
        "blockers": blockers(view),
        "stories": view.stories.iter().map(story).collect::<Vec<_>>(),
        "inputs": inputs::json(scenario),
        "known": Known::of(scenario, summary).json(),
        "drivers": view.drivers.map(drivers::json),
        "compare": view.compare.map(compare::json),
        "backtest": view.backtest.map(backtest::json),
    })
}

/// The points of each scale that may be offered.
fn points(scenario: &Scenario) -> Value {
    let scales = scenario.issues.iter().filter(|issue| !issue.has_options());
    Value::Object(scales.map(|issue| (issue.id.clone(), json!(issue.points))).collect())
}

fn blockers(view: &ReportView<'_>) -> Vec<Value> {
    let families = families(view.scenario, &view.summary.endings).into_iter().map(|family| {
        let parts = family.parts.iter();
        json!({
            "why": family.title,
            "share": family.share,
            "parts": parts.map(|(who, share)| json!({ "who": who, "share": share }))
                .collect::<Vec<_>>(),
        })
    });
    families.collect()
}

fn story(story: &Story) -> Value {
    let entries = story.brief.entries.iter();
    json!({
        "kind": story.kind.word(),
        "trial": story.trial,
        "command": story.command,
        "entries": entries.map(|entry| json!({ "day": entry.day, "text": entry.text }))
            .collect::<Vec<_>>(),
        "ending": story.brief.ending,
        "missing": story.brief.missing,
    })
}
