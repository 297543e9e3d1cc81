//! Bargaining solutions on the deal space: closed forms, brute force on a grid, the solver of
//! discrete negotiations, the axioms that name the solutions, and Rubinstein's limit.

use zopa::model::{End, Loss, option_at, option_coordinate};
use zopa::solution::bargain::{
    Axis, DealSpace, Guarantee, Interest, Lever, Payment, Reach, Retreat, Search, Signatory,
    Signing, Solution, deterrence,
};
use zopa::solution::discrete::{self, Disagreement, Ideal, Landscape};
use zopa::solution::{Stake, loss};
use zopa::stream::{Purpose, Seed, Stream, StreamKey};

/// As exact as is worth the time in a test.
pub(crate) const EXACT: Search = Search { tolerance: 1e-6 };

pub(crate) fn draws(name: &str) -> Stream {
    StreamKey::new(Seed(7), Purpose::Input, name).over_worlds(0)
}

fn signing(outside: f64) -> Signing {
    Signing {
        outside,
        hazard: 0.0,
        betrayal: 0.0,
        paid: Payment::NONE,
        good_faith: 1.0,
        dead_letter: 0.0,
    }
}

fn stake(weight: f64, ideal: f64) -> Stake {
    Stake { weight, ideal, ..Stake::NONE }
}

fn principal(outside: f64, stakes: &[Stake]) -> Signatory {
    Signatory {
        party: 0,
        principal: true,
        home_front: false,
        influence: 1.0,
        aversion: 0.0,
        interests: stakes.iter().map(|&stake| Interest::Scale(stake)).collect(),
        signing: signing(outside),
        threshold: 0.0,
    }
}

fn scales(shape: Loss, parties: Vec<Signatory>) -> DealSpace {
    let axes = parties[0].interests.iter().map(|_| Axis::Scale).collect();
    DealSpace::new(shape, axes, parties, None)
}

/// One issue, ideals at the ends: a pie of size 1 with reservations.
fn pie(first: f64, second: f64) -> DealSpace {
    let parties = vec![principal(first, &[stake(1.0, 1.0)]), principal(second, &[stake(1.0, 0.0)])];
    scales(Loss::Linear, parties)
}

#[track_caller]
fn near(a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() <= tolerance, "{a} is not {b} ± {tolerance}");
}

#[test]
fn a_pie_is_split_by_the_closed_forms() {
    let mut space = pie(0.2, 0.4);
    // The surplus of 0.4 is halved by all that are symmetric.
    for solution in [
        space.nash(EXACT),
        space.kalai_smorodinsky(EXACT),
        space.egalitarian(EXACT),
        space.least_gain_package(EXACT),
    ] {
        let solution = solution.unwrap();
        near(solution.package[0], 0.4, 1e-5);
        near(solution.gains[0], 0.2, 1e-5);
        near(solution.gains[1], 0.2, 1e-5);
    }
    // Powers 3 : 1 split it 3 : 1 (Kalai 1977).
    near(space.weighted_nash(EXACT, &[3.0, 1.0]).unwrap().gains[0], 0.3, 1e-5);
    let Some(Reach::Scale(low, high)) = space.reach(EXACT).map(|mut reach| reach.remove(0)) else {
        panic!("a scale has a reach");
    };
    near(low, 0.2, 1e-9);
    near(high, 0.6, 1e-9);
    let share = space.zone_share(&[Reach::Scale(low, high)], 100, &mut draws("share"));
    near(share.share, 0.4, 1e-9);
    let ideals = space.ideal_gains(EXACT).unwrap();
    near(ideals[0], 0.4, 1e-9);
    // The Nash product of a curved pie: maximise (1 − (1−x)²)(1 − x²), by symmetry ½.
    space = scales(
        Loss::Quadratic,
        vec![principal(0.0, &[stake(1.0, 1.0)]), principal(0.0, &[stake(1.0, 0.0)])],
    );
    let nash = space.nash(EXACT).unwrap();
    near(nash.package[0], 0.5, 1e-3);
    near(nash.gains[0], 0.75, 1e-3);
}

