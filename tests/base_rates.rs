//! The model against base rates (docs/base-rates.md): a generic interstate war in its second year, and how
//! long agreements last. The bands come from the tables of data named there, and were drawn up before the
//! scenario was run.

use zopa::engine::{DURABILITY_SHAPE, HOLDS_MONTHS, Seat, Table, Trial, collapse_after};
use zopa::math;
use zopa::model::Scenario;
use zopa::montecarlo::{Draws, Link, Outcome, Summary};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;

use crate::support::{plan, shipped_text, stream};

const NAME: &str = "reference-class";
/// Histories in each world of the runs that docs/base-rates.md tells.
const HISTORIES: u64 = 25;

fn generic(variant: Option<&str>) -> Scenario {
    let options = LoadOptions { variant: variant.map(str::to_owned), ..LoadOptions::default() };
    load(NAME, &shipped_text(NAME), &options).unwrap().scenario
}

fn summary(variant: Option<&str>) -> Summary {
    zopa::run(&generic(variant), &plan(42, 1500, HISTORIES))
}

/// The odds of an agreed end within a year, its first question.
fn agreed_end(summary: &Summary) -> f64 {
    summary.estimate(Outcome::Question(0)).value
}

/// Of interstate wars older than a year .08 a year come to an agreed end (.04–.13), of the deadliest .16
/// (.05–.33): UCDP Conflict Termination v3. As odds over twelve months, .04 to .28.
#[test]
fn a_generic_war_ends_as_often_as_such_wars_do() {
    let odds = agreed_end(&summary(None));
    assert!((0.04..=0.28).contains(&odds), "{odds}");
    // As a rate a year it lies in the band of the deadliest wars, above that of all.
    let rate = -math::ln(1.0 - odds);
    assert!((0.05..=0.33).contains(&rate), "{rate}");
}

/// Mediated crises end in agreement more often the more the mediator does (ICB: carrying messages 41%,
/// drafting 57%, with means of its own 75%, none 20%; all mediated 62%). Mediators choose their crises, so 42
/// points is the most mediation can do.
#[test]
fn mediation_helps_in_order_and_within_its_bound() {
    let none = agreed_end(&summary(None));
    let styles = ["facilitation", "formulation", "manipulation"];
    let odds = styles.map(|style| agreed_end(&summary(Some(style))));
    // ± 1 point of simulation error each.
    assert!(
        odds[0] > none - 0.03 && odds[1] > odds[0] + 0.01 && odds[2] > odds[1] + 0.05,
        "{odds:?}"
    );
    for (style, odds) in styles.iter().zip(odds) {
        assert!(odds - none < 0.42, "{style}: {none} to {odds}");
    }
    // The miss on record: who only carries messages changes next to nothing here, where crises with one
    // ended in agreement twice as often (7 of 17 against 20%). The docs say so.
    assert!((odds[0] - none).abs() < 0.03, "no longer a miss: correct docs/base-rates.md");
}

/// Of treaties .79 stand a year (.60–.90, n 29), with peacekeepers .88 (.59–.97, n 16): Fortna.
#[test]
fn agreements_survive_as_such_agreements_do() {
    let given = |summary: &Summary| summary.chain[Link::Holds as usize].given.unwrap().value;
    let (without, with) = (given(&summary(None)), given(&summary(Some("peacekeepers"))));
    assert!((0.60..=0.90).contains(&without), "{without}");
    assert!((0.59..=0.97).contains(&with) && with > without, "{with}");
}

