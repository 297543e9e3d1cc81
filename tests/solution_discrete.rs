//! Solution points of the seven reference domains against their files (tests/data/alternating-offers),
//! and the axioms that name the solutions.

#![expect(
    clippy::float_cmp,
    clippy::unwrap_used,
    reason = "tests: exact expectations, loud failures"
)]

use proptest::prelude::*;
use serde_json::Value;
use zopa::math;
use zopa::solution::discrete::{
    AdditivePreferences, Disagreement, DiscreteSpace, Frontier, Ideal, Landscape, egalitarian,
    kalai_smorodinsky, left_on_table, leximin, max_welfare, most_equal, nash, opposition,
    weighted_nash,
};

const SUMMARY: &str = include_str!("data/alternating-offers/summary.json");
const DOMAINS: [&str; 7] = [
    include_str!("data/alternating-offers/domains/synth_2p_12.json"),
    include_str!("data/alternating-offers/domains/synth_2p_60_rv.json"),
    include_str!("data/alternating-offers/domains/synth_2p_480_rv.json"),
    include_str!("data/alternating-offers/domains/synth_2p_1000.json"),
    include_str!("data/alternating-offers/domains/synth_2p_nozopa.json"),
    include_str!("data/alternating-offers/domains/synth_3p_120_rv.json"),
    include_str!("data/alternating-offers/domains/synth_4p_144.json"),
];

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn outcome_numbers(points: &Value) -> Vec<usize> {
    let number = |point: &Value| point["outcome_index"].as_u64().unwrap() as usize;
    let mut numbers: Vec<usize> = points.as_array().unwrap().iter().map(number).collect();
    numbers.sort_unstable();
    numbers
}

fn read(domain: &Value) -> (DiscreteSpace, Landscape) {
    let options = |issue: &Value| issue["values"].as_array().unwrap().len();
    let options = domain["issues"].as_array().unwrap().iter().map(options).collect();
    let space = DiscreteSpace::new(options).unwrap();
    let parties = domain["parties"].as_array().unwrap();
    let preferences = |party: &Value| {
        let evaluations = party["evaluations"].as_array().unwrap().iter().map(numbers).collect();
        AdditivePreferences::new(numbers(&party["weights"]), evaluations).unwrap()
    };
    let preferences: Vec<_> = parties.iter().map(preferences).collect();
    let reservations: Vec<f64> =
        parties.iter().map(|party| party["reservation"].as_f64().unwrap()).collect();
    let rule = Disagreement::AtLeastWorst;
    let landscape = Landscape::new(&space, &preferences, &reservations, rule).unwrap();
    (space, landscape)
}

#[test]
fn solutions_of_the_reference_domains() {
    let summary: Value = serde_json::from_str(SUMMARY).unwrap();
    for text in DOMAINS {
        let domain: Value = serde_json::from_str(text).unwrap();
        let name = domain["name"].as_str().unwrap();
        let entry = summary.as_array().unwrap().iter().find(|entry| entry["domain"] == name);
        let entry = entry.unwrap();
        let (space, landscape) = read(&domain);
        let frontier = landscape.frontier();
        assert_eq!(space.outcomes(), entry["n_outcomes"], "{name}");
        assert_eq!(landscape.rational().len(), entry["rational"], "{name}");
        assert_eq!(frontier.outcomes().len(), entry["pareto"], "{name}");
        assert_eq!(frontier.outcomes(), outcome_numbers(&domain["analysis"]["pareto"]), "{name}");
        for (solution, key) in [
            (nash(&frontier), "nash"),
            (most_equal(&frontier), "ks"),
            (egalitarian(&frontier), "egalitarian"),
            (max_welfare(&frontier), "max_welfare"),
        ] {
            assert_eq!(solution, outcome_numbers(&entry[key]), "{name} {key}");
            for point in entry[key].as_array().unwrap() {
                let outcome = point["outcome_index"].as_u64().unwrap() as usize;
                // Theirs are sums of doubles, ours are rounded once.
                for (own, theirs) in landscape.at(outcome).iter().zip(numbers(&point["utilities"]))
                {
                    assert!((own - theirs).abs() < 1e-15, "{name} {key}");
                }
                let options: Vec<usize> =
                    numbers(&point["outcome"]).iter().map(|option| *option as usize).collect();
                assert_eq!(space.options(outcome), options);
            }
        }
        check_max_min(&domain, &landscape);
        match entry["opposition"].as_f64() {
            Some(expected) => {
                let found = opposition(&landscape).unwrap();
                assert!((found - expected).abs() < 1e-12, "{name} {found} {expected}");
            }
            None => assert_eq!(opposition(&landscape), None, "{name}"),
        }
    }
}

