//! Clocks and lifetimes against closed forms: truces and deals last as their Weibull says, events,
//! pledges, tries and summits come at their rates, votes pass with their odds.
//!
//! Kolmogorov's test at α = 0.001, other tolerances 4σ (α = 6·10⁻⁵), at fixed seeds. The seeds were
//! not chosen for the outcome.

use statrs::distribution::{ContinuousCDF, Normal};
use zopa::engine::{DURABILITY_SHAPE, Event, Seat, Table, Trial, collapse_after};
use zopa::math::{exp, logistic, pow};
use zopa::model::{Fate, Scenario};
use zopa::montecarlo::Link;
use zopa::stream::Seed;

use crate::support::{
    KOLMOGOROV, in_world, kolmogorov, look, medians, plan, scenario, sigma, stream, tabulate,
};

/// The share of deals with log hazard `b` and this scale that still stand after `months`.
fn survival(months: f64, b: f64, scale_years: f64) -> f64 {
    exp(-pow(months / 12.0 / scale_years, 0.54) * exp(b))
}

#[test]
fn drawn_lifetimes_follow_the_weibull() {
    assert_eq!(DURABILITY_SHAPE, 0.54);
    let mut draws = stream("risks");
    for (b, scale) in [(0.0, 2.76), (-2.3, 2.76), (1.4, 8.0)] {
        let mut lifetimes: Vec<f64> =
            (0..20_000).map(|_| collapse_after(draws.exponential(), b, scale)).collect();
        let statistic = kolmogorov(&mut lifetimes, |t| 1.0 - survival(t, b, scale));
        assert!(statistic < KOLMOGOROV, "b {b}, scale {scale}: {statistic}");
    }
}

/// A peace in which one text is always signed and every part of the hazard counts.
const DEAL: &str = r#"
title = "A deal with a known hazard"
as_of = 2026-01-01
clock = { round = "1 month", horizon = "12 months" }
model = { text_rate = 10, formulation_error = 0, durability_spread = 0.7, betrayal_loss = 0.05, defection_cost = 0,  stated_limits_weight = 0, loss = "linear" }
mediation = { style = "facilitation" }
coalition = { credibility = 0.9, fatigue = 0 }
durability = { record = 0.3, peacekeepers = true }
[issues.split]
anchors = { 0 = "all to B", 100 = "all to A" }
[issues.guarantee]
anchors = { 0 = "none", 100 = "full" }
effect = { guarantee = { strong_end = 100 } }
[parties.a]
role = "principal"
influence = 1
readiness_spread = 0
breach_hazard = 0
outside = { reservation = RESERVATION }
[parties.a.positions]
split = { ideal = 100, opening = 70, limit = 70, salience = 1 }
guarantee = { ideal = 60, limit = 60, salience = 1 }
[parties.b]
role = "principal"
influence = 1
readiness_spread = 0
breach_hazard = 0
outside = { reservation = 0.7 }
[parties.b.positions]
split = { ideal = 0, opening = 30, limit = 30, salience = 1 }
guarantee = { ideal = 60, limit = 60, salience = 1 }
[parties.m]
role = "mediator"
influence = 0
outside = { reservation = 0 }
pledge = { strength = 0.4, at = 2026-01-01 }
leverage = { a = 0.05 }
[[trust]]
between = ["a", "b"]
value = 0.4
[[questions]]
id = "stands"
text = "It stands after a year"
what = "holds"
"#;

/// B of that deal, term by term: record .3, peacekeepers −.62, treaty −.78, guarantee −1.2·g with
/// g = min(.6, .4)·.9, shortfall 2·(.1 + .1) (each is 20 of 100 points short of its limit on half
/// its salience), trust −.8(τ̄ − .5) with τ̄ = .4 + .08·.6 after the signature.
const LOG_HAZARD: f64 = 0.3 - 0.62 - 0.78 - 1.2 * 0.36 + 2.0 * 0.2 - 0.8 * (0.448 - 0.5);
/// A deal that a party signs for its side payment only.
const IMPOSED: f64 = 0.4;

