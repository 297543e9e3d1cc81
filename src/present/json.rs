//! A run's results as JSON, `schema_version` 1. Keys are only ever added within a version.

use serde_json::{Value, json};

use super::causes::{named, word};
use super::dependence;
use super::words::likelihood;
use crate::engine::{Cause, Lure};
use crate::model::{Protocol, Question, Scenario};
use crate::montecarlo::{Estimate, Signing, Summary, Verdict, level_of_each};

/// Version of the shape.
const SCHEMA_VERSION: u32 = 1;

/// The results as a JSON document.
pub fn summary(scenario: &Scenario, summary: &Summary, file: &str) -> Value {
    let mut results = json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": {
            "title": scenario.title,
            "file": file,
            "fingerprint": scenario.fingerprint,
            "as_of": scenario.dated().map(|date| date.to_string()),
        },
        "run": {
            "seed": summary.seed.0,
            "worlds": summary.worlds,
            "histories": summary.histories,
            "zopa_version": env!("CARGO_PKG_VERSION"),
            "stopped": summary.stopped.word(),
        },
        "chain": chain(summary),
        "zopa_worlds": summary.zopa_worlds.value,
        "zopa_worlds_interval": [summary.zopa_worlds.low, summary.zopa_worlds.high],
        "questions": questions(scenario, summary),
        "endings": endings(scenario, summary),
        "terms": terms(scenario, summary),
        "parties": parties(scenario, summary),
        "inputs": inputs(scenario, summary),
        "structural": structural(scenario, summary),
        "by_time": by_time(scenario, summary),
        "standing": standing(summary),
        "stories": {
            "typical_deal": summary.stories.typical_deal,
            "typical_failure": summary.stories.typical_failure,
            "near_miss": summary.stories.near_miss,
        },
        "signed_trial": summary.signed_trial,
        "assertions": assertions(summary),
    });
    if !summary.interims.is_empty() {
        results["interim"] = json!(interims(scenario, summary));
    }
    if scenario.protocol != Protocol::PeaceProcess {
        results["scenario"]["protocol"] = json!(scenario.protocol.word());
        results["deals"] = deals(summary);
    }
    if let Some(dependence) = dependence::json(scenario) {
        results["dependence"] = dependence;
    }
    results
}

/// An estimate with its uncertainty. Without a spread between worlds the ends are null, and
/// `worlds_unknown` says why.
pub(crate) fn estimate(estimate: &Estimate) -> Value {
    let mut value = json!({
        "value": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "method": estimate.method.word(),
        "worlds_low": estimate.worlds.map(|(low, _)| low),
        "worlds_high": estimate.worlds.map(|(_, high)| high),
    });
    if estimate.worlds.is_none() {
        let end = if estimate.value < 0.5 { "near-0" } else { "near-1" };
        value["worlds_unknown"] = json!(end);
    }
    value
}

fn chain(summary: &Summary) -> Vec<Value> {
    let links = summary.chain.iter().map(|step| {
        json!({
            "id": step.link.word(),
            "estimate": estimate(&step.estimate),
            "given": step.given.as_ref().map(estimate),
        })
    });
    links.collect()
}

fn questions(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let questions = summary.questions.iter().map(|answer| {
        let asked = &scenario.questions[answer.question];
        json!({
            "id": asked.id,
            "text": asked.text,
            "by": by(scenario, asked),
            "estimate": estimate(&answer.estimate),
            "words": likelihood(answer.estimate.value),
            "base_rate": asked.base_rate,
            "pooled": answer.pooled,
            "pooled_uses_base_rates_twice": answer.pooled.map(|_| scenario.was_judged_by_base_rates()),
            "resolved": asked.resolved.as_ref().map(|resolved| resolved.outcome),
        })
    });
    questions.collect()
}

/// What becomes of the interim deals.
fn interims(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let interims = summary.interims.iter().map(|odds| {
        let interim = &scenario.interims[odds.interim];
        let mut value = json!({ "id": interim.id, "title": interim.title });
        for (fate, share) in &odds.fates {
            value[fate.word()] = estimate(share);
        }
        value
    });
    interims.collect()
}

/// The date by which something is asked for, or the round.
fn by(scenario: &Scenario, asked: &Question) -> Value {
    if scenario.protocol.alternating().is_some() {
        return json!(asked.by_months.map(|round| format!("round {round}")));
    }
    json!(asked.by.map(|by| by.to_string()))
}

fn endings(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let endings = summary.endings.iter().map(|ending| {
        let (party, issue) = named(ending.cause);
        let mut value = json!({
            "cause": word(ending.cause),
            "party": party.map(|i| &scenario.parties[i].id),
            "issue": issue.map(|k| &scenario.issues[k].id),
            "share": ending.share,
        });
        if let Cause::RedLinesCross { second, .. } = ending.cause {
            value["other_party"] = json!(scenario.parties[second].id);
        }
        value
    });
    endings.collect()
}

