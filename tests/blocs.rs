//! Home fronts of blocs: what they pass, by closed forms and laws (docs/model.md, *Blocs*).

use zopa::engine::{Division, Ending, Event, Record, Seat, Table, Trial};
use zopa::math::{logistic, normal_cdf};
use zopa::model::Scenario;
use zopa::montecarlo::Draws;
use zopa::present::explain::tell;
use zopa::render::terminal::terminal;
use zopa::results::story::Narrator;
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;
use zopa::teach::brief::{Case, likeliest, private};

use crate::support::{in_world, look, medians, scenario, set, sigma};

/// Two sides over one issue; what stands at HOME is the home front of b, who wants 0 and is worth 1 − x.
const TALKS: &str = r#"
title = "Talks with a parliament"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "24 months" }
model = { formulation_error = 0.03, durability_spread = 0, defection_cost = 0.03, home_front_error = 0.08, text_rate = 0.8, readiness_spread = 0.03, betrayal_loss = 0.05, stated_limits_weight = 0, loss = "linear" }
[issues.land]
anchors = { 0 = "all to b", 100 = "all to a" }
[parties.a]
role = "principal"
influence = 1
outside = { reservation = 0.3 }
breach_hazard = 0.1
[parties.a.positions]
land = { ideal = 100, opening = 100, limit = 30, salience = 1 }
[parties.b]
role = "principal"
influence = 1
outside = { reservation = 0.3 }
breach_hazard = 0.1
HOME
[parties.b.positions]
land = { ideal = 0, opening = 0, limit = 70, salience = 1 }
"#;

fn talks(home: &str) -> Scenario {
    scenario(&TALKS.replace("HOME", home))
}

/// What b's leader knows, and a's sees, of the odds that terms worth `value` to b pass.
fn odds(scenario: &Scenario, world: &[f64], value: f64) -> (f64, f64) {
    let text = [1.0 - value];
    in_world(scenario, 1, world, |seat| {
        let told = seat.at_start().appraise(&text);
        (told[1].foresight.own, told[0].foresight.all)
    })
}

/// The odds at which terms of this value pass, all inputs at their medians.
fn passes(home: &str, value: f64) -> f64 {
    let scenario = talks(home);
    odds(&scenario, &medians(&scenario), value).0
}

fn of(blocs: &[(f64, f64)], quota: f64, common_mood: f64) -> String {
    let blocs = blocs.iter().enumerate();
    let blocs: Vec<String> = blocs
        .map(|(b, (share, even))| format!("b{b} = {{ share = {share}, even_at = {even} }}"))
        .collect();
    format!(
        "ratification = {{ delay = 1, quota = {quota}, common_mood = {common_mood}, blocs = {{ {} }} }}",
        blocs.join(", ")
    )
}

/// p_b(V) of a bloc with the default slope and spread, misjudged by `error`.
fn leans(even: f64, value: f64, error: f64) -> f64 {
    let spread = (0.08_f64 * 0.08 + error * error).sqrt();
    normal_cdf((logistic(6.0 * (value - even)) - 0.5) / spread)
}

fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
}

/// Three blocs of which any two have the quota, by themselves and in one mood.
#[test]
fn three_blocs_pass_by_closed_form() {
    let blocs = [(0.4, 0.42), (0.35, 0.5), (0.25, 0.6)];
    for value in [0.35, 0.45, 0.5, 0.58, 0.7] {
        let closed = |error: f64, common_mood: f64| {
            let [p, q, r] = blocs.map(|(_, even)| leans(even, value, error));
            let apart = p * q + p * r + q * r - 2.0 * p * q * r;
            // Softest first: the second completes the quota.
            common_mood * q + (1.0 - common_mood) * apart
        };
        for common_mood in [0.0, 0.3, 1.0] {
            let scenario = talks(&of(&blocs, 0.5, common_mood));
            let (known, seen) = odds(&scenario, &medians(&scenario), value);
            assert_near(known, closed(0.0, common_mood));
            assert_near(seen, closed(0.08, common_mood));
        }
    }
}

fn records(scenario: &Scenario) -> Vec<(Ending, Record)> {
    let table = Table::new(scenario, Seed(7));
    let mut draws = Draws::new(scenario, Seed(7), &[]);
    let mut seat = Seat::new(&table);
    draws.seek(0);
    let mut all = Vec::new();
    for world in 0..60 {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for _ in 0..10 {
            let history = seat.negotiate(&mut ());
            all.push((history.ending, history.record.clone()));
        }
    }
    all
}