/// V of the text is 0.75: with 0.70 outside A gains 0.05 and its side payment, with 0.77 the
/// payment of 0.05 decides. The lifetime follows the closed form in either case, and so do the
/// odds of holding a year, in the chain and in the question.
#[test]
fn deals_last_as_their_hazard_says() {
    for (reservation, b) in [("0.70", LOG_HAZARD), ("0.77", LOG_HAZARD + IMPOSED)] {
        let scenario = scenario(&DEAL.replace("RESERVATION", reservation));
        let scale = 2.76 * exp(0.7);
        let histories: i32 = 20_000;
        let mut lifetimes = in_world(&scenario, 1, &medians(&scenario), |seat| {
            let lifetimes = (0..histories).map(|_| {
                let record = seat.negotiate(&mut ()).record;
                assert!(record.ratified_at.is_finite(), "always signed");
                record.holds_for
            });
            lifetimes.collect::<Vec<_>>()
        });
        let statistic = kolmogorov(&mut lifetimes, |t| 1.0 - survival(t, b, scale));
        assert!(statistic < KOLMOGOROV, "outside {reservation}: {statistic}");

        let (worlds, histories) = (400, 25);
        let (summary, _) = tabulate(&scenario, &plan(2, worlds, histories));
        let expected = survival(12.0, b, scale);
        let holds = summary.chain[Link::Holds as usize].estimate.value;
        let error = sigma(expected, (worlds * histories) as f64);
        assert!((holds - expected).abs() < 4.0 * error, "{holds} is not {expected}");
        assert_eq!(summary.questions[0].estimate.value, holds);
    }
}

/// The log hazard a presenter can ask for is the same sum, but for the trust a signature adds.
#[test]
fn the_hazard_of_a_text_is_the_sum_of_its_parts() {
    let scenario = scenario(&DEAL.replace("RESERVATION", "0.70"));
    in_world(&scenario, 1, &medians(&scenario), |seat| {
        let probe = seat.at_start().with_every_pledge();
        let (text, before_signing) = ([0.5, 0.6], LOG_HAZARD + 0.8 * 0.048);
        assert!((probe.guarantee(&text) - 0.36).abs() < 1e-12);
        assert!((probe.log_hazard(&text, false) - before_signing).abs() < 1e-12);
        assert!((probe.log_hazard(&text, true) - before_signing - IMPOSED).abs() < 1e-12);
        assert!((probe.limits_value(0) - probe.value(0, &text) - 0.1).abs() < 1e-12);
    });
}

/// Two who both want the fighting halted and never agree on a package: only truces, short ones.
const TRUCES: &str = r#"
title = "One truce after the other"
as_of = 2026-01-01
clock = { round = "1 month", horizon = "24 months" }
model = { text_rate = 20, formulation_error = 0, stated_limits_weight = 0, loss = "linear" }
mediation = { style = "facilitation" }
durability = { record = 2 }
[issues.split]
anchors = { 0 = "all to B", 100 = "all to A" }
[issues.ceasefire]
anchors = { 0 = "now", 100 = "never" }
effect = { halts-fighting = { strong_end = 0 } }
[parties.a]
role = "principal"
influence = 1
readiness_spread = 0
breach_hazard = 0
outside = { war = { terms = { split = 90, ceasefire = 100 }, cost = 0.1 } }
positions.split = { ideal = 100, limit = 60, salience = 9 }
positions.ceasefire = { ideal = 0, limit = 0, salience = 1 }
[parties.b]
role = "principal"
influence = 1
readiness_spread = 0
breach_hazard = 0
outside = { war = { terms = { split = 10, ceasefire = 100 }, cost = 0.1 } }
positions.split = { ideal = 0, limit = 40, salience = 9 }
positions.ceasefire = { ideal = 0, limit = 0, salience = 1 }
[parties.m]
role = "mediator"
influence = 0
"#;

