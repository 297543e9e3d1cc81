//! The scores against scikit-learn's `brier_score_loss`, `log_loss` and `roc_auc_score` on the same random
//! odds. The figures are stored in tests/data/analysis and made by tests/python/scoring_reference.py; `.ci/run`
//! makes them anew and has these tests read them instead. And what chance alone gives.

use std::fs;

use zopa::analysis::scoring::{
    Discrimination, Forecast, Murphy, auc, brier, log_score, shuffle_p, shuffled, skill,
};
use zopa::stream::{Purpose, Seed, StreamKey};

use crate::support::reference;

/// The lines of a file below its heading, cut at commas.
fn rows(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(reference().join(name)).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The random odds of a set with their outcomes.
fn forecasts(set: &str) -> Vec<Forecast> {
    let rows = rows("score_forecasts.csv");
    let of_set = rows.iter().filter(|row| row[0] == set);
    of_set.map(|row| Forecast::new(row[1].parse().unwrap(), row[2] == "1")).collect()
}

#[test]
fn scores_are_those_of_scikit_learn() {
    let rows = rows("scores.csv");
    assert_eq!(rows.len(), 5);
    for row in rows {
        let odds = forecasts(&row[0]);
        assert_eq!(odds.len().to_string(), row[1]);
        let ours = [brier(&odds), log_score(&odds), auc(&odds)];
        for (ours, theirs) in ours.into_iter().zip(&row[2..]) {
            let theirs: f64 = theirs.parse().unwrap();
            assert!(
                (ours.unwrap() - theirs).abs() < 1e-12,
                "{}: {ours:?} and not {theirs}",
                row[0]
            );
        }
    }
}

fn key() -> StreamKey {
    StreamKey::new(Seed(4), Purpose::Bootstrap, "shuffles")
}

/// Odds that tell nothing have no skill: dealt-out outcomes leave an area of one half and a score worse than
/// that of the share of yes, on average.
#[test]
fn shuffled_outcomes_give_no_skill() {
    let honest = forecasts("honest");
    let share = honest.iter().filter(|one| one.happened).count() as f64 / honest.len() as f64;
    let flat: Vec<Forecast> = honest.iter().map(|one| Forecast::new(share, one.happened)).collect();
    let reference = brier(&flat).unwrap();
    assert!(skill(brier(&honest).unwrap(), reference).unwrap() > 0.2);
    let shuffles = 400;
    let (mut skills, mut areas) = (0.0, 0.0);
    for number in 0..shuffles {
        let dealt = shuffled(&honest, &key(), number);
        // The same odds and as many yeses, in another order.
        assert!(dealt.iter().zip(&honest).all(|(a, b)| a.odds == b.odds));
        let yes = |some: &[Forecast]| some.iter().filter(|one| one.happened).count();
        assert_eq!(yes(&dealt), yes(&honest));
        skills += skill(brier(&dealt).unwrap(), reference).unwrap();
        areas += auc(&dealt).unwrap();
    }
    // By hand: odds uniform on 0.01 to 0.99 and independent of the outcome score the reference plus their
    // own variance, .98²/12 = .08, and more where their mean is off: a skill of about −.32.
    let mean_skill = skills / f64::from(shuffles as u32);
    assert!((-0.40..-0.25).contains(&mean_skill), "{mean_skill}");
    // 300 forecasts: the area's standard deviation is √(301/(12·150·150)) = .033; of a mean of 400, .0017.
    let area = areas / f64::from(shuffles as u32);
    assert!((area - 0.5).abs() < 0.006, "{area}");
}

/// The p-value of a shuffle test is small where odds are honest and uniform where they are useless: over 200
/// dealt sets, as many below 0.1 as should be (20 ± 4.2; five of them).
#[test]
fn a_shuffle_test_finds_skill_and_no_more() {
    let honest = forecasts("honest");
    assert!((shuffle_p(&honest, brier, 999, &key()).unwrap() - 0.001).abs() < 1e-12);
    let few: Vec<Forecast> = honest[..40].to_vec();
    let other = StreamKey::new(Seed(5), Purpose::Bootstrap, "dealt");
    let low = (0..200)
        .filter(|&number| {
            let dealt = shuffled(&few, &other, number);
            shuffle_p(&dealt, brier, 99, &key()).unwrap() <= 0.1
        })
        .count();
    assert!(low.abs_diff(20) < 21, "{low} of 200");
    // The exact p-value of the area agrees on what is useless.
    let useless = Discrimination::of(&forecasts("useless")).unwrap();
    assert!(useless.p > 0.05 && useless.low < 0.5 && useless.high > 0.5, "{useless:?}");
    assert!(Discrimination::of(&honest).unwrap().p < 1e-6);
}

/// Too sure of itself: unreliable, though it tells yes from no as well as ever.
#[test]
fn the_parts_say_what_is_wrong() {
    let parts = |set: &str| Murphy::of(&forecasts(set), 10).unwrap();
    let (honest, too_sure, useless) = (parts("honest"), parts("too-sure"), parts("useless"));
    assert!(honest.reliability < 0.02, "{honest:?}");
    assert!(too_sure.reliability > 2.0 * honest.reliability, "{too_sure:?}");
    assert!(too_sure.resolution > 4.0 * useless.resolution, "{useless:?}");
}
