//! A comparison as JSON, `schema_version` 1. Keys are only ever added within a version.

use serde_json::{Value, json};

use super::{CompareView, Side};
use crate::model::Scenario;
use crate::montecarlo::{Blocker, Contrast, Difference, Paired, StopReason, Summary};
use crate::present::json::estimate;

/// Version of the shape.
const SCHEMA_VERSION: u32 = 1;

/// The results as a JSON document.
pub fn json(view: CompareView<'_>) -> Value {
    let contrasts = view.contrasts;
    let interrupted = contrasts.stopped == StopReason::Interrupted;
    let alternatives = view.alternatives.iter().zip(&contrasts.contrasts);
    let alternatives: Vec<Value> = alternatives
        .map(|(side, contrast)| {
            let mut value = alternative(view.base.scenario, side, contrast);
            value["told"] = json!(view.told(contrast).word(view.base.scenario));
            value
        })
        .collect();
    json!({
        "schema_version": SCHEMA_VERSION,
        "run": {
            "seed": contrasts.seed.0,
            "worlds": contrasts.worlds,
            "histories": contrasts.histories,
            "zopa_version": env!("CARGO_PKG_VERSION"),
            "stopped": if interrupted { "interrupted" } else { "all-worlds" },
        },
        "of": view.of.map(|outcome| outcome.word(view.base.scenario)),
        "base": base(&view.base, contrasts.summaries.first()),
        "alternatives": alternatives,
    })
}

fn side(side: &Side<'_>) -> Value {
    json!({
        "label": side.label,
        "title": side.title,
        "file": side.file,
        "options": side.options,
        "fingerprint": side.scenario.fingerprint,
        "as_of": side.scenario.dated().map(|date| date.to_string()),
    })
}

fn base(named: &Side<'_>, summary: Option<&Summary>) -> Value {
    let mut value = side(named);
    let chain = summary.into_iter().flat_map(|summary| &summary.chain);
    value["chain"] = chain
        .map(|step| json!({ "id": step.link.word(), "estimate": estimate(&step.estimate) }))
        .collect();
    let questions = summary.into_iter().flat_map(|summary| &summary.questions);
    value["questions"] = questions
        .map(|answer| {
            let asked = &named.scenario.questions[answer.question];
            json!({ "id": asked.id, "text": asked.text, "estimate": estimate(&answer.estimate) })
        })
        .collect();
    value
}

fn alternative(base: &Scenario, named: &Side<'_>, contrast: &Contrast) -> Value {
    let mut value = side(named);
    value["same_as_base"] = json!(contrast.shared.same);
    value["chain"] =
        contrast.chain.iter().map(|(link, pairs)| paired(("id", link.word()), pairs)).collect();
    let questions = contrast.questions.iter();
    value["questions"] = questions
        .map(|((question, _), pairs)| paired(("id", &base.questions[*question].id), pairs))
        .collect();
    value["zone"] = paired(("id", "zone"), &contrast.zone);
    value["named"] = contrast.blockers.iter().map(|blocker| named_party(base, blocker)).collect();
    value["worths"] = contrast
        .worths
        .iter()
        .map(|shift| {
            json!({
                "party": base.parties[shift.party].id,
                "worlds": shift.worlds,
                "base": shift.base,
                "with": shift.alternative,
                "difference": difference(&shift.difference),
                "signs": paired(("id", "signs"), &shift.signs),
            })
        })
        .collect();
    value["terms"] = contrast
        .terms
        .iter()
        .map(|shift| {
            json!({
                "issue": base.issues[shift.issue].id,
                "base": shift.base,
                "with": shift.alternative,
                "change": shift.change,
                "difference": shift.difference.as_ref().map(difference),
            })
        })
        .collect();
    value
}

fn named_party(base: &Scenario, blocker: &Blocker) -> Value {
    let mut value = paired(("party", &base.parties[blocker.party.0].id), &blocker.named);
    let over = blocker.over.iter();
    value["over"] = over
        .map(|(issue, pairs)| {
            let issue = issue.map_or("vote", |(issue, _)| base.issues[issue].id.as_str());
            paired(("issue", issue), pairs)
        })
        .collect();
    value
}

fn paired((key, name): (&str, &str), paired: &Paired) -> Value {
    json!({
        key: name,
        "base": estimate(&paired.base),
        "with": estimate(&paired.alternative),
        "difference": difference(&paired.difference),
        "no_to_yes": paired.flips.to_yes,
        "yes_to_no": paired.flips.to_no,
        "worlds_up": paired.worlds_up,
        "worlds_down": paired.worlds_down,
        "variance_reduction": paired.variance_reduction,
    })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "value": difference.value,
        "low": difference.low,
        "high": difference.high,
        "method": difference.method.word(),
    })
}
