//! What must not matter: the length of a round, the order and the names of things, which way a
//! scale points, how the work is divided, and who or what else is in the file.

use std::fmt::Write as _;

use toml::{Table as Toml, Value};
use zopa::engine::{Cause, Seat, Table, Trial};
use zopa::model::{End, Issue, IssueEffect, Operation, Outside, Scenario, Target};
use zopa::montecarlo::{
    Assertion, Comparison, Draws, Link, Outcome, Plan, StopReason, Stopping, WorldRow,
};
use zopa::stream::Seed;

use crate::support::{SHIPPED, document, plan, scenario, shipped, shipped_text, tabulate};

/// The odds of an outcome in a world.
fn odds(row: &WorldRow, outcome: usize, histories: u64) -> f64 {
    row.counts[outcome] as f64 / histories as f64
}

/// Rounds of half a week and of a week give the same odds of every link and question. The two runs
/// share most draws, so the difference is taken world by world, and its error from the spread of
/// these differences: no |mean| above 4 standard errors (α = 6·10⁻⁵ for each of the some 25
/// outcomes).
#[test]
fn halving_the_round_moves_no_odds() {
    let worlds = 600;
    for name in SHIPPED {
        let weekly = shipped(name, &[]);
        let text = shipped_text(name).replace("\"1 week\"", "\"3.5 days\"");
        let halved = scenario(&text);
        assert_eq!(halved.clock.rounds, 2 * weekly.clock.rounds);
        let plan = plan(12, worlds, 25);
        let (_, whole) = tabulate(&weekly, &plan);
        let (_, half) = tabulate(&halved, &plan);
        for outcome in 0..Link::ALL.len() + weekly.questions.len() {
            let differences = whole.iter().zip(&half).map(|(whole, half)| {
                odds(half, outcome, plan.histories) - odds(whole, outcome, plan.histories)
            });
            let n = worlds as f64;
            let mean = differences.clone().sum::<f64>() / n;
            let squares: f64 = differences.map(|d| (d - mean) * (d - mean)).sum();
            let error = (squares / (n - 1.0) / n).sqrt();
            assert!(
                mean.abs() <= 4.0 * error,
                "{name}, outcome {outcome}: {mean} with error {error}"
            );
        }
    }
}

