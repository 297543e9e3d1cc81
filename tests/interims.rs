//! Interim deals: the ceasefire alone is one of them, and what they promise they keep.

use zopa::engine::{Event, History, Person, Seat, Table, Trial};
use zopa::math::exp;
use zopa::model::{Fate, Scenario};
use zopa::montecarlo::Summary;
use zopa::stream::Seed;

use crate::support::{
    SHIPPED, in_world, look, medians, plan, scenario, set, shipped, shipped_text, sigma,
};

/// Two at war without a line; whatever is not in the braces is certain.
const WAR: &str = r#"
title = "A war"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "24 months" }
model = { text_rate = 3, stated_limits_weight = 0.4, durability_scale = 0.5, durability_spread = 0, formulation_error = 0.05, readiness_spread = 0.03, betrayal_loss = 0.05, breach_hazard = 0.5, loss = "linear" }
mediation = { style = "facilitation" }
[issues.halt]
anchors = { 0 = "later", 100 = "first" }
effect = { halts-fighting = { strong_end = 100 } }
[issues.land]
anchors = { 0 = "to B", 100 = "to A" }
[parties.a]
role = "principal"
influence = 1
breach_hazard = 0.2
outside = { war = { terms = { halt = 100, land = 60 }, cost = 0.3 } }
positions.halt = { ideal = 100, limit = 100, salience = 1 }
positions.land = { ideal = 100, limit = 60, salience = 3 }
[parties.b]
role = "principal"
influence = 1
breach_hazard = 0.2
outside = { war = { terms = { halt = 100, land = 40 }, cost = 0.3 } }
positions.halt = { ideal = 100, limit = 100, salience = 1 }
positions.land = { ideal = 0, limit = 40, salience = 3 }
[parties.m]
role = "mediator"
influence = 0
"#;

/// Two who are not at war, and an issue each.
const PEACE: &str = r#"
title = "A dispute"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "24 months" }
model = { text_rate = 3, stated_limits_weight = 0, durability_scale = 0.5, durability_spread = 0, formulation_error = 0.05, readiness_spread = 0.03, betrayal_loss = 0.05, breach_hazard = 0.5, loss = "linear" }
mediation = { style = "facilitation" }
[issues.tariffs]
anchors = { 0 = "none", 100 = "all" }
status_quo = 90
[issues.yards]
anchors = { 0 = "open", 100 = "closed" }
status_quo = 50
[parties.a]
role = "principal"
influence = 1
breach_hazard = 0.2
outside = { reservation = 0.6 }
positions.tariffs = { ideal = 60, opening = 60, limit = 60, salience = 1 }
positions.yards = { ideal = 100, opening = 90, limit = 90, salience = 3 }
[parties.b]
role = "principal"
influence = 1
breach_hazard = 0.2
outside = { reservation = 0.5 }
positions.tariffs = { ideal = 0, opening = 20, limit = 20, salience = 2 }
positions.yards = { ideal = 0, opening = 10, limit = 10, salience = 2 }
[parties.m]
role = "mediator"
influence = 0
"#;

fn with(text: &str, interim: &str) -> Scenario {
    scenario(&format!("{text}\n{interim}"))
}