/// One bloc that has every share is a vote of the same numbers: every history to the last bit, whatever
/// the common_mood, the unit of its share and the quota.
#[test]
fn one_bloc_is_a_vote() {
    let vote = "ratification = { vote = { intercept = -3, slope = 6, spread = 0.1 } }";
    let expected = format!("{:?}", records(&talks(vote)));
    assert!(expected.contains("VoteLost") && expected.contains("Agreement"));
    for more in ["", "common_mood = 0, ", "seats = 7, quota = 1, "] {
        let share = if more.contains("seats") { 7 } else { 1 };
        let bloc = format!("{{ share = {share}, intercept = -3, slope = 6, spread = 0.1 }}");
        let home = format!("ratification = {{ {more}blocs = {{ all = {bloc} }} }}");
        assert!(format!("{:?}", records(&talks(&home))) == expected, "{home}");
    }
}

/// The order of the file means nothing, to the last bit.
#[test]
fn the_order_of_blocs_means_nothing() {
    let blocs = ["x = { share = 0.35, even_at = 0.5 }", "y = { share = 0.35, even_at = 0.4 }"];
    let rest = "z = { share = 0.3, even_at = 0.7, veto = false }";
    let home = |first: &str, second: &str| {
        format!("ratification = {{ blocs = {{ {first}, {rest}, {second} }} }}")
    };
    let one = format!("{:?}", records(&talks(&home(blocs[0], blocs[1]))));
    assert!(one == format!("{:?}", records(&talks(&home(blocs[1], blocs[0])))));
}

/// More quota, a harder bloc or a veto never raises the odds, whatever the common_mood.
#[test]
fn harder_homes_never_pass_more() {
    let blocs = [(0.4, 0.42), (0.35, 0.5), (0.25, 0.6)];
    for common_mood in [0.0, 0.4, 1.0] {
        for value in [0.3, 0.48, 0.55, 0.7] {
            let at = |quota: f64| passes(&of(&blocs, quota, common_mood), value);
            let quotas: Vec<f64> = [0.1, 0.3, 0.4, 0.5, 0.62, 0.75, 0.9, 1.0].map(at).to_vec();
            assert!(quotas.windows(2).all(|pair| pair[1] <= pair[0]), "{quotas:?}");
            let at = |even: f64| {
                passes(&of(&[blocs[0], blocs[1], (0.25, even)], 0.62, common_mood), value)
            };
            let levels: Vec<f64> = [0.2, 0.4, 0.6, 0.8].map(at).to_vec();
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0]), "{levels:?}");
            let free = of(&blocs, 0.5, common_mood);
            let vetoed = free.replace("even_at = 0.6", "even_at = 0.6, veto = true");
            assert!(passes(&vetoed, value) <= passes(&free, value));
        }
    }
}

/// In one mood a share that goes from a softer bloc to a harder one never raises the odds. Where each
/// decides by itself it may: a second bloc that can carry the text alone is one chance more.
#[test]
fn a_share_moved_to_a_harder_bloc() {
    let moved = |share: f64, common_mood: f64, value: f64| {
        let blocs = [(0.6 - share, 0.45), (0.2 + share, 0.6), (0.2, 0.5)];
        passes(&of(&blocs, 0.5, common_mood), value)
    };
    for value in [0.3, 0.45, 0.5, 0.55, 0.7] {
        let found: Vec<f64> =
            [0.0, 0.1, 0.2, 0.3, 0.4].iter().map(|&share| moved(share, 1.0, value)).collect();
        assert!(found.windows(2).all(|pair| pair[1] <= pair[0]), "{found:?}");
    }
    let alone = passes(&of(&[(0.6, 0.45), (0.4, 0.6)], 0.5, 0.0), 0.5);
    let either = passes(&of(&[(0.5, 0.45), (0.5, 0.6)], 0.5, 0.0), 0.5);
    assert!(either > alone, "{either} {alone}");
}

