//! How fast alternating offers are played: Boulware against conceder on 576 outcomes.
//!
//! `cargo bench --bench alternating`. `prepared once` is one world whose histories are played over and
//! over; `a new world each` draws and prepares another for every history, sorting included.

#![allow(clippy::expect_used, reason = "a bench of a broken scenario should stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use zopa::engine::{Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::Draws;
use zopa::scenario::{LoadOptions, load};
use zopa::stream::{Purpose, Seed, StreamKey};

const SEED: Seed = Seed(42);
/// 4 · 4 · 6 · 6 = 576 outcomes.
const OPTIONS: [usize; 4] = [4, 4, 6, 6];

/// A domain of 576 outcomes with random scores, the first party's first weight uncertain.
fn domain(tactics: [&str; 2], rest: &str) -> Scenario {
    let mut draws = StreamKey::new(SEED, Purpose::Input, "bench").over_worlds(0);
    let mut text = String::from(
        "title = \"576\"\nprotocol = { kind = \"alternating-offers\", rounds = 100 }\n",
    );
    for (issue, count) in OPTIONS.iter().enumerate() {
        let names: Vec<String> = (0..*count).map(|option| format!("\"o{option}\"")).collect();
        let _ = write!(text, "[issues.i{issue}]\noptions = [{}]\n", names.join(", "));
    }
    for (party, tactic) in tactics.iter().enumerate() {
        let _ = write!(
            text,
            "[parties.p{party}]\ntactic = \"{tactic}\"\n{rest}\noutside = {{ reservation = 0.3 }}\n\
             [parties.p{party}.positions]\n"
        );
        for (issue, count) in OPTIONS.iter().enumerate() {
            let scores: Vec<String> = (0..*count)
                .map(|option| format!("o{option} = {:.2}", draws.uniform() * 100.0))
                .collect();
            let salience = if issue == 0 { "[0.2, 0.25, 0.3]" } else { "0.25" };
            let scores = scores.join(", ");
            let _ =
                writeln!(text, "i{issue} = {{ scores = {{ {scores} }}, salience = {salience} }}");
        }
    }
    load("576.toml", &text, &LoadOptions::default()).expect("a valid scenario").scenario
}

fn negotiations(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("alternating offers, 576 outcomes");
    group.throughput(Throughput::Elements(1));
    for (name, tactics, rest) in [
        ("Boulware v conceder", ["boulware", "conceder"], ""),
        ("Boulware v Boulware", ["boulware", "boulware"], ""),
        ("MiCRO v MiCRO", ["micro", "micro"], ""),
        ("linear v linear, learning", ["linear", "linear"], "opponent_model = \"frequency\""),
    ] {
        let scenario = domain(tactics, rest);
        let table = Table::new(&scenario, SEED);
        let mut draws = Draws::new(&scenario, SEED, &[]);
        let mut seat = Seat::new(&table);
        draws.seek(0);
        seat.enter(draws.draw(), Trial::default());
        group.bench_function(format!("{name}, prepared once"), |bench| {
            bench.iter(|| black_box(seat.negotiate(&mut ()).ground));
        });
        let mut world = 0;
        group.bench_function(format!("{name}, a new world each"), |bench| {
            bench.iter(|| {
                world += 1;
                seat.enter(draws.draw(), Trial { world, history: 0 });
                black_box(seat.negotiate(&mut ()).ground)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, negotiations);
criterion_main!(benches);
