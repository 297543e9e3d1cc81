//! Alternating offers against reference runs: every run, every stored trace, the aspiration curves, and
//! the values of all outcomes. What `tests/data/alternating-offers/README.md` says of their origin holds.

use serde_json::Value;
use zopa::engine::alternating::{
    Action, Closing, Curve, Exponential, Game, Outcomes, Polynomial, Yardstick,
};
use zopa::engine::{Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::scenario::{LoadOptions, load};
use zopa::solution::bargain::Search;
use zopa::stream::Seed;

macro_rules! domain {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("data/alternating-offers/domains/", $name, ".json")),
            include_str!(concat!("data/alternating-offers/scenarios/", $name, ".toml")),
        )
    };
}

/// Each domain as it was published, and converted into a scenario.
pub(crate) const DOMAINS: [(&str, &str, &str); 7] = [
    domain!("synth_2p_12"),
    domain!("synth_2p_60_rv"),
    domain!("synth_2p_480_rv"),
    domain!("synth_2p_1000"),
    domain!("synth_2p_nozopa"),
    domain!("synth_3p_120_rv"),
    domain!("synth_4p_144"),
];

/// A domain's scenario, with these tactics and so many rounds.
fn seated(text: &str, tactics: &[&str], rounds: u64) -> Scenario {
    let mut overrides = vec![("protocol.rounds".to_owned(), rounds.to_string())];
    for (party, tactic) in tactics.iter().enumerate() {
        overrides.push((format!("parties.p{party}.tactic"), (*tactic).to_owned()));
    }
    let options = LoadOptions { overrides, ..LoadOptions::default() };
    load("domain.toml", text, &options).map_or_else(|e| panic!("{e}"), |loaded| loaded.scenario)
}

fn game(scenario: &Scenario) -> Game {
    Game::new(scenario, Seed(42), &Game::likely_draws(scenario), Trial::default())
}

/// What became of a game: the deal, its round, who said the last yes, and all offers.
#[derive(Debug, PartialEq)]
struct Played {
    deal: Option<(usize, usize)>,
    rounds: usize,
    offers: Vec<[usize; 3]>,
    utilities: Vec<f64>,
}

fn play(scenario: &Scenario) -> Played {
    let mut game = game(scenario);
    while game.play().is_some() {}
    let world = game.world();
    let parties = 0..world.parties();
    let (deal, rounds, utilities): (_, _, Vec<f64>) = match game.closing() {
        Some(Closing::Agreed { outcome, rounds, by }) => {
            let values = parties.map(|party| world.wishes(party).utility(outcome));
            (Some((outcome, by)), rounds, values.collect())
        }
        _ => (None, world.rounds(), parties.map(|p| world.wishes(p).reservation()).collect()),
    };
    let offers = game.moves().iter().filter_map(|made| match made.action {
        Action::Offer(outcome) => Some([made.turn.round, made.turn.party, outcome]),
        _ => None,
    });
    Played { deal, rounds, offers: offers.collect(), utilities }
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

fn whole(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

#[test]
fn converted_domains_have_the_same_utilities() {
    for (name, json, toml) in DOMAINS {
        let domain: Value = serde_json::from_str(json).unwrap();
        let game = game(&seated(toml, &[], 100));
        let world = game.world();
        let parties = domain["parties"].as_array().unwrap();
        assert_eq!(world.parties(), parties.len());
        for (party, published) in parties.iter().enumerate() {
            let wishes = world.wishes(party);
            assert_eq!(wishes.reservation(), published["reservation"].as_f64().unwrap());
            for outcome in 0..world.outcomes().len() {
                let terms = world.outcomes().choose(outcome).into_iter().enumerate();
                let utility: f64 = terms
                    .map(|(issue, choice)| {
                        published["weights"][issue].as_f64().unwrap()
                            * published["evaluations"][issue][choice].as_f64().unwrap()
                    })
                    .sum();
                let found = wishes.utility(outcome);
                assert!((found - utility).abs() < 1e-12, "{name} {outcome}: {found} {utility}");
            }
        }
    }
}

/// All time-based runs of `reference_runs.csv`: the deal, its round, the values, the count of offers.
#[test]
fn every_reference_run_is_matched() {
    let mut table = csv::Reader::from_reader(
        include_str!("data/alternating-offers/reference_runs.csv").as_bytes(),
    );
    let mut runs = 0;
    for row in table.records() {
        let row = row.unwrap();
        let toml = DOMAINS.iter().find(|(name, ..)| *name == &row[0]).unwrap().2;
        let tactics: Vec<&str> = row[2].split('|').collect();
        let played = play(&seated(toml, &tactics, row[1].parse().unwrap()));
        let label = format!("{} {} {}", &row[0], &row[1], &row[2]);
        assert_eq!(played.rounds, row[3].parse::<usize>().unwrap(), "{label}");
        let deal = played.deal.map(|(outcome, _)| outcome);
        assert_eq!(deal, row[4].parse().ok(), "{label}");
        let expected: Vec<f64> = row[5].split('|').filter_map(|u| u.parse().ok()).collect();
        if deal.is_some() {
            assert_eq!(expected.len(), tactics.len(), "{label}");
        }
        for (found, expected) in played.utilities.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-11, "{label}");
        }
        assert_eq!(played.offers.len(), row[6].parse::<usize>().unwrap(), "{label}");
        runs += 1;
    }
    assert_eq!(runs, 145);
}

