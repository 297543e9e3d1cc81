//! Second opinions as JSON, `schema_version` 1: everything, at full precision. An opinion without an
//! answer has the same keys with `null` in them, and its `reason`.

use serde_json::{Map, Value, json};

use super::words::supporters;
use crate::solution::forecasts::challenge::OfferKind;
use crate::solution::forecasts::{
    ACCURACY, ChallengeOpinion, ElectionOpinion, ForecastError, IssueOpinions, Opinions,
    PositionTable, Round, challenge_switches, election_switches,
};

/// Version of the shape. Keys are only ever added within a version.
const SCHEMA_VERSION: u32 = 1;

/// The opinions as a JSON document; `file` is where the table came from.
pub fn json(table: &PositionTable, opinions: &Opinions, file: &str) -> Value {
    let actors = table.actors().iter();
    let actors = actors.map(|actor| json!({ "actor": actor.name, "capability": actor.capability }));
    let on_issue = |own: &IssueOpinions| issue(table, own);
    let together = opinions.together.iter().map(|opinion| {
        election(table, opinion, |option| {
            let names = table.issues().iter().map(|scale| scale.name.clone());
            names.zip(option.iter().map(|at| json!(at))).collect::<Map<_, _>>().into()
        })
    });
    json!({
        "schema_version": SCHEMA_VERSION,
        "zopa_version": env!("CARGO_PKG_VERSION"),
        "file": file,
        "actors": actors.collect::<Vec<_>>(),
        "issues": opinions.issues.iter().map(on_issue).collect::<Vec<_>>(),
        "all_issues": together.collect::<Vec<_>>(),
        "accuracy": accuracy(),
    })
}

fn reason<T>(answer: &Result<T, ForecastError>) -> Option<String> {
    answer.as_ref().err().map(ToString::to_string)
}

/// All opinions on one issue.
pub(in crate::present) fn issue(table: &PositionTable, own: &IssueOpinions) -> Value {
    let scale = &table.issues()[own.issue];
    let stands = table.actors().iter().map(|actor| {
        json!({
            "actor": actor.name,
            "position": actor.positions[own.issue],
            "salience": actor.saliences[own.issue],
        })
    });
    let median = own.median.as_ref().ok();
    let hold = |opinions: &[ElectionOpinion]| {
        let one = |opinion: &ElectionOpinion| election(table, opinion, |option| json!(option[0]));
        opinions.iter().map(one).collect::<Vec<_>>()
    };
    json!({
        "issue": scale.name,
        "low": scale.low,
        "high": scale.high,
        "positions": stands.collect::<Vec<_>>(),
        "weighted_mean": { "value": own.compromise.as_ref().ok(), "reason": reason(&own.compromise) },
        "weighted_median": {
            "value": median.map(|median| median.point()),
            "low": median.map(|median| median.low),
            "high": median.map(|median| median.high),
            "tie": median.map(|median| !median.is_unique()),
            "reason": reason(&own.median),
        },
        "elections": hold(&own.elections),
        "grid": hold(&own.grid),
        "challenges": own.challenges.iter().map(|one| challenge(table, one)).collect::<Vec<_>>(),
    })
}

/// An election; `position` tells where an option stands.
fn election(
    table: &PositionTable,
    opinion: &ElectionOpinion,
    position: impl Fn(&[f64]) -> Value,
) -> Value {
    let rules: Map<String, Value> = election_switches(&opinion.rules)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let answer = opinion.answer.as_ref().ok();
    let options = answer.map(|election| {
        let one = |(number, option): (usize, &Vec<f64>)| {
            json!({
                "position": position(option),
                "probability": election.probabilities[number],
                "actors": supporters(table.actors(), election, number),
            })
        };
        election.options.iter().enumerate().map(one).collect::<Vec<_>>()
    });
    let mean = answer.map(|election| {
        let issues = election.options.first().map_or(0, Vec::len);
        position(&(0..issues).map(|issue| election.mean(issue)).collect::<Vec<_>>())
    });
    let leaders = answer.map(|election| {
        let leaders = election.leaders().into_iter();
        leaders.map(|option| position(&election.options[option])).collect::<Vec<_>>()
    });
    json!({
        "rules": rules,
        "options": options,
        "mean": mean,
        "most_likely": leaders,
        "risk": answer.map(|election| {
            let risk = table.actors().iter().zip(&election.risk);
            risk.map(|(actor, risk)| (actor.name.clone(), json!(risk))).collect::<Map<_, _>>()
        }),
        "reason": reason(&opinion.answer),
    })
}

fn challenge(table: &PositionTable, opinion: &ChallengeOpinion) -> Value {
    let switches = challenge_switches(&opinion.rules).into_iter().map(|(name, value)| {
        let number = value.parse::<f64>().map_or(json!(value), |share| json!(share));
        (name.to_owned(), number)
    });
    let rounds = opinion.answer.as_ref().ok().map(|rounds| {
        let one = |(number, played): (usize, &Round)| round(table, number, played);
        rounds.iter().enumerate().map(one).collect::<Vec<_>>()
    });
    json!({
        "name": opinion.rules.to_string(),
        "rules": switches.collect::<Map<_, _>>(),
        "rounds": rounds,
        "reason": reason(&opinion.answer),
    })
}

fn round(table: &PositionTable, number: usize, round: &Round) -> Value {
    let actors = table.actors();
    let actor = |index: usize| {
        let offer = round.followed[index].map(|offer| {
            json!({
                "kind": match offer.kind {
                    OfferKind::Conflict => "conflict",
                    OfferKind::Compromise => "compromise",
                    OfferKind::Capitulation => "capitulation",
                },
                "from": actors[offer.from].name,
                "position": offer.position,
                "rival_expects": offer.rival_expects,
            })
        });
        json!({
            "actor": actors[index].name,
            "position": round.positions[index],
            "risk_exponent": round.risk[index],
            "followed": offer,
        })
    };
    json!({
        "round": number,
        "median": round.median.point(),
        "median_low": round.median.low,
        "median_high": round.median.high,
        "mean": round.mean,
        "actors": (0..actors.len()).map(actor).collect::<Vec<_>>(),
    })
}

pub(in crate::present) fn accuracy() -> Vec<Value> {
    let rows = ACCURACY.iter().map(|row| {
        json!({
            "set": row.set,
            "issues": row.issues,
            "model": row.model,
            "mean_absolute_error": row.mean_absolute_error,
            "root_mean_square_error": row.root_mean_square_error,
            "median_absolute_error": row.median_absolute_error,
            "source": row.source,
        })
    });
    rows.collect()
}
