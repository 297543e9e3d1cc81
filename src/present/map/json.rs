//! The map as JSON, `schema_version` 1: everything, at full precision. Positions are on the issues'
//! own scales, gains in shares of all that is at stake for a party.

use serde_json::{Map, Value, json};

use super::MapView;
use super::{package, words};
use crate::analysis::map::{Condition, ConditionSpread, Judgement, ReachSpread, Spread};
use crate::model::{Issue, Scenario};
use crate::present::forecasts::{accuracy_json, issue_json};
use crate::present::json::estimate;
use crate::solution::bargain::{DealSpace, PairFrontier, Reach, Solution};

/// Version of the shape. Keys are only ever added within a version.
const SCHEMA_VERSION: u32 = 1;

/// The map as a JSON document.
pub fn json(view: MapView<'_>) -> Value {
    let MapView { scenario, map, file, .. } = view;
    json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": {
            "title": scenario.title,
            "file": file,
            "fingerprint": scenario.fingerprint,
            "as_of": scenario.dated().map(|date| date.to_string()),
        },
        "map": {
            "seed": view.seed,
            "worlds": map.worlds.worlds,
            "zopa_version": env!("CARGO_PKG_VERSION"),
        },
        "likely": likely(view),
        "worlds": worlds(view),
        "forecasts": forecasts(view),
        "votes": votes(view),
        "accuracy": accuracy_json(),
    })
}

fn likely(view: MapView<'_>) -> Value {
    let (scenario, likely) = (view.scenario, &view.map.likely);
    let space = &likely.space;
    let id = |s: usize| words::signatory_id(scenario, space, s);
    let reach = likely.reach.as_ref().map(|reach| {
        let issues = scenario.issues.iter().zip(reach);
        issues
            .map(|(issue, reach)| {
                let value = match reach {
                    Reach::Scale(low, high) => json!({
                        "low": issue.scale.from_unit(*low),
                        "high": issue.scale.from_unit(*high),
                    }),
                    Reach::Options(options) => json!({
                        "options": options.iter().map(|&o| &issue.options[o]).collect::<Vec<_>>(),
                    }),
                };
                (issue.id.clone(), value)
            })
            .collect::<Map<_, _>>()
    });
    let points = likely.points.iter().map(|point| {
        let mut value = solution(scenario, space, &point.solution);
        value["concept"] = json!(point.concept.word());
        value
    });
    let ideals = likely.ideal_gains.iter().enumerate().map(|(s, gain)| (id(s), json!(gain)));
    json!({
        "zone": likely.reach.is_some(),
        "share": likely.share.share,
        "share_interval": [likely.share.low, likely.share.high],
        "share_half_width": (likely.share.high - likely.share.low) / 2.0,
        "reach": reach,
        "points": points.collect::<Vec<_>>(),
        "ideal_gains": ideals.collect::<Map<_, _>>(),
        "frontiers": likely.frontiers.iter().map(|one| frontier(view, one)).collect::<Vec<_>>(),
        "outcomes": likely.outcomes.map(|outcomes| json!({
            "all": outcomes.all,
            "suiting": outcomes.suiting,
            "efficient": outcomes.efficient,
            "opposition": outcomes.opposition,
        })),
        "conditions": likely.conditions.iter().map(|one| condition(view, one)).collect::<Vec<_>>(),
        "given": likely.given.as_ref().map(|given| json!({
            "package": solution(scenario, space, &given.solution),
            "in_zone": given.in_zone,
            "crosses_red_line_of": given.crossed.iter().map(|&s| id(s)).collect::<Vec<_>>(),
            "left_on_table": {
                "joint": given.left.joint,
                "better": solution(scenario, space, &given.left.better),
                "each": space.principals().map(|s| (id(s), json!(given.left.each[s])))
                    .collect::<Map<_, _>>(),
            },
            "signatories": given.judgement.as_ref().map(|one| signatories(scenario, one)),
            "withheld_by": given.judgement.as_ref().and_then(|one| one.withheld_by)
                .map(|m| scenario.parties[m].id.clone()),
            "signed_on_first_day": given.judgement.as_ref().map(Judgement::is_signed),
        })),
    })
}

/// What everybody who has to sign it would say to a package, in the words of a run's signatures.
fn signatories(scenario: &Scenario, judgement: &Judgement) -> Vec<Value> {
    let told = judgement.first_day.iter().map(|one| {
        let later = judgement.with_every_pledge.iter().find(|later| later.party == one.party);
        json!({
            "party": scenario.parties[one.party].id,
            "terms": one.worth.value,
            "alternative": one.worth.outside,
            "believed_survival": one.worth.survival,
            "good_faith": one.worth.good_faith,
            "margin": {
                "terms": one.worth.terms(),
                "paid": one.worth.paid,
                "dead_letter": one.worth.dead_letter,
                "votes": one.votes(),
            },
            "worth": one.gain,
            "worth_with_every_pledge": later.map(|later| later.gain),
            "passes_at_home": one.foresight.own,
            "passes_at_all_homes": one.foresight.all,
            "crosses_red_line_on": one.crosses.map(|k| scenario.issues[k].id.clone()),
            "signs": one.accepts(),
            "because": package::decides(scenario, one),
        })
    });
    told.collect()
}

