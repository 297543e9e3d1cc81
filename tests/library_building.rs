//! Scenarios built in Rust are those of files, and so are their errors.

use zopa::scenario::{TemplateKind, Value, template};
use zopa::{LoadOptions, Role, Scenario, ScenarioBuilder, date, load};

fn of_template(kind: TemplateKind) -> Scenario {
    load("template", &template(kind, "Untitled"), &LoadOptions::default()).unwrap().scenario
}

/// The smallest template, in code.
fn water() -> ScenarioBuilder {
    ScenarioBuilder::new("Untitled")
        .as_of(date(2026, 1, 5))
        .horizon("6 months")
        .issue("price", |issue| {
            issue
                .title("Price of the water")
                .anchor(0.0, "free of charge")
                .anchor(50.0, "at cost")
                .anchor(100.0, "twice the cost")
        })
        .party("upstream", |party| {
            party
                .title("Upstream Valley")
                .role(Role::Principal)
                .influence(1.0)
                .set("concession_speed", [0.5, 0.8, 1.2])
                .reservation([0.35, 0.4, 0.5])
                .position("price", |wants| {
                    wants.opening(90).limit([35, 45, 55]).ideal(90).salience(1)
                })
        })
        .party("downstream", |party| {
            party
                .title("Downstream Plain")
                .role(Role::Principal)
                .influence(0.8)
                .set("concession_speed", 1.0)
                .reservation([0.3, 0.4, 0.5])
                .position("price", |wants| {
                    wants.opening(10).limit([45, 55, 65]).ideal(10).salience(1)
                })
        })
        .question("signed-in-time", "A contract is signed within six months", "signed")
}

#[test]
fn a_built_scenario_is_that_of_the_file() {
    let built = water().build().unwrap();
    assert_eq!(built.scenario, of_template(TemplateKind::TwoParty));
    assert!(built.warnings.is_empty(), "{}", built.warnings);
    let again = load("again", &built.to_toml(), &LoadOptions::default()).unwrap();
    assert_eq!(again.scenario, built.scenario);
}

#[test]
fn a_built_game_is_that_of_the_file() {
    let flat = ["Ana the large one", "Ben the large one"];
    let built = ScenarioBuilder::new("Untitled")
        .alternating_offers(20)
        .issue("flat", |issue| issue.title("Who takes which room").options(flat))
        .issue("kitchen", |issue| {
            issue.title("Who cleans the kitchen").options(["Ana", "Ben", "in turn"])
        })
        .issue("rent", |issue| {
            let issue = issue.title("Ana's share of the rent, percent").scale(30.0, 70.0);
            let issue = issue.set("points", 9).anchor(30.0, "a third").anchor(50.0, "half");
            issue.anchor(70.0, "two thirds")
        })
        .party("ana", |party| {
            party
                .title("Ana")
                .set("tactic", "boulware")
                .reservation([0.2, 0.3, 0.4])
                .position("flat", |w| w.score(flat[0], 100).score(flat[1], 0).salience(0.5))
                .position("kitchen", |wants| {
                    wants.score("Ana", 0).score("Ben", 100).score("in turn", 60).salience(0.2)
                })
                .position("rent", |wants| wants.ideal(30).salience(0.3))
        })
        .party("ben", |party| {
            let weight = Value::table([("weight", 0.7.into())]);
            let powers = Value::list([1, 2, 4]);
            let tactics = Value::list([
                "linear".into(),
                "tit-for-tat".into(),
                Value::table([("hybrid", weight)]),
                Value::table([("polynomial", powers)]),
            ]);
            let weights = Value::list([2, 1, 1, 1]);
            party
                .title("Ben")
                .set("tactic", Value::table([("choice", tactics), ("weights", weights)]))
                .set("acceptance", "next")
                .set("opponent_model", "frequency")
                .reservation([0.2, 0.3, 0.4])
                .position("flat", |w| w.score(flat[0], 0).score(flat[1], 100).salience(0.3))
                .position("kitchen", |wants| {
                    let wants = wants.score("Ana", 100).score("Ben", 0).score("in turn", 50);
                    wants.salience(0.2).set("refuses", Value::list(["Ben"]))
                })
                .position("rent", |wants| wants.ideal(70).salience(0.5))
        })
        .question("half-way", "They agree before half of the time is over", "signed")
        .set("questions.half-way.by_round", 10)
        .set("variants.hurry.title", "Six rounds")
        .set("variants.hurry.set.\"protocol.rounds\"", 6)
        .set("variants.hurry.set.\"parties.ana.tactic\"", "conceder");
    assert_eq!(built.build().unwrap().scenario, of_template(TemplateKind::ScorableGame));
}

/// Every error at once, by the lines of the text that stands for the scenario.
#[test]
fn what_is_wrong_is_told_as_of_a_file() {
    let wrong = water()
        .set("parties.upstream.influence", 1.5)
        .set("parties.upstream.concesion_speed", 2)
        .set("parties.downstream.outside.reservation", 1.4)
        .set("parties.downstream.positions.price.limit", f64::NAN)
        .set("events.0.rate", "often");
    insta::assert_snapshot!(wrong.build().unwrap_err().to_string());
    let empty = ScenarioBuilder::new("").build().unwrap_err();
    assert!(empty.to_string().contains("a scenario needs `parties`"), "{empty}");
}

#[test]
fn of_keys_that_exclude_each_other_the_last_stays() {
    let path = "parties.upstream.outside";
    let war = water().set(&format!("{path}.cost"), 0.2).to_toml();
    assert!(war.contains("outside = { war = { cost = 0.2 } }"), "{war}");
    let peace = water().set(&format!("{path}.cost"), 0.2).set(&format!("{path}.reservation"), 0.4);
    assert!(!peace.to_toml().contains("war"), "{}", peace.to_toml());
}

#[test]
fn a_path_goes_where_it_went_before() {
    let builder = water()
        .trust("upstream", "downstream", 0.2)
        .trust("downstream", "upstream", 0.3)
        .set("events.flood.rate", 0.1)
        .set("events.flood.effects.0.add", "parties.upstream.outside.reservation")
        .set("events.flood.effects.0.by", -0.1)
        .set("events.flood.once", true);
    let scenario = builder.build().unwrap().scenario;
    assert_eq!(builder.to_toml().matches("[[trust]]").count(), 1, "{}", builder.to_toml());
    assert_eq!((scenario.events.len(), scenario.events[0].effects.len()), (1, 1));
}
