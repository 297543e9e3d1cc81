//! The scenarios of the classroom load, run and print what they printed before, and
//! teach what their notes say they do.

use zopa::engine::{Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::{Link, Outcome, Plan, Summary};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;

use crate::support::told;

const CLASS: [&str; 3] = ["1-van", "2-concert", "3-strait"];

fn scenario(name: &str, variant: Option<&str>) -> Scenario {
    let path = format!("{}/scenarios/class/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let options = LoadOptions { variant: variant.map(str::to_owned), ..LoadOptions::default() };
    let loaded = load(&format!("{name}.toml"), &text, &options).unwrap();
    // What each warns of: tests/scenarios.rs.
    assert!(loaded.story.summary.is_some(), "{name}: everybody is told what it is about");
    assert!(
        loaded.story.briefs.iter().all(Option::is_some),
        "{name}: every role is told who it is"
    );
    loaded.scenario
}

fn run(scenario: &Scenario, seed: u64, worlds: u64) -> Summary {
    zopa::run(scenario, &Plan { seed: Seed(seed), worlds, ..Plan::default() })
}

#[test]
fn the_levels_print_what_they_did() {
    for name in CLASS {
        let scenario = scenario(name, None);
        for seed in [1, 2] {
            let summary = run(&scenario, seed, 60);
            let text = told(&scenario, &summary, &format!("{name}.toml"));
            for line in text.lines().filter(|line| !line.contains("zopa explain")) {
                assert!(line.chars().count() <= 80, "over 80 columns: {line}");
            }
            insta::assert_snapshot!(format!("class-{name}-seed-{seed}"), text);
        }
    }
}

#[test]
fn the_levels_and_their_variants_have_a_zone_and_are_no_foregone_conclusion() {
    for name in CLASS {
        let variants = scenario(name, None).variants;
        let named = variants.iter().map(|variant| Some(variant.id.as_str()));
        for variant in std::iter::once(None).chain(named) {
            let scenario = scenario(name, variant);
            let table = Table::new(&scenario, Seed(1));
            let mut seat = Seat::new(&table);
            let values = zopa::teach::brief::likeliest(&scenario);
            seat.enter(&values, Trial::default());
            assert!(seat.has_zopa(), "{name} {variant:?}");
        }
    }
    // In the third level the home fronts and the clock decide more often than not.
    let strait = run(&scenario("3-strait", None), 5, 200);
    let ratified = strait.estimate(Outcome::Link(Link::Ratified)).value;
    assert!((0.2..0.5).contains(&ratified), "{ratified}");
}
