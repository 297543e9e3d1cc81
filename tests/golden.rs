//! The results of a small run, to the last digit.
//!
//! A change here is a breaking change: the same file and seed no longer give the same numbers. Accept
//! it with `INSTA_UPDATE=always cargo test golden`, and enter it under *Results* in the changelog.

use zopa::montecarlo::Plan;

use crate::support::{document, plan, scenario};

/// Every part of the model at once, in a small file.
const SMALL: &str = r#"
title = "A small war with everything"
as_of = 2026-01-01
clock = { round = "2 weeks", horizon = "12 months" }
front = { drift = [0, 0.5, 1], noise = 0.5 }
mediation = { style = "formulation" }
coalition = { cohesion = 0.9 }
durability = { record = 0.2 }
[issues.line]
anchors = { 0 = "old border", 100 = "all of it" }
effect = "front-line"
status_quo = 40
[issues.guarantee]
anchors = { 0 = "none", 100 = "full" }
effect = { guarantee = { strong_end = 100 } }
[issues.sequence]
anchors = { 0 = "ceasefire first", 100 = "settlement first" }
effect = { halts-fighting = { strong_end = 0 } }
[parties.attacker]
role = "principal"
influence = 1
concession_speed = [0.4, 0.6, 1]
outside.war = { terms = { line = [48, 52, 58], guarantee = 30, sequence = 100 }, cost = [0.05, 0.1, 0.2] }
positions.line = { ideal = 100, opening = 80, limit = [42, 48, 56], salience = 3, red_line = 35 }
positions.guarantee = { ideal = 0, limit = [40, 55, 70], salience = 2, red_line = [60, 80, 95] }
positions.sequence = { ideal = 100, limit = 60, salience = 1 }
ratification = { probability = 0.9 }
[parties.defender]
role = "principal"
influence = 0.8
loss_aversion = 1.5
outside.war = { terms = { line = [40, 44, 50], guarantee = 30, sequence = 100 }, cost = [0.1, 0.2, 0.3] }
positions.line = { ideal = 0, limit = [40, 46, 52], salience = 3, red_line = [50, 60, 70] }
positions.guarantee = { ideal = 100, limit = [40, 50, 65], salience = 2, red_line = [15, 25, 40] }
positions.sequence = { ideal = 0, limit = 50, salience = 1 }
ratification = { vote = { intercept = -2.5, slope = 5 } }
[parties.host]
role = "mediator"
influence = 0.5
pledge = { strength = [0.3, 0.5, 0.7], rate = 0.5 }
leverage = { defender = 0.02 }
positions.line = { ideal = 45, limit = 48, salience = 1 }
positions.guarantee = { ideal = 40, limit = 50, salience = 1 }
[parties.friend]
role = "guarantor"
influence = 0.1
pledge = { strength = 0.3, at = 2026-03-01, needs = "host" }
positions.guarantee = { ideal = 80, limit = 50, salience = 1 }
[summit]
parties = ["attacker", "defender"]
push = 0.5
[[trust]]
between = ["attacker", "defender"]
value = [0.05, 0.15, 0.3]
[[events]]
name = "raids"
rate = 0.3
effects = [{ multiply = "trust.attacker.defender", by = 0.9 }, { add = "front.drift", by = 0.1 }]
[[questions]]
id = "halted"
text = "The fighting is halted"
what = "ceasefire"
by = 2026-07-01
base_rate = 0.1
"#;

#[test]
fn a_small_run_gives_the_same_bits_as_ever() {
    let scenario = scenario(SMALL);
    let plan = Plan { structural: true, ..plan(1, 8, 4) };
    let mut results = document(&scenario, &zopa::run(&scenario, &plan), "small.toml");
    // The version changes with every release, whether the results do or not.
    results["made_by"]["version"] = "any".into();
    insta::assert_snapshot!(format!("{results:#}"));
}