/// The max-min ratio that the files give beside the most equal "Kalai–Smorodinsky".
fn check_max_min(domain: &Value, landscape: &Landscape) {
    let frontier = landscape.frontier();
    let solution = kalai_smorodinsky(&frontier, Ideal::All);
    let expected = &domain["analysis"]["checks"]["maxmin_ratio_alternative"];
    if expected.is_null() {
        assert_eq!(solution, [0_usize; 0]);
        return;
    }
    assert_eq!(solution, [expected["outcome_index"].as_u64().unwrap() as usize]);
    let ideal = landscape.ideal_gains(Ideal::All);
    let ratios = ideal.iter().enumerate().map(|(p, ideal)| landscape.gain(p, solution[0]) / ideal);
    let worst = ratios.fold(f64::INFINITY, f64::min);
    assert!((worst - expected["min_ratio"].as_f64().unwrap()).abs() < 1e-12);
}

/// `u_p(o)` as whole sixty-fourths, so that every comparison below is exact; d = 0 is among them.
fn grid() -> impl Strategy<Value = Vec<Vec<f64>>> {
    (2_usize..4, 1_usize..40).prop_flat_map(|(parties, outcomes)| {
        let utility = (0_u8..65).prop_map(|k| f64::from(k) / 64.0);
        prop::collection::vec(prop::collection::vec(utility, outcomes), parties)
    })
}

fn landscape(rows: Vec<Vec<f64>>, reservations: &[f64]) -> Landscape {
    Landscape::from_utilities(rows, reservations, Disagreement::Reservation).unwrap()
}

/// The utilities at some outcomes, sorted: equal utilities stand for each other on the frontier.
fn points(landscape: &Landscape, outcomes: &[usize]) -> Vec<Vec<f64>> {
    let mut points: Vec<Vec<f64>> = outcomes.iter().map(|&outcome| landscape.at(outcome)).collect();
    points.sort_by(|a, b| a.partial_cmp(b).unwrap());
    points
}

