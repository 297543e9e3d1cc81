//! Votes at home: leaders foresee them, drafters aim at them, and they take time (docs/model.md).

use zopa::engine::{Cause, Ending, Event, Record, Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::Draws;
use zopa::stream::Seed;

use crate::support::{in_world, look, medians, scenario, set, shipped};

/// Two sides over two issues; what stands at HOME is the home front of b, who wants 0.
const TALKS: &str = r#"
title = "Talks with a vote at home"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "24 months" }
model = { formulation_error = 0.03, durability_spread = 0, defection_cost = 0.03, text_rate = 0.8, readiness_spread = 0.03, betrayal_loss = 0.05, stated_limits_weight = 0, loss = "linear" }
[issues.land]
anchors = { 0 = "all to b", 100 = "all to a" }
[issues.debt]
anchors = { 0 = "b pays nothing", 100 = "b pays it all" }
[parties.a]
role = "principal"
influence = 1
outside = { reservation = 0.35 }
breach_hazard = 0.1
[parties.a.positions]
land = { ideal = 100, opening = 100, limit = 30, salience = 0.6 }
debt = { ideal = 100, opening = 100, limit = 20, salience = 0.4 }
[parties.b]
role = "principal"
influence = 1
outside = { reservation = 0.35 }
breach_hazard = 0.1
HOME
[parties.b.positions]
land = { ideal = 0, opening = 0, limit = 70, salience = 0.5 }
debt = { ideal = 0, opening = 0, limit = 80, salience = 0.5 }
"#;

fn talks(home: &str) -> Scenario {
    scenario(&TALKS.replace("HOME", home))
}

/// All there is to know of some hundred histories.
fn records(scenario: &Scenario) -> Vec<(Ending, Record)> {
    let table = Table::new(scenario, Seed(7));
    let mut draws = Draws::new(scenario, Seed(7), &[]);
    let mut seat = Seat::new(&table);
    draws.seek(0);
    let mut all = Vec::new();
    for world in 0..40 {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for _ in 0..10 {
            let history = seat.negotiate(&mut ());
            all.push((history.ending, history.record.clone()));
        }
    }
    all
}

fn bits(records: &[(Ending, Record)]) -> Vec<String> {
    records.iter().map(|record| format!("{record:?}")).collect()
}

/// A home front that passes everything at once changes nothing, bit for bit; nor does one that passes
/// terms of any value.
#[test]
fn certain_ratification_changes_nothing() {
    let without = bits(&records(&talks("")));
    for home in [
        "ratification = { probability = 1, delay = 0 }",
        "ratification = { vote = { intercept = 60, slope = 1, quota = 0.01 }, delay = 0 }",
    ] {
        assert!(without == bits(&records(&talks(home))), "{home}");
    }
}

/// ẑ, what its name under a text is worth to a leader, falls with every home front that is harder to
/// win, its own or another's, and the draft that it answers is the same.
#[test]
fn the_worth_of_a_name_falls_with_every_harder_vote() {
    let asked = |probability: f64| {
        let text = format!("ratification = {{ probability = {probability}, delay = 1 }}");
        let scenario = talks(&text);
        let world = medians(&scenario);
        let mut first = Vec::new();
        in_world(&scenario, 3, &world, |seat| {
            seat.negotiate(&mut look(|_, event| match event {
                Event::Answered { party, gain, worth, readiness, .. } if first.len() < 2 => {
                    first.push((party, gain, worth.z + readiness));
                }
                _ => {}
            }));
        });
        first
    };
    let all: Vec<_> = [1.0, 0.9, 0.6, 0.3, 0.0].into_iter().map(asked).collect();
    for pair in all.windows(2) {
        for (easier, harder) in pair[0].iter().zip(&pair[1]) {
            assert_eq!((easier.0, easier.2), (harder.0, harder.2), "the same text");
            assert!(harder.1 < easier.1, "{all:?}");
        }
    }
    // Nobody's vote but b's: a refusal costs b c and a half of it.
    let lost = &all[4];
    assert_eq!(lost.iter().map(|asked| asked.1).collect::<Vec<_>>(), [-0.015, -0.03], "{lost:?}");
}

