//! The bargaining map of whole scenarios: it agrees with the engine, its conditions do what they say,
//! and its outputs hold what they should.

use std::collections::BTreeSet;

use serde_json::Value;
use zopa::analysis::map::{BargainingMap, Concept, likely_inputs, position_table};
use zopa::engine::{Hinge, Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::{Plan, survey};
use zopa::solution::bargain::{Reach, Search};
use zopa::solution::forecasts::{Inquiry, compromise};
use zopa::stream::Seed;

use crate::cli_run::{assert_fails, code, stderr, stdout, zopa};
use crate::support::{SHIPPED, scenario, shipped, shipped_text};

fn plan(worlds: u64) -> Plan {
    Plan { worlds, ..Plan::default() }
}

fn map(scenario: &Scenario, worlds: u64) -> BargainingMap {
    BargainingMap::of(scenario, &plan(worlds), None, &Inquiry::default(), &())
}

/// Two farms and one well: no overlap unless somebody gives way.
const APART: &str = r#"
title = "One well"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "3 months" }
model = { stated_limits_weight = 0, loss = "linear" }
[issues.hours]
title = "Hours at the well"
anchors = { 0 = "none", 100 = "all" }
[parties.east]
role = "principal"
influence = 1
breach_hazard = 0
outside = { reservation = [0.6, 0.7, 0.8] }
positions.hours = { ideal = 100, limit = 60, salience = 1 }
[parties.west]
role = "principal"
influence = 1
breach_hazard = 0
outside = { reservation = 0.45 }
positions.hours = { ideal = 0, limit = 40, salience = 1 }
"#;

#[test]
fn gains_are_the_engines_own_to_the_last_bits() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let every_worlds = survey(&scenario, &plan(20), &(), |seat, world| {
            let space = seat.deal_space();
            let probe = seat.at_start().with_every_pledge();
            for tenth in 0..=10 {
                // Somewhere else on every issue.
                let package: Vec<f64> =
                    (0..space.issues()).map(|k| ((tenth + 3 * k) % 11) as f64 / 10.0).collect();
                // A home front's gain is that of its vote, for which the engine has no worth of signing.
                let leaders = space.signatories().iter().enumerate().filter(|(_, s)| !s.home_front);
                for (s, signatory) in leaders {
                    let own = probe.worth(signatory.party, &package).z;
                    let gain = space.gain(s, &package);
                    assert!((own - gain).abs() < 1e-12, "{name}, world {world}: {own} {gain}");
                    assert_eq!(
                        probe.crosses(signatory.party, &package).is_some(),
                        space.crosses(s, &package)
                    );
                }
            }
        });
        assert_eq!(every_worlds.len(), 20);
    }
}

#[test]
fn the_engine_finds_a_zone_where_the_map_does() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let found = survey(&scenario, &plan(300), &(), |seat, _| {
            let space = seat.deal_space();
            let exact = space
                .least_gain_package(Search::FINE)
                .map_or(f64::NEG_INFINITY, |best| best.least_gain(&space));
            let engine = seat.best_package().map_or(f64::NEG_INFINITY, |best| best.gain);
            (exact, engine, seat.has_zopa())
        });
        for (world, (exact, engine, has_zopa)) in found.into_iter().enumerate() {
            // The engine looks at levels of the guarantee: it may fall short, by little.
            let short = exact - engine;
            assert!(
                exact == engine || (-2e-5..0.004).contains(&short),
                "{name}, world {world}: {exact} against {engine}"
            );
            assert_eq!(has_zopa, engine > 0.0, "{name}, world {world}");
        }
    }
}

