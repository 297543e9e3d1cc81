//! Speed of the solution layer.
//!
//! Targets on one core of a laptop: Pareto frontier, Nash and Kalai–Smorodinsky of two parties and
//! 100,000 outcomes within 15 ms; eight rounds of the challenge model on the ten actors of the car
//! emissions case within 50 µs.

#![expect(clippy::expect_used, reason = "a broken fixture must stop the bench")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use zopa::engine::{Seat, Table, Trial};
use zopa::scenario::LoadOptions;
use zopa::solution::bargain::Search;
use zopa::solution::discrete::{
    AdditivePreferences, Disagreement, DiscreteSpace, Ideal, Landscape, kalai_smorodinsky, nash,
};
use zopa::solution::forecasts::{
    ChallengeRules, SpatialRules, challenge, parse_table, spatial_election,
};
use zopa::stream::Seed;

const CAR: &str = include_str!("../tests/data/forecasts/car_emissions.csv");

/// Five issues with ten options each, evaluations by a fixed linear congruential generator.
fn parties(issues: usize, options: usize) -> Vec<AdditivePreferences> {
    let mut state = 42_u64;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut party = || {
        let weights: Vec<f64> = (0..issues).map(|_| 0.2 + next()).collect();
        let total: f64 = weights.iter().sum();
        let weights = weights.iter().map(|weight| weight / total).collect();
        let evaluations = (0..issues).map(|_| (0..options).map(|_| next()).collect()).collect();
        AdditivePreferences::new(weights, evaluations).expect("generated preferences are finite")
    };
    vec![party(), party()]
}

fn discrete(criterion: &mut Criterion) {
    let space = DiscreteSpace::new(vec![10; 5]).expect("100,000 outcomes are few enough");
    let parties = parties(5, 10);
    let value = || {
        Landscape::new(&space, &parties, &[0.2, 0.2], Disagreement::Reservation)
            .expect("the preferences fit the space")
    };
    criterion.bench_function("value 100,000 outcomes for 2 parties", |bencher| {
        bencher.iter(|| black_box(value()));
    });
    let landscape = value();
    criterion.bench_function("Pareto, Nash, Kalai–Smorodinsky of 100,000", |bencher| {
        bencher.iter(|| {
            let frontier = black_box(&landscape).frontier();
            (nash(&frontier), kalai_smorodinsky(&frontier, Ideal::Rational))
        });
    });
}

fn forecasts(criterion: &mut Criterion) {
    let table = parse_table(CAR).expect("the table is well formed");
    for (name, rules) in [
        ("challenge, 8 rounds, as in the paper's program", ChallengeRules::scholz_code()),
        ("challenge, 8 rounds, as printed", ChallengeRules::scholz_paper()),
    ] {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| challenge(black_box(&table), 0, &rules, 8));
        });
    }
    criterion.bench_function("opening election", |bencher| {
        bencher.iter(|| spatial_election(black_box(&table), SpatialRules::default()));
    });
}

/// The deal space of the flagship's most likely world, and its solutions.
fn deal_space(criterion: &mut Criterion) {
    let text = std::fs::read_to_string("scenarios/white-house-2025.toml").expect("it ships");
    let loaded =
        zopa::scenario::load("flagship", &text, &LoadOptions::default()).expect("it is sound");
    let scenario = &loaded.scenario;
    let table = Table::new(scenario, Seed(42));
    let mut seat = Seat::new(&table);
    seat.enter(&zopa::analysis::map::likely_inputs(scenario), Trial::default());
    let space = seat.deal_space();
    criterion.bench_function("least gain package of the flagship", |bencher| {
        bencher.iter(|| space.least_gain_package(Search::FINE));
    });
    criterion.bench_function("Nash solution of the flagship", |bencher| {
        bencher.iter(|| space.nash(Search::FINE));
    });
    criterion.bench_function("reach of the flagship's zone", |bencher| {
        bencher.iter(|| space.reach(Search::FINE));
    });
}

criterion_group!(benches, discrete, forecasts, deal_space);
criterion_main!(benches);
