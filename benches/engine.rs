//! How fast the simulator is: streams, worlds, histories, chunks, loading, threads.
//!
//! `cargo bench --bench engine`. The machine is noisy, so compare within one run; instruction counts
//! (docs/performance.md) are steadier.

#![allow(clippy::expect_used, reason = "a bench of a broken scenario should stop")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use zopa::engine::{Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::{Draws, Plan, play_worlds};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::{Purpose, Seed, StreamKey};

const SCENARIOS: [&str; 3] = ["two-party", "northland", "white-house-2025"];
const SEED: Seed = Seed(42);

fn text(name: &str) -> String {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a shipped scenario")
}

fn scenario(name: &str) -> Scenario {
    load(name, &text(name), &LoadOptions::default()).expect("a valid scenario").scenario
}

fn streams(criterion: &mut Criterion) {
    let key = StreamKey::new(SEED, Purpose::Answer, "russia");
    criterion.bench_function("stream/set up and first draw", |bench| {
        let mut history = 0;
        bench.iter(|| {
            history += 1;
            key.history(7, history).uniform()
        });
    });
    criterion.bench_function("stream/one more draw", |bench| {
        let mut stream = key.history(7, 0);
        bench.iter(|| stream.uniform());
    });
}

fn worlds(criterion: &mut Criterion) {
    for name in SCENARIOS {
        let scenario = scenario(name);
        let table = Table::new(&scenario, SEED);
        let mut draws = Draws::new(&scenario, SEED, &[]);
        let mut seat = Seat::new(&table);
        draws.seek(0);
        let mut world = 0;
        criterion.bench_function(&format!("world/draw and prepare/{name}"), |bench| {
            bench.iter(|| {
                world += 1;
                draws.draw();
                seat.enter(draws.values(), Trial { world, history: 0 });
            });
        });
    }
}

fn histories(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("history");
    group.throughput(Throughput::Elements(1));
    for name in SCENARIOS {
        let scenario = scenario(name);
        let table = Table::new(&scenario, SEED);
        let mut draws = Draws::new(&scenario, SEED, &[]);
        let mut seat = Seat::new(&table);
        draws.seek(0);
        let mut trial = 0;
        group.bench_function(name, |bench| {
            bench.iter(|| {
                // A world every 25 histories, as a run has.
                if trial % 25 == 0 {
                    draws.draw();
                    seat.enter(draws.values(), Trial { world: trial / 25, history: 0 });
                }
                trial += 1;
                black_box(seat.negotiate(&mut ()).ground)
            });
        });
    }
    group.finish();
}

fn chunks(criterion: &mut Criterion) {
    let scenario = scenario("white-house-2025");
    let plan = |worlds, threads| Plan { worlds, threads, structural: false, ..Plan::default() };
    let mut group = criterion.benchmark_group("run of the flagship");
    group.sample_size(10);
    group.bench_function("one chunk of 20 worlds", |bench| {
        bench.iter(|| play_worlds(&scenario, &plan(20, 1), &(), None));
    });
    for threads in [1, 2] {
        let id = BenchmarkId::new("2,000 worlds, threads", threads);
        group.bench_function(id, |bench| {
            bench.iter(|| play_worlds(&scenario, &plan(2_000, threads), &(), None));
        });
    }
    group.finish();
}

fn loading(criterion: &mut Criterion) {
    for name in SCENARIOS {
        let text = text(name);
        criterion.bench_function(&format!("load/{name}"), |bench| {
            bench.iter(|| load(name, &text, &LoadOptions::default()).expect("valid"));
        });
    }
}

criterion_group!(benches, streams, worlds, histories, chunks, loading);
criterion_main!(benches);