#[test]
fn a_condition_that_is_met_opens_the_zone() {
    let closed = scenario(APART);
    let apart = map(&closed, 50);
    assert!(apart.likely.reach.is_none());
    let conditions = &apart.likely.conditions;
    let hinges: BTreeSet<Hinge> = conditions.iter().map(|condition| condition.hinge).collect();
    assert!(hinges.contains(&Hinge::Reservation) && hinges.contains(&Hinge::SidePayment));
    let mut tried = 0;
    for condition in conditions.iter().filter(|condition| condition.input.is_some()) {
        let path = &closed.inputs[condition.input.unwrap().index()].path;
        let step = (condition.to - condition.from) * 1e-3;
        for (value, opens) in [(condition.to + step, true), (condition.to - 20.0 * step, false)] {
            let text = zopa::scenario::LoadOptions {
                variant: None,
                overrides: vec![(path.clone(), value.to_string())],
            };
            let changed = zopa::scenario::load("one-well", APART, &text).unwrap().scenario;
            assert_eq!(map(&changed, 1).likely.reach.is_some(), opens, "{path} = {value}");
            tried += 1;
        }
    }
    assert_eq!(tried, 4, "a reservation value each");
    // East's [0.6, 0.7, 0.8] would have to be 0.55 or less: beyond the file's range.
    let east = conditions.iter().find(|c| c.party == 0 && c.hinge == Hinge::Reservation).unwrap();
    assert!((east.to - 0.55).abs() < 1e-6, "{east:?}");
    assert_eq!(east.level, Some(0.0));
    assert!(apart.worlds.with_zone.value == 0.0 && apart.worlds.no_single_change == 0.0);
}

#[test]
fn crossed_red_lines_leave_nothing_until_one_of_them_moves() {
    let text = APART
        .replace("salience = 1 }\n[parties.west]", "salience = 1, red_line = 70 }\n[parties.west]")
        .replace("limit = 40, salience = 1", "limit = 40, salience = 1, red_line = 50")
        .replace("reservation = [0.6, 0.7, 0.8]", "reservation = 0.3")
        .replace("reservation = 0.45", "reservation = 0.2");
    let walled = scenario(&text);
    let map = map(&walled, 10);
    assert!(map.likely.points.is_empty() && map.likely.reach.is_none());
    assert!((map.worlds.walled_off - 1.0).abs() < 1e-12);
    let east = map.likely.conditions.iter().find(|c| c.hinge == Hinge::RedLine(0) && c.party == 0);
    assert!((east.unwrap().to - 50.0).abs() < 1e-6, "{east:?}");
}