/// The same runs as the domains' files have them, with who said the last yes and, for some, every
/// offer. Runs against MiCRO are counted, not demanded: it was written from its published description.
#[test]
fn every_stored_trace_is_matched() {
    let (mut runs, mut traces, mut micro) = (0, 0, (0, 0));
    for (name, json, toml) in DOMAINS {
        let domain: Value = serde_json::from_str(json).unwrap();
        for run in domain["reference_runs"].as_array().unwrap() {
            let tactics = texts(&run["negotiators"]);
            if !run["tolerance"].is_null() {
                // Another of the tool's negotiators, with another tolerance.
                continue;
            }
            let rounds = run["n_steps"].as_u64().unwrap();
            let played = play(&seated(toml, &tactics, rounds));
            let label = format!("{name} {tactics:?} {rounds}");
            let deal = run["agreement_index"].as_u64().map(|outcome| outcome as usize);
            if tactics.contains(&"micro") {
                micro.1 += 1;
                micro.0 += usize::from(
                    played.deal.map(|(outcome, _)| outcome) == deal
                        && played.rounds == whole(&run["rounds"]),
                );
                continue;
            }
            let by = run["accepting_party"].as_u64().map(|party| party as usize);
            assert_eq!(played.deal, deal.zip(by), "{label}");
            assert_eq!(played.rounds, whole(&run["rounds"]), "{label}");
            if let Some(trace) = run["offer_trace_round_party_outcomeindex"].as_array() {
                let expected: Vec<[usize; 3]> =
                    trace.iter().map(|offer| [0, 1, 2].map(|k| whole(&offer[k]))).collect();
                assert_eq!(played.offers, expected, "{label}");
                traces += 1;
            }
            runs += 1;
        }
    }
    assert_eq!((runs, traces), (145, 11));
    assert_eq!(micro, (17, 20));
}

#[test]
fn aspirations_follow_their_curves() {
    let curves: Value =
        serde_json::from_str(include_str!("data/alternating-offers/aspiration_curves_n100.json"))
            .unwrap();
    let mut points = 0;
    for (name, polynomial, exponential) in
        [("boulware", 4.0, 0.125), ("linear", 1.0, 0.725), ("conceder", 0.25, 4.0)]
    {
        for (index, t) in curves["t"].as_array().unwrap().iter().enumerate() {
            let t = t.as_f64().unwrap();
            assert!((t - (index + 1) as f64 / 101.0).abs() < 1e-15);
            for (family, share) in [
                ("poly", Polynomial::new(polynomial).share(t)),
                ("exp", Exponential::new(exponential).share(t)),
            ] {
                let expected = curves[family][name][index].as_f64().unwrap();
                assert!((share - expected).abs() < 1e-12, "{family} {name} {t}");
                points += 1;
            }
        }
    }
    assert_eq!(points, 600);
}

/// The yardstick of a deal stands on the published solution points.
#[test]
fn deals_are_measured_from_the_published_points() {
    let summary: Value =
        serde_json::from_str(include_str!("data/alternating-offers/summary.json")).unwrap();
    for (name, _, toml) in DOMAINS {
        let entry = summary.as_array().unwrap().iter().find(|entry| entry["domain"] == name);
        let published = &entry.unwrap()["nash"];
        let world = game(&seated(toml, &[], 100)).world().clone();
        let Some(yardstick) = Yardstick::of(&world) else {
            assert_eq!(published.as_array().unwrap().len(), 0, "{name}");
            assert!(!world.has_zone());
            continue;
        };
        assert_eq!(yardstick.frontier().len(), whole(&entry.unwrap()["pareto"]), "{name}");
        let nash = whole(&published[0]["outcome_index"]);
        assert_eq!(yardstick.nash(), [nash], "{name}");
        let quality = yardstick.measure(nash);
        assert!(quality.efficient && quality.nash <= 0.0 && quality.left <= 0.0, "{name}");
    }
}

