//! Minds that change, and clocks that everybody sees: events on positions, beliefs and votes, announced
//! events, conditions, deadlines, venues, talks that began before (docs/model.md).

use zopa::engine::{Event, Seat, Table, Trial};
use zopa::math;
use zopa::model::{Fate, Scenario};
use zopa::montecarlo::{Draws, Outcome};
use zopa::present::explain::tell;
use zopa::render::terminal::terminal;
use zopa::results::story::Narrator;
use zopa::stream::Seed;

use crate::support::{in_world, look, medians, plan, scenario};

/// A war of two over one issue; HEAD, TALKS and EVENTS stand where a test says something.
const WAR: &str = r#"
title = "A war"
as_of = AS_OF
clock = { round = "1 week", horizon = "12 months" }
[model]
stated_limits_weight = 0
durability_spread = 0
text_rate = 0.8
formulation_error = 0.05
readiness_spread = 0.03
betrayal_loss = 0.05
breach_hazard = 0.5
loss = "linear"
HEAD
[issues.rule]
anchors = { 0 = "b", 100 = "a" }
[issues.halt]
anchors = { 0 = "at once", 100 = "last" }
effect = { halts-fighting = { strong_end = 0 } }
[parties.a]
role = "principal"
influence = 1
concession_speed = 0.6
OF_A
outside = { war = { terms = { rule = 60, halt = 50 }, cost = 0.12 } }
[parties.a.positions]
rule = { ideal = 100, limit = [30, 45, 60], salience = 0.8 }
halt = { ideal = 50, limit = 30, salience = 0.2 }
[parties.b]
role = "principal"
influence = 1
concession_speed = 0.6
OF_B
outside = { war = { terms = { rule = [35, 45, 50], halt = 50 }, cost = [0.02, 0.05, 0.1] } }
[parties.b.positions]
rule = { ideal = 0, limit = [40, 55, 70], salience = 0.8 RED_LINE }
halt = { ideal = 50, limit = 30, salience = 0.2 }
TALKS
EVENTS
[[questions]]
id = "spring"
text = "Signed by the end of March"
what = "signed"
by = 2026-03-31
[[questions]]
id = "autumn"
text = "Signed by the end of September"
what = "signed"
by = 2026-09-30
[[questions]]
id = "two-weeks"
text = "A truce or more within two weeks"
what = "agreed-end"
by = 2026-01-19
"#;

fn war(words: &[(&str, &str)]) -> Scenario {
    let mut text = WAR.to_owned();
    for (word, by) in words {
        text = text.replace(word, by);
    }
    for word in ["HEAD", "OF_A", "OF_B", "RED_LINE", "TALKS", "EVENTS"] {
        text = text.replace(word, "");
    }
    if text.contains("venue = ") {
        // A venue is a tempo of its own.
        text = text.replace("text_rate = 0.8\n", "");
    }
    scenario(&text.replace("AS_OF", "2026-01-05"))
}

/// The odds of a question, always by the same draws.
fn odds(scenario: &Scenario, id: &str) -> f64 {
    let summary = zopa::run(scenario, &plan(11, 400, 25));
    let index = scenario.questions.iter().position(|asked| asked.id == id).unwrap();
    summary.estimate(Outcome::Question(index)).value
}

fn bombing(how: &str) -> String {
    format!(
        "[[events]]\nname = \"bombing\"\nat = 2026-04-01\n{how}\neffects = [\n\
         {{ multiply = \"parties.b.outside.cost\", by = 5 }},\n\
         {{ add = \"parties.b.outside.terms.rule\", by = 15 }},\n]"
    )
}

/// An announced alternative is the mean over twelve months: in closed form.
#[test]
fn an_alternative_counts_with_what_is_announced() {
    let outside = |how: &str| {
        let scenario = war(&[("EVENTS", &bombing(how))]);
        let world = medians(&scenario);
        let mut found = 0.0;
        in_world(&scenario, 1, &world, |seat| found = seat.at_start().outside_value(1));
        found
    };
    let world = medians(&war(&[]));
    let scenario = war(&[]);
    let number = |path: &str| world[scenario.input_id(path).unwrap().index()];
    let (cost, terms) = (number("parties.b.outside.cost"), number("parties.b.outside.terms.rule"));
    // From 5 January to 1 April is 86 days.
    let share = (12.0 - 86.0 / 30.4375) / 12.0;
    // A loss on the issue counts .8 a scale; limits count for nothing here.
    let fall = share * (4.0 * cost + 0.8 * 0.15);
    let (blind, announced) = (outside("foreseen = false"), outside("foreseen = true"));
    assert!((blind - announced - fall).abs() < 1e-9, "{blind} {announced} {fall} {terms}");
}

