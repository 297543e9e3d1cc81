//! Inputs that change nothing: told as such, and only those.

use serde_json::Value;
use zopa::engine::{Seat, Table, Trial};
use zopa::model::{InputId, Scenario};
use zopa::montecarlo::{Draws, InputShare, Plan, Summary};
use zopa::stream::Seed;

use crate::cli_run::{stdout, zopa};
use crate::support::{SHIPPED, scenario, shipped, shipped_text};

fn plan(worlds: u64) -> Plan {
    Plan { seed: Seed(5), worlds, histories: 10, threads: 1, ..Plan::default() }
}

fn of<'s>(scenario: &Scenario, summary: &'s Summary, path: &str) -> &'s InputShare {
    let id = scenario.input_id(path).unwrap();
    summary.inputs.iter().find(|share| share.input == id).unwrap()
}

/// Where no issue has a status quo nothing is lost against it: loss aversion changes no bit. (A number of that
/// kind, the weight of limits, was credited with up to 4.4% of the variance.)
#[test]
fn a_phantom_is_inert() {
    let scenario = shipped("two-party", &[("parties.upper.loss_aversion", "[1, 1.5, 2]")]);
    for seed in 1..=5 {
        let summary = zopa::run(&scenario, &Plan { seed: Seed(seed), ..plan(500) });
        let phantom = of(&scenario, &summary, "parties.upper.loss_aversion");
        assert!(phantom.inert && !phantom.clear && phantom.variance_share == 0.0, "{phantom:?}");
    }
}

/// History by history: what is told as inert changes nothing anywhere in its range, in worlds that were not
/// looked at; and what has a clear share is not told as inert.
#[test]
fn what_is_inert_changes_no_bit() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let summary = zopa::run(&scenario, &plan(200));
        let table = Table::new(&scenario, Seed(6));
        let mut seat = Seat::new(&table);
        let mut told = |values: &[f64], world| {
            seat.enter(values, Trial { world, history: 0 });
            (0..4).map(|_| format!("{:?}", seat.negotiate(&mut ()))).collect::<Vec<_>>()
        };
        for share in &summary.inputs {
            assert!(!(share.clear && share.inert), "{name}: {share:?}");
        }
        let inert: Vec<InputId> =
            summary.inputs.iter().filter(|share| share.inert).map(|share| share.input).collect();
        let mut draws = Draws::new(&scenario, Seed(6), &[]);
        draws.seek(300);
        for world in 300..310 {
            let values = draws.draw().to_vec();
            let base = told(&values, world);
            for &id in &inert {
                let mut moved = values.clone();
                moved[id.index()] = scenario.inputs[id.index()].prior.quantile(0.37);
                assert_eq!(
                    told(&moved, world),
                    base,
                    "{name}: {}",
                    scenario.inputs[id.index()].path
                );
            }
        }
    }
}

/// An inert input that hangs together with a driver has the share that knowing it would explain, and is told
/// as inert beside it.
#[test]
fn what_hangs_together_with_a_driver_tells_of_it() {
    let driver = "parties.lower.outside.reservation";
    let averse = "[parties.upper]\nloss_aversion = [1, 1.5, 2]\n";
    let text = shipped_text("two-party").replace("[parties.upper]\n", averse)
        + &format!(
            "\n[[factors]]\nname = \"drought\"\nloadings = {{ \"{driver}\" = 0.95, \
             \"parties.upper.loss_aversion\" = 0.95 }}\n"
        );
    let scenario = scenario(&text);
    let summary = zopa::run(&scenario, &plan(4_000));
    let phantom = of(&scenario, &summary, "parties.upper.loss_aversion");
    let cause = of(&scenario, &summary, driver);
    assert!(cause.clear && !cause.inert, "{cause:?}");
    assert!(phantom.clear && phantom.inert, "{phantom:?}");
    assert!(phantom.variance_share < cause.variance_share && phantom.variance_share > 0.0);
}

#[test]
fn inert_inputs_are_told_wherever_drivers_are() {
    let file = "scenarios/two-party.toml";
    let averse = "parties.upper.loss_aversion=[1, 1.5, 2]";
    let sizes = ["--worlds", "200", "--histories", "5", "--set", averse];
    let run = zopa(&[["run", file].as_slice(), &sizes].concat());
    assert!(stdout(&run).contains("Inert,"), "{}", stdout(&run));
    assert!(stdout(&run).contains("parties.upper.loss_aversion"));
    let run = zopa(&[["run", file, "--json"].as_slice(), &sizes].concat());
    let run: Value = serde_json::from_str(stdout(&run)).unwrap();
    let inputs = run["result"]["inputs"].as_array().unwrap();
    let inert = inputs.iter().find(|input| input["path"] == "parties.upper.loss_aversion").unwrap();
    assert_eq!((&inert["inert"], &inert["clear"]), (&Value::Bool(true), &Value::Bool(false)));
    let drivers = zopa(&[["drivers", file, "--json"].as_slice(), &sizes].concat());
    let drivers: Value = serde_json::from_str(stdout(&drivers)).unwrap();
    let told = drivers["result"]["inert"].as_array().unwrap();
    assert!(told.contains(&Value::from("parties.upper.loss_aversion")), "{told:?}");
    let drivers = zopa(&[["drivers", file].as_slice(), &sizes].concat());
    assert!(stdout(&drivers).contains("Inert,"));
}