/// A value as inline TOML, every table in it in the order that `order` puts its keys.
fn inline(value: &Value, order: fn(&mut Vec<&String>)) -> String {
    match value {
        Value::Table(table) => {
            let mut keys: Vec<&String> = table.keys().collect();
            order(&mut keys);
            let pairs = keys.iter().map(|key| format!("{key:?} = {}", inline(&table[*key], order)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::Array(values) => {
            let values = values.iter().map(|value| inline(value, order));
            format!("[{}]", values.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// The same scenario with all its tables' keys (parties, issues, positions, …) in another order.
fn reordered(text: &str, order: fn(&mut Vec<&String>)) -> String {
    let table: Toml = text.parse().unwrap();
    let mut out = String::new();
    for (key, value) in &table {
        writeln!(out, "{key} = {}", inline(value, order)).unwrap();
    }
    out
}

/// A war of three with every part that asks several parties in turn: votes in all three home fronts,
/// pens that go round, red lines on two issues.
const THREE_AT_WAR: &str = include_str!("data/three-at-war.toml");

/// The order of the file is free: names key all random draws. Counts of every outcome are equal
/// world by world; no tolerance. (Sums may differ in their last bits; a decision that turns on
/// them has odds of about 10⁻¹⁴ a text.)
#[test]
fn the_order_of_parties_and_issues_changes_nothing() {
    let texts = SHIPPED.map(|name| (name, shipped_text(name)));
    for (name, text) in texts.iter().map(|(n, t)| (*n, t.as_str())).chain([("three", THREE_AT_WAR)])
    {
        let plan = plan(21, 150, 25);
        let (summary, rows) = tabulate(&scenario(text), &plan);
        let orders: [fn(&mut Vec<&String>); 2] = [
            |keys| keys.sort_by(|a, b| b.cmp(a)),
            |keys| keys.sort_by_key(|key| (key.len(), key.chars().rev().collect::<String>())),
        ];
        for order in orders {
            let (other, others) = tabulate(&scenario(&reordered(text, order)), &plan);
            for (row, other) in rows.iter().zip(&others) {
                assert_eq!(row.counts, other.counts, "{name}, world {}", row.world);
                assert!(
                    near(row.best_gain, other.best_gain),
                    "{name}, world {}: {} {}",
                    row.world,
                    row.best_gain,
                    other.best_gain
                );
            }
            assert_eq!(summary.zopa_worlds, other.zopa_worlds);
            assert!(summary.chain[Link::Signed as usize].estimate.value > 0.01, "{name}");
        }
    }
}

/// Names key the random draws, so a party or an issue under another name has other luck, and nothing
/// else: the odds of every link agree within 4 standard errors of independent runs.
#[test]
fn names_change_nothing_but_luck() {
    let text = shipped_text("two-party");
    let renamed = text
        .replace("parties.upper", "parties.zeta")
        .replace("parties.lower", "parties.alpha")
        .replace("issues.water", "issues.zz")
        .replace("\nwater =", "\nzz =");
    let plan = plan(31, 800, 25);
    let (own, other) =
        (tabulate(&scenario(&text), &plan).1, tabulate(&scenario(&renamed), &plan).1);
    for outcome in 0..Link::ALL.len() {
        let moments = |rows: &[WorldRow]| {
            let n = rows.len() as f64;
            let mean = rows.iter().map(|row| odds(row, outcome, 25)).sum::<f64>() / n;
            let squares: f64 = rows.iter().map(|row| (odds(row, outcome, 25) - mean).powi(2)).sum();
            (mean, squares / (n - 1.0) / n)
        };
        let ((a, error_a), (b, error_b)) = (moments(&own), moments(&other));
        assert!((a - b).abs() <= 4.0 * (error_a + error_b).sqrt(), "{outcome}: {a} and {b}");
    }
}

/// The other way round: x → 100 − x on every scale.
fn mirror_structure(scenario: &mut Scenario) {
    let flip = |end: End| if end == End::Low { End::High } else { End::Low };
    for issue in &mut scenario.issues {
        issue.effect = match issue.effect {
            IssueEffect::HaltsFighting { strong_end } => {
                IssueEffect::HaltsFighting { strong_end: flip(strong_end) }
            }
            IssueEffect::Guarantee { strong_end } => {
                IssueEffect::Guarantee { strong_end: flip(strong_end) }
            }
            other => other,
        };
        issue.options.reverse();
    }
    for preference in scenario.parties.iter_mut().flat_map(|party| &mut party.preferences).flatten()
    {
        preference.scores.reverse();
        preference.refused.reverse();
    }
}

/// Mirrors a world's positions; rates, weights, costs and trust stay.
fn mirror_world(scenario: &Scenario, world: &mut [f64]) {
    let mut mirrored = vec![false; world.len()];
    let mut flip = |world: &mut [f64], id: zopa::model::InputId, issue: &Issue| {
        // An opening that is not stated is the same input as the ideal.
        if !std::mem::replace(&mut mirrored[id.index()], true) {
            world[id.index()] = issue.scale.low + issue.scale.high - world[id.index()];
        }
    };
    for (k, issue) in scenario.issues.iter().enumerate() {
        issue.status_quo.into_iter().for_each(|id| flip(world, id, issue));
        issue.draft_shift.into_iter().for_each(|id| world[id.index()] *= -1.0);
        for party in &scenario.parties {
            if let Some(at) = &party.positions[k] {
                let ids = [at.ideal, at.opening, at.limit].into_iter().chain(at.red_line);
                ids.for_each(|id| flip(world, id, issue));
            }
            if let Outside::War { terms, .. } = &party.outside {
                flip(world, terms[k], issue);
            }
        }
    }
    if let Some(front) = &scenario.front {
        world[front.drift.index()] *= -1.0;
    }
    for effect in scenario.events.iter().flat_map(|event| &event.effects) {
        let turns =
            matches!(effect.target, Target::FrontDrift | Target::FrontLine | Target::Limit(..));
        if turns {
            assert_eq!(effect.operation, Operation::Add, "a product has no mirror image");
            world[effect.by.index()] *= -1.0;
        }
    }
}

/// The same to rounding.
fn near(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() < 1e-9
}

/// The cause, with the two parties of crossing red lines in one order: which of them wants more is a
/// matter of the scale's direction.
fn undirected(cause: Option<Cause>) -> Option<Cause> {
    match cause {
        Some(Cause::RedLinesCross { first, second, issue }) => Some(Cause::RedLinesCross {
            first: first.min(second),
            second: first.max(second),
            issue,
        }),
        other => other,
    }
}

/// What became of a history.
fn fate(seat: &mut Seat<'_>) -> (Vec<f64>, Vec<f64>, zopa::engine::Ending) {
    let history = seat.negotiate(&mut ());
    let record = history.record;
    let times = [
        record.summit_at,
        record.truce_at,
        record.signed_at,
        record.ratified_at,
        record.holds_for,
        record.texts as f64,
        f64::from(u8::from(history.ground)),
    ];
    let times = times.iter().chain(&record.values).copied().collect();
    (times, record.terms.clone(), history.ending)
}

/// Mirroring every scale mirrors every history. The drafter's error and the luck of the line are
/// drawn with a sign, so both are zero here (with them the mirrored run has other luck, not other
/// odds); all the rest of the noise is as always. Times, values and terms agree to rounding (10⁻⁹),
/// endings with
/// party and issue exactly.
#[test]
fn mirroring_every_scale_changes_nothing() {
    for name in SHIPPED {
        let sets: &[(&str, &str)] = if name == "two-party" || name == "harbour" {
            &[("model.formulation_error", "0")]
        } else {
            &[("model.formulation_error", "0"), ("front.noise", "0")]
        };
        let own = shipped(name, sets);
        let mut other = own.clone();
        mirror_structure(&mut other);
        let (table, mirror) = (Table::new(&own, Seed(13)), Table::new(&other, Seed(13)));
        let mut draws = Draws::new(&own, Seed(13), &[]);
        let (mut seat, mut seat_other) = (Seat::new(&table), Seat::new(&mirror));
        draws.seek(0);
        let mut signed = 0;
        for world in 0..300 {
            let mut values = draws.draw().to_vec();
            seat.enter(&values, Trial { world, history: 0 });
            mirror_world(&own, &mut values);
            seat_other.enter(&values, Trial { world, history: 0 });
            assert_eq!(seat.has_zopa(), seat_other.has_zopa(), "{name}, world {world}");
            for _ in 0..10 {
                let (a, b) = (fate(&mut seat), fate(&mut seat_other));
                assert!(a.0.iter().zip(&b.0).all(|(a, b)| near(*a, *b)), "{name}: {a:?} {b:?}");
                assert!(
                    a.1.iter().zip(&b.1).all(|(a, b)| near(*a, 1.0 - b)),
                    "{name}: {a:?} {b:?}"
                );
                assert_eq!(
                    undirected(a.2.cause()),
                    undirected(b.2.cause()),
                    "{name}, world {world}"
                );
                signed += i32::from(!a.1.is_empty());
            }
        }
        assert!(signed > 50, "{name}: {signed}");
    }
}

/// The results as the bytes that are printed.
fn bytes(scenario: &Scenario, plan: &Plan) -> String {
    document(scenario, &zopa::run(scenario, plan), "test.toml").to_string()
}

/// The same bits for any number of threads and any division into chunks, for every rule of stopping.
#[test]
fn threads_and_chunks_change_no_bit() {
    let claim = Assertion {
        text: "talks>=0.01".to_owned(),
        outcome: Outcome::Link(Link::Talks),
        comparison: Comparison::AtLeast,
        bound: 0.01,
    };
    for (name, stopping) in [
        ("two-party", Stopping::Worlds),
        ("white-house-2025", Stopping::Worlds),
        ("white-house-2025", Stopping::Precision(0.045)),
        ("white-house-2025", Stopping::Assertions(vec![claim])),
    ] {
        let scenario = shipped(name, &[]);
        let with = |threads, chunk| {
            let plan = Plan {
                stopping: stopping.clone(),
                structural: true,
                threads,
                chunk,
                ..plan(3, 430, 4)
            };
            bytes(&scenario, &plan)
        };
        let reference = with(1, 20);
        let divisions = [
            (1, 1),
            (1, 1000),
            (2, 1),
            (2, 7),
            (2, 20),
            (3, 7),
            (3, 1000),
            (8, 1),
            (8, 20),
            (8, 7),
        ];
        for (threads, chunk) in divisions {
            assert!(
                with(threads, chunk) == reference,
                "{name}: {threads} threads, {chunk} a chunk"
            );
        }
    }
}

/// Counts of the links and of the first questions, world by world.
fn counts(rows: &[WorldRow], outcomes: usize) -> Vec<&[u64]> {
    rows.iter().map(|row| &row.counts[..outcomes]).collect()
}

/// Common random numbers: a stakeholder without influence, an event that changes nothing, one that
/// never comes and one more question leave every draw and every decision of all others as they
/// were, world by world and count by count. No tolerance.
#[test]
fn who_has_no_say_changes_no_draw() {
    let text = shipped_text("white-house-2025");
    let own = scenario(&text);
    let bystander = r#"
[parties.bystander]
role = "stakeholder"
influence = 0
positions.territory = { ideal = [0, 10, 20], limit = [30, 40, 60], salience = 1 }
positions.guarantees = { ideal = 90, limit = [30, 40, 60], salience = { uniform = [1, 2] } }
[[events]]
name = "aaa-nothing"
rate = { uniform = [0.1, 2] }
effects = [{ add = "trust.us.russia", by = 0 }, { multiply = "parties.russia.outside.cost", by = 1 }]
[[events]]
name = "never"
rate = 0
effects = [{ add = "front.line", by = 30 }]
[[questions]]
id = "never"
text = "It comes"
what = "event"
event = "never"
"#;
    let other = scenario(&format!("{text}\n{bystander}"));
    assert_eq!(other.parties.len(), own.parties.len() + 1);
    let plan = plan(17, 200, 25);
    let ((summary, rows), (_, others)) = (tabulate(&own, &plan), tabulate(&other, &plan));
    let outcomes = Link::ALL.len() + own.questions.len();
    assert_eq!(counts(&rows, outcomes), counts(&others, outcomes));
    assert!(others.iter().all(|row| row.counts[outcomes] == 0));
    assert!(summary.chain[Link::Signed as usize].estimate.value > 0.0);
    let paths = |scenario: &Scenario| -> Vec<String> {
        let ids = scenario.uncertain_inputs();
        ids.map(|id| scenario.inputs[id.index()].path.clone()).collect()
    };
    let (own_paths, other_paths) = (paths(&own), paths(&other));
    assert!(other_paths.len() >= own_paths.len() + 5);
    for (row, other) in rows.iter().zip(&others) {
        for (path, value) in own_paths.iter().zip(&row.inputs) {
            let position = other_paths.iter().position(|other| other == path).unwrap();
            assert_eq!(*value, other.inputs[position], "{path}");
        }
    }
}

/// A change that does matter still leaves all other draws alone: with one event more and one prior
/// wider, every other input, pledge date and event date is the same number.
#[test]
fn what_matters_changes_only_its_own_draws() {
    let text = shipped_text("white-house-2025");
    let own = scenario(&text);
    let changed = text.replace("0.02, 0.07, 0.14", "0.01, 0.3, 0.9");
    let event = r#"
[[events]]
name = "breakthrough"
rate = 1
effects = [{ add = "trust.ukraine.russia", by = 0.3 }]
"#;
    let other = scenario(&format!("{changed}\n{event}"));
    let (table, other_table) = (Table::new(&own, Seed(4)), Table::new(&other, Seed(4)));
    let (mut draws, mut other_draws) =
        (Draws::new(&own, Seed(4), &[]), Draws::new(&other, Seed(4), &[]));
    let (mut seat, mut other_seat) = (Seat::new(&table), Seat::new(&other_table));
    draws.seek(5);
    other_draws.seek(5);
    let mut differing = 0;
    for world in 5..25 {
        seat.enter(draws.draw(), Trial { world, history: 3 });
        other_seat.enter(other_draws.draw(), Trial { world, history: 3 });
        for (input, &value) in own.inputs.iter().zip(draws.values()) {
            let other_value = other_draws.values()[other.input_id(&input.path).unwrap().index()];
            let same = value == other_value;
            assert!(same || input.path == "parties.russia.outside.cost", "{}", input.path);
            differing += i32::from(!same);
        }
        for _ in 0..5 {
            let (a, b) = (seat.negotiate(&mut ()), other_seat.negotiate(&mut ()));
            assert_eq!(a.record.pledge_at, b.record.pledge_at);
            assert_eq!(a.record.event_at, b.record.event_at[..own.events.len()]);
        }
    }
    assert_eq!(differing, 20);
}

/// A run of many worlds begins with the run of few: worlds are numbered, not dealt.
#[test]
fn more_worlds_leave_the_first_as_they_were() {
    let scenario = shipped("northland", &[]);
    let (few, first) = tabulate(&scenario, &plan(6, 30, 5));
    let (many, all) = tabulate(&scenario, &plan(6, 75, 5));
    assert_eq!(first, all[..30]);
    assert_eq!((few.stopped, many.stopped), (StopReason::AllWorlds, StopReason::AllWorlds));
}
