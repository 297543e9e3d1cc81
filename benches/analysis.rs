//! Speed of the analysis layer.
//!
//! Targets on one core of a laptop: first- and total-order indices of 20 inputs from 10,000 rows with
//! 1,000 bootstrap samples within 1 s; a box among 10,000 cases of 20 columns within 1 s.

#![expect(clippy::expect_used, reason = "a broken fixture must stop the bench")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use zopa::analysis::design::{Saltelli, SaltelliOutputs, SobolSequence};
use zopa::analysis::prim::{Column, Settings as Prim, Table, boxes};
use zopa::analysis::sobol::{Settings, indices};
use zopa::stream::{Purpose, Seed, StreamKey};

const INPUTS: usize = 20;
const ROWS: usize = 10_000;

/// Some inputs matter, and some of them together.
fn response(x: &[f64]) -> f64 {
    x.iter().enumerate().map(|(i, x)| x / (i + 1) as f64).sum::<f64>() + x[0] * x[1] * x[2]
}

fn sobol(criterion: &mut Criterion) {
    let key = StreamKey::new(Seed(42), Purpose::Bootstrap, "bench");
    let design = Saltelli::scrambled(INPUTS, ROWS, &key).expect("20 inputs are few enough");
    let outputs: Vec<f64> = design.points().rows().map(response).collect();
    let outputs = SaltelliOutputs::new(INPUTS, &outputs).expect("one output a point");
    criterion.bench_function("indices of 20 inputs, 10,000 rows", |bencher| {
        bencher.iter(|| indices(black_box(&outputs), &Settings::default(), &key));
    });
    criterion.bench_function("Saltelli design of 20 inputs, 10,000 rows", |bencher| {
        bencher.iter(|| Saltelli::scrambled(INPUTS, ROWS, black_box(&key)));
    });
}

fn prim(criterion: &mut Criterion) {
    let sequence = SobolSequence::new(INPUTS).expect("20 inputs are few enough");
    let points = sequence.points(1, ROWS).expect("10,000 points are few enough");
    let inside = |x: &[f64]| x[0] > 0.6 && x[1] < 0.5 && (0.2..0.8).contains(&x[2]);
    let of_interest = |x: &[f64]| f64::from(u8::from(inside(x) != (x[19] < 0.1)));
    let column = |c: usize| Column::Real(points.rows().map(|row| row[c]).collect());
    let table =
        Table::new((0..INPUTS).map(column).collect(), points.rows().map(of_interest).collect())
            .expect("columns and outcomes are as long");
    criterion.bench_function("a box among 10,000 cases of 20 columns", |bencher| {
        bencher.iter(|| boxes(black_box(&table), &Prim::new(0.75), 1));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = sobol, prim
}
criterion_main!(benches);
