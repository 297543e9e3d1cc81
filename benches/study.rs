//! What a study adds to its cases: reading the factors, the journal's line, the threads.
//!
//! `cargo bench --bench study`. *alone* is what `zopa run` does for the same case on one thread: the
//! scenario, read once, with the case's values, played and summed up. *in a study* is the whole way to the line of
//! the journal. *on two threads* is the time for each of sixteen cases.

#![allow(clippy::expect_used, reason = "a bench of a broken study should stop")]

use std::hint::black_box;
use std::sync::atomic::AtomicBool;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use zopa::montecarlo::Plan;
use zopa::scenario::{Document, LoadOptions, load_study};
use zopa::stream::Seed;
use zopa::study::{Inputs, Study, play_cases};

/// Scenario, the path that is varied, worlds of a case.
const STUDIES: [(&str, &str, u64); 2] = [
    ("two-party", "parties.lower.concession_speed", 200),
    ("white-house-2025", "parties.us.pledge.strength", 100),
];
const CASES: u64 = 16;
const HISTORIES: u64 = 25;

fn text(name: &str) -> String {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a shipped scenario")
}

fn study(name: &str, path: &str, worlds: u64) -> Study {
    let file = format!(
        "title = \"bench\"\nscenarios = [\"{name}.toml\"]\n\
         play = {{ worlds = {worlds}, histories = {HISTORIES} }}\n\
         [factors.one]\npath = \"{path}\"\nrange = [0.2, 0.8]\nsteps = {CASES}\n"
    );
    let file = load_study("bench.toml", &file).expect("a valid study");
    let inputs = Inputs { scenarios: vec![text(name)], table: None };
    Study::resolve(&file, &inputs).expect("a valid study")
}

fn cases(criterion: &mut Criterion) {
    for (name, path, worlds) in STUDIES {
        let study = study(name, path, worlds);
        let document = Document::parse(name, &text(name));
        let mut group = criterion.benchmark_group(format!("case/{name}"));
        group.sample_size(20);
        group.bench_function("alone", |bench| {
            let mut case = 0;
            bench.iter(|| {
                case = (case + 1) % CASES;
                let value = study.case(case).levels[0].text.clone();
                let overrides = vec![(path.to_owned(), value)];
                let options = LoadOptions { overrides, ..LoadOptions::default() };
                let scenario = document.with(&options).expect("a valid scenario").scenario;
                let (seed, histories) = (Seed(42), HISTORIES);
                let plan = Plan {
                    seed,
                    worlds,
                    histories,
                    structural: false,
                    threads: 1,
                    ..Plan::default()
                };
                black_box(zopa::run(&scenario, &plan))
            });
        });
        group.bench_function("in a study", |bench| {
            bench.iter(|| {
                let mut lines = Vec::new();
                let stop = AtomicBool::new(false);
                play_cases(&study, 3..4, &|_| false, (1, &()), &stop, |record| {
                    lines.push(record.line());
                    true
                });
                lines
            });
        });
        group.throughput(Throughput::Elements(CASES));
        for threads in [1, 2] {
            group.bench_function(format!("sixteen cases on {threads}"), |bench| {
                bench.iter(|| {
                    let mut lines = Vec::new();
                    let stop = AtomicBool::new(false);
                    play_cases(&study, 0..CASES, &|_| false, (threads, &()), &stop, |record| {
                        lines.push(record.line());
                        true
                    });
                    lines
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, cases);
criterion_main!(benches);