/// Votes that are held go as the odds say, and every bloc as its own.
#[test]
fn votes_are_held_as_the_odds_say() {
    let blocs = [(0.4, 0.62), (0.35, 0.66), (0.25, 0.7)];
    for common_mood in [0.0, 0.5, 1.0] {
        // So dear a seat without a deal that b signs the best it gets, and the vote is free to fail.
        let scenario = talks(&of(&blocs, 0.5, common_mood));
        let mut world = medians(&scenario);
        for (path, value) in [
            ("model.formulation_error", 0.05),
            ("model.defection_cost", 0.0),
            ("parties.a.outside.reservation", 0.0),
            ("parties.b.outside.reservation", 0.0),
        ] {
            set(&scenario, &mut world, path, value);
        }
        let mut held: Vec<(f64, Division)> = Vec::new();
        in_world(&scenario, 3, &world, |seat| {
            for _ in 0..4000 {
                let mut value = f64::NAN;
                seat.negotiate(&mut look(|_, event| match event {
                    Event::Signed { text, .. } => value = 1.0 - text[0],
                    Event::Divided { party, division } => {
                        assert_eq!(party, 1);
                        held.push((value, division));
                    }
                    _ => {}
                }));
            }
        });
        let count = held.len() as f64;
        assert!(count > 3000.0, "{count}");
        let told = |share: &dyn Fn(&(f64, Division)) -> bool| {
            held.iter().filter(|vote| share(vote)).count() as f64 / count
        };
        let mean =
            |odds: &dyn Fn(f64) -> f64| held.iter().map(|vote| odds(vote.0)).sum::<f64>() / count;
        let odds_of = |value: f64| {
            let [p, q, r] = blocs.map(|(_, even)| leans(even, value, 0.0));
            common_mood * q + (1.0 - common_mood) * (p * q + p * r + q * r - 2.0 * p * q * r)
        };
        let near = |found: f64, expected: f64| {
            let error = 4.0 * sigma(expected, count);
            assert!(
                (found - expected).abs() < error,
                "{found}, not {expected}, common_mood {common_mood}"
            );
        };
        let passed = mean(&odds_of);
        assert!(passed > 0.2 && passed < 0.9, "{passed}");
        near(told(&|vote| vote.1.passed), passed);
        for (b, (_, even)) in blocs.iter().enumerate() {
            let against = |vote: &(f64, Division)| vote.1.against >> b & 1 == 1;
            near(told(&against), 1.0 - mean(&|value| leans(*even, value, 0.0)));
        }
        for (_, division) in &held {
            let yes: f64 = (0..3)
                .filter(|b| division.against >> b & 1 == 0)
                .map(|b| blocs[b as usize].0)
                .sum();
            assert_near(division.yes, yes);
            assert_eq!(division.passed, yes >= 0.5 - 1e-9);
        }
    }
}

/// A text that goes home to blocs is drafted to the value at which they pass it at even odds.
#[test]
fn drafts_aim_at_the_bloc_that_completes_the_quota() {
    for (common_mood, quota) in [(1.0, 0.5), (0.0, 0.5), (0.3, 0.9)] {
        let scenario = talks(&of(&[(0.4, 0.6), (0.35, 0.7), (0.25, 0.8)], quota, common_mood));
        let mut world = medians(&scenario);
        set(&scenario, &mut world, "model.formulation_error", 0.0);
        let text = in_world(&scenario, 1, &world, |seat| seat.at_start().mean_text(12.0, Some(0)));
        let value = 1.0 - text[0];
        let (known, _) = odds(&scenario, &world, value);
        assert!((known - 0.5).abs() < 1e-9, "{known} at {value}");
        if common_mood == 1.0 {
            assert_near(value, 0.7);
        }
    }
}

/// Two likely yeses that decide each by itself are less than one: a coalition is more than its quota.
#[test]
fn the_swing_matters_where_all_are_needed() {
    let coalition = [(0.5, 0.45), (0.5, 0.45)];
    let p = leans(0.45, 0.5, 0.0);
    assert_near(passes(&of(&coalition, 1.0, 1.0), 0.5), p);
    assert_near(passes(&of(&coalition, 1.0, 0.0), 0.5), p * p);
}

/// The parliament of the twin's scene, in words: its vote in a story, and in its brief.
#[test]
fn blocs_are_told_in_words() {
    let scene = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/twin_scenes/parliament.toml");
    let text = std::fs::read_to_string(scene).unwrap();
    let loaded = load("parliament.toml", &text, &LoadOptions::default()).unwrap();
    let scenario = &loaded.scenario;
    let table = Table::new(scenario, Seed(1));
    let mut seat = Seat::new(&table);
    let (mut lost, mut carried) = (String::new(), String::new());
    seat.enter(&medians(scenario), Trial::default());
    for _ in 0..400 {
        let mut narrator = Narrator::new(scenario);
        let history = seat.negotiate(&mut narrator);
        let story = terminal(&tell(scenario, "", &narrator.story(&history)), 80);
        let line = |start: &str| {
            let told = story.replace('\n', " ");
            let words: Vec<&str> = told.split_whitespace().collect();
            let told = words.join(" ");
            let from = told.find(start)?;
            let end = told[from..].find('.')?;
            Some(told[from..from + end].to_owned())
        };
        if let Some(told) = line("vell’s home front votes") {
            if told.contains("Faith and Land") { lost = told } else { carried = told }
        }
    }
    assert!(lost.contains("of the seats say yes; ") && lost.contains("Faith and Land"), "{lost}");
    assert!(carried.ends_with("front says no") || carried.contains(" say no"), "{carried}");
    let values = likeliest(scenario);
    let case = Case { scenario, story: &loaded.story, values: &values };
    let brief = zopa::render::markdown::sheet(&private(case, 0), 80);
    let brief: Vec<&str> = brief.split_whitespace().collect();
    let brief = brief.join(" ");
    for words in [
        "it takes 50.5% of the seats",
        "union (40%) says yes from about 55 points for you on",
        "Faith and Land (14%, nothing passes against it) says yes from about 57.5 points",
        "left (12%) says yes with odds of 90%, whatever it says",
    ] {
        assert!(brief.contains(words), "{words}: {brief}");
    }
}