/// Every truce is drawn with the trust of its moment: .5 at first, up .08(1 − τ) when it is agreed,
/// down .2τ when it breaks. Looked at are truces agreed in the first of two years and broken within
/// twelve months, so that the horizon cuts none off: their (1 − S(t)) / (1 − S(12 months)) is uniform.
#[test]
fn truces_last_as_their_hazard_says() {
    let scenario = scenario(TRUCES);
    let mut shares = Vec::new();
    let (mut agreed, mut later) = (0, 0);
    in_world(&scenario, 1, &medians(&scenario), |seat| {
        for _ in 0..2_000 {
            let (mut trust, mut since, mut number) = (0.5, f64::NAN, 0);
            let history = seat.negotiate(&mut look(|t, event| match event {
                Event::Interim { fate: Fate::Agreed, .. } => {
                    trust += 0.08 * (1.0 - trust);
                    since = t;
                    number += 1;
                    agreed += i32::from(t < 12.0);
                }
                Event::Interim { fate: Fate::Broken, .. } => {
                    let b = 2.0 - 0.8 * (trust - 0.5);
                    let whole = 1.0 - survival(12.0, b, 2.76);
                    if since < 12.0 && t - since < 12.0 {
                        shares.push((1.0 - survival(t - since, b, 2.76)) / whole);
                        later += i32::from(number > 1);
                    }
                    trust -= 0.2 * trust;
                }
                _ => {}
            }));
            assert!(history.record.signed_at.is_infinite());
        }
    });
    assert!(agreed > 5_000 && later > 3_000, "{agreed} truces, {later} of them not the first");
    let statistic = kolmogorov(&mut shares, |share| share.clamp(0.0, 1.0));
    assert!(statistic < KOLMOGOROV, "{statistic}");
}

/// A peace in which nothing is ever signed, for as long as it takes.
const WAITING: &str = r#"
title = "Nothing is ever signed"
as_of = 2026-01-01
clock = { round = "1 month", horizon = "HORIZON" }
model = { text_rate = 0.8, stated_limits_weight = 0, loss = "linear" }
mediation = { style = "STYLE" }
[issues.split]
anchors = { 0 = "all to B", 100 = "all to A" }
[parties.a]
role = "principal"
influence = 1
readiness_spread = 0
outside = { reservation = 1 }
positions.split = { ideal = 100, opening = 75, limit = 75, salience = 1 }
[parties.b]
role = "principal"
influence = 1
readiness_spread = 0
outside = { reservation = 1 }
positions.split = { ideal = 0, opening = 45, limit = 45, salience = 1 }
pledge = { strength = 0.4, rate = 0.35 }
[parties.m]
role = "mediator"
influence = 0
[[trust]]
between = ["a", "b"]
value = 0.3
[summit]
parties = ["a", "b"]
push = 0.6
reluctance = { a = 0.25, b = 0.1 }
[[events]]
name = "seldom"
rate = 0.3
effects = []
[[events]]
name = "often"
rate = 2
effects = []
[[events]]
name = "once"
rate = 0.2
once = true
effects = []
[[questions]]
id = "once-by-july"
text = "It happens by July"
what = "event"
event = "once"
by = 2026-07-01
"#;

fn waiting(horizon: &str, style: &str) -> Scenario {
    scenario(&WAITING.replace("HORIZON", horizon).replace("STYLE", style))
}

/// Mean and variance of a sample of counts are those of a Poisson distribution of mean λ, within 4σ:
/// σ of the mean is √(λ/n), of the variance √((λ + 2λ²)/n).
fn assert_poisson(name: &str, counts: &[f64], mean: f64) {
    let n = counts.len() as f64;
    let found = counts.iter().sum::<f64>() / n;
    assert!((found - mean).abs() < 4.0 * (mean / n).sqrt(), "{name}: mean {found}, not {mean}");
    let variance = counts.iter().map(|c| (c - found) * (c - found)).sum::<f64>() / (n - 1.0);
    let error = ((mean + 2.0 * mean * mean) / n).sqrt();
    assert!((variance - mean).abs() < 4.0 * error, "{name}: variance {variance}, not {mean}");
}

/// Events and tries are Poisson clocks: counts over 12 months, with a formulating mediator trying 1.5
/// times as often as a facilitating one.
#[test]
fn events_and_tries_come_at_their_rates() {
    for (style, tries) in [("formulation", 1.5), ("facilitation", 1.0)] {
        let mut scenario = waiting("12 months", style);
        // A summit would table a text of its own and lend the tries momentum.
        scenario.summit = None;
        let mut counts = vec![Vec::new(); 4];
        in_world(&scenario, 5, &medians(&scenario), |seat| {
            for _ in 0..8_000 {
                let mut happened = [0.0; 4];
                seat.negotiate(&mut look(|_, event| match event {
                    Event::Happened { event } => happened[event] += 1.0,
                    Event::Tabled { .. } => happened[3] += 1.0,
                    _ => {}
                }));
                counts.iter_mut().zip(happened).for_each(|(all, count)| all.push(count));
            }
        });
        assert_poisson("seldom", &counts[0], 0.3 * 12.0);
        assert_poisson("often", &counts[1], 2.0 * 12.0);
        assert_poisson("tries", &counts[3], 0.8 * tries * 12.0);
        let once = counts[2].iter().sum::<f64>() / 8_000.0;
        let expected = 1.0 - exp(-0.2 * 12.0);
        assert!((once - expected).abs() < 4.0 * sigma(expected, 8_000.0), "{once}");
        assert!(counts[2].iter().all(|&count| count <= 1.0));
    }
}