fn solution(scenario: &Scenario, space: &DealSpace, solution: &Solution) -> Value {
    let package = scenario.issues.iter().zip(&solution.package);
    let package = package.map(|(issue, &x)| {
        let value = if issue.has_options() {
            json!(issue.options[issue.option_at(x)])
        } else {
            json!(issue.scale.from_unit(x))
        };
        (issue.id.clone(), value)
    });
    let gains = space.signatories().iter().zip(&solution.gains).enumerate();
    let gains = gains.map(|(s, (signatory, gain))| {
        json!({
            "party": scenario.parties[signatory.party].id,
            "home_front": signatory.home_front,
            "must_sign": space.must_sign(s, &solution.package),
            "gain": gain,
        })
    });
    json!({
        "package": package.collect::<Map<_, _>>(),
        "gains": gains.collect::<Vec<_>>(),
    })
}

fn frontier(view: MapView<'_>, frontier: &PairFrontier) -> Value {
    let space = &view.map.likely.space;
    let id = |s: usize| words::signatory_id(view.scenario, space, s);
    let points = frontier.points.iter().map(|point| {
        let mut value = solution(view.scenario, space, &point.solution);
        value["after_gap"] = json!(point.after_gap);
        value
    });
    json!({
        "pair": [id(frontier.pair.0), id(frontier.pair.1)],
        "whole": frontier.whole,
        "points": points.collect::<Vec<_>>(),
    })
}

fn condition(view: MapView<'_>, condition: &Condition) -> Value {
    let scenario = view.scenario;
    json!({
        "party": scenario.parties[condition.party].id,
        "what": words::hinge_word(condition.hinge),
        "issue": words::hinge_issue(condition.hinge).map(|k| scenario.issues[k].id.clone()),
        "path": condition.input.map(|id| scenario.inputs[id.index()].path.clone()),
        "from": condition.from,
        "to": condition.to,
        "level": condition.level,
    })
}

fn spread(spread: &Spread) -> Value {
    json!({ "p05": spread.low, "p50": spread.middle, "p95": spread.high })
}

fn worlds(view: MapView<'_>) -> Value {
    let (scenario, worlds) = (view.scenario, &view.map.worlds);
    let reach = scenario.issues.iter().zip(&worlds.reach).map(|(issue, reach)| {
        let value = match reach {
            ReachSpread::Scale { low, high } => json!({ "low": spread(low), "high": spread(high) }),
            ReachSpread::Options(shares) => by_option(issue, shares),
        };
        (issue.id.clone(), value)
    });
    let nash = scenario.issues.iter().zip(&worlds.nash);
    let nash = nash.map(|(issue, at)| (issue.id.clone(), json!(at.as_ref().map(spread))));
    json!({
        "with_zone": estimate(&worlds.with_zone),
        "walled_off": worlds.walled_off,
        "share": worlds.share.as_ref().map(spread),
        "least_gain": worlds.least_gain.as_ref().map(spread),
        "reach": reach.collect::<Map<_, _>>(),
        "nash": nash.collect::<Map<_, _>>(),
        "conditions": worlds.conditions.iter().map(|one| worlds_condition(view, one))
            .collect::<Vec<_>>(),
        "no_single_change": worlds.no_single_change,
    })
}

fn worlds_condition(view: MapView<'_>, condition: &ConditionSpread) -> Value {
    let scenario = view.scenario;
    json!({
        "party": scenario.parties[condition.party].id,
        "what": words::hinge_word(condition.hinge),
        "issue": words::hinge_issue(condition.hinge).map(|k| scenario.issues[k].id.clone()),
        "opens": condition.opens,
        "to": spread(&condition.to),
        "change": spread(&condition.change),
    })
}

/// A number for every option, by its name.
fn by_option(issue: &Issue, values: &[f64]) -> Value {
    let values = issue.options.iter().zip(values);
    values.map(|(option, value)| (option.clone(), json!(value))).collect::<Map<_, _>>().into()
}

/// The chance of every option in an election, issue by issue.
fn votes(view: MapView<'_>) -> Value {
    let issues = view.scenario.issues.iter().zip(&view.map.votes);
    let issues = issues.filter_map(|(issue, votes)| {
        let value = match votes.as_ref()? {
            Ok(chances) => by_option(issue, chances),
            Err(error) => json!({ "reason": error.to_string() }),
        };
        Some((issue.id.clone(), value))
    });
    Value::Object(issues.collect())
}

fn forecasts(view: MapView<'_>) -> Value {
    let issues = view.scenario.issues.iter().zip(&view.map.forecasts);
    let issues = issues.map(|(issue, forecasts)| {
        let value = match forecasts {
            None => Value::Null,
            Some(Ok(forecasts)) => issue_json(&forecasts.table, &forecasts.opinions.issues[0]),
            Some(Err(error)) => json!({ "reason": error.to_string() }),
        };
        (issue.id.clone(), value)
    });
    Value::Object(issues.collect())
}