#[test]
fn without_a_zone_there_is_no_solution_but_a_least_gain() {
    let space = pie(0.7, 0.5);
    assert!(!space.has_zone(EXACT));
    assert!(space.nash(EXACT).is_none());
    assert!(space.kalai_smorodinsky(EXACT).is_none());
    assert!(space.egalitarian(EXACT).is_none());
    assert!(space.max_welfare(EXACT).is_none());
    assert!(space.reach(EXACT).is_none());
    assert!(space.pair_frontier(EXACT, (0, 1), 5, &[]).points.is_empty());
    assert!(space.alternating_offers(EXACT, [1.0, 1.0], 0.1).is_none());
    let nearest = space.least_gain_package(EXACT).unwrap();
    near(nearest.gains[0], -0.1, 1e-9);
    near(nearest.gains[1], -0.1, 1e-9);
}

#[test]
fn kalai_smorodinsky_is_their_own_example_and_not_nash() {
    // The triangle of ideals (10, 20), scaled: two issues of unequal worth give a kinked frontier.
    let parties = vec![
        principal(0.5, &[stake(0.8, 1.0), stake(0.2, 1.0)]),
        principal(0.3, &[stake(0.3, 0.0), stake(0.7, 0.0)]),
    ];
    let space = scales(Loss::Linear, parties);
    let ideals = space.ideal_gains(EXACT).unwrap();
    let ks = space.kalai_smorodinsky(EXACT).unwrap();
    near(ks.gains[0] / ideals[0], ks.gains[1] / ideals[1], 1e-5);
    // Frontier by hand: trade the second issue first (rate .7/.2), then the first (.3/.8).
    // All to the first: (1, 0). Issue two to the second: (.8, .7). Gains (.3, .4) there.
    let nash = space.nash(EXACT).unwrap();
    near(nash.gains[0] * nash.gains[1], 0.12, 1e-6);
    near(nash.package[0], 1.0, 1e-4);
    near(nash.package[1], 0.0, 1e-4);
}

/// A space drawn at random: `parties` principals (the last a guarantor where `guaranteed`), `issues`
/// scales.
pub(crate) fn random_space(
    draws: &mut Stream,
    parties: usize,
    issues: usize,
    guaranteed: bool,
) -> DealSpace {
    let mut signatories = Vec::new();
    for s in 0..parties {
        let raw: Vec<f64> = (0..issues).map(|_| 0.1 + draws.uniform()).collect();
        let total: f64 = raw.iter().sum();
        let interests: Vec<Interest> = raw
            .iter()
            .map(|weight| {
                let ideal = draws.uniform();
                let status_quo = draws.uniform();
                let wall = draws.uniform();
                let mut stake = stake(weight / total, ideal);
                if draws.uniform() < 0.5 {
                    stake.status_quo_loss = loss(Loss::Linear, status_quo - ideal);
                }
                if draws.uniform() < 0.3 {
                    if wall > ideal {
                        stake.wall_high = wall;
                    } else {
                        stake.wall_low = wall;
                    }
                }
                Interest::Scale(stake)
            })
            .collect();
        signatories.push(Signatory {
            party: s,
            principal: !(guaranteed && s + 1 == parties),
            home_front: false,
            influence: 0.5 + draws.uniform(),
            aversion: draws.uniform(),
            interests,
            signing: Signing {
                outside: 0.1 + 0.7 * draws.uniform(),
                hazard: draws.uniform(),
                betrayal: 0.1 * draws.uniform(),
                paid: Payment {
                    standing: 0.02 * draws.uniform(),
                    at_signature: 0.02 * draws.uniform(),
                },
                good_faith: 0.5 + 0.5 * draws.uniform(),
                dead_letter: 0.1 * draws.uniform() - 0.05,
            },
            threshold: 0.2,
        });
    }
    let guarantee = guaranteed.then(|| Guarantee {
        issue: 0,
        strong_end: if draws.uniform() < 0.5 { End::Low } else { End::High },
        delivered: 0.4 + 0.5 * draws.uniform(),
        credibility: 1.0,
    });
    DealSpace::new(Loss::Linear, vec![Axis::Scale; issues], signatories, guarantee)
}

