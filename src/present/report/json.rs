//! The report as JSON: every number that stands in it, under the place that the report itself names. Keys are
//! only ever added within a version.

use serde_json::{Value, json};

use super::inputs::{self, Known};
use super::{ReportView, Story};
use crate::model::Scenario;
use crate::results::map::Mapped;
use crate::results::{Envelope, SCHEMA_VERSION, run::Run};

/// The report as a JSON document: `run` and `map` are those of `zopa run --json` and `zopa map --json`.
pub fn json(view: &ReportView<'_>) -> Value {
    let ReportView { scenario, summary, map, file, options, .. } = *view;
    let seed = summary.seed.0;
    let points = scenario.offers().map(|_| points(scenario));
    let worlds = map.worlds.worlds;
    let mapped = Mapped { scenario, map, file, options, seed, worlds };
    json!({
        "schema_version": SCHEMA_VERSION,
        "report": {
            "command": view.command,
            "options": options,
            "parties": scenario.parties.len(),
            "issues": scenario.issues.len(),
            "rounds": scenario.clock.rounds,
            "points": points,
            "horizon_months": scenario.dated().map(|_| scenario.clock.horizon),
            "trials": summary.worlds * summary.histories,
            "rendered_by": env!("CARGO_PKG_VERSION"),
        },
        "run": Envelope::<Run>::of_run(scenario, summary, file, options),
        "map": Envelope::of_map(mapped),
        "stories": view.stories.iter().map(story).collect::<Vec<_>>(),
        "inputs": inputs::json(scenario),
        "known": Known::of(scenario, summary).json(),
        "drivers": view.drivers,
        "compare": view.compare,
        "backtest": view.backtest,
    })
}

/// The points of each scale that may be offered.
fn points(scenario: &Scenario) -> Value {
    let scales = scenario.issues.iter().filter(|issue| !issue.has_options());
    Value::Object(scales.map(|issue| (issue.id.clone(), json!(issue.points))).collect())
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
