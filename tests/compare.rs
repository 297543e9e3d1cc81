//! Scenarios side by side on common random numbers: are the paired figures right, is the interval worth
//! what it says, and does pairing pay?
//!
//! Seeds are fixed, so a test passes or fails for ever; α is the share of correct programs that would
//! have failed when the seed was chosen.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use zopa::model::Scenario;
use zopa::montecarlo::{
    Contrast, Contrasts, DifferenceMethod, Link, Outcome, Paired, Plan, Progress, StopReason,
    compare,
};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::Seed;

use crate::support::{SHIPPED, plan, shipped, shipped_text, tabulate};

/// A variant of a shipped scenario.
pub(crate) fn variant(name: &str, variant: &str) -> Scenario {
    let options = LoadOptions { variant: Some(variant.to_owned()), ..LoadOptions::default() };
    match load(name, &shipped_text(name), &options) {
        Ok(loaded) => loaded.scenario,
        Err(rejected) => panic!("{rejected}"),
    }
}

fn against(base: &Scenario, alternative: &Scenario, plan: &Plan) -> Contrasts {
    compare(base, &[alternative], plan, &())
}

fn all_pairs(contrast: &Contrast) -> Vec<Paired> {
    let mut pairs: Vec<Paired> = contrast.chain.iter().map(|(_, paired)| *paired).collect();
    pairs.extend(contrast.questions.iter().map(|(_, paired)| *paired));
    pairs.push(contrast.zone);
    for blocker in &contrast.blockers {
        pairs.push(blocker.named);
        pairs.extend(blocker.over.iter().map(|(_, paired)| *paired));
    }
    pairs.extend(contrast.worths.iter().map(|shift| shift.signs));
    pairs
}

#[test]
fn a_scenario_does_not_differ_from_itself() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let compared = against(&scenario, &scenario, &plan(1, 60, 5));
        let contrast = &compared.contrasts[0];
        assert!(contrast.shared.same);
        for paired in all_pairs(contrast) {
            assert_eq!(paired.base, paired.alternative);
            let difference = paired.difference;
            assert_eq!((difference.value, difference.low, difference.high), (0.0, 0.0, 0.0));
            assert_eq!(difference.method, DifferenceMethod::Same);
            assert_eq!((paired.flips.to_yes, paired.flips.to_no), (0.0, 0.0));
            assert_eq!((paired.worlds_up, paired.worlds_down), (0.0, 0.0));
            assert_eq!(paired.variance_reduction, None);
        }
        assert!(!contrast.worths.is_empty() && contrast.moved_most().is_none());
        for shift in &contrast.worths {
            assert_eq!((shift.base, shift.difference.value), (shift.alternative, 0.0));
        }
        for terms in &contrast.terms {
            assert_eq!((terms.base, terms.change), (terms.alternative, 0.0));
        }
    }
}

/// Each side is what `zopa run` prints with the same seed, and the paired difference is that of its
/// worlds' counts, by hand.
#[test]
fn every_side_is_a_run_and_the_difference_is_of_their_worlds() {
    let (base, pressed) =
        (shipped("white-house-2025", &[]), variant("white-house-2025", "pressure"));
    let plan = plan(7, 150, 10);
    let compared = against(&base, &pressed, &plan);
    let contrast = &compared.contrasts[0];
    let (own, own_rows) = tabulate(&base, &plan);
    let (other, other_rows) = tabulate(&pressed, &plan);
    for (summary, run) in compared.summaries.iter().zip([&own, &other]) {
        assert_eq!(summary.chain, run.chain);
        assert_eq!(summary.questions, run.questions);
        assert_eq!(summary.endings, run.endings);
        assert_eq!(summary.terms, run.terms);
        assert_eq!(summary.parties, run.parties);
        assert_eq!(summary.zopa_worlds, run.zopa_worlds);
    }
    let pairs = contrast.chain.iter().map(|(_, paired)| paired);
    let pairs = pairs.chain(contrast.questions.iter().map(|(_, paired)| paired));
    for (outcome, paired) in pairs.enumerate() {
        let counts = own_rows.iter().zip(&other_rows);
        let odds = |count: u64| count as f64 / plan.histories as f64;
        let differences: Vec<f64> =
            counts.map(|(a, b)| odds(b.counts[outcome]) - odds(a.counts[outcome])).collect();
        let mean = differences.iter().sum::<f64>() / differences.len() as f64;
        assert!((paired.difference.value - mean).abs() < 1e-12);
        let flips = paired.flips;
        assert!((flips.to_yes - flips.to_no - mean).abs() < 1e-12);
        let up = differences.iter().filter(|&&d| d > 0.0).count() as f64 / 150.0;
        assert!((paired.worlds_up - up).abs() < 1e-12);
        // The score interval is close to 1.96 standard errors between worlds where both kinds abound.
        let squares: f64 = differences.iter().map(|d| (d - mean) * (d - mean)).sum();
        let error = (squares / 149.0 / 150.0).sqrt();
        if flips.to_yes > 0.05 {
            let half = 1.96 * error;
            assert!((paired.difference.half_width() / half - 1.0).abs() < 0.1, "{outcome}");
        }
    }
}