proptest! {
    /// Nash 1950, axiom of symmetry: exchanging the parties exchanges their utilities.
    #[test]
    fn nash_is_symmetric(rows in grid()) {
        let zero = vec![0.0; rows.len()];
        let mirrored: Vec<_> = rows.iter().rev().cloned().collect();
        let (one, other) = (landscape(rows, &zero), landscape(mirrored, &zero));
        let mut turned = points(&other, &nash(&other.frontier()));
        for point in &mut turned {
            point.reverse();
        }
        turned.sort_by(|a, b| a.partial_cmp(b).unwrap());
        prop_assert_eq!(points(&one, &nash(&one.frontier())), turned);
    }

    /// Axiom of scale invariance: another unit and zero of a party's utility change nothing. Powers
    /// of two keep the arithmetic exact.
    #[test]
    fn nash_and_kalai_smorodinsky_are_scale_invariant(
        rows in grid(),
        scales in prop::collection::vec(-3_i32..4, 3),
        shifts in prop::collection::vec(-8_i32..9, 3),
        weights in prop::collection::vec(1_u8..5, 3),
    ) {
        let parties = rows.len();
        let plain = landscape(rows.clone(), &vec![0.0; parties]);
        let map = |party: usize, u: f64| u * 2_f64.powi(scales[party]) + f64::from(shifts[party]);
        let mapped = rows.iter().enumerate();
        let mapped = mapped.map(|(p, row)| row.iter().map(|&u| map(p, u)).collect()).collect();
        let reservations: Vec<f64> = (0..parties).map(|party| map(party, 0.0)).collect();
        let scaled = landscape(mapped, &reservations);
        prop_assert_eq!(nash(&plain.frontier()), nash(&scaled.frontier()));
        prop_assert_eq!(
            kalai_smorodinsky(&plain.frontier(), Ideal::Rational),
            kalai_smorodinsky(&scaled.frontier(), Ideal::Rational)
        );
        let weights: Vec<f64> = weights[..parties].iter().map(|&w| f64::from(w)).collect();
        // Powers are not exact, so products that tie may part: one of the ties must remain.
        let one = weighted_nash(&plain.frontier(), &weights).unwrap();
        let other = weighted_nash(&scaled.frontier(), &weights).unwrap();
        prop_assert!(one.iter().any(|outcome| other.contains(outcome)));
    }

    /// Axiom of independence of irrelevant alternatives: a solution that is still there stays one.
    #[test]
    fn nash_does_not_depend_on_irrelevant_alternatives(
        rows in grid(),
        drops in prop::collection::vec(any::<bool>(), 40),
    ) {
        let zero = vec![0.0; rows.len()];
        let full = landscape(rows.clone(), &zero);
        let chosen = nash(&full.frontier());
        // A party that can gain nothing has no factor; IIA is about tables where all can gain.
        prop_assume!(chosen.iter().all(|&o| full.at(o).iter().all(|&u| u > 0.0)));
        let kept: Vec<usize> =
            (0..full.outcomes()).filter(|o| chosen.contains(o) || !drops[*o]).collect();
        let fewer: Vec<Vec<f64>> =
            rows.iter().map(|row| kept.iter().map(|&o| row[o]).collect()).collect();
        let fewer = landscape(fewer, &zero);
        let again = nash(&fewer.frontier());
        prop_assert_eq!(points(&full, &chosen), points(&fewer, &again));
    }

    /// Restricted monotonicity on any finite set: with the ideal point unchanged, more outcomes never
    /// lower the worst-off party's share.
    #[test]
    fn kalai_smorodinsky_is_monotone_on_finite_sets(rows in grid(), cut in 0_usize..40) {
        let parties = rows.len();
        let full = landscape(rows.clone(), &vec![0.0; parties]);
        let cut = cut.min(full.outcomes());
        // One more outcome a party with its ideal and nothing for the others, in both tables.
        let ideal = full.ideal_gains(Ideal::Rational);
        let with_ideals = |upto: usize| {
            let row = |p: usize| {
                let corner = (0..parties).map(|q| if p == q { ideal[p] } else { 0.0 });
                rows[p][..upto].iter().copied().chain(corner).collect()
            };
            landscape((0..parties).map(row).collect(), &vec![0.0; parties])
        };
        let worst = |landscape: &Landscape| {
            let solution = kalai_smorodinsky(&landscape.frontier(), Ideal::Rational)[0];
            let share = |(u, ideal): (&f64, &f64)| if *ideal > 0.0 { u / ideal } else { 1.0 };
            landscape.at(solution).iter().zip(&ideal).map(share).fold(1.0, f64::min)
        };
        prop_assert!(worst(&with_ideals(cut)) <= worst(&with_ideals(rows[0].len())) + 1e-12);
    }

    /// Individual monotonicity (Kalai & Smorodinsky 1975) on convex sets, finely sampled: when the
    /// second party can get more at every level of the first, and the first's ideal stays, the second
    /// gets no less. Frontier u₂ = h (1 − u₁^p), concave for p ≥ 1; the tolerance is one grid step
    /// times the steepest slope.
    #[test]
    fn kalai_smorodinsky_is_individually_monotone(
        p in 1.0_f64..4.0, wider in 0.0_f64..3.0, higher in 1.0_f64..2.0,
    ) {
        const STEPS: u32 = 500;
        let second = |p: f64, height: f64| {
            let first = (0..=STEPS).map(|k| f64::from(k) / f64::from(STEPS));
            let ours: Vec<f64> = first.collect();
            let theirs = ours.iter().map(|u| height * (1.0 - math::pow(*u, p))).collect();
            let landscape = landscape(vec![ours, theirs], &[0.0, 0.0]);
            landscape.at(kalai_smorodinsky(&landscape.frontier(), Ideal::Rational)[0])[1]
        };
        let slope = higher * (p + wider) / f64::from(STEPS);
        prop_assert!(second(p + wider, higher) >= second(p, 1.0) - slope);
    }

    /// Every solution is efficient, and leximin refines the egalitarian one.
    #[test]
    fn nothing_is_left_on_the_table_by_any_solution(rows in grid()) {
        let landscape = landscape(rows.clone(), &vec![0.25; rows.len()]);
        let frontier = landscape.frontier();
        let fair = egalitarian(&frontier);
        for outcome in leximin(&frontier) {
            prop_assert!(fair.contains(&outcome));
        }
        let best_shares = |frontier: &Frontier<'_>| kalai_smorodinsky(frontier, Ideal::default());
        for solve in [nash, best_shares, most_equal, leximin, max_welfare] {
            let solution = solve(&frontier);
            prop_assert_eq!(solution.is_empty(), landscape.rational().is_empty());
            for outcome in solution {
                prop_assert_eq!(left_on_table(&landscape, outcome).unwrap().joint, 0.0);
            }
        }
    }
}
