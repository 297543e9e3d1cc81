//! What a run keeps beside its odds: the curve of cumulative odds, how long deals stand, and the trials
//! that stand for many. All are held against the same trials played one by one.

use zopa::engine::{Ending, HOLDS_MONTHS, Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::{Draws, Link, TrialId};
use zopa::stream::Seed;

use crate::support::{SHIPPED, plan, shipped};

const WORLDS: u64 = 80;
const HISTORIES: u64 = 10;

/// What is known of one trial.
struct Seen {
    trial: u64,
    signed_at: f64,
    holds_for: Option<f64>,
    ending: Ending,
    nearest: f64,
    crosses: bool,
}

/// Every trial of a run, one after the other.
fn one_by_one(scenario: &Scenario, seed: u64) -> Vec<Seen> {
    let table = Table::new(scenario, Seed(seed));
    let mut seat = Seat::new(&table);
    let mut draws = Draws::new(scenario, Seed(seed), &[]);
    draws.seek(0);
    let mut seen = Vec::new();
    for world in 0..WORLDS {
        seat.enter(draws.draw(), Trial { world, history: 0 });
        for history in 0..HISTORIES {
            let played = seat.negotiate(&mut ());
            let ratified = played.record.ratified_at.is_finite();
            seen.push(Seen {
                trial: world * HISTORIES + history,
                signed_at: played.record.signed_at,
                holds_for: ratified.then_some(played.record.holds_for),
                ending: played.ending,
                nearest: played.nearest_gain,
                crosses: played.nearest_crosses,
            });
        }
    }
    seen
}

#[test]
fn the_trials_told_are_what_they_are_called() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let summary = zopa::run(&scenario, &plan(4, WORLDS, HISTORIES));
        let seen = one_by_one(&scenario, 4);
        let told = |trial: Option<TrialId>| trial.map(|trial| &seen[trial.0 as usize]);

        let any_ratified = seen.iter().any(|trial| trial.holds_for.is_some());
        let any_signed = seen.iter().any(|trial| trial.signed_at.is_finite());
        let deal = told(summary.stories.typical_deal);
        assert_eq!(deal.is_some(), any_signed, "{name}");
        assert_eq!(deal.is_some_and(|deal| deal.holds_for.is_some()), any_ratified, "{name}");

        // Few worlds: the most frequent cause of all need not be kept, but some failure is.
        let failure = told(summary.stories.typical_failure).unwrap();
        assert!(failure.ending.cause().is_some(), "{name}");

        let short =
            |trial: &&Seen| trial.signed_at.is_infinite() && !trial.crosses && trial.nearest <= 0.0;
        let nearest = seen
            .iter()
            .filter(short)
            .max_by(|a, b| a.nearest.total_cmp(&b.nearest).then(b.trial.cmp(&a.trial)));
        let nearest = nearest.filter(|trial| trial.nearest.is_finite());
        assert_eq!(summary.stories.near_miss, nearest.map(|trial| TrialId(trial.trial)), "{name}");
    }
}

/// The typical failure has the most frequent cause where enough worlds are played to keep one.
#[test]
fn a_typical_failure_fails_as_most_do() {
    let scenario = shipped("northland", &[]);
    let summary = zopa::run(&scenario, &plan(4, WORLDS, HISTORIES));
    let seen = one_by_one(&scenario, 4);
    let told = &seen[summary.stories.typical_failure.unwrap().0 as usize];
    assert_eq!(told.ending.cause(), Some(summary.endings[0].cause));
}

#[test]
fn the_curves_count_what_happened() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let summary = zopa::run(&scenario, &plan(4, WORLDS, HISTORIES));
        let seen = one_by_one(&scenario, 4);
        let trials = seen.len() as f64;
        for at in &summary.by_time() {
            let by_then = seen.iter().filter(|trial| trial.signed_at < at.months).count() as f64;
            assert!((at.signed.value - by_then / trials).abs() < 1e-12, "{name} {at:?}");
            assert!(at.signed.worlds.is_none_or(|(low, _)| low <= at.signed.value));
            assert!(at.signed.value <= at.signed.high);
        }
        let deals: Vec<f64> = seen.iter().filter_map(|trial| trial.holds_for).collect();
        assert_eq!(summary.standing.is_empty(), deals.is_empty(), "{name}");
        for point in &summary.standing {
            let stand = deals.iter().filter(|&&months| months >= point.months).count() as f64;
            assert!((point.share.value - stand / deals.len() as f64).abs() < 1e-12, "{name}");
            if point.months == HOLDS_MONTHS {
                let given = summary.chain[Link::Holds as usize].given.unwrap();
                assert_eq!(
                    point.share, given,
                    "{name}: the curve runs through the chain's last link"
                );
            }
        }
    }
}