/// The same space with better alternatives.
fn harder(space: &DealSpace, by: f64) -> DealSpace {
    let mut parties = space.signatories().to_vec();
    for party in &mut parties {
        party.signing.outside += by * party.influence;
    }
    DealSpace::new(Loss::Linear, space.axes().to_vec(), parties, space.guarantee())
}

/// All packages of a grid that nobody's red line forbids, as gains.
pub(crate) fn grid(space: &DealSpace, steps: usize) -> Vec<(Vec<f64>, Vec<f64>)> {
    let issues = space.issues();
    let mut packages = vec![vec![]];
    for _ in 0..issues {
        packages = packages
            .iter()
            .flat_map(|package: &Vec<f64>| {
                (0..=steps).map(|step| {
                    let mut longer = package.clone();
                    longer.push(step as f64 / steps as f64);
                    longer
                })
            })
            .collect();
    }
    let allowed = |package: &Vec<f64>| {
        (0..space.signatories().len())
            .all(|s| !space.must_sign(s, package) || !space.crosses(s, package))
    };
    packages.retain(allowed);
    packages
        .into_iter()
        .map(|package| {
            let gains = space.gains(&package);
            (package, gains)
        })
        .collect()
}

#[test]
fn random_spaces_agree_with_brute_force() {
    let mut draws = draws("brute force");
    let (mut zones, mut empty) = (0, 0);
    for case in 0..60 {
        let (parties, issues, steps) = [(2, 2, 200), (3, 2, 200), (2, 3, 50)][case % 3];
        let mut space = random_space(&mut draws, parties, issues, case % 2 == 1);
        if case % 4 >= 2 {
            space = harder(&space, 0.3);
        }
        let grid = grid(&space, steps);
        let principals = space.principals();
        let consents = |package: &[f64], gains: &[f64]| {
            (0..gains.len()).filter(|&s| space.must_sign(s, package)).all(|s| gains[s] >= 0.0)
        };
        let least = |package: &[f64], gains: &[f64]| {
            let must = (0..gains.len()).filter(|&s| space.must_sign(s, package));
            must.map(|s| gains[s]).fold(f64::INFINITY, f64::min)
        };
        // A step of the grid costs at most this much value (λ up to 2, survival up to 1).
        let mesh = 3.0 / steps as f64;
        let best = |value: &dyn Fn(&[f64], &[f64]) -> f64| {
            let values = grid.iter().map(|(package, gains)| value(package, gains));
            values.fold(f64::NEG_INFINITY, f64::max)
        };
        let by_grid = best(&least);
        let Some(found) = space.least_gain_package(EXACT) else {
            assert!(grid.is_empty(), "case {case}: the grid has packages, the solver none");
            continue;
        };
        let by_solver = found.least_gain(&space);
        assert!(by_solver >= by_grid - 1e-5, "case {case}: {by_solver} < {by_grid} on the grid");
        if !grid.is_empty() {
            assert!(by_solver <= by_grid + mesh, "case {case}: {by_solver} ≫ {by_grid}");
        }
        if by_solver <= 0.0 {
            empty += 1;
            assert!(space.nash(EXACT).is_none());
            continue;
        }
        zones += 1;
        let product =
            |gains: &[f64]| principals.clone().map(|s| gains[s].max(0.0)).product::<f64>();
        let nash = space.nash(EXACT).unwrap();
        let guarded = |value: &dyn Fn(&[f64]) -> f64, package: &[f64], gains: &[f64]| {
            if consents(package, gains) { value(gains) } else { f64::NEG_INFINITY }
        };
        let by_grid = best(&|package, gains| guarded(&product, package, gains));
        assert!(product(&nash.gains) >= by_grid * (1.0 - 1e-4) - 1e-9, "case {case}: Nash");
        let sum = |gains: &[f64]| principals.clone().map(|s| gains[s]).sum::<f64>();
        let welfare = space.max_welfare(EXACT).unwrap();
        let by_grid = best(&|package, gains| guarded(&sum, package, gains));
        assert!(sum(&welfare.gains) >= by_grid - 1e-5, "case {case}: welfare");
        let ideals = space.ideal_gains(EXACT).unwrap();
        let share = |gains: &[f64]| {
            principals.clone().map(|s| gains[s] / ideals[s]).fold(f64::INFINITY, f64::min)
        };
        let ks = space.kalai_smorodinsky(EXACT).unwrap();
        let by_grid = best(&|package, gains| guarded(&share, package, gains));
        assert!(share(&ks.gains) >= by_grid - 1e-3, "case {case}: Kalai–Smorodinsky");
        let lowest =
            |gains: &[f64]| principals.clone().map(|s| gains[s]).fold(f64::INFINITY, f64::min);
        let egalitarian = space.egalitarian(EXACT).unwrap();
        let by_grid = best(&|package, gains| guarded(&lowest, package, gains));
        assert!(lowest(&egalitarian.gains) >= by_grid - 1e-5, "case {case}: egalitarian");
        // Every solution is a package that all would sign, and leaves nothing on the table.
        for solution in [&nash, &ks, &egalitarian, &welfare] {
            for s in (0..solution.gains.len()).filter(|&s| space.must_sign(s, &solution.package)) {
                assert!(solution.gains[s] > -1e-6 && !space.crosses(s, &solution.package));
            }
            let left = space.left_on_table(EXACT, &solution.package);
            assert!(left.joint < 2e-4, "case {case}: {} left by {solution:?}", left.joint);
        }
        // The zone's reach covers the grid's, and no more than a step beyond.
        for (k, reach) in space.reach(EXACT).unwrap().into_iter().enumerate() {
            let Reach::Scale(low, high) = reach else { panic!("a scale") };
            for (package, gains) in &grid {
                if consents(package, gains) {
                    assert!(package[k] >= low - 2e-3 && package[k] <= high + 2e-3, "case {case}");
                }
            }
        }
    }
    assert!(zones > 15 && empty > 5, "{zones} zones and {empty} without");
}