/// Kaplan–Meier estimates of Fortna's 96 ceasefires in civil wars, with 95% intervals (log-log): years, and
/// by kind the estimate and its ends. The last has none at three months, where all 16 stood: the exact
/// binomial interval is (.79, 1).
const YEARS: [f64; 4] = [0.25, 1.0, 2.0, 5.0];
type Curve = [(f64, f64, f64); 4];
const KINDS: [(&str, f64, bool, Curve); 4] = [
    (
        "truce (n 34)",
        0.0,
        false,
        [(0.706, 0.52, 0.83), (0.500, 0.32, 0.65), (0.412, 0.25, 0.57), (0.206, 0.09, 0.35)],
    ),
    (
        "truce with peacekeepers (n 12)",
        -0.62,
        false,
        [(0.917, 0.54, 0.99), (0.583, 0.27, 0.80), (0.417, 0.15, 0.67), (0.417, 0.15, 0.67)],
    ),
    (
        "treaty (n 13)",
        -0.78,
        true,
        [(0.846, 0.51, 0.96), (0.692, 0.37, 0.87), (0.692, 0.37, 0.87), (0.538, 0.25, 0.76)],
    ),
    (
        "treaty with peacekeepers (n 16)",
        -1.40,
        true,
        [(1.000, 0.79, 1.00), (0.875, 0.59, 0.97), (0.750, 0.46, 0.90), (0.625, 0.35, 0.81)],
    ),
];
/// The model's scale of durability, in years.
const SCALE: f64 = 2.76;

/// S(t) = exp(−(t/scale)^k e^B), for packages over the worlds' u uniform on 0 to 1.5.
fn survival(years: f64, b: f64, spreads: bool) -> f64 {
    let steps = if spreads { 600 } else { 1 };
    let of = |step: i32| {
        let u = if spreads { 1.5 * (f64::from(step) + 0.5) / f64::from(steps) } else { 0.0 };
        let stretched = years / (SCALE * math::exp(u));
        math::exp(-math::pow(stretched, DURABILITY_SHAPE) * math::exp(b))
    };
    (0..steps).map(of).sum::<f64>() / f64::from(steps)
}

/// Every point of the model's four curves, at neutral trust and without guarantee or shortfall, lies in the
/// data's interval.
#[test]
fn durability_curves_are_those_of_the_data() {
    for (name, b, spreads, curve) in KINDS {
        for (years, (estimate, low, high)) in YEARS.into_iter().zip(curve) {
            let model = survival(years, b, spreads);
            let place = format!("{name} at {years}: {model:.3} for {estimate} ({low}–{high})");
            println!("{place}");
            assert!((low..=high).contains(&model), "{place}");
        }
    }
}

/// The engine draws what the curves say: shares of 20,000 draws within four standard deviations (.014).
#[test]
fn the_engine_draws_these_curves() {
    let mut draws = stream("durability curves");
    for (name, b, spreads, _) in KINDS {
        let times: Vec<f64> = (0..20_000)
            .map(|_| {
                let u = if spreads { 1.5 * draws.uniform() } else { 0.0 };
                collapse_after(draws.exponential(), b, SCALE * math::exp(u))
            })
            .collect();
        for years in YEARS {
            let standing = times.iter().filter(|&&months| months >= 12.0 * years).count();
            let share = standing as f64 / times.len() as f64;
            assert!((share - survival(years, b, spreads)).abs() < 0.0142, "{name} at {years}");
        }
    }
}

/// What was really signed in the generic war, terms, trust and all, lasts as Fortna's treaties do: S(3 mo)
/// .75–.98, S(1 y) .60–.90, S(2 y) .52–.85, S(5 y) .39–.74 (n 29, all treaties).
#[test]
fn what_is_signed_lasts_as_treaties_do() {
    let scenario = generic(None);
    let table = Table::new(&scenario, Seed(42));
    let mut seat = Seat::new(&table);
    let mut draws = Draws::new(&scenario, Seed(42), &[]);
    draws.seek(0);
    let mut lasted = Vec::new();
    for world in 0..1500 {
        draws.draw();
        seat.enter(draws.values(), Trial { world, history: 0 });
        for _ in 0..HISTORIES {
            let record = seat.negotiate(&mut ()).record;
            if record.ratified_at.is_finite() {
                lasted.push(record.holds_for);
            }
        }
    }
    assert!(lasted.len() > 2000, "{}", lasted.len());
    let bands = [(0.75, 0.98), (0.60, 0.90), (0.52, 0.85), (0.39, 0.74)];
    for (years, (low, high)) in YEARS.into_iter().zip(bands) {
        let months = years * HOLDS_MONTHS;
        let share = lasted.iter().filter(|&&held| held >= months).count() as f64;
        let share = share / lasted.len() as f64;
        println!("S({years}) = {share:.3}");
        assert!((low..=high).contains(&share), "{years} years: {share}");
    }
}
