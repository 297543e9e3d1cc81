//! Elections with answers known in closed form, and the laws that every kind obeys.

use super::*;
use proptest::prelude::*;

const KINDS: [ElectionKind; 3] =
    [ElectionKind::Conditional, ElectionKind::MarkovUniform, ElectionKind::MarkovIncentive];

fn elect(
    utilities: &[Vec<f64>],
    weights: &[f64],
    rules: ElectionRules,
) -> Result<Vec<f64>, ForecastError> {
    condorcet_probabilities(utilities, weights, rules)
}

#[test]
fn two_options_win_by_their_pairwise_chance() {
    // 2 units of votes against 1: p = 2/3. With one contest every kind must give it: conditionally
    // ½p : ½(1 − p); uniform P₁ = ½(P₁ + p) ⇔ P₁ = p; incentive, see the next test.
    let utilities = [vec![1.0, 0.0], vec![0.0, 1.0]];
    for (kind, tolerance) in [(KINDS[0], 1e-8), (KINDS[1], 1e-5)] {
        let rules = ElectionRules { kind, ..Default::default() };
        let p = elect(&utilities, &[2.0, 1.0], rules).unwrap();
        assert!((p[0] - 2.0 / 3.0).abs() < tolerance, "{kind:?} {p:?}");
    }
}

#[test]
fn with_two_options_the_incentive_kind_has_the_pairwise_chance_too() {
    // With h₁₁ and h₂₂ ≈ 0 (nobody challenges itself), P₁ = p (P₁ h₂₁ + P₂ h₁₂) = p.
    let rules = ElectionRules { kind: ElectionKind::MarkovIncentive, ..Default::default() };
    let p = elect(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[3.0, 1.0], rules).unwrap();
    assert!((p[0] - 0.75).abs() < 1e-6, "{p:?}");
}

#[test]
fn a_symmetric_cycle_is_even_under_every_rule() {
    // Condorcet's paradox: 1 > 2 > 3 > 1 by two votes to one each.
    let utilities = [vec![1.0, 0.5, 0.0], vec![0.0, 1.0, 0.5], vec![0.5, 0.0, 1.0]];
    for voting in VotingRule::ALL {
        if voting == VotingRule::ASymProsp {
            continue; // depends on the order of proposal, so the cycle is not symmetric
        }
        for victory in VictoryModel::ALL {
            for kind in KINDS {
                let p = elect(&utilities, &[1.0; 3], ElectionRules { voting, victory, kind });
                for p in p.unwrap() {
                    assert!((p - 1.0 / 3.0).abs() < 1e-9, "{voting:?} {victory:?} {kind:?} {p}");
                }
            }
        }
    }
}

#[test]
fn one_option_is_certain() {
    for kind in KINDS {
        let rules = ElectionRules { kind, ..Default::default() };
        assert_eq!(elect(&[vec![0.3]], &[1.0], rules), Ok(vec![1.0]));
    }
}

#[test]
fn many_options_do_not_underflow() {
    let options = 400;
    let utilities: Vec<Vec<f64>> = vec![(0..options).map(|i| f64::from(i) / 400.0).collect()];
    let p = elect(&utilities, &[1.0], ElectionRules::default()).unwrap();
    assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(p[399] > 0.999);
}

#[test]
fn misfits_are_refused() {
    let rules = ElectionRules::default();
    let bad = Err(ForecastError::BadElection);
    assert_eq!(elect(&[], &[], rules), bad);
    assert_eq!(elect(&[vec![]], &[1.0], rules), bad);
    assert_eq!(elect(&[vec![1.0, 0.0], vec![1.0]], &[1.0, 1.0], rules), bad);
    assert_eq!(elect(&[vec![1.0, f64::NAN]], &[1.0], rules), bad);
    assert_eq!(elect(&[vec![1.0, 0.0]], &[-1.0], rules), bad);
    assert!(matches!(elect(&[vec![1.0, 0.0]], &[0.0], rules), Err(ForecastError::NoWeight { .. })));
}

proptest! {
    #[test]
    fn every_kind_gives_a_distribution_that_solves_its_equation(
        rows in prop::collection::vec(prop::collection::vec(0.0..1.0, 4), 1..6),
        weights in prop::collection::vec(0.1..10.0, 6),
        voting in prop::sample::select(VotingRule::ALL.to_vec()),
        victory in prop::sample::select(VictoryModel::ALL.to_vec()),
    ) {
        let weights = &weights[..rows.len()];
        for kind in KINDS {
            let rules = ElectionRules { voting, victory, kind };
            let p = elect(&rows, weights, rules).unwrap();
            prop_assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(p.iter().all(|p| *p >= 0.0));
            let held = Contests::held(&rows, weights, rules);
            if kind == ElectionKind::MarkovUniform {
                for i in 0..4 {
                    let q: f64 = (0..4).map(|j| held.victory[i][j] * (p[i] + p[j]) / 4.0).sum();
                    prop_assert!((q - p[i]).abs() < 1e-6);
                }
            }
        }
    }
}
