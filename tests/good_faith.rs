//! Terms that are not meant, side payments, and what a signature rests on (docs/model.md).

use zopa::engine::{Cause, Ending, Event, Seat, Table, Trial};
use zopa::math::exp;
use zopa::model::Scenario;
use zopa::montecarlo::{Draws, Link, Summary};
use zopa::stream::Seed;

use crate::support::{in_world, look, medians, plan, scenario, set, sigma, tabulate};

/// Two sides at war over land and rule, with a mediator who pays b; FAITH is the good faith of both.
const WAR: &str = r#"
title = "A war that a text could end"
as_of = 2026-01-01
clock = { round = "1 week", horizon = "12 months" }
mediation = { style = "formulation" }
model = { text_rate = 2, durability_spread = 0, betrayal_loss = 0.05, readiness_spread = 0.03, stated_limits_weight = 0, loss = "linear" }
[issues.sequence]
effect = { halts-fighting = { strong_end = 0 } }
anchors = { 0 = "a ceasefire first", 100 = "a settlement first" }
[issues.rule]
anchors = { 0 = "as a wants it", 100 = "as b wants it" }
[parties.a]
role = "principal"
influence = 1
breach_hazard = 0.3
good_faith = FAITH
outside = { war = { cost = 0.1, terms = { sequence = 100, rule = 55 } } }
[parties.a.positions]
sequence = { ideal = 100, limit = 100, salience = 0.1 }
rule = { ideal = 0, limit = 60, salience = 0.9 }
[parties.b]
role = "principal"
influence = 1
breach_hazard = 0.3
good_faith = FAITH
outside = { war = { cost = 0.1, terms = { sequence = 100, rule = 45 } } }
[parties.b.positions]
sequence = { ideal = 100, limit = 100, salience = 0.1 }
rule = { ideal = 100, limit = 40, salience = 0.9 }
[parties.m]
role = "mediator"
influence = 0.2
outside = { reservation = 0 }
payment = "PAYMENT"
leverage = { b = 0.04 }
"#;

fn war(faith: &str, payment: &str) -> Scenario {
    scenario(&WAR.replace("FAITH", faith).replace("PAYMENT", payment))
}

fn odds(summary: &Summary, link: Link) -> f64 {
    summary.chain[link as usize].estimate.value
}

/// What nobody means is carried out seldom and holds seldom: odds that a deal holds rise with the good faith
/// of those who sign it, however much easier bad faith makes the signature.
#[test]
fn what_holds_rises_with_good_faith() {
    let holds: Vec<f64> = ["0", "0.3", "0.6", "0.9", "1"]
        .map(|faith| {
            let (summary, _) = tabulate(&war(faith, "while-it-holds"), &plan(4, 200, 25));
            odds(&summary, Link::Holds)
        })
        .to_vec();
    assert!(holds[0] == 0.0, "{holds:?}");
    assert!(holds.windows(2).all(|pair| pair[1] > pair[0] + 0.01), "{holds:?}");
}

/// Of the deals in force as many are carried out as both sides mean to: q². What is not is named as such.
#[test]
fn a_deal_is_carried_out_as_often_as_all_mean_it() {
    let scenario = war("0.7", "while-it-holds");
    let table = Table::new(&scenario, Seed(8));
    let mut draws = Draws::new(&scenario, Seed(8), &[]);
    let mut seat = Seat::new(&table);
    draws.seek(0);
    let (mut in_force, mut carried_out) = (0.0, 0.0);
    for world in 0..300 {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for _ in 0..20 {
            let history = seat.negotiate(&mut ());
            let record = history.record;
            in_force += f64::from(u8::from(record.ratified_at.is_finite()));
            carried_out += f64::from(u8::from(record.carried_out()));
            if let Ending::Agreement { defector: Some(party), .. } = history.ending {
                assert_eq!(history.ending.cause(), Some(Cause::DeadLetter { party }));
                assert!(!Link::Holds.reached(&history));
            }
        }
    }
    let share = carried_out / in_force;
    assert!((share - 0.49).abs() < 4.0 * sigma(0.49, in_force), "{share} of {in_force}");
}

/// The closed form of z in a world of medians: with q = 0 the bare truce less the cost of the word, whatever
/// the text; and z is linear in q between that and the worth of meaning it.
#[test]
fn z_is_linear_in_good_faith_and_ends_at_the_bare_truce() {
    let asked = |faith: f64| {
        let scenario = war("0.5", "while-it-holds");
        let mut world = medians(&scenario);
        set(&scenario, &mut world, "parties.a.good_faith", faith);
        set(&scenario, &mut world, "model.defection_cost", 0.02);
        let mut z = None;
        in_world(&scenario, 2, &world, |seat| {
            seat.negotiate(&mut look(|_, event| match event {
                Event::Answered { party: 0, worth, .. } if z.is_none() => z = Some(worth),
                _ => {}
            }));
        });
        z.unwrap()
    };
    let [bad, half, good] = [0.0, 0.5, 1.0].map(asked);
    // At war to the end of its terms, trust ½: S⁰ = e^{−.3}, no line; the ceasefire coordinate is worth
    // −.1 to who would rather settle first, the relief half a year's cost.
    let survival = exp(-0.3);
    let truce = survival * (-0.1 + 0.05) - (1.0 - survival) * 0.05;
    assert!((bad.z - (truce - 0.01)).abs() < 1e-12, "{bad:?}");
    if half.value == good.value {
        assert!((half.z - 0.5 * (bad.z + good.z)).abs() < 1e-12, "{half:?}");
    }
}

/// A payment that stops with the terms is worth the survival that its receiver believes in; one at the
/// signature is worth all of it, so that more is signed, and more of that below the alternative.
#[test]
fn a_payment_at_the_signature_buys_more_signatures_than_one_while_it_holds() {
    // B expects so much of the war that the money decides.
    let [holding, at_once] = ["while-it-holds", "at-signature"].map(|payment| {
        let text = WAR.replace("FAITH", "1").replace("PAYMENT", payment);
        let text = text.replace("sequence = 100, rule = 45", "sequence = 100, rule = 58");
        tabulate(&scenario(&text), &plan(6, 300, 20)).0
    });
    assert!(odds(&at_once, Link::Signed) > odds(&holding, Link::Signed) + 0.001);
    let b = |summary: &Summary| summary.parties[1].signing.unwrap();
    let survival = b(&holding).survival;
    assert!((b(&holding).margin.paid - 0.04 * survival).abs() < 1e-9);
    assert!((b(&at_once).margin.paid - 0.04).abs() < 1e-9);
    assert!(b(&at_once).below() > b(&holding).below());
}

/// What is printed of a signature adds up: its parts are the margin, which is not negative, and who signs
/// against its own interest does so by its readiness and mood.
#[test]
fn the_parts_of_a_signature_add_up() {
    let scenario = war("0.8", "at-signature");
    let table = Table::new(&scenario, Seed(3));
    let mut draws = Draws::new(&scenario, Seed(3), &[]);
    let mut seat = Seat::new(&table);
    draws.seek(0);
    let mut signatures = 0;
    for world in 0..200 {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for _ in 0..5 {
            for signature in &seat.negotiate(&mut ()).record.signatures {
                signatures += 1;
                let worth = signature.worth;
                let parts = worth.terms() + worth.paid + worth.dead_letter;
                assert!((parts - worth.z).abs() < 1e-12);
                assert!(signature.votes == 0.0 || signature.votes.abs() < 1e-15, "nobody votes");
                assert!(signature.margin() >= -1e-12, "{signature:?}");
            }
        }
    }
    assert!(signatures > 500, "{signatures}");
}