/// The bits hang neither on threads nor on chunks, nor on what else is compared.
#[test]
fn the_division_of_the_work_does_not_matter() {
    let base = shipped("white-house-2025", &[]);
    let alternatives = ["pressure", "korea-line"].map(|id| variant("white-house-2025", id));
    let [first, second] = &alternatives;
    let show = |threads: usize, chunk: u64| {
        let plan = Plan { threads, chunk, ..plan(3, 90, 4) };
        format!("{:?}", compare(&base, &[first, second], &plan, &()))
    };
    let whole = show(1, 1_000);
    for (threads, chunk) in [(2, 20), (3, 7), (8, 1)] {
        assert_eq!(show(threads, chunk), whole);
    }
    let alone = compare(&base, &[second], &plan(3, 90, 4), &());
    let both = compare(&base, &[first, second], &plan(3, 90, 4), &());
    assert_eq!(format!("{:?}", alone.contrasts[0]), format!("{:?}", both.contrasts[1]));
}

/// Pairing is worth more than three times the worlds for a signature in the flagship, by the program's
/// own factor …
#[test]
fn common_random_numbers_reduce_the_variance() {
    let base = shipped("white-house-2025", &[]);
    let ids = ["pressure", "squeezed-kyiv", "distrust-once"];
    let [first, second, third] = &ids.map(|id| variant("white-house-2025", id));
    let compared = compare(&base, &[first, second, third], &plan(42, 600, 25), &());
    for (id, contrast) in ids.iter().zip(&compared.contrasts) {
        let factor = contrast.link(Link::Signed).variance_reduction.unwrap();
        assert!(factor > 3.0, "{id}: {factor}");
    }
}

/// … and measured against independent draws. The ratio of two sample variances of 40 normal differences
/// is off by more than a factor 2.8 with 0.1% (F with 39 and 39 degrees of freedom): above 5 where the
/// program says some 40, it bears the program out.
#[test]
fn common_random_numbers_beat_independent_ones() {
    let (base, changed) =
        (shipped("white-house-2025", &[]), variant("white-house-2025", "distrust-once"));
    let seeds = 40;
    let signed = |scenario: &Scenario, seed: u64| {
        let summary = zopa::run(scenario, &plan(seed, 30, 10));
        summary.estimate(Outcome::Link(Link::Signed)).value
    };
    let variance = |values: Vec<f64>| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (values.len() - 1) as f64
    };
    let paired = (0..seeds).map(|seed| signed(&changed, seed) - signed(&base, seed));
    let unpaired = (0..seeds).map(|seed| signed(&changed, seed) - signed(&base, 1_000 + seed));
    let (paired, unpaired) = (variance(paired.collect()), variance(unpaired.collect()));
    assert!(unpaired > 5.0 * paired, "{unpaired} against {paired}");
}