/// Equal outcomes stand by number, and the lowest of those nearest to a demand is offered.
#[test]
fn ties_go_by_number() {
    let text = r#"
title = "Ties"
protocol = { kind = "alternating-offers", rounds = 9 }
[issues.a]
options = ["x", "y"]
[issues.b]
options = ["x", "y", "z"]
[parties.p0]
[parties.p0.positions]
a = { scores = { x = 100, y = 100 }, salience = 0.5 }
b = { scores = { x = 0, y = 100, z = 100 }, salience = 0.5 }
[parties.p1]
[parties.p1.positions]
a = { scores = { x = 0, y = 0 }, salience = 1 }
b = { scores = { x = 100, y = 0, z = 0 }, salience = 1 }
"#;
    let scenario = seated(text, &["boulware", "hard-liner"], 9);
    let game = game(&scenario);
    let wishes = game.world().wishes(0);
    // Values are ½, 1, 1, ½, 1, 1.
    assert_eq!(wishes.order(), [0, 3, 1, 2, 4, 5]);
    let played = play(&scenario);
    let own: Vec<usize> =
        played.offers.iter().filter(|offer| offer[1] == 0).map(|offer| offer[2]).collect();
    assert_eq!(own[0], 1, "the first of four outcomes worth 1");
    assert!(own.iter().all(|outcome| [0, 1].contains(outcome)), "{own:?}");
}

#[test]
fn outcomes_are_numbered_with_the_last_issue_fastest() {
    let outcomes = Outcomes::new(&[2, 3, 4]);
    assert_eq!((outcomes.len(), outcomes.choices()), (24, 9));
    for outcome in 0..outcomes.len() {
        let choices = outcomes.choose(outcome);
        assert_eq!(outcomes.number(&choices), Some(outcome));
        assert_eq!(outcome, choices[0] * 12 + choices[1] * 4 + choices[2]);
    }
    assert_eq!(outcomes.number(&[0, 3, 0]), None);
}

/// The bargaining map stands on the same values: its Nash solution is the published outcome.
#[test]
fn the_map_finds_the_published_nash_solution() {
    let summary: Value =
        serde_json::from_str(include_str!("data/alternating-offers/summary.json")).unwrap();
    for (name, _, toml) in DOMAINS {
        let entry = summary.as_array().unwrap().iter().find(|entry| entry["domain"] == name);
        let published = entry.unwrap()["nash"].as_array().unwrap().first();
        let scenario = seated(toml, &[], 100);
        let table = Table::new(&scenario, Seed(42));
        let mut seat = Seat::new(&table);
        seat.enter(&Game::likely_draws(&scenario), Trial::default());
        assert_eq!(seat.has_zopa(), published.is_some(), "{name}");
        let found = seat.deal_space().nash(Search::FINE);
        let options = found.map(|solution| {
            let package = solution.package.iter().zip(&scenario.issues);
            package.map(|(&x, issue)| issue.option_at(x)).collect::<Vec<_>>()
        });
        let expected = published.map(|point| {
            point["outcome"].as_array().unwrap().iter().map(whole).collect::<Vec<_>>()
        });
        assert_eq!(options, expected, "{name}");
    }
}

/// Numbers within a tactic, also of one among several, are set by path.
#[test]
fn tactics_are_set_by_path() {
    let text = zopa::scenario::template(zopa::scenario::TemplateKind::ScorableGame, "A flat");
    let set = |path: &str, value: &str| {
        let overrides = vec![(path.to_owned(), value.to_owned())];
        load("flat.toml", &text, &LoadOptions { overrides, ..LoadOptions::default() })
    };
    let path = "parties.ben.tactic.choice.3.polynomial";
    let scenario = set(path, "5").unwrap().scenario;
    let id = scenario.input_id(path).unwrap();
    assert_eq!(scenario.inputs[id.index()].prior.mode(), 5.0);
    let rejected = set("parties.ben.tactic.choice.7.polynomial", "5").unwrap_err();
    assert!(rejected.to_string().contains("Z0012"), "{rejected}");
    let scenario = set("parties.ben.tactic", "micro").unwrap().scenario;
    assert!(scenario.input_id("parties.ben.tactic").is_none());
}
