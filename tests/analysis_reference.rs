//! The analysis layer against SALib 1.6.0, SciPy 1.17.1 and the EMA workbench 2.5.3 on the same
//! samples. The figures are stored in tests/data/analysis and made by
//! tests/python/analysis_reference.py; these tests need no Python. `.ci/run` makes the figures anew and
//! has these tests read them instead.

use crate::analysis_functions::{ishigami, morris, sobol_g};
use std::fs;
use zopa::analysis::Points;
use zopa::analysis::design::{Saltelli, SaltelliOutputs, SobolSequence, Trajectories};
use zopa::analysis::prim::{Column, Found, Limits, Objective, Settings, Side, Table, boxes};
use zopa::analysis::{morris as screening, sobol};
use zopa::stream::{Purpose, Seed, StreamKey};

use crate::support::reference;

fn key() -> StreamKey {
    StreamKey::new(Seed(1), Purpose::Bootstrap, "reference")
}

/// The lines of a file below its heading, cut at commas.
fn rows(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(reference().join(name)).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

/// Equal to rounding.
fn assert_same(ours: f64, theirs: &str, what: &str) {
    let theirs = number(theirs);
    let error = (ours - theirs).abs() / theirs.abs().max(1e-3);
    assert!(error < 1e-9, "{what}: {ours} and not {theirs}");
}

#[test]
fn points_are_those_of_scipy() {
    let points = SobolSequence::new(1111).unwrap().points(0, 4096).unwrap();
    for row in rows("sobol_points.csv") {
        let index: usize = row[0].parse().unwrap();
        for (dimension, expected) in [1, 2, 3, 10, 100, 256, 512, 1111].into_iter().zip(&row[1..]) {
            assert_eq!(points.row(index)[dimension - 1], number(expected), "{index} {dimension}");
        }
    }
}

#[test]
fn indices_are_those_of_salib() {
    let rows = rows("sobol_indices.csv");
    for (name, function, inputs) in
        [("ishigami", ishigami as fn(&[f64]) -> f64, 3), ("sobol-g", sobol_g, 8)]
    {
        let expected: Vec<_> = rows.iter().filter(|row| row[0] == name).collect();
        let design = Saltelli::sobol(inputs, expected[0][1].parse().unwrap()).unwrap();
        let outputs: Vec<f64> = design.points().rows().map(function).collect();
        let outputs = SaltelliOutputs::new(inputs, &outputs).unwrap();
        let settings = sobol::Settings::default();
        let Ok(sobol::Outcome::Indices(found)) = sobol::indices(&outputs, &settings, &key()) else {
            panic!("{name}")
        };
        for (index, expected) in found.inputs.iter().zip(expected) {
            assert_same(index.first.value, &expected[3], name);
            assert_same(index.total.value, &expected[4], name);
            // Their half-width is 1.96 standard deviations over 100 bootstrap samples, itself within
            // about 7%; ours is of percentiles over 1,000.
            for (ours, theirs) in [(index.first, &expected[5]), (index.total, &expected[6])] {
                let ratio = 0.5 * ours.width() / number(theirs);
                assert!((0.75..1.33).contains(&ratio), "{name}: {ratio}");
            }
        }
    }
}

/// Coordinates from digits, the last of `levels` being 1.
fn grid(rows: &[Vec<String>], levels: u32) -> Points {
    let digit = |c: char| f64::from(c.to_digit(10).unwrap()) / f64::from(levels - 1);
    let coordinates: Vec<f64> = rows.iter().flat_map(|row| row[0].chars()).map(digit).collect();
    Points::new(rows[0][0].len(), coordinates).unwrap()
}

#[test]
fn elementary_effects_are_those_of_salib() {
    let points = grid(&rows("morris_sample.csv"), 4);
    let groups: Vec<usize> = (0..20).collect();
    let design = Trajectories::from_points(points, &groups, 4).unwrap();
    let outputs: Vec<f64> = design.points().rows().map(morris).collect();
    let settings = screening::Settings { resamples: 4000, ..screening::Settings::default() };
    let found = screening::screening(&design, &outputs, &settings, &key()).unwrap();
    for (found, expected) in found.iter().zip(rows("morris_effects.csv")) {
        assert_same(found.mu.unwrap(), &expected[1], "mu");
        assert_same(found.mu_star.value, &expected[2], "mu*");
        assert_same(found.sigma.unwrap(), &expected[3], "sigma");
        // Both from bootstrap samples: 1% of error each.
        let half = found.mu_star.high - found.mu_star.value;
        assert!((half / number(&expected[4]) - 1.0).abs() < 0.07, "{half}");
    }
}

#[test]
fn effects_of_groups_are_those_of_salib() {
    let mut rows = rows("morris_groups.csv");
    let expected = rows.pop().unwrap();
    let design = Trajectories::from_points(grid(&rows, 6), &[0, 1, 0, 2, 1], 6).unwrap();
    let function =
        |x: &[f64]| x[0] + 2.0 * x[1] - 3.0 * x[2] + 4.0 * x[3] + 0.5 * x[4] + x[0] * x[3];
    let outputs: Vec<f64> = design.points().rows().map(function).collect();
    let found =
        screening::screening(&design, &outputs, &screening::Settings::default(), &key()).unwrap();
    for (found, expected) in found.iter().zip(&expected[1..]) {
        assert_same(found.mu_star.value, expected, "mu*");
    }
}

/// The tables of the script.
fn table(name: &str) -> (Table, Settings) {
    let points = SobolSequence::new(8).unwrap().points(1, 600).unwrap();
    let u: Vec<&[f64]> = points.rows().collect();
    let real = |column: usize| Column::Real(u.iter().map(|row| row[column]).collect());
    let flipped = |rule: &dyn Fn(&[f64]) -> bool| -> Vec<f64> {
        u.iter().map(|row| f64::from(u8::from(rule(row) != (row[7] < 0.08)))).collect()
    };
    let whole = |row: &[f64]| (row[2] * 7.0) as i64;
    let category = |row: &[f64]| (row[3] * 4.0) as usize;
    let mut columns: Vec<Column> = (0..4).map(real).collect();
    let mut settings = Settings::new(0.75);
    let outcomes = match name {
        "two" => {
            settings.threshold = 0.7;
            flipped(&|x| (x[0] > 0.7 && x[1] > 0.3) || (x[2] < 0.3 && x[3] < 0.6))
        }
        "mixed" => {
            settings.threshold = 0.7;
            columns[2] = Column::Integer(u.iter().map(|row| whole(row)).collect());
            columns[3] = Column::Categorical(u.iter().map(|row| category(row)).collect());
            flipped(&|x| category(x) % 2 == 1 && whole(x) >= 2 && x[0] < 0.7)
        }
        "whole" | "whole-original" => {
            settings.threshold = 0.7;
            let i = |row: &[f64]| (row[2] * 7.0) as i64 - 3;
            let j = |row: &[f64]| (row[3] * 6.0) as i64 - 5;
            columns.truncate(1);
            columns.push(Column::Integer(u.iter().map(|row| i(row)).collect()));
            columns.push(Column::Integer(u.iter().map(|row| j(row)).collect()));
            flipped(&|x| i(x) <= -1 && j(x) >= -3 && x[0] < 0.8)
        }
        "smooth" => {
            settings.threshold = 0.5;
            u.iter().map(|x| x[0] * (1.0 - x[1]) + 0.3 * x[2]).collect()
        }
        _ => flipped(&|x| x[0] > 0.55 && x[1] < 0.6),
    };
    settings.objective = match name {
        "corner-lenient2" => Objective::Lenient2,
        "corner-original" | "whole-original" => Objective::Original,
        _ => Objective::Lenient1,
    };
    (Table::new(columns, outcomes).unwrap(), settings)
}

fn assert_last_box(found: &Found, expected: &[Vec<String>], name: &str) {
    let chosen = found.chosen();
    for (column, row) in expected.iter().enumerate() {
        match &chosen.limits[column] {
            Limits::Interval { low, high } => {
                let (expected_low, expected_high) = row[3].split_once(' ').unwrap();
                assert_eq!(*low, number(expected_low), "{name} {column}");
                assert_eq!(*high, number(expected_high), "{name} {column}");
            }
            Limits::Categories(kept) => {
                let letters: String = kept.iter().map(|&k| char::from(b'a' + k as u8)).collect();
                assert_eq!(letters, row[3], "{name}");
            }
        }
        if name == "smooth" {
            // The workbench's quasi-p-values are of outcomes 0 and 1 only.
            continue;
        }
        for (upper, theirs) in [(false, &row[4]), (true, &row[5])] {
            let ours = chosen.restrictions.iter().find(|restriction| {
                restriction.column == column && upper == matches!(restriction.side, Side::AtMost(_))
            });
            match ours {
                None => assert_eq!(theirs, "-1.0", "{name} {column}"),
                Some(ours) => {
                    let ratio = ours.quasi_p / number(theirs);
                    assert!((ratio - 1.0).abs() < 1e-6, "{name} {column}: {}", ours.quasi_p);
                }
            }
        }
    }
}

#[test]
fn boxes_are_those_of_the_ema_workbench() {
    let (steps, limits) = (rows("prim_steps.csv"), rows("prim_boxes.csv"));
    for name in [
        "corner",
        "corner-lenient2",
        "corner-original",
        "two",
        "mixed",
        "whole",
        "whole-original",
        "smooth",
    ] {
        let (table, settings) = table(name);
        let found = boxes(&table, &settings, 2).unwrap();
        assert_eq!(found.len(), 2, "{name}");
        for (place, found) in found.iter().enumerate() {
            let of_box = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
                let place = place.to_string();
                rows.iter().filter(|row| row[0] == name && row[1] == place).cloned().collect()
            };
            let expected = of_box(&steps);
            assert_eq!(found.trajectory.len(), expected.len(), "{name} {place}");
            for (step, row) in found.trajectory.iter().zip(&expected) {
                let counts = [step.cases, step.of_interest, step.restricted].map(|n| n.to_string());
                assert_eq!(counts, row[3..6], "{name} {place} {}", row[2]);
                assert_same(step.coverage, &row[6], name);
                assert_same(step.density, &row[7], name);
                assert_same(step.mean, &row[8], name);
                assert_same(step.mass, &row[9], name);
            }
            assert_last_box(found, &of_box(&limits), name);
        }
    }
}