/// Plays histories at the medians.
fn play(scenario: &Scenario, histories: u64, mut then: impl FnMut(&History<'_>)) {
    in_world(scenario, 3, &medians(scenario), |seat| {
        for _ in 0..histories {
            then(&seat.negotiate(&mut ()));
        }
    });
}

/// A run as text, but for what names the file.
fn told(scenario: &Scenario) -> String {
    let summary = zopa::run(scenario, &plan(7, 60, 10));
    let Summary { chain, questions, endings, terms, parties, standing, .. } = &summary;
    format!("{chain:?} {questions:?} {endings:?} {terms:?} {parties:?} {standing:?}")
}

/// Written out as an interim deal the ceasefire alone gives the same bits.
#[test]
fn the_ceasefire_alone_is_the_simplest_interim_deal() {
    let mut found = 0;
    for name in SHIPPED {
        let alone = shipped(name, &[]);
        let Some(k) = alone.bare_ceasefire() else { continue };
        found += 1;
        let issue = &alone.issues[k];
        let halt = [issue.scale.low, issue.scale.high].into_iter().find(|&end| {
            let zopa::model::IssueEffect::HaltsFighting { strong_end } = issue.effect else {
                return false;
            };
            (strong_end.position() - issue.scale.to_unit(end)).abs() <= 0.0
        });
        let text = format!(
            "{}\n[[interim]]\nid = \"truce\"\nterms = {{ {} = {} }}\n",
            shipped_text(name),
            issue.id,
            halt.unwrap()
        );
        let written = scenario(&text);
        assert_eq!(written.bare_ceasefire(), None);
        assert_eq!(told(&alone), told(&written), "{name}");
        let (a, b) = (Table::new(&alone, Seed(7)), Table::new(&written, Seed(7)));
        let (mut a, mut b) = (Seat::new(&a), Seat::new(&b));
        a.enter(&medians(&alone), Trial::default());
        b.enter(&medians(&written), Trial::default());
        for _ in 0..100 {
            let (a, b) = (a.negotiate(&mut ()), b.negotiate(&mut ()));
            assert_eq!(format!("{:?}", a.record), format!("{:?}", b.record), "{name}");
        }
    }
    assert!(found >= 2, "{found} scenarios have a ceasefire");
}

/// Whoever gains by a deal gains more by one that runs longer, up to the year for which war is judged.
#[test]
fn a_longer_deal_is_worth_more_to_whom_it_is_worth_anything() {
    let deal = "[[interim]]\nid = \"t\"\nterms = { halt = 100, land = 62 }\nlasts = 1\n";
    let scenario = with(WAR, deal);
    let mut world = medians(&scenario);
    for hazard in [0.0, 0.2, 3.0] {
        for who in ["a", "b"] {
            set(&scenario, &mut world, &format!("parties.{who}.breach_hazard"), hazard);
        }
        let mut last = [0.0_f64; 2];
        for months in [0.5, 1.0, 3.0, 11.0, 12.0, 24.0] {
            set(&scenario, &mut world, "interim.t.lasts", months);
            let worth = in_world(&scenario, 1, &world, |seat| {
                [0, 1].map(|i| seat.at_start().interim_worth(i, 0, &[0.5, 0.5]).z)
            });
            for (now, before) in worth.iter().zip(&last) {
                // The sign is the year's, whatever it is; its size grows.
                assert!(now * before >= 0.0 && now.abs() >= before.abs(), "{worth:?} {last:?}");
            }
            last = worth;
        }
        assert!(last[0].abs() > 0.0 && last[1].abs() > 0.0, "{last:?}");
    }
}

/// z of a deal by hand: half of the war's cost, and what the terms are better than the war's.
#[test]
fn a_deal_is_worth_what_it_changes() {
    let deal = "[[interim]]\nid = \"t\"\nterms = { land = 55 }\nhalts_fighting = true\ncost = { a = 0.25 }\n";
    let scenario = with(WAR, deal);
    let world = medians(&scenario);
    let worth = in_world(&scenario, 1, &world, |seat| {
        [0, 1].map(|i| seat.at_start().interim_worth(i, 0, &[0.5, 0.5]))
    });
    let stands = exp(-0.2);
    let year = |brings: f64| stands * brings - (1.0 - stands) * 0.05;
    // A: three quarters of its cost of .3, and of land, three quarters of all, 55 and not 60. B: half of the
    // cost, and 55 where the war would bring 40.
    assert!((worth[0].z - year(0.225 - 0.0375)).abs() < 1e-12, "{worth:?}");
    assert!((worth[1].z - year(0.15 - 0.1125)).abs() < 1e-12, "{worth:?}");
    assert!((worth[0].value - worth[0].outside - 0.1875).abs() < 1e-12, "{worth:?}");
    assert!((worth[0].survival - stands).abs() < 1e-12);
}

/// A deal runs out on its day, is renewed only where that is asked for, and nothing comes before it.
#[test]
fn a_deal_ends_on_its_day_and_is_renewed_only_where_it_may_be() {
    for renewable in [false, true] {
        let deal = format!(
            "[[interim]]\nid = \"t\"\nterms = {{ halt = 100 }}\nlasts = 2\nrenewable = {renewable}\n"
        );
        let scenario = with(WAR, &deal);
        let mut count = [0; Fate::ALL.len()];
        play(&scenario, 400, |history| {
            let [agreed, renewed, lapsed, broken, followed] = history.record.interims[0];
            for (count, at) in count.iter_mut().zip(history.record.interims[0]) {
                *count += usize::from(at.is_finite());
            }
            let ends = [renewed, lapsed, broken, followed];
            assert!(ends.iter().all(|&end| end >= agreed), "{:?}", history.record);
            assert!(history.record.truce_at.total_cmp(&agreed).is_eq());
            let first = ends.into_iter().fold(f64::INFINITY, f64::min);
            let waits = history.record.signed_at < agreed + 2.0;
            assert!(
                waits || first >= 24.0 || first <= agreed + 2.0 + 1e-12,
                "{:?}",
                history.record
            );
            if renewed.is_finite() && renewed < broken.min(lapsed) && !waits {
                assert!((renewed - agreed - 2.0).abs() < 1e-9, "{:?}", history.record);
            }
            if followed.is_finite() {
                assert!(followed.total_cmp(&history.record.ratified_at).is_eq());
            }
        });
        let [agreed, renewed, lapsed, broken, followed] = count;
        assert!(agreed > 100 && broken > 20 && followed > 5, "{count:?}");
        assert_eq!(renewed > 20, renewable, "{count:?}");
        assert!(renewable || (renewed == 0 && lapsed > 20), "{count:?}");
    }
}

/// What a party has without the whole, as its answers tell it: eased while a deal stands, and as before
/// once it has run out.
fn alternatives(scenario: &Scenario, party: usize) -> (Vec<f64>, Vec<f64>, usize) {
    let (mut under, mut without, mut ended) = (Vec::new(), Vec::new(), 0);
    in_world(scenario, 3, &medians(scenario), |seat| {
        for _ in 0..300 {
            let (mut stands, mut package) = (false, false);
            seat.negotiate(&mut look(|_, event| match event {
                Event::Interim { fate: Fate::Agreed | Fate::Renewed, .. } => stands = true,
                Event::Interim { .. } => {
                    stands = false;
                    ended += 1;
                }
                Event::Tabled { interim, .. } => package = interim.is_none(),
                Event::Answered { party: who, worth, .. } if who == party && package => {
                    if stands {
                        under.push(worth.outside);
                    } else {
                        without.push(worth.outside);
                    }
                }
                _ => {}
            }));
        }
    });
    (under, without, ended)
}

fn all_near(values: &[f64], wanted: f64) -> bool {
    values.len() > 50 && values.iter().all(|value| (value - wanted).abs() < 1e-12)
}

#[test]
fn what_a_deal_eases_comes_back_when_it_ends() {
    let deal = "[[interim]]\nid = \"t\"\nterms = { halt = 100 }\nlasts = 1\ncost = { a = 0.4 }\n";
    let (under, without, ended) = alternatives(&with(WAR, deal), 0);
    // W = .6 (V(war) − κ) + .4 V(limit), both at 60 of 100 on three quarters of all.
    let war = |cost: f64| 0.6 * (0.7 - cost) + 0.4 * 0.7;
    assert!(ended > 50 && all_near(&without, war(0.3)), "{ended} {without:?}");
    assert!(all_near(&under, war(0.12)), "{under:?}");
    let deal =
        "[[interim]]\nid = \"t\"\nterms = { tariffs = 40 }\nlasts = 1\nrelief = { a = 0.03 }\n";
    let (under, without, ended) = alternatives(&with(PEACE, deal), 0);
    assert!(ended > 50 && all_near(&without, 0.6), "{ended} {without:?}");
    assert!(all_near(&under, 0.63), "{under:?}");
}

/// The line moves while a deal that halts nothing stands, and rests under one that halts the fighting.
#[test]
fn only_what_halts_the_fighting_halts_the_line() {
    let front = |deal: &str| {
        let text = WAR.replace(
            "[issues.land]\nanchors = { 0 = \"to B\", 100 = \"to A\" }",
            "[issues.land]\nanchors = { 0 = \"to B\", 100 = \"to A\" }\neffect = \"front-line\"\nstatus_quo = 50",
        );
        let scenario = with(&text, &format!("[front]\ndrift = 0.2\n{deal}"));
        let mut moved = 0.0_f64;
        in_world(&scenario, 3, &medians(&scenario), |seat| {
            for _ in 0..50 {
                let (mut stands_since, mut at) = (None, 0.5);
                seat.negotiate(&mut look(|t, event| match event {
                    Event::Interim { fate: Fate::Agreed, .. } => stands_since = Some(t),
                    Event::Interim { .. } => stands_since = None,
                    Event::RoundEnded { line, .. } => {
                        // A whole round under the deal.
                        if stands_since.is_some_and(|since| t - since > 0.25) {
                            moved += (line - at).abs();
                        }
                        at = line;
                    }
                    _ => {}
                }));
            }
        });
        moved
    };
    assert!(front("[[interim]]\nid = \"t\"\nterms = { halt = 100 }\n") <= 0.0);
    let halts_nothing = "[[interim]]\nid = \"t\"\nas_drafted = [\"halt\"]\nhalts_fighting = false\ncost = { a = 0.8, b = 0.8 }\nfirst = 0.9\n";
    assert!(front(halts_nothing) > 0.01);
}

/// How many texts are deal 0, deal 1, …, and the whole, of those tabled while none stands.
fn shares(scenario: &Scenario) -> (Vec<f64>, f64) {
    let mut counts = vec![0.0_f64; scenario.interims.len() + 1];
    in_world(scenario, 5, &medians(scenario), |seat| {
        for _ in 0..200 {
            seat.negotiate(&mut look(|_, event| match event {
                Event::Tabled { interim, .. } => {
                    counts[interim.unwrap_or(scenario.interims.len())] += 1.0;
                }
                Event::Interim { .. } => panic!("nobody agrees to these"),
                _ => {}
            }));
        }
    });
    let all: f64 = counts.iter().sum();
    (counts.iter().map(|count| count / all).collect(), all)
}

/// No deal is ever agreed to: a red line bars what it settles.
fn barred(deals: &str) -> Scenario {
    let text = PEACE
        .replace("limit = 20, salience = 2 }", "limit = 20, salience = 2, red_line = 30 }")
        .replace("limit = 90, salience = 3 }", "limit = 90, salience = 3, red_line = 80 }");
    with(&text, deals)
}

/// What divides least is settled first: the share of what divides that a deal leaves open.
#[test]
fn positions_say_how_often_a_text_is_a_step() {
    let scenario = barred("[[interim]]\nid = \"t\"\nterms = { tariffs = 95 }\n");
    let (found, texts) = shares(&scenario);
    // ½(¼ + ½)·(60 − 20) and ½(¾ + ½)·(90 − 10), of 100.
    let (settled, open) = (0.375 * 0.4, 0.625 * 0.8);
    let wanted = open / (open + settled);
    assert!((found[0] - wanted).abs() < 4.0 * sigma(wanted, texts), "{found:?} of {texts}");
}

/// Several deals share a text in proportion, and leave the whole what they do not take.
#[test]
fn several_steps_share_the_texts() {
    let deals = |a: f64, b: f64| {
        barred(&format!(
            "[[interim]]\nid = \"t\"\nterms = {{ tariffs = 95 }}\nfirst = {a}\n[[interim]]\nid = \"y\"\nwithin = {{ yards = {{ from = 0, to = 5 }} }}\nterms = {{ tariffs = 96 }}\nfirst = {b}\n"
        ))
    };
    for (a, b, wanted) in [(0.2, 0.3, [0.2, 0.3, 0.5]), (0.9, 0.6, [0.6, 0.4, 0.0])] {
        let (found, texts) = shares(&deals(a, b));
        for (found, wanted) in found.iter().zip(wanted) {
            assert!((found - wanted).abs() <= 4.0 * sigma(wanted, texts), "{found} {wanted}");
        }
    }
}

/// A person is asked again like anybody else, and its no ends the deal.
#[test]
fn a_person_may_refuse_to_go_on() {
    let deal = "[[interim]]\nid = \"t\"\nterms = { halt = 100 }\nlasts = 1\nrenewable = true\n";
    let scenario = with(WAR, deal);
    let table = Table::new(&scenario, Seed(3));
    let mut seat = Seat::new(&table);
    let world = medians(&scenario);
    let mut refused = 0;
    for history in 0..200 {
        let trial = Trial { world: 0, history };
        let (mut asked, mut renewal, mut again) = (0, false, None);
        let mut person = Person { answers: vec![true; 500], ..Person::new(0) };
        seat.enter(&world, trial);
        seat.negotiate_with(
            Some(&person),
            &mut look(|t, event| match event {
                Event::Tabled { renewal: is_one, .. } => renewal = is_one,
                Event::Answered { party: 0, .. } => {
                    if renewal && again.is_none() {
                        again = Some((t, asked));
                    }
                    asked += 1;
                }
                _ => {}
            }),
        );
        let Some((t, number)) = again else { continue };
        refused += 1;
        person.answers.truncate(number);
        person.answers.push(false);
        seat.enter(&world, trial);
        let history = seat.negotiate_with(Some(&person), &mut ());
        let lapsed = history.record.interims[0][Fate::Lapsed as usize];
        assert!((lapsed - t).abs() <= 0.0, "{lapsed} {t}");
    }
    assert!(refused > 20, "{refused}");
}

/// What questions count is what the record holds, and the odds of a run are their shares.
#[test]
fn questions_about_steps_are_their_odds() {
    let deal = r#"
[[interim]]
id = "t"
terms = { halt = 100 }
lasts = 3
renewable = true
"#;
    let question = |fate: &Fate| {
        let word = fate.word();
        format!(
            "[[questions]]\nid = \"q-{word}\"\ntext = \"?\"\nwhat = \"interim-{word}\"\ninterim = \"t\"\n"
        )
    };
    let questions = Fate::ALL.iter().map(question).collect::<Vec<_>>().concat();
    let scenario = with(WAR, &format!("{deal}{questions}"));
    let summary = zopa::run(&scenario, &plan(7, 100, 10));
    let [odds] = summary.interims.as_slice() else { panic!("{:?}", summary.interims) };
    for ((fate, estimate), answer) in odds.fates.iter().zip(&summary.questions) {
        assert!(estimate.value > 0.005, "{fate:?} {estimate:?}");
        // All but a package signed in time and ratified after the horizon.
        assert!((estimate.value - answer.estimate.value).abs() < 0.02, "{fate:?} {estimate:?}");
    }
    let [agreed, _, lapsed, broken, _] = odds.fates.map(|(_, estimate)| estimate.value);
    assert!(lapsed < agreed && broken < agreed);
}
