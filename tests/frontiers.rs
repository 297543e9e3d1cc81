//! The Pareto frontier: nothing lies beyond it, nothing on it is beaten, and where packages can be counted
//! all of it is there, once.

use std::fmt::Write as _;

use serde_json::Value;
use zopa::analysis::map::{BargainingMap, Concept};
use zopa::charts::{Pareto, ParetoStep, Unit};
use zopa::model::Scenario;
use zopa::montecarlo::Plan;
use zopa::solution::bargain::{Axis, DealSpace, PairFrontier, Search, Solution};
use zopa::solution::forecasts::Inquiry;

use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::solution_bargain::{draws, grid, random_space};
use crate::support::{SHIPPED, scenario, shipped};

/// The line that a chart draws of a frontier.
fn line(frontier: &PairFrontier) -> Vec<(f64, f64)> {
    let (first, second) = frontier.pair;
    let step = |point: &zopa::solution::bargain::FrontierPoint| ParetoStep {
        at: (point.solution.gains[first], point.solution.gains[second]),
        after_gap: point.after_gap,
    };
    let chart = Pareto {
        id: String::new(),
        title: String::new(),
        across: String::new(),
        upright: String::new(),
        unit: Unit::Number,
        frontier: frontier.points.iter().map(step).collect(),
        points: Vec::new(),
        paths: Vec::new(),
        cloud: Vec::new(),
    };
    chart.line()
}

/// How far a point lies beyond a line that falls from left to right; 0 on it or below.
fn beyond(line: &[(f64, f64)], at: (f64, f64)) -> f64 {
    let right = line.last().map_or(f64::NEG_INFINITY, |end| end.0);
    let mut over = at.1 - line.first().map_or(f64::NEG_INFINITY, |start| start.1);
    for pair in line.windows(2) {
        let ((x, y), (then, below)) = (pair[0], pair[1]);
        if at.0 > x && at.0 <= then {
            over = at.1 - (y + (at.0 - x) / (then - x) * (below - y));
        }
    }
    over.max(at.0 - right).max(0.0)
}

fn solutions(space: &DealSpace, search: Search) -> Vec<Solution> {
    Concept::ALL.into_iter().filter_map(|concept| concept.solve(space, search)).collect()
}

/// Does the first rise and the second fall all along?
fn falls(frontier: &PairFrontier) -> bool {
    let (first, second) = frontier.pair;
    frontier.points.windows(2).all(|pair| {
        let (before, after) = (&pair[0].solution.gains, &pair[1].solution.gains);
        after[first] > before[first] + 1e-12 && after[second] < before[second] - 1e-12
    })
}

#[test]
fn no_solution_lies_beyond_the_drawn_frontier_of_a_random_space() {
    let mut draws = draws("frontiers");
    let (mut zones, mut gaps) = (0, 0);
    for case in 0..24 {
        let space = random_space(&mut draws, 2 + case % 2, 2, case % 3 > 0);
        let known = solutions(&space, Search::FINE);
        let frontier = space.pair_frontier(Search::FINE, (0, 1), 21, &known);
        if !space.has_zone(Search::FINE) {
            continue;
        }
        zones += 1;
        assert!(falls(&frontier) && !frontier.whole, "case {case}");
        let drawn = line(&frontier);
        for solution in &known {
            let over = beyond(&drawn, (solution.gains[0], solution.gains[1]));
            assert!(over < 2e-5, "case {case}: {over} beyond, {:?}", solution.gains);
        }
        let grid = grid(&space, 100);
        let signed = grid.iter().filter(|(package, gains)| {
            (0..gains.len()).filter(|&s| space.must_sign(s, package)).all(|s| gains[s] >= 0.0)
        });
        let signed: Vec<&Vec<f64>> = signed.map(|(_, gains)| gains).collect();
        let ends = (drawn[0], drawn[drawn.len() - 1]);
        let slack = (2e-3 * (ends.1.0 - ends.0.0) + 3e-5, 2e-3 * (ends.0.1 - ends.1.1) + 3e-5);
        for pair in frontier.points.windows(2) {
            let (a, b) = (&pair[0].solution.gains, &pair[1].solution.gains);
            let inside =
                |gains: &&&Vec<f64>| gains[0] > a[0] + slack.0 && gains[1] > b[1] + slack.1;
            let between = signed.iter().find(inside);
            if pair[1].after_gap {
                gaps += 1;
                let none = between.is_none_or(|gains| gains[0] > b[0] || gains[1] > a[1]);
                assert!(none, "case {case}: {between:?} lies in the gap from {a:?} to {b:?}");
            }
            let beats = |gains: &&&Vec<f64>| gains[0] > b[0] + 3e-5 && gains[1] > b[1] + 3e-5;
            assert!(signed.iter().find(beats).is_none(), "case {case}: {b:?} is beaten");
        }
    }
    assert!(zones > 8 && gaps > 0, "{zones} zones, {gaps} gaps");
}