/// Bombing that is announced moves the answer of the bombed before it starts.
#[test]
fn announced_bombing_raises_the_yes_before_it_starts() {
    let spring = |how: &str| odds(&war(&[("EVENTS", &bombing(how))]), "spring");
    let none = odds(&war(&[]), "spring");
    let (blind, announced) = (spring(""), spring("foreseen = true"));
    assert!(
        (blind - none).abs() < 1e-12,
        "what nobody sees changes nothing before: {none} {blind}"
    );
    assert!(announced > blind + 0.05, "{blind} {announced}");
}

/// A deadline of two weeks instead of two months brings more agreements by then.
#[test]
fn a_nearer_deadline_brings_earlier_agreements() {
    let venue = "[talks]\nvenue = \"continuous\"\n";
    let by_then =
        |deadline: &str| odds(&war(&[("TALKS", &format!("{venue}{deadline}"))]), "two-weeks");
    let later = by_then("deadline = 2026-03-05");
    let near = by_then("deadline = 2026-01-19");
    assert!(near > 1.25 * later && near > later + 0.01, "{later} {near}");
    let deadline = "deadline = 2026-01-19";
    let each = war(&[("TALKS", venue), ("OF_A", deadline), ("OF_B", deadline)]);
    assert!((odds(&each, "two-weeks") - near).abs() < 1e-12, "each or all: {near}");
}

/// Moved a week forward, the file says about the same where the talks have a beginning of their own: what is
/// tabled on a day is the same text, to the last digit.
#[test]
fn moving_the_date_does_not_start_the_concessions_anew() {
    let text_of_march = |as_of: &str, days: f64, talks: &str| {
        let scenario = war(&[("AS_OF", as_of), ("TALKS", talks)]);
        let world = medians(&scenario);
        in_world(&scenario, 1, &world, |seat| seat.at_start().mean_text(days / 30.4375, Some(0)))
    };
    // The first of March, seen from the fifth and from the twelfth of January.
    let apart = |talks: &str| {
        let first = text_of_march("2026-01-05", 55.0, talks);
        let later = text_of_march("2026-01-12", 48.0, talks);
        first.iter().zip(&later).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    };
    let began = "[talks]\nbegan = 2025-09-05";
    assert!(apart(began) < 1e-12, "{}", apart(began));
    assert!(apart("") > 0.001, "{}", apart(""));
    let autumn =
        |as_of: &str, talks: &str| odds(&war(&[("AS_OF", as_of), ("TALKS", talks)]), "autumn");
    let kept = autumn("2026-01-05", began) - autumn("2026-01-12", began);
    assert!(kept.abs() < 0.02, "{kept}");
    // Talks that begin on the as-of date are the default, bit for bit.
    let said = autumn("2026-01-05", "[talks]\nbegan = 2026-01-05");
    assert_eq!(said.to_bits(), autumn("2026-01-05", "").to_bits());
}

/// All that is tabled in some histories, as (history, time).
fn tabled(scenario: &Scenario, histories: u64) -> Vec<(u64, f64)> {
    let mut all = Vec::new();
    each_history(scenario, histories, |number, t, event| {
        if matches!(event, Event::Tabled { .. }) {
            all.push((number, t));
        }
    });
    all
}