/// Of 300 intervals at 95% fewer than 273 hold the truth by chance below 1 in 1,000 (binomial:
/// 285 − 3.1 × 3.8); the truth is a paired run of 20,000 worlds, whose own error is a 18th of theirs.
#[test]
fn the_paired_interval_holds_the_truth() {
    let base = shipped("two-party", &[]);
    let changed = variant("two-party", "good-wells");
    let truth = against(&base, &changed, &plan(9, 20_000, 5)).contrasts.remove(0);
    let runs: Vec<Contrast> = (0..300)
        .map(|seed| against(&base, &changed, &plan(1_000 + seed, 60, 5)).contrasts.remove(0))
        .collect();
    let held = |figure: &dyn Fn(&Contrast) -> (f64, f64, f64)| {
        // A change that is the same in every world has no error but that of rounding.
        const ROUNDING: f64 = 1e-9;
        let (truth, _, _) = figure(&truth);
        runs.iter()
            .map(figure)
            .filter(|&(_, low, high)| low - ROUNDING <= truth && truth <= high + ROUNDING)
            .count()
    };
    for link in [Link::Ground, Link::Signed, Link::Ratified] {
        let held = held(&|contrast| {
            let difference = contrast.link(link).difference;
            (difference.value, difference.low, difference.high)
        });
        assert!(held >= 273, "{}: {held} of 300", link.word());
    }
    let of_party = |contrast: &Contrast, party: usize| {
        let shift = contrast.worths.iter().find(|shift| shift.party == party).unwrap();
        (shift.difference.value, shift.difference.low, shift.difference.high)
    };
    for party in 0..2 {
        let held = held(&|contrast| of_party(contrast, party));
        assert!(held >= 273, "worth to {party}: {held} of 300");
    }
    for issue in 0..base.issues.len() {
        let held = held(&|contrast| {
            let terms = contrast.terms.iter().find(|terms| terms.issue == issue).unwrap();
            match terms.difference {
                Some(difference) => (terms.change, difference.low, difference.high),
                None => (terms.change, f64::NEG_INFINITY, f64::INFINITY),
            }
        });
        assert!(held >= 273, "median of {issue}: {held} of 300");
    }
}

/// A party that is added and has no say leaves every trial as it was.
#[test]
fn what_is_added_leaves_the_draws_of_the_rest_alone() {
    let base = shipped("two-party", &[]);
    let onlooker = "\n[parties.onlooker]\nrole = \"stakeholder\"\ninfluence = 0\n";
    let text = shipped_text("two-party") + onlooker;
    let Ok(loaded) = load("two-party", &text, &LoadOptions::default()) else {
        panic!("the onlooker does not load")
    };
    let contrast = against(&base, &loaded.scenario, &plan(4, 100, 5)).contrasts.remove(0);
    assert!(!contrast.shared.same, "another file");
    for (_, paired) in &contrast.chain {
        assert_eq!((paired.flips.to_yes, paired.flips.to_no), (0.0, 0.0));
        // Nothing changed in 100 worlds is no proof that nothing ever does.
        assert!(paired.difference.low < 0.0 && paired.difference.high > 0.0);
        assert!(paired.difference.half_width() < 0.04);
    }
}

/// Two files that share no name still compare; pairing then buys next to nothing.
#[test]
fn strangers_compare_without_a_gain_from_pairing() {
    let (base, other) = (shipped("two-party", &[]), shipped("white-house-2025", &[]));
    let contrast = against(&base, &other, &plan(5, 400, 10)).contrasts.remove(0);
    assert!(contrast.shared.parties.is_empty() && contrast.worths.is_empty());
    assert!(contrast.blockers.is_empty() && !contrast.shared.packages);
    let factor = contrast.link(Link::Signed).variance_reduction.unwrap();
    assert!((0.7..1.4).contains(&factor), "{factor}");
}

struct After {
    worlds: u64,
    stop: AtomicBool,
    seen: AtomicU64,
}

impl Progress for After {
    fn advance(&self, done: u64, _of: u64) {
        self.seen.store(done, Ordering::Relaxed);
        self.stop.store(done >= self.worlds, Ordering::Relaxed);
    }

    fn stop(&self) -> Option<&AtomicBool> {
        Some(&self.stop)
    }
}

#[test]
fn a_stopped_comparison_reports_what_was_played() {
    let base = shipped("two-party", &[]);
    let changed = variant("two-party", "good-wells");
    let plan = plan(6, 5_000, 2);
    let after = After { worlds: 1, stop: AtomicBool::new(false), seen: AtomicU64::new(0) };
    let compared = compare(&base, &[&changed], &plan, &after);
    assert_eq!(compared.stopped, StopReason::Interrupted);
    let played = after.seen.load(Ordering::Relaxed);
    assert!(played > 0 && compared.worlds == played, "{played}, {}", compared.worlds);
    let shorter = Plan { worlds: played, ..plan.clone() };
    let whole = compare(&base, &[&changed], &shorter, &());
    assert_eq!(format!("{:?}", compared.contrasts), format!("{:?}", whole.contrasts));
    let never = After { worlds: 0, stop: AtomicBool::new(true), seen: AtomicU64::new(0) };
    let nothing = compare(&base, &[&changed], &plan, &never);
    assert_eq!((nothing.worlds, nothing.stopped), (0, StopReason::Interrupted));
    assert_eq!(nothing.contrasts[0].link(Link::Signed).difference.value, 0.0);
    assert_eq!(nothing.seed, Seed(6));
}