#[test]
fn what_is_left_on_the_table_is_what_the_grid_finds() {
    let mut draws = draws("table");
    for _ in 0..10 {
        let space = random_space(&mut draws, 2, 2, false);
        let Some(welfare) = space.max_welfare(EXACT) else { continue };
        let package: Vec<f64> = (0..2).map(|_| draws.uniform()).collect();
        let now = Solution::of(&space, package.clone());
        let left = space.left_on_table(EXACT, &package);
        let mut best = 0.0_f64;
        for (_, gains) in grid(&space, 200) {
            if gains.iter().zip(&now.gains).all(|(new, old)| new >= old) {
                best = best.max(gains.iter().sum::<f64>() - now.gains.iter().sum::<f64>());
            }
        }
        assert!(left.joint >= best - 1e-5 && left.joint <= best + 0.03, "{} {best}", left.joint);
        assert!(
            left.each.iter().all(|&each| each <= left.joint + 1e-5 + welfare.gains.len() as f64)
        );
    }
}

#[test]
fn nash_axioms_hold_on_random_spaces() {
    let mut draws = draws("axioms");
    let mut seen = 0;
    for _ in 0..40 {
        let space = random_space(&mut draws, 2, 3, false);
        let Some(nash) = space.nash(EXACT) else { continue };
        seen += 1;
        // Scale invariance: a party whose gains are all worth a third.
        let mut parties = space.signatories().to_vec();
        parties[1].signing.good_faith /= 3.0;
        parties[1].signing.dead_letter = 0.0;
        parties[1].signing.paid.at_signature = 0.0;
        let mut plain = space.signatories().to_vec();
        plain[1].signing.dead_letter = 0.0;
        plain[1].signing.paid.at_signature = 0.0;
        let axes = vec![Axis::Scale; 3];
        let plain = DealSpace::new(Loss::Linear, axes.clone(), plain, None).nash(EXACT);
        let scaled = DealSpace::new(Loss::Linear, axes.clone(), parties, None).nash(EXACT);
        if let (Some(plain), Some(scaled)) = (plain, scaled) {
            near(scaled.gains[0], plain.gains[0], 2e-3);
            near(3.0 * scaled.gains[1], plain.gains[1], 2e-3);
        }
        // Symmetry: swapping the parties swaps the gains.
        let swapped: Vec<Signatory> = space.signatories().iter().rev().cloned().collect();
        let mirrored =
            DealSpace::new(Loss::Linear, axes.clone(), swapped, None).nash(EXACT).unwrap();
        near(mirrored.gains[0], nash.gains[1], 2e-3);
        // Independence of irrelevant alternatives: a red line that leaves the solution in.
        let mut parties = space.signatories().to_vec();
        if let Interest::Scale(stake) = &mut parties[0].interests[0] {
            if nash.package[0] > 0.5 {
                stake.wall_low = stake.wall_low.max(nash.package[0] - 0.1);
            } else {
                stake.wall_high = stake.wall_high.min(nash.package[0] + 0.1);
            }
        }
        let fewer = DealSpace::new(Loss::Linear, axes, parties, None).nash(EXACT).unwrap();
        near(fewer.gains[0], nash.gains[0], 2e-3);
        near(fewer.gains[1], nash.gains[1], 2e-3);
    }
    assert!(seen > 15);
}