/// The Schelling conjecture (Schelling 1960; Putnam 1988): a narrower win-set at home moves what is
/// signed toward it, and lowers the odds. (Where next to nothing is left for the other side the few deals
/// that remain are those that chance or misreading made, and the rule ends: Iida 1993.)
#[test]
fn a_narrower_win_set_wins_better_terms_and_loses_deals() {
    let played = |intercept: f64| {
        let home = format!("ratification = {{ vote = {{ intercept = {intercept}, slope = 8 }} }}");
        let (mut signed, mut sum) = (0, 0.0);
        let all = records(&talks(&home));
        for (_, record) in &all {
            if record.signed_at.is_finite() {
                signed += 1;
                sum += record.values[1];
            }
        }
        (f64::from(signed) / all.len() as f64, sum / f64::from(signed))
    };
    let found: Vec<_> = [-2.0, -3.0, -4.0, -4.8].into_iter().map(played).collect();
    for pair in found.windows(2) {
        assert!(pair[1].0 <= pair[0].0, "deals: {found:?}");
        assert!(pair[1].1 > pair[0].1, "what b gets: {found:?}");
    }
    assert!(found[3].0 < 0.97, "deals: {found:?}");
}

/// From a signature to the vote nobody tables a text and nobody meets, and the guns are silent.
#[test]
fn a_vote_takes_its_time() {
    let scenario = shipped("white-house-2025", &[("parties.ukraine.ratification.delay", "2")]);
    let table = Table::new(&scenario, Seed(4));
    let mut draws = Draws::new(&scenario, Seed(4), &[]);
    let mut seat = Seat::new(&table);
    draws.seek(0);
    let (mut votes, mut late) = (0, 0);
    for world in 0..400 {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for _ in 0..10 {
            let mut signed_at = f64::INFINITY;
            let mut line = None;
            seat.negotiate(&mut look(|t, event| match event {
                Event::Signed { .. } => signed_at = t,
                Event::VoteLost { .. } | Event::Ratified { .. } if signed_at.is_finite() => {
                    assert!(t >= signed_at + 2.0, "{t} after {signed_at}");
                    votes += 1;
                    late += i32::from(t > 12.0);
                    (signed_at, line) = (f64::INFINITY, None);
                }
                Event::Tabled { .. } | Event::Summit { .. } => {
                    assert!(signed_at.is_infinite(), "at {t}, signed at {signed_at}");
                }
                // The round in which it was signed saw fighting; those after it none.
                Event::RoundEnded { line: at, .. } if signed_at.is_finite() => {
                    assert!(line.is_none_or(|before| before == at), "the line moved at {t}");
                    line = Some(at);
                }
                _ => {}
            }));
        }
    }
    assert!(votes > 50 && late > 2, "{votes} votes, {late} after the horizon");
}

/// Where one home front is all that counts, the draft stands on the edge of its win-set, nearest to
/// the mean in the drafter's weights: with equal influence and weights (.6, .5) on land and (.4, .5)
/// on debt, ω is 1.1 and .9, and a multiplier μ moves land by .5μ/2.2 and debt by .5μ/1.8.
#[test]
fn drafts_stand_on_the_edge_of_the_win_set() {
    // V* = 7/10: b may lose .3 at most.
    let scenario = talks("ratification = { vote = { intercept = -7, slope = 10 } }");
    let mut world = medians(&scenario);
    for (path, value) in [
        ("parties.a.positions.land.opening", 60.0),
        ("parties.a.positions.land.limit", 60.0),
        ("parties.b.positions.land.opening", 60.0),
        ("parties.b.positions.land.limit", 60.0),
        ("parties.a.positions.debt.opening", 40.0),
        ("parties.a.positions.debt.limit", 40.0),
        ("parties.b.positions.debt.opening", 40.0),
        ("parties.b.positions.debt.limit", 40.0),
        ("mediation.pen", 0.0),
        ("model.formulation_error", 0.0),
    ] {
        set(&scenario, &mut world, path, value);
    }
    // b loses .5·.6 + .5·.4 = .5 at the mean: .2 to win by .5 (δ_land + δ_debt).
    let mu = 0.4 / (0.5 / 2.2 + 0.5 / 1.8);
    let expected = [0.6 - mu * 0.5 / 2.2, 0.4 - mu * 0.5 / 1.8];
    let mut texts = 0;
    in_world(&scenario, 1, &world, |seat| {
        for _ in 0..5 {
            seat.negotiate(&mut look(|_, event| {
                if let Event::Tabled { text, .. } = event {
                    texts += 1;
                    for (x, expected) in text.iter().zip(expected) {
                        assert!((x - expected).abs() < 1e-9, "{text:?} for {expected:?}");
                    }
                }
            }));
        }
    });
    assert!(texts > 5);
}

/// A leader whose voters would turn it down does not sign, and the history says so.
#[test]
fn a_feared_vote_is_a_cause_of_its_own() {
    let scenario = talks("ratification = { probability = 0.02 }");
    let causes = records(&scenario).into_iter().filter_map(|(ending, _)| ending.cause());
    let mut feared = 0;
    for cause in causes {
        if let Cause::VoteFeared { party } = cause {
            assert_eq!(party, 1);
            feared += 1;
        }
    }
    assert!(feared > 20, "{feared}");
}