/// Looks on at histories, each in a world of its own.
fn each_history(scenario: &Scenario, histories: u64, mut see: impl FnMut(u64, f64, &Event<'_>)) {
    let table = Table::new(scenario, Seed(3));
    let mut seat = Seat::new(&table);
    let mut draws = Draws::new(scenario, Seed(3), &[]);
    draws.seek(0);
    for world in 0..histories {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        seat.negotiate(&mut look(|t, event| see(world, t, &event)));
    }
}

/// Two who never sign, in peace: every try is a text.
fn stubborn(talks: &str) -> Scenario {
    // A venue is a tempo of its own.
    let model = if talks.contains("venue") { "" } else { "model = { text_rate = 0.8 }\n" };
    scenario(&format!(
        "title = \"Never\"\nas_of = 2026-01-05\nclock = {{ horizon = \"6 months\" }}\n{model}{talks}\n\
         [issues.i]\nanchors = {{ 0 = \"b\", 100 = \"a\" }}\n\
         [parties.a]\nrole = \"principal\"\ninfluence = 1\n\
         positions = {{ i = {{ ideal = 100, limit = 80, salience = 1, red_line = 70 }} }}\n\
         [parties.b]\nrole = \"principal\"\ninfluence = 1\n\
         positions = {{ i = {{ ideal = 0, limit = 20, salience = 1, red_line = 30 }} }}\n"
    ))
}

/// φ(t) = φ (1 + A e^{−(T−t)/τ}) adds up to φ (T + Aτ), and four in ten of those tries come in the last
/// twenty-fourth of the time (Roth, Murnighan & Schoumaker 1988).
#[test]
fn tries_crowd_before_a_deadline() {
    let histories = 4000;
    let texts = tabled(&stubborn("[talks]\ndeadline = 2026-04-05"), histories);
    let months = 90.0 / 30.4375;
    let before: Vec<f64> = texts.iter().map(|text| text.1).filter(|&t| t < months).collect();
    let tau = months / 115.0;
    let expected = 0.8 * (months + 73.0 * tau * (1.0 - math::exp(-115.0))) * histories as f64;
    let found = before.len() as f64;
    assert!((found - expected).abs() < 4.0 * expected.sqrt(), "{found} {expected}");
    let last =
        |share: f64| before.iter().filter(|&&t| t >= months * (1.0 - share)).count() as f64 / found;
    assert!((last(1.0 / 24.0) - 0.41).abs() < 0.02, "{}", last(1.0 / 24.0));
    assert!((last(1.0 / 144.0) - 0.217).abs() < 0.02, "{}", last(1.0 / 144.0));
    // Then they come as often as without one.
    let after = texts.len() as f64 - found;
    let expected = 0.8 * (6.0 - months) * histories as f64;
    assert!((after - expected).abs() < 4.0 * expected.sqrt(), "{after} {expected}");
}

/// A venue is a tempo, and a conclave a span of its own tempo.
#[test]
fn venues_have_their_tempo() {
    let histories = 1000;
    let near = |found: usize, expected: f64| {
        let expected = expected * histories as f64;
        assert!((found as f64 - expected).abs() < 4.0 * expected.sqrt(), "{found} {expected}");
    };
    for (venue, tempo) in [("visits", 0.8), ("continuous", 4.0), ("conclave", 12.0)] {
        let texts = tabled(&stubborn(&format!("talks = {{ venue = \"{venue}\" }}")), histories);
        near(texts.len(), 6.0 * tempo);
    }
    let span = "[talks]\nconclaves = [{ from = 2026-02-05, to = 2026-02-18, tempo = 20 }]";
    let texts = tabled(&stubborn(span), histories);
    let (from, to) = (31.0 / 30.4375, 44.0 / 30.4375);
    let inside = texts.iter().filter(|text| (from..to).contains(&text.1)).count();
    near(inside, 20.0 * (to - from));
    near(texts.len() - inside, 0.8 * (6.0 - (to - from)));
}

/// Events that hang on a condition happen while it holds, at their rate, and never outside it.
#[test]
fn conditional_events_keep_to_their_condition() {
    let path = format!("{}/tests/twin_scenes/minds.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    // These talks began before the as-of date; here they begin with the first text.
    let scene = scenario(&text.replace("began = 2025-10-20\n", ""));
    let index = |id: &str| scene.events.iter().position(|event| event.id == id).unwrap();
    let (raid, ambush, campaign) = (index("raid"), index("ambush"), index("campaign"));
    let (mut talks, mut truce, mut signed) = (None, None, false);
    let (mut of_trial, mut at) = (u64::MAX, 0.0);
    let (mut months, mut raids) = ([0.0; 2], [0_u32; 3]);
    each_history(&scene, 1500, |number, t, event| {
        if number != of_trial {
            (of_trial, at, talks, truce, signed) = (number, 0.0, None, None, false);
        }
        months[0] += if talks.is_some() { t.min(14.0) - at } else { 0.0 };
        months[1] += if truce.is_some() { t.min(14.0) - at } else { 0.0 };
        at = t.min(14.0);
        match event {
            Event::Tabled { .. } => talks = talks.or(Some(t)),
            Event::Interim { fate: Fate::Agreed | Fate::Renewed, .. } => truce = Some(t),
            Event::Interim { .. } => truce = None,
            Event::Signed { .. } => signed = true,
            Event::VoteLost { .. } | Event::Ratified { .. } => signed = false,
            Event::Happened { event } if *event == raid => {
                assert!(talks.is_some(), "a raid before the talks, {number} {t}");
                raids[0] += 1;
            }
            Event::Happened { event } if *event == ambush => {
                assert!(truce.is_some(), "an ambush without a truce, {number} {t}");
                raids[1] += 1;
            }
            Event::Happened { event } if *event == campaign => {
                assert!(signed, "a campaign without a signature, {number} {t}");
                raids[2] += 1;
            }
            _ => {}
        }
    });
    for (kind, rate) in [(0, 0.6), (1, 1.5)] {
        let (found, expected) = (f64::from(raids[kind]), rate * months[kind]);
        assert!(expected > 100.0, "{expected}");
        assert!((found - expected).abs() < 4.0 * expected.sqrt(), "{kind}: {found} {expected}");
    }
    assert!(raids[2] > 20, "{raids:?}");
}

/// A wall that an event moves opens what it barred, and not before.
#[test]
fn a_red_line_that_moves_opens_what_it_barred() {
    let event = "[[events]]\nname = \"change-of-mind\"\nat = 2026-04-01\n\
                 effects = [{ set = \"parties.b.positions.rule.red_line\", to = 100 }]";
    let wall = ", red_line = 5";
    let walled = war(&[("RED_LINE", wall)]);
    let moved = war(&[("RED_LINE", wall), ("EVENTS", event)]);
    assert!(odds(&walled, "autumn") < 0.01);
    assert!(odds(&moved, "spring") < 0.01);
    assert!(odds(&moved, "autumn") > 0.05, "{}", odds(&moved, "autumn"));
}

/// More time takes nothing back that was conceded.
#[test]
fn no_event_takes_a_concession_back() {
    let more_time = "[[events]]\nname = \"more-time\"\nrate = 0.5\n\
                     effects = [{ multiply = \"parties.a.deadline\", by = 1.5 }]";
    let scene = scenario(
        &WAR.replace("AS_OF", "2026-01-05")
            .replace("HEAD", "")
            .replace("formulation_error = 0.05", "formulation_error = 0")
            .replace("text_rate = 0.8", "text_rate = 10")
            .replace("OF_A", "reciprocity = 0")
            .replace("OF_B", "reciprocity = 0")
            .replace("RED_LINE", ", opening = 1")
            .replace("limit = [40, 55, 70]", "limit = 1")
            .replace("TALKS", "[mediation]\npen = 0")
            .replace("EVENTS", more_time),
    );
    let (mut last, mut of_trial, mut steps) = (f64::INFINITY, u64::MAX, 0);
    each_history(&scene, 60, |number, _, event| {
        if number != of_trial {
            (of_trial, last) = (number, f64::INFINITY);
        }
        if let Event::Tabled { text, .. } = event {
            assert!(text[0] <= last + 1e-12, "{number}: {} after {last}", text[0]);
            steps += u32::from(text[0] < last);
            last = text[0];
        }
    });
    assert!(steps > 100, "{steps}");
}

/// `zopa explain` tells what an event changed.
#[test]
fn the_story_tells_what_an_event_changed() {
    let scene = war(&[("EVENTS", &bombing("foreseen = true"))]);
    let world = medians(&scene);
    let mut story = String::new();
    in_world(&scene, 1, &world, |seat| {
        let mut narrator = Narrator::new(&scene);
        let history = seat.negotiate(&mut narrator);
        story = terminal(&tell(&scene, "Trial 1", &narrator.story(&history)), 80);
    });
    let words = story.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Event: bombing. B's cost of a year's war goes from 0.05"), "{story}");
    assert!(words.contains("B's alternative to a deal on “rule” goes from"), "{story}");
}