#[test]
fn the_same_map_for_any_number_of_threads() {
    let scenario = shipped("northland", &[]);
    let with = |threads| {
        let plan = Plan { threads, ..plan(30) };
        let map = BargainingMap::of(&scenario, &plan, None, &Inquiry::default(), &());
        format!("{:?} {:?}", map.worlds, map.likely.points)
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn the_weighted_mean_is_the_first_text_of_equal_pens() {
    // With a mediator and nothing conceded yet, the engine's mean text is the compromise forecast.
    let scenario = shipped("white-house-2025", &[]);
    let inputs = likely_inputs(&scenario);
    let table = Table::new(&scenario, Seed(1));
    let mut seat = Seat::new(&table);
    seat.enter(&inputs, Trial::default());
    let text = seat.at_start().mean_text(0.0, None);
    for (k, issue) in scenario.issues.iter().enumerate() {
        let forecast = compromise(&position_table(&scenario, &inputs, k).unwrap(), 0).unwrap();
        let walls = seat.deal_space();
        let inside = (0..walls.signatories().len()).all(|s| !walls.crosses(s, &text));
        let own = issue.scale.from_unit(text[k]);
        // The engine keeps its text inside the principals' red lines.
        assert!((own - forecast).abs() < 1e-6 || inside, "{}: {own} {forecast}", issue.id);
    }
}

#[test]
fn every_solution_of_a_shipped_scenario_is_in_the_zone_and_efficient() {
    for name in SHIPPED {
        let map = map(&shipped(name, &[]), 5);
        let Some(reach) = &map.likely.reach else { continue };
        for point in map.likely.points.iter().filter(|p| p.concept != Concept::MaxWelfare) {
            let least = point.solution.least_gain(&map.likely.space);
            assert!(least > -1e-6, "{name}, {:?}: {least}", point.concept);
            for (x, reach) in point.solution.package.iter().zip(reach) {
                if let Reach::Scale(low, high) = reach {
                    assert!(*x > low - 1e-3 && *x < high + 1e-3, "{name}, {:?}", point.concept);
                }
            }
        }
        for frontier in &map.likely.frontiers {
            let (first, second) = frontier.pair;
            for pair in frontier.points.windows(2) {
                let (before, after) = (&pair[0].solution.gains, &pair[1].solution.gains);
                assert!(after[first] > before[first] && after[second] < before[second], "{name}");
            }
        }
    }
}

fn run(args: &[&str]) -> std::process::Output {
    zopa(&[&["map"], args].concat())
}

#[test]
fn the_terminal_stays_within_80_columns() {
    for name in SHIPPED {
        let file = format!("scenarios/{name}.toml");
        let output = run(&[&file, "--worlds", "20"]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        for line in stdout(&output).lines() {
            assert!(line.chars().count() <= 80 && line.trim_end() == line, "{line}");
        }
        let told = stdout(&output);
        // Where the likeliest inputs leave no zone there is nothing to split.
        let splits = ["Fair splits", "Kalai–Smorodinsky"];
        let splits = if told.contains("most likely inputs  no\n") { &splits[..0] } else { &splits };
        for says in ["Is there a package", "EU error", "of worlds"].iter().chain(splits) {
            assert!(told.contains(says), "{says}\n{told}");
        }
    }
    let file = crate::cli_run::File::new("one-well.toml", APART);
    let output = run(&[file.path(), "--worlds", "20"]);
    for says in [
        "most likely inputs  no\n",
        "Nearest package",
        "What would have to be true",
        "east: reservation value: 0.55 instead of 0.7, beyond the file's range",
        "What would open the 100% of worlds without a zone",
    ] {
        assert!(stdout(&output).contains(says), "{says}\n{}", stdout(&output));
    }
}

#[test]
fn json_and_csv_hold_the_figures() {
    let file = "scenarios/two-party.toml";
    let output =
        run(&[file, "--worlds", "20", "--json", "--package", "water=60,payment=100,gauges=50"]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["schema_version"], 2);
    assert_eq!(value["result"]["likely"]["zone"], true);
    let points = value["result"]["likely"]["points"].as_array().unwrap();
    assert_eq!(points.len(), 6);
    let nash = points.iter().find(|point| point["concept"] == "nash").unwrap();
    let gains: Vec<f64> = nash["gains"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gain| gain["gain"].as_f64().unwrap())
        .collect();
    assert!(gains.iter().all(|gain| *gain > 0.0));
    assert!(value["result"]["likely"]["given"]["left_on_table"]["joint"].as_f64().unwrap() > 0.0);
    assert_eq!(value["result"]["likely"]["frontiers"][0]["pair"][0]["id"], "upper");
    assert!(value["result"]["forecasts"][0]["opinions"]["weighted_mean"]["value"].is_number());
    assert!(value["result"]["accuracy"].as_array().unwrap().len() > 10);
    let output = run(&[file, "--worlds", "20", "--csv"]);
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let methods: BTreeSet<&str> = rows.iter().map(|row| &row[1]).collect();
    for method in ["zone", "nash", "kalai-smorodinsky", "weighted-mean", "election", "challenge"] {
        assert!(methods.contains(method), "{methods:?}");
    }
    assert!(rows.iter().all(|row| &row[4] == "reason" || row[5].parse::<f64>().is_ok()));
}

#[test]
fn mistakes_on_the_command_line_are_named() {
    let file = "scenarios/two-party.toml";
    let fails = |args: &[&str], says: &str| assert_fails(&run(args), 2, says);
    fails(&[], "--positions");
    fails(&[file, "--issue", "fish"], "there are water, payment, gauges");
    fails(&[file, "--package", "water=60"], "missing: payment, gauges");
    fails(&[file, "--package", "water"], "has no “=”");
    fails(&[file, "--package", "water=six"], "“six” is not a number");
    fails(&[file, "--package", "water=600,payment=1,gauges=1"], "from 0 to 100");
    fails(&[file, "--positions", "table.csv"], "cannot be used with");
    assert_fails(&run(&["scenarios/none.toml"]), 1, "cannot read");
    let broken =
        crate::cli_run::File::new("broken.toml", &shipped_text("two-party").replace("water", ""));
    assert_fails(&run(&[broken.path()]), 3, "error");
}

/// Two sisters and a house: what they would settle for does not fit together.
const HOUSE: &str = r#"
title = "A house"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "3 months" }
model = { stated_limits_weight = 0, loss = "linear" }
[issues.owner]
options = ["ada", "sold", "eva"]
[issues.share]
anchors = { 0 = "all to eva", 100 = "all to ada" }
[parties.ada]
role = "principal"
influence = 1
breach_hazard = 0
positions.owner = { scores = { ada = 100, sold = 20, eva = 0 }, limit = 70, salience = 1 }
positions.share = { ideal = 100, limit = 60, salience = 1 }
[parties.eva]
role = "principal"
influence = 1
breach_hazard = 0
positions.owner = { scores = { ada = 0, sold = 20, eva = 100 }, limit = 70, salience = 1 }
positions.share = { ideal = 0, limit = 40, salience = 1 }
"#;

#[test]
fn conditions_on_options_open_the_zone_too() {
    let house = scenario(HOUSE);
    let found = map(&house, 5);
    assert!(found.likely.reach.is_none());
    // The best packages are worth 1 to both together, the limits 1.3: 0.3 is missing.
    let of = |k: usize| {
        let limits = found.likely.conditions.iter().filter(|c| c.hinge == Hinge::Limit(k));
        limits.map(|condition| condition.to).collect::<Vec<_>>()
    };
    assert_eq!(of(0).len(), 2);
    assert!(of(0).iter().all(|to| (to - 10.0).abs() < 1e-4), "{:?}", of(0));
    let text = HOUSE.replacen("limit = 70", "limit = 9.9", 1);
    assert!(map(&scenario(&text), 1).likely.reach.is_some());
    // A refusal that leaves nothing but what both dislike.
    let text = HOUSE
        .replacen("eva = 0 }", "eva = 0 }, refuses = [\"eva\"]", 1)
        .replacen("eva = 100 }", "eva = 100 }, refuses = [\"ada\"]", 1)
        .replace("limit = 70", "limit = 45")
        .replace("limit = 60", "limit = 52")
        .replace("limit = 40", "limit = 48");
    let found = map(&scenario(&text), 5);
    assert!(found.likely.reach.is_none());
    let accepts: Vec<Hinge> = found.likely.conditions.iter().map(|c| c.hinge).collect();
    assert!(accepts.contains(&Hinge::Refusal(0, 2)) && accepts.contains(&Hinge::Refusal(0, 0)));
    let file = crate::cli_run::File::new("house.toml", &text);
    let output = run(&[file.path(), "--worlds", "5", "--package", "owner=sold,share=50"]);
    for says in ["A house\n", "ada: refusal on owner: accept “eva”", "vote", "would lose"] {
        assert!(stdout(&output).contains(says), "{says}\n{}", stdout(&output));
    }
    assert_fails(
        &run(&[file.path(), "--package", "owner=both,share=50"]),
        2,
        "there are ada, sold, eva",
    );
    let json = run(&[file.path(), "--worlds", "5", "--json"]);
    let value: Value = serde_json::from_slice(&json.stdout).unwrap();
    let votes = &value["result"]["votes"][0];
    assert_eq!((&votes["issue"], &votes["options"][0]["option"]), (&"owner".into(), &"ada".into()));
    assert!(votes["options"][0]["probability"].is_number());
    let owner = &value["result"]["likely"]["points"][0]["package"][0];
    assert_eq!((&owner["issue"], &owner["at"]), (&"owner".into(), &"sold".into()));
}
