//! The same seed gives the same bits, however the work is divided; other draws stay as they were when
//! something is added.

use zopa::model::Scenario;
use zopa::montecarlo::{Draws, Plan, Summary};
use zopa::present::json;
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;

fn text(name: &str) -> String {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn scenario(text: &str) -> Scenario {
    load("test.toml", text, &LoadOptions::default()).unwrap().scenario
}

fn document(scenario: &Scenario, threads: usize, chunk: u64) -> String {
    let plan = Plan { worlds: 120, threads, chunk, ..Plan::default() };
    json::summary(scenario, &Summary::of(scenario, &plan, &(), None), "test.toml").to_string()
}

#[test]
fn threads_and_chunks_change_no_bit() {
    for name in ["two-party", "white-house-2025"] {
        let scenario = scenario(&text(name));
        let first = document(&scenario, 1, 1_000);
        for (threads, chunk) in [(1, 1), (2, 20), (3, 7), (8, 13)] {
            assert!(first == document(&scenario, threads, chunk), "{name}: {threads} × {chunk}");
        }
    }
}

#[test]
fn another_seed_is_another_run() {
    let scenario = scenario(&text("two-party"));
    let plan = |seed| Plan { worlds: 50, seed: Seed(seed), ..Plan::default() };
    let run = |seed| Summary::of(&scenario, &plan(seed), &(), None).chain[2].estimate.value;
    assert!((run(1) - run(2)).abs() > 0.0);
}

/// A stakeholder without influence and an event that changes nothing: nobody else's luck changes.
#[test]
fn adding_a_party_or_an_event_leaves_other_draws_alone() {
    let base = text("two-party");
    let added = format!(
        "{base}\n[parties.onlooker]\nrole = \"stakeholder\"\ninfluence = 0\n\
         [parties.onlooker.positions]\nwater = {{ limit = 50, ideal = 50, salience = 1 }}\n\
         [[events]]\nname = \"festival\"\nrate = 1\n\
         effects = [{{ multiply = \"trust.upper.lower\", by = 1 }}]\n"
    );
    let (base, added) = (scenario(&base), scenario(&added));
    let draws = |scenario: &Scenario| {
        let mut draws = Draws::new(scenario, Seed(42), &[]);
        draws.seek(7);
        let values = draws.draw().to_vec();
        let named = scenario.inputs.iter().zip(values);
        named.map(|(input, value)| (input.path.clone(), value)).collect::<Vec<_>>()
    };
    let after = draws(&added);
    for (path, value) in draws(&base) {
        let same = after.iter().find(|(other, _)| *other == path).unwrap().1;
        assert!((value - same).abs() == 0.0, "{path}");
    }
    let plan = Plan { worlds: 200, ..Plan::default() };
    let chain = |scenario: &Scenario| {
        let summary = Summary::of(scenario, &plan, &(), None);
        summary.chain.iter().map(|step| step.estimate.value).collect::<Vec<_>>()
    };
    assert_eq!(chain(&base), chain(&added));
}
