//! Is the analysis layer right where the truth is known in closed form, and do its intervals hold
//! the truth as often as they say?

use crate::analysis_functions::{ishigami, ishigami_indices, morris, sobol_g, sobol_g_indices};
use zopa::analysis::IntervalEstimate;
use zopa::analysis::design::{Saltelli, SaltelliOutputs, Trajectories, random};
use zopa::analysis::morris::{Settings as Screening, screening};
use zopa::analysis::sobol::{FirstOrder, Indices, Outcome, Settings, indices};
use zopa::stream::{Purpose, Seed, StreamKey};

fn design_key(seed: u64) -> StreamKey {
    StreamKey::new(Seed(seed), Purpose::Design, "statistics")
}

fn found(
    design: &Saltelli,
    function: fn(&[f64]) -> f64,
    settings: &Settings,
    seed: u64,
) -> Indices {
    let outputs: Vec<f64> = design.points().rows().map(function).collect();
    let outputs = SaltelliOutputs::new(design.inputs(), &outputs).unwrap();
    let key = StreamKey::new(Seed(seed), Purpose::Bootstrap, "statistics");
    match indices(&outputs, settings, &key).unwrap() {
        Outcome::Indices(indices) => indices,
        other => panic!("{other:?}"),
    }
}

fn assert_near(estimate: IntervalEstimate, truth: f64, tolerance: f64) {
    assert!(estimate.contains(truth), "{truth} not in {estimate:?}");
    assert!((estimate.value - truth).abs() < tolerance, "{truth} far from {estimate:?}");
}

#[test]
fn ishigamis_indices_lie_in_their_intervals() {
    let (first, total) = ishigami_indices();
    // What textbooks print.
    assert!((first[0] - 0.3139).abs() < 5e-5 && (total[2] - 0.2437).abs() < 5e-5);
    for first_order in [FirstOrder::Saltelli, FirstOrder::Jansen] {
        let settings = Settings { first_order, resamples: 300, ..Settings::default() };
        let design = Saltelli::scrambled(3, 8192, &design_key(42)).unwrap();
        let found = found(&design, ishigami, &settings, 42);
        for (i, index) in found.inputs.iter().enumerate() {
            assert_near(index.first, first[i], 0.01);
            assert_near(index.total, total[i], 0.01);
        }
    }
}

#[test]
fn sobol_gs_indices_lie_in_their_intervals() {
    let (first, total) = sobol_g_indices();
    assert!((first[0] - 0.7165).abs() < 5e-4 && (first[1] - 0.1791).abs() < 5e-4);
    let settings = Settings { resamples: 300, width: 0.1, ..Settings::default() };
    let design = Saltelli::sobol(8, 8192).unwrap();
    let found = found(&design, sobol_g, &settings, 42);
    for (i, index) in found.inputs.iter().enumerate() {
        assert_near(index.first, first[i], 0.01);
        assert_near(index.total, total[i], 0.01);
    }
    assert!(found.converged && found.widest < 0.1);
    assert!(found.first_order_sum < 1.0);
}

#[test]
fn intervals_of_random_designs_cover_at_about_their_level() {
    let (first, total) = ishigami_indices();
    let settings = Settings { resamples: 200, ..Settings::default() };
    let (mut covered_first, mut covered_total) = (0, 0);
    for seed in 0..150 {
        let base = random(6, 400, &design_key(seed)).unwrap();
        let design = Saltelli::from_base(&base).unwrap();
        let found = found(&design, ishigami, &settings, seed);
        for (i, index) in found.inputs.iter().enumerate() {
            covered_first += u32::from(index.first.contains(first[i]));
            covered_total += u32::from(index.total.contains(total[i]));
        }
    }
    for covered in [covered_first, covered_total] {
        // 450 intervals, related in threes: a standard deviation of 1% to 1.8% about 95%.
        let coverage = f64::from(covered) / 450.0;
        assert!((0.90..0.99).contains(&coverage), "{coverage}");
    }
}

#[test]
fn intervals_of_scrambled_designs_are_on_the_safe_side_and_errors_smaller() {
    let (first, total) = ishigami_indices();
    let settings = Settings { resamples: 200, ..Settings::default() };
    let (mut covered, mut squares) = (0, [0.0, 0.0]);
    for seed in 0..60 {
        let scrambled = Saltelli::scrambled(3, 4096, &design_key(seed)).unwrap();
        let base = random(6, 4096, &design_key(seed)).unwrap();
        let independent = Saltelli::from_base(&base).unwrap();
        for (place, design) in [scrambled, independent].iter().enumerate() {
            let found = found(design, ishigami, &settings, seed);
            for (i, index) in found.inputs.iter().enumerate() {
                let error = index.total.value - total[i];
                squares[place] += error * error;
                if place == 0 {
                    covered += u32::from(index.first.contains(first[i]));
                    covered += u32::from(index.total.contains(total[i]));
                }
            }
        }
    }
    assert!(f64::from(covered) / 360.0 > 0.95, "{covered}");
    assert!(squares[0] < 0.5 * squares[1], "{squares:?} {covered}");
}

#[test]
fn a_convergence_verdict_comes_with_more_points() {
    let verdict = |base: usize| {
        let design = Saltelli::scrambled(3, base, &design_key(1)).unwrap();
        let settings = Settings { resamples: 100, width: 0.08, ..Settings::default() };
        found(&design, ishigami, &settings, 1).converged
    };
    assert!(!verdict(128) && verdict(8192));
}

#[test]
fn morriss_function_is_screened_as_in_the_paper() {
    let groups: Vec<usize> = (0..20).collect();
    for seed in 0..5 {
        let design = Trajectories::optimised(&groups, 4, 20, 60, &design_key(seed)).unwrap();
        let outputs: Vec<f64> = design.points().rows().map(morris).collect();
        let key = StreamKey::new(Seed(seed), Purpose::Bootstrap, "statistics");
        let found = screening(&design, &outputs, &Screening::default(), &key).unwrap();
        let mu_star = |input: usize| found[input].mu_star.value;
        // The first ten are influential, the last ten are not.
        let least = (0..10).map(mu_star).fold(f64::INFINITY, f64::min);
        let most = (10..20).map(mu_star).fold(0.0, f64::max);
        assert!(least > 2.0 * most, "seed {seed}: {least} and {most}");
        // Inputs 8 to 10 act by themselves, with slopes of 40; inputs 1 to 5 through interactions
        // and curvature.
        for effect in &found[7..10] {
            assert!((effect.mu.unwrap() - 40.0).abs() < 5.0 && effect.sigma.unwrap() < 15.0);
        }
        assert!(found[..5].iter().all(|effect| effect.sigma.unwrap() > 20.0), "seed {seed}");
    }
}