#[test]
fn symmetric_parties_gain_the_same() {
    let parties = vec![
        principal(0.3, &[stake(0.7, 1.0), stake(0.3, 0.2)]),
        principal(0.3, &[stake(0.7, 0.0), stake(0.3, 0.8)]),
    ];
    let space = scales(Loss::Linear, parties);
    for solution in [space.nash(EXACT), space.kalai_smorodinsky(EXACT), space.egalitarian(EXACT)] {
        let solution = solution.unwrap();
        near(solution.gains[0], solution.gains[1], 1e-4);
    }
}

#[test]
fn kalai_smorodinsky_is_monotone() {
    // A red line of the second party goes: whatever that adds must not hurt the first, as long as
    // the second's own best case is the same (individual monotonicity).
    let mut draws = draws("monotone");
    let mut seen = 0;
    for _ in 0..200 {
        let space = random_space(&mut draws, 2, 2, false);
        let mut parties = space.signatories().to_vec();
        for interest in &mut parties[1].interests {
            if let Interest::Scale(stake) = interest {
                (stake.wall_low, stake.wall_high) = (0.0, 1.0);
            }
        }
        let wider = DealSpace::new(Loss::Linear, vec![Axis::Scale; 2], parties, None);
        let (Some(before), Some(after)) = (space.ideal_gains(EXACT), wider.ideal_gains(EXACT))
        else {
            continue;
        };
        if (before[1] - after[1]).abs() > 1e-6 || after[0] < before[0] + 1e-3 {
            continue;
        }
        seen += 1;
        let less = space.kalai_smorodinsky(EXACT).unwrap();
        let more = wider.kalai_smorodinsky(EXACT).unwrap();
        assert!(more.gains[0] >= less.gains[0] - 1e-4, "{less:?} {more:?}");
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn alternating_offers_tend_to_nash_as_delay_vanishes() {
    let mut draws = draws("rubinstein");
    let mut seen = 0;
    for _ in 0..20 {
        let space = random_space(&mut draws, 2, 2, false);
        let rates = [0.5 + draws.uniform(), 0.5 + draws.uniform()];
        let powers = rates.map(|rate| 1.0 / rate);
        let Some(nash) = space.weighted_nash(EXACT, &powers) else { continue };
        seen += 1;
        let mut distances = Vec::new();
        for delay in [1.0, 0.1, 0.001] {
            let [first, second] = space.alternating_offers(EXACT, rates, delay).unwrap();
            // Who proposes is better off; both proposals close in on Nash.
            assert!(first.gains[0] >= second.gains[0] - 1e-5);
            assert!(second.gains[1] >= first.gains[1] - 1e-5);
            distances.push((first.gains[0] - nash.gains[0]).abs());
        }
        assert!(distances[2] < 5e-3, "{distances:?}");
    }
    assert!(seen > 8);
}

#[test]
fn options_alone_agree_with_the_discrete_solver() {
    let mut draws = draws("options");
    let mut seen = 0;
    for case in 0..30 {
        let parties = 2 + case % 2;
        let counts = [3, 4, 2];
        let mut signatories = Vec::new();
        for s in 0..parties {
            let interests = counts.iter().map(|&count| Interest::Options {
                losses: (0..count).map(|_| draws.uniform() / 3.0).collect(),
                refused: vec![false; count],
            });
            let interests = interests.collect();
            let outside = 0.4 + 0.2 * draws.uniform();
            signatories.push(Signatory { party: s, interests, ..principal(outside, &[]) });
        }
        let axes = counts.iter().map(|&count| Axis::Options(count)).collect();
        let space = DealSpace::new(Loss::Linear, axes, signatories, None);
        let mut utilities = vec![Vec::new(); parties];
        for a in 0..counts[0] {
            for b in 0..counts[1] {
                for c in 0..counts[2] {
                    let at = |option: usize, k: usize| option_coordinate(counts[k], option);
                    let gains = space.gains(&[at(a, 0), at(b, 1), at(c, 2)]);
                    for (row, gain) in utilities.iter_mut().zip(gains) {
                        row.push(gain);
                    }
                }
            }
        }
        let landscape =
            Landscape::from_utilities(utilities, &vec![0.0; parties], Disagreement::Reservation)
                .unwrap();
        let frontier = landscape.frontier();
        let number = |solution: &Solution| {
            let at = |k: usize| option_at(counts[k], solution.package[k]);
            (at(0) * counts[1] + at(1)) * counts[2] + at(2)
        };
        let Some(nash) = space.nash(EXACT) else {
            assert!(frontier.outcomes().is_empty());
            continue;
        };
        seen += 1;
        assert!(discrete::nash(&frontier).contains(&number(&nash)), "case {case}");
        let ks = space.kalai_smorodinsky(EXACT).unwrap();
        let expected = discrete::kalai_smorodinsky(&frontier, Ideal::Rational);
        assert!(expected.contains(&number(&ks)), "case {case}");
        let leximin = space.egalitarian(EXACT).unwrap();
        assert!(discrete::leximin(&frontier).contains(&number(&leximin)), "case {case}");
        let welfare = space.max_welfare(EXACT).unwrap();
        assert!(discrete::max_welfare(&frontier).contains(&number(&welfare)), "case {case}");
        for (k, reach) in space.reach(EXACT).unwrap().into_iter().enumerate() {
            let Reach::Options(options) = reach else { panic!("options") };
            let in_zone = landscape.rational().iter().map(|outcome| match k {
                0 => outcome / (counts[1] * counts[2]),
                1 => outcome / counts[2] % counts[1],
                _ => outcome % counts[2],
            });
            let expected: std::collections::BTreeSet<usize> = in_zone.collect();
            assert_eq!(options, expected.into_iter().collect::<Vec<_>>());
        }
    }
    assert!(seen > 10);
}

#[test]
fn scales_agree_with_the_discrete_solver_on_a_fine_grid() {
    let mut draws = draws("grid twin");
    let mut seen = 0;
    for _ in 0..12 {
        let space = random_space(&mut draws, 3, 2, false);
        let Some(nash) = space.nash(EXACT) else { continue };
        seen += 1;
        let grid = grid(&space, 150);
        let utilities: Vec<Vec<f64>> =
            (0..3).map(|s| grid.iter().map(|(_, gains)| gains[s]).collect()).collect();
        let landscape =
            Landscape::from_utilities(utilities, &[0.0; 3], Disagreement::Reservation).unwrap();
        let frontier = landscape.frontier();
        let product = |gains: &[f64]| gains.iter().product::<f64>();
        if let Some(&outcome) = discrete::nash(&frontier).first() {
            let on_grid = product(&landscape.at(outcome));
            assert!(product(&nash.gains) >= on_grid - 1e-9);
            assert!(product(&nash.gains) <= on_grid + 0.02);
        }
        if let Some(&outcome) = discrete::leximin(&frontier).first() {
            let least = |gains: &[f64]| gains.iter().copied().fold(f64::INFINITY, f64::min);
            let exact = least(&space.egalitarian(EXACT).unwrap().gains);
            let on_grid = least(&landscape.at(outcome));
            assert!(exact >= on_grid - 1e-6 && exact <= on_grid + 0.02);
        }
    }
    assert!(seen > 3);
}

#[test]
fn mixed_issues_are_solved_together() {
    // The option decides how much there is to share on the scale.
    let options =
        |losses: [f64; 2]| Interest::Options { losses: losses.to_vec(), refused: vec![false; 2] };
    let party = |ideal, losses| Signatory {
        interests: vec![Interest::Scale(stake(0.5, ideal)), options(losses)],
        ..principal(0.4, &[])
    };
    let parties = vec![party(1.0, [0.0, 0.2]), party(0.0, [0.3, 0.0])];
    let space = DealSpace::new(Loss::Linear, vec![Axis::Scale, Axis::Options(2)], parties, None);
    // Option 0: gains .6 − .5(1−x) and .3 − .5x: sum .4. Option 1: .4 − .5(1−x), .6 − .5x: sum .5.
    let nash = space.nash(EXACT).unwrap();
    assert_eq!(nash.package[1], 1.0);
    near(nash.gains[0], 0.25, 1e-5);
    near(nash.gains[1], 0.25, 1e-5);
    assert_eq!(space.reach(EXACT).unwrap()[1], Reach::Options(vec![0, 1]));
    let mut refusing = space.signatories().to_vec();
    if let Interest::Options { refused, .. } = &mut refusing[0].interests[1] {
        *refused = vec![true, true];
    }
    let axes = vec![Axis::Scale, Axis::Options(2)];
    let space = DealSpace::new(Loss::Linear, axes, refusing, None);
    assert!(space.least_gain_package(EXACT).is_none());
    assert_eq!(space.retreat(EXACT, 0, 1), Some(Retreat::Accept(1)));
}

#[test]
fn the_smallest_change_opens_the_zone_and_less_does_not() {
    let mut draws = draws("opening");
    let (mut levers, mut retreats) = (0, 0);
    for case in 0..200 {
        let space = random_space(&mut draws, 2 + case % 2, 2, case % 3 == 1);
        let space = harder(&space, 0.15);
        let parties = space.signatories().to_vec();
        let build = |parties: Vec<Signatory>| {
            DealSpace::new(Loss::Linear, vec![Axis::Scale; 2], parties, space.guarantee())
        };
        if space.has_zone(EXACT) {
            continue;
        }
        for s in space.principals() {
            let lever = Lever { per_value: 1.0, per_gain: 0.0 };
            if let Some(opening) = space.opening(EXACT, s, lever) {
                levers += 1;
                let with = |amount: f64| {
                    let mut parties = parties.clone();
                    parties[s].signing.outside -= amount;
                    build(parties).has_zone(EXACT)
                };
                assert!(with(opening.amount + 2e-4), "case {case}: {opening:?}");
                assert!(!with(opening.amount - 2e-4), "case {case}: {opening:?}");
            }
            for k in 0..2 {
                let Some(Retreat::To(to)) = space.retreat(EXACT, s, k) else { continue };
                retreats += 1;
                let with = |to: f64| {
                    let mut parties = parties.clone();
                    if let Interest::Scale(stake) = &mut parties[s].interests[k] {
                        if stake.wall_low > 0.0 {
                            stake.wall_low = to;
                        } else {
                            stake.wall_high = to;
                        }
                    }
                    build(parties)
                };
                let Interest::Scale(stake) = &parties[s].interests[k] else { panic!("a scale") };
                let back = if stake.wall_low > 0.0 { -1.0 } else { 1.0 };
                // On the very edge somebody gains nothing: a least gain of zero, but for round-off.
                let least = |to: f64| {
                    let space = with(to);
                    space.least_gain_package(EXACT).map_or(-1.0, |best| best.least_gain(&space))
                };
                assert!(least(to + back * 1e-3) > -1e-5, "case {case}: {to}");
                assert!(least(to - back * 5e-3) <= 1e-5, "case {case}: {to}");
            }
        }
    }
    assert!(levers > 20 && retreats > 3, "{levers} levers, {retreats} retreats");
}

#[test]
fn one_party_and_parties_of_one_mind_have_answers() {
    let alone = scales(Loss::Linear, vec![principal(0.4, &[stake(1.0, 0.3)])]);
    near(alone.nash(EXACT).unwrap().package[0], 0.3, 1e-6);
    near(alone.kalai_smorodinsky(EXACT).unwrap().gains[0], 0.6, 1e-6);
    let agreed = pie(0.2, 0.2);
    let mut parties = agreed.signatories().to_vec();
    parties[1] = parties[0].clone();
    let agreed = scales(Loss::Linear, parties);
    near(agreed.nash(EXACT).unwrap().package[0], 1.0, 1e-6);
    // One package is best for both: there is nothing else on the frontier.
    assert_eq!(agreed.pair_frontier(EXACT, (0, 1), 3, &[]).points.len(), 1);
    // Nobody cares: every package is worth the same.
    let parties = vec![principal(0.4, &[stake(0.0, 0.3)]), principal(0.6, &[stake(0.0, 0.3)])];
    let idle = scales(Loss::Linear, parties);
    near(idle.nash(EXACT).unwrap().gains[0], 0.6, 1e-9);
    // Powers of zero leave a party at no loss.
    let spoils = pie(0.2, 0.4).weighted_nash(EXACT, &[1.0, 0.0]).unwrap();
    near(spoils.gains[0], 0.4, 1e-6);
    near(spoils.gains[1], 0.0, 1e-6);
    assert!(pie(0.2, 0.4).weighted_nash(EXACT, &[0.0, 0.0]).is_some());
    // Nobody can gain, and one division loses nobody anything: the zone is that one package.
    let edge = pie(0.5, 0.5);
    assert!(edge.has_zone(EXACT) && !pie(0.5, 0.5001).has_zone(EXACT));
    let found = [edge.nash(EXACT), edge.kalai_smorodinsky(EXACT), edge.egalitarian(EXACT)];
    for solution in found {
        solution.unwrap().gains.iter().for_each(|&gain| near(gain, 0.0, 1e-6));
    }
}

#[test]
fn a_guarantee_makes_signing_surer() {
    let without = deterrence(0.0);
    let with = deterrence(1.0);
    let party = Signing { hazard: 0.5, betrayal: 0.1, ..signing(0.3) };
    assert!(party.survival(with) > party.survival(without));
    assert!(party.worth(0.8, party.survival(with)) > party.worth(0.8, party.survival(without)));
}