fn terms(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let terms = summary.terms.iter().map(|terms| {
        let [p05, p25, p50, p75, p95] = terms.quantiles;
        let issue = &scenario.issues[terms.issue];
        if issue.has_options() {
            let options = issue.options.iter().zip(&terms.options);
            let options =
                options.map(|(option, share)| json!({ "option": option, "share": share }));
            return json!({ "issue": issue.id, "options": options.collect::<Vec<_>>() });
        }
        json!({
            "issue": issue.id,
            "p05": p05, "p25": p25, "p50": p50, "p75": p75, "p95": p95,
        })
    });
    terms.collect()
}

fn parties(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let parties = summary.parties.iter().map(|value| {
        json!({
            "id": scenario.parties[value.party].id,
            "value_mean": value.mean,
            "value_with_deal": value.with_deal,
            "value_without_deal": value.without_deal,
            "value_gained": value.with_deal.zip(value.without_deal).map(|(with, not)| with - not),
            "signing": value.signing.as_ref().map(signing),
        })
    });
    parties.collect()
}

/// What a party thought of what it signed, over the trials in which it did.
fn signing(signing: &Signing) -> Value {
    let lures = signing.lures.iter().map(|(lure, share)| {
        let word = match lure {
            Lure::Payment => "payment",
            Lure::DeadLetter => "dead_letter",
            Lure::Leaning => "leaning",
        };
        (word.to_owned(), json!(share))
    });
    json!({
        "count": signing.count,
        "terms": signing.terms,
        "alternative": signing.alternative,
        "gain": signing.terms - signing.alternative,
        "believed_survival": signing.survival,
        "margin": {
            "terms": signing.margin.terms,
            "paid": signing.margin.paid,
            "dead_letter": signing.margin.dead_letter,
            "votes": signing.margin.votes,
            "leaning": signing.margin.leaning,
        },
        "by_leaning": signing.by_leaning,
        "below_alternative": signing.below(),
        "below_because": Value::Object(lures.collect()),
    })
}

fn inputs(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let inputs = summary.inputs.iter().map(|input| {
        json!({
            "path": scenario.inputs[input.input.index()].path,
            "variance_share": input.variance_share,
            "direction": input.direction,
            "stated": scenario.inputs[input.input.index()].provenance.stated,
            "clear": input.clear,
            "inert": input.inert,
        })
    });
    inputs.collect()
}

fn structural(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    let structural = summary.structural.iter().map(|structural| {
        let path = &scenario.inputs[structural.input.index()].path;
        json!({
            "set": format!("{path}={}", structural.value),
            "signed": estimate(&structural.signed),
        })
    });
    structural.collect()
}

/// How good the deals of alternating offers are.
fn deals(summary: &Summary) -> Value {
    let figures = summary.deals.iter().map(|deal| {
        let mean = deal.mean;
        let value = json!({ "mean": mean.value, "low": mean.low, "high": mean.high });
        (deal.figure.word().to_owned(), value)
    });
    Value::Object(figures.collect())
}

fn by_time(scenario: &Scenario, summary: &Summary) -> Vec<Value> {
    if scenario.protocol.alternating().is_some() {
        let rounds = summary.by_time().into_iter().map(|at| {
            json!({
                "round": at.months,
                "signed": at.signed.value,
                "signed_estimate": estimate(&at.signed),
            })
        });
        return rounds.collect();
    }
    let times = summary.by_time().into_iter().map(|at| {
        json!({
            "months": at.months,
            "signed": at.signed.value,
            "agreed_end": at.agreed_end.value,
            "signed_estimate": estimate(&at.signed),
            "agreed_end_estimate": estimate(&at.agreed_end),
        })
    });
    times.collect()
}

fn standing(summary: &Summary) -> Vec<Value> {
    let points = summary.standing.iter().map(|point| {
        let mut share = estimate(&point.share);
        share["worlds_low"] = json!(point.between.map(|(low, _)| low));
        share["worlds_high"] = json!(point.between.map(|(_, high)| high));
        json!({ "months": point.months, "share": share })
    });
    points.collect()
}

fn assertions(summary: &Summary) -> Vec<Value> {
    let level = level_of_each(summary.verdicts.len());
    let verdicts = summary.verdicts.iter().map(|(assertion, verdict, (low, high))| {
        let verdict = match verdict {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Open => "open",
        };
        json!({
            "assertion": assertion.text, "verdict": verdict, "low": low, "high": high, "level": level,
        })
    });
    verdicts.collect()
}