fn map(scenario: &Scenario) -> BargainingMap {
    let plan = Plan { worlds: 2, ..Plan::default() };
    BargainingMap::of(scenario, &plan, None, &Inquiry::default(), &())
}

#[test]
fn no_solution_lies_beyond_the_drawn_frontier_of_a_shipped_scenario() {
    let mut seen = 0;
    for name in SHIPPED.into_iter().chain(["class/1-van", "class/2-concert", "class/3-strait"]) {
        let map = map(&shipped(name, &[])).likely;
        for frontier in &map.frontiers {
            assert!(falls(frontier), "{name}");
            if frontier.whole && map.space.axes().contains(&Axis::Scale) {
                // Fair splits treat scales as continuous, offers keep to points: charts put these splits
                // on the line (a test beside them holds it).
                continue;
            }
            let drawn = line(frontier);
            let (first, second) = frontier.pair;
            for point in &map.points {
                let gains = &point.solution.gains;
                let over = beyond(&drawn, (gains[first], gains[second]));
                assert!(over < 2e-5, "{name}, {:?}: {over} beyond", point.concept);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// An issue of options `o0`, `o1`, … with both parties' scores, and nothing else.
fn options(scores: &[(f64, f64)], reservations: (f64, f64)) -> String {
    let names: Vec<String> = (0..scores.len()).map(|n| format!("\"o{n}\"")).collect();
    let mut text = format!(
        "title = \"One choice\"\nprotocol = {{ kind = \"alternating-offers\", rounds = 10 }}\n\
         [issues.x]\noptions = [{}]\n",
        names.join(", ")
    );
    for (party, reservation, of) in [
        ("p", reservations.0, (|s: &(f64, f64)| s.0) as fn(&(f64, f64)) -> f64),
        ("q", reservations.1, |s| s.1),
    ] {
        let scores: Vec<String> =
            scores.iter().enumerate().map(|(n, s)| format!("o{n} = {}", of(s))).collect();
        let _ = writeln!(
            text,
            "[parties.{party}]\noutside = {{ reservation = {reservation} }}\n\
             positions.x = {{ salience = 1, scores = {{ {} }} }}",
            scores.join(", ")
        );
    }
    text
}

fn likely(name: &str, text: &str) -> Value {
    let file = File::new(name, text);
    let output = zopa(&["map", file.path(), "--worlds", "2", "--json"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let mut value: Value = serde_json::from_slice(&output.stdout).unwrap();
    value["result"]["likely"].take()
}

fn gains(frontier: &Value) -> Vec<(f64, f64)> {
    let gain = |point: &Value, s: usize| point["gains"][s]["gain"].as_f64().unwrap();
    let points = frontier["points"].as_array().unwrap();
    points.iter().map(|point| (gain(point, 0), gain(point, 1))).collect()
}

#[test]
fn a_frontier_of_many_options_is_listed_in_full() {
    let scores: Vec<(f64, f64)> = (0..60)
        .map(|n| {
            let (x, y) = (f64::from(n) / 59.0, f64::from(59 - n) / 59.0);
            ((100.0 * x * (2.0 - x)).round(), (100.0 * y * (2.0 - y)).round())
        })
        .collect();
    let efficient = |a: &&(f64, f64)| scores.iter().all(|b| b == *a || b.0 < a.0 || b.1 < a.1);
    let mut expected: Vec<(f64, f64)> = scores.iter().filter(efficient).copied().collect();
    expected.dedup();
    assert!(expected.len() > 40, "more than the samples of a curve");
    let likely = likely("sixty.toml", &options(&scores, (0.0, 0.0)));
    let frontier = &likely["frontiers"][0];
    assert_eq!(frontier["whole"], true);
    let found = gains(frontier);
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(&expected) {
        assert!((100.0 * found.0 - expected.0).abs() < 1e-9, "{found:?} {expected:?}");
        assert!((100.0 * found.1 - expected.1).abs() < 1e-9, "{found:?} {expected:?}");
    }
    assert_eq!(likely["outcomes"]["all"], 60);
    assert_eq!(likely["outcomes"]["efficient"], expected.len());
    let apart = |s: &(f64, f64)| (1.0 - s.0 / 100.0).hypot(1.0 - s.1 / 100.0);
    let opposition = scores.iter().map(apart).fold(f64::INFINITY, f64::min);
    let told = likely["outcomes"]["opposition"].as_f64().unwrap();
    assert!((told - opposition).abs() < 1e-12, "{told} {opposition}");
}

#[test]
fn one_efficient_package_is_listed_once() {
    let text = options(&[(100.0, 0.0), (60.0, 60.0), (0.0, 100.0)], (0.2, 0.2));
    let likely = likely("one-efficient.toml", &text);
    assert_eq!(gains(&likely["frontiers"][0]).len(), 1);
    assert_eq!(likely["outcomes"]["efficient"], 1);
    assert_eq!(likely["outcomes"]["suiting"], 1);
}

/// Packages worth the same by different sums of decimals: none is listed beside another that is better
/// for one party and, but for a last bit, the same for the other.
#[test]
fn a_last_bit_keeps_no_package_on_the_frontier() {
    let text = r#"
title = "Last bits"
protocol = { kind = "alternating-offers", rounds = 10 }
issues.a.options = ["l", "h"]
issues.b.options = ["l", "h"]
issues.c.options = ["l", "h"]
[parties.p.positions]
a = { salience = 0.1, scores = { l = 0, h = 100 } }
b = { salience = 0.2, scores = { l = 0, h = 100 } }
c = { salience = 0.3, scores = { l = 0, h = 100 } }
[parties.q.positions]
a = { salience = 0.3, scores = { l = 100, h = 0 } }
b = { salience = 0.3, scores = { l = 100, h = 0 } }
c = { salience = 0.3, scores = { l = 100, h = 0 } }
"#;
    // By hand: p has 0, 1, 2, 3 (a and b, or c), 4, 5 or 6 sixths, q a third for each l. Of those with
    // the same for q the best for p: nothing, c, b and c, everything.
    let found = gains(&likely("last-bits.toml", text)["frontiers"][0]);
    let sixths = [0.0, 3.0, 5.0, 6.0];
    assert_eq!(found.len(), 4, "{found:?}");
    for (n, (found, sixths)) in found.iter().zip(sixths).enumerate() {
        assert!(
            (6.0 * found.0 - sixths).abs() < 1e-9 && (3.0 * found.1 - (3 - n) as f64).abs() < 1e-9
        );
    }
}

/// Offers keep to the points of a scale, and so does the frontier.
#[test]
fn points_of_a_scale_are_listed() {
    let text = r#"
title = "Points"
protocol = { kind = "alternating-offers", rounds = 10 }
issues.price = { scale = [0, 10], points = 6, anchors = { 0 = "none", 10 = "all" } }
issues.colour = { options = ["red", "blue"] }
[parties.p.positions]
price = { ideal = 10, salience = 0.8 }
colour = { salience = 0.2, scores = { red = 0, blue = 100 } }
[parties.q.positions]
price = { ideal = 0, salience = 0.5 }
colour = { salience = 0.5, scores = { red = 100, blue = 0 } }
"#;
    let likely = likely("points.toml", text);
    // p gains 0.16 a step of 2 and 0.2 by blue, q 0.1 a step and 0.5 by red: red at every price, and
    // blue at the two highest, where p has more than by red at any.
    let found = gains(&likely["frontiers"][0]);
    assert_eq!(found.len(), 8, "{found:?}");
    let prices: Vec<f64> = likely["frontiers"][0]["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| point["package"][0]["at"].as_f64().unwrap())
        .collect();
    assert_eq!(prices, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 8.0, 10.0]);
    assert_eq!(likely["outcomes"]["all"], 12);
}

/// A peace process over options alone has a frontier of single packages, too; one with a scale has none.
#[test]
fn packages_are_counted_where_every_issue_has_options() {
    let text = r#"
title = "Options at war"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "3 months" }
issues.a.options = ["l", "m", "h"]
issues.b.options = ["l", "h"]
[parties.p]
role = "principal"
influence = 1
outside = { reservation = 0.2 }
positions.a = { salience = 0.6, limit = 0, scores = { l = 0, m = 50, h = 100 } }
positions.b = { salience = 0.4, limit = 0, scores = { l = 0, h = 100 } }
[parties.q]
role = "principal"
influence = 1
outside = { reservation = 0.2 }
positions.a = { salience = 0.3, limit = 0, scores = { l = 100, m = 40, h = 0 } }
positions.b = { salience = 0.7, limit = 0, scores = { l = 100, h = 0 } }
"#;
    let scenario = scenario(text);
    let likely = map(&scenario).likely;
    let outcomes = likely.outcomes.unwrap();
    assert_eq!(outcomes.all, 6);
    // By hand, values (p, q): ll (0, 1), ml (.3, .82), hl (.6, .7), lh (.4, .3), mh (.7, .12), hh (1, 0).
    let package = |a: f64, b: f64| likely.space.holds(&[a, b]);
    let suiting = [0.0, 0.5, 1.0].into_iter().flat_map(|a| [(a, 0.0), (a, 1.0)]);
    assert_eq!(outcomes.suiting, suiting.filter(|&(a, b)| package(a, b)).count());
    let found: Vec<&[f64]> =
        likely.frontiers[0].points.iter().map(|point| &point.solution.package[..]).collect();
    let expected: Vec<&[f64]> =
        [&[0.5, 0.0][..], &[1.0, 0.0]].into_iter().filter(|p| package(p[0], p[1])).collect();
    assert_eq!(found, expected);
    assert!(likely.frontiers[0].whole && found.len() == outcomes.efficient);
    let curve = map(&shipped("two-party", &[])).likely;
    assert!(curve.outcomes.is_none() && !curve.frontiers[0].whole);
}

#[test]
fn the_size_of_the_frontier_and_the_opposition_are_printed() {
    let file = File::new(
        "printed-frontier.toml",
        &options(&[(100.0, 0.0), (60.0, 60.0), (10.0, 20.0), (0.0, 100.0)], (0.0, 0.0)),
    );
    let output = zopa(&["map", file.path(), "--worlds", "2"]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let says = "Pareto frontier: 3 of 4 packages, of which 4 suit all. Opposition 0.57:";
    assert!(stdout(&output).contains(says), "{}", stdout(&output));
    assert!(stdout(&output).lines().all(|line| line.chars().count() <= 80));
    let rows = zopa(&["map", file.path(), "--worlds", "2", "--csv"]);
    for row in [
        ",frontier,likely,,packages,4\n",
        ",frontier,likely,,packages that suit all,4\n",
        ",frontier,likely,,efficient packages,3\n",
        ",frontier,likely,,opposition,0.565685424949238",
    ] {
        assert!(stdout(&rows).contains(row), "{row}\n{}", stdout(&rows));
    }
    let curve = zopa(&["map", "scenarios/two-party.toml", "--worlds", "2"]);
    assert!(stdout(&curve).contains("Pareto frontier: a curve"), "{}", stdout(&curve));
}
