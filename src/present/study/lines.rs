//! JSON Lines: one object a case, with everything that made it.

use serde_json::{Map, Value, json};

use super::BOUNDS;
use crate::scenario::Shown;
use crate::study::{Figure, Record, Study};

/// A case as one line, without a newline.
pub fn result_line(study: &Study, record: &Record) -> String {
    let factors = study.factors.iter().zip(&record.factors);
    let factors: Map<String, Value> =
        factors.map(|(factor, shown)| (factor.name.clone(), value(shown))).collect();
    let outputs = study.outputs.iter().zip(&record.figures);
    let outputs: Map<String, Value> =
        outputs.map(|(name, figure)| (name.clone(), figure.map_or(Value::Null, of))).collect();
    let mut line = json!({
        "run_id": study.run_id(),
        "case": record.case,
        "point": record.point,
        "scenario": study.scenarios.get(record.scenario),
        "replication": record.replication,
        "seed": record.seed,
        "factors": factors,
        "worlds": record.worlds,
        "histories": study.play.histories,
        "stopped": record.stopped,
        "outputs": outputs,
    });
    if let Some(failure) = &record.failure {
        line["failure"] = json!(failure);
    }
    line.to_string()
}

fn value(shown: &Shown) -> Value {
    match shown {
        Shown::Number(number) => json!(number),
        Shown::Flag(flag) => json!(flag),
        Shown::Text(text) => json!(text),
    }
}

fn of(figure: Figure) -> Value {
    let mut object = Map::new();
    object.insert("value".to_owned(), json!(figure.value));
    for (name, bound) in BOUNDS.into_iter().zip(figure.bounds()) {
        if let Some(bound) = bound {
            object.insert(name.to_owned(), json!(bound));
        }
    }
    Value::Object(object)
}