/// The first time of an event, a pledge and a summit is exponential. The rate of a summit is
/// base · exp(1.2(τ̄ − .5) + push − Σ reluctance − .8·gap) with a gap of 0.3; positions and, up to the
/// first meeting, trust stand still. In 400 months none fails to come (odds e⁻⁴⁰).
#[test]
fn waits_are_exponential() {
    let scenario = waiting("400 months", "facilitation");
    let (mut event, mut pledge, mut summit) = (Vec::new(), Vec::new(), Vec::new());
    let table = Table::new(&scenario, Seed(6));
    let mut seat = Seat::new(&table);
    for world in 0..20 {
        seat.enter(&medians(&scenario), Trial { world, history: 0 });
        for _ in 0..300 {
            let record = seat.negotiate(&mut ()).record;
            event.push(record.event_at[0]);
            pledge.push(record.pledge_at[1]);
            summit.push(record.summit_at);
        }
    }
    let rate = 0.2 * exp(1.2 * (0.3 - 0.5) + 0.6 - 0.35 - 0.8 * 0.3);
    for (name, times, rate) in
        [("event", &mut event, 0.3), ("pledge", &mut pledge, 0.35), ("summit", &mut summit, rate)]
    {
        let statistic = kolmogorov(times, |t| 1.0 - exp(-rate * t));
        assert!(statistic < KOLMOGOROV, "{name}: {statistic}");
    }
}

/// The same through a whole run: the odds of a question about an event by a date. 181 days are
/// 5.9466 months of 30.4375 days.
#[test]
fn a_question_about_an_event_has_the_odds_of_its_rate() {
    let (worlds, histories) = (400, 25);
    let scenario = waiting("12 months", "facilitation");
    let (summary, _) = tabulate(&scenario, &plan(9, worlds, histories));
    let expected = 1.0 - exp(-0.2 * 181.0 / 30.4375);
    let found = summary.questions[0].estimate.value;
    let error = sigma(expected, (worlds * histories) as f64);
    assert!((found - expected).abs() < 4.0 * error, "{found} is not {expected}");
}

/// A vote on the text passes with Φ((Λ(a₀ + a₁V) − quota)/spread), V = 0.75; a vote by probability with
/// that. Both are asked at every signature.
#[test]
fn votes_pass_with_their_odds() {
    let text = DEAL.replace("RESERVATION", "0.70").replace(
        "[parties.a.positions]",
        "ratification = { vote = { intercept = -2.9, slope = 4, quota = 0.5, spread = 0.1 } }\n\
         [parties.a.positions]",
    );
    let text = text.replace(
        "[parties.b.positions]",
        "ratification = { probability = 0.8 }\n[parties.b.positions]",
    );
    let scenario = scenario(&text);
    let (mut votes, mut lost) = (0.0, [0.0; 2]);
    in_world(&scenario, 4, &medians(&scenario), |seat| {
        for _ in 0..10_000 {
            seat.negotiate(&mut look(|_, event| match event {
                Event::Signed { .. } => votes += 1.0,
                Event::VoteLost { party } => lost[party] += 1.0,
                _ => {}
            }));
        }
    });
    let normal = Normal::new(0.0, 1.0).unwrap();
    let by_vote = normal.cdf((logistic(-2.9 + 4.0 * 0.75) - 0.5) / 0.1);
    for (lost, passes) in lost.iter().zip([by_vote, 0.8]) {
        let found = 1.0 - lost / votes;
        assert!((found - passes).abs() < 4.0 * sigma(passes, votes), "{found} is not {passes}");
    }
}
