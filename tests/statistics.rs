//! Are the figures of a run worth what they say? Intervals against long runs, spreads and variance
//! shares against planted cases, rules of stopping against the truth.
//!
//! Seeds are fixed, so a test passes or fails for ever; α is the share of correct programs that would
//! have failed when the seed was chosen.

use std::sync::atomic::AtomicBool;

use statrs::distribution::{Beta, ContinuousCDF};
use zopa::model::Scenario;
use zopa::montecarlo::{
    Assertion, Comparison, Estimate, InputShare, Link, Outcome, Plan, Progress, StopReason,
    Stopping, Summary, Verdict, WorldRow, pool,
};
use zopa::stream::Seed;

use crate::support::{SHIPPED, document, plan, scenario, shipped, tabulate, told};

/// Two parties, one text. A signs when its reservation is below 0.5, B likewise; B's home front then
/// votes once: a lost vote hardens B by 0.05, which is more than it gains. So a world's odds of a
/// signature are 0 or 1, and its odds of ratification given one are its own draw.
const PLANTED: &str = r#"
title = "A planted case"
as_of = 2026-01-01
clock = { round = "1 month", horizon = "12 months" }
model = { text_rate = 4, formulation_error = 0, durability_spread = [0, 0.5, 1.5], loss = "linear", stated_limits_weight = 0, betrayal_loss = 0.05, defection_cost = 0 }
mediation = { style = "facilitation" }
[issues.split]
anchors = { 0 = "all to B", 100 = "all to A" }
[parties.a]
role = "principal"
influence = 1
readiness_spread = 0
breach_hazard = 0
outside = { reservation = FIRST }
positions = { split = { ideal = 100, opening = 50, limit = 50, salience = 1 } }
[parties.b]
role = "principal"
influence = 1
readiness_spread = 0
breach_hazard = 0
outside = { reservation = SECOND }
positions = { split = { ideal = 0, opening = 50, limit = 50, salience = 1 } }
ratification = { probability = PASSES, delay = 0 }
[parties.m]
role = "mediator"
influence = 0
[[questions]]
id = "deal"
text = "A deal"
what = "ratified"
base_rate = 0.1
"#;

fn planted(first: &str, second: &str, passes: &str) -> Scenario {
    let text = PLANTED.replace("FIRST", first).replace("SECOND", second);
    scenario(&text.replace("PASSES", passes))
}

fn chain(summary: &Summary, link: Link) -> Estimate {
    summary.chain[link as usize].estimate
}

/// How many of `seeds` runs of few worlds have the long-run odds inside their 95% interval.
fn covered(
    scenario: &Scenario,
    seeds: u64,
    truth: f64,
    estimate: impl Fn(&Summary) -> Option<Estimate>,
) -> usize {
    let runs = (0..seeds).map(|seed| zopa::run(scenario, &plan(1_000 + seed, 60, 5)));
    let inside = |run: &Summary| {
        let estimate = estimate(run).unwrap();
        estimate.low <= truth && truth <= estimate.high
    };
    runs.filter(inside).count()
}

/// The smallest scenario, 60 worlds of 5 histories, 300 seeds, against 20,000 worlds. With a coverage
/// of 95% the count is binomial: mean 285, σ = √(300·.95·.05) = 3.8, and 91% = 273 lies 3.2σ below
/// (α = 10⁻³). The long run's own error is √(60/20,000) = 5% of the short ones'.
#[test]
fn intervals_cover_the_long_run_odds() {
    let better = "{ shift = 0.08 }";
    let scenario = shipped(
        "two-party",
        &[
            ("parties.upper.outside.reservation", better),
            ("parties.lower.outside.reservation", better),
        ],
    );
    let long = zopa::run(&scenario, &plan(9, 20_000, 5));
    let seeds = 300;
    for link in [Link::Ground, Link::Signed, Link::Holds] {
        let truth = chain(&long, link).value;
        assert!((0.1..0.95).contains(&truth), "{link:?}: {truth}");
        let covered = covered(&scenario, seeds, truth, |run| Some(chain(run, link)));
        assert!(covered >= 273, "{link:?}: {covered} of {seeds}");
    }
    let truth = long.zopa_worlds.value;
    let covered_zopa = covered(&scenario, seeds, truth, |run| Some(run.zopa_worlds));
    assert!(covered_zopa >= 273, "ZOPA: {covered_zopa} of {seeds}");
    // The odds of holding given a signature are a ratio of two counts, both random.
    let given = |run: &Summary| run.chain[Link::Holds as usize].given;
    let covered_ratio = covered(&scenario, seeds, given(&long).unwrap().value, given);
    assert!(covered_ratio >= 273, "ratio: {covered_ratio} of {seeds}");
}

/// A conditional figure is the ratio of the totals, not the mean of the worlds' ratios, and `None`
/// where there is nothing to divide by.
#[test]
fn conditional_odds_are_ratios_of_totals() {
    let (summary, rows) = tabulate(&shipped("northland", &[]), &plan(4, 400, 10));
    for (before, link) in Link::ALL.into_iter().zip(Link::ALL.into_iter().skip(1)) {
        let total =
            |link: Link| rows.iter().map(|row| row.counts[link as usize]).sum::<u64>() as f64;
        let given = summary.chain[link as usize].given.unwrap();
        assert_eq!(given.value, total(link) / total(before));
        assert!(given.low <= given.value && given.value <= given.high);
    }
    let never = zopa::run(&planted("0.9", "0.4", "1"), &plan(4, 50, 5));
    assert_eq!(chain(&never, Link::Signed).value, 0.0);
    assert_eq!(never.chain[Link::Ratified as usize].given, None);
    assert!(never.terms.is_empty());
}

/// Odds of ratification are beta(2, 5) over worlds. Observed in 5 histories they spread much wider
/// (standard deviation 0.24 instead of 0.16); the printed spread is of the odds themselves, within
/// 4 standard errors of its mean over 20 runs, taken from these runs.
#[test]
fn the_spread_of_worlds_is_cleared_of_the_noise_of_histories() {
    let scenario = planted("0.4", "0.47", "{ beta = [2, 5] }");
    let truth = Beta::new(2.0, 5.0).unwrap();
    let runs: Vec<Estimate> = (0..20)
        .map(|seed| {
            let summary = zopa::run(&scenario, &plan(500 + seed, 1_000, 5));
            assert!(chain(&summary, Link::Signed).value > 0.999, "everything is signed");
            chain(&summary, Link::Ratified)
        })
        .collect();
    for (name, found, expected) in [
        ("mean", runs.iter().map(|run| run.value).collect::<Vec<_>>(), 2.0 / 7.0),
        ("p10", runs.iter().map(|run| run.worlds.unwrap().0).collect(), truth.inverse_cdf(0.1)),
        ("p90", runs.iter().map(|run| run.worlds.unwrap().1).collect(), truth.inverse_cdf(0.9)),
    ] {
        let n = found.len() as f64;
        let mean = found.iter().sum::<f64>() / n;
        let squares: f64 = found.iter().map(|x| (x - mean) * (x - mean)).sum();
        let error = (squares / (n - 1.0) / n).sqrt();
        assert!(error < 0.01, "{name}: the test is blunt");
        assert!((mean - expected).abs() < 4.0 * error, "{name}: {mean} is not {expected}");
    }
}

/// Where every world has the same odds there is no spread but what chance leaves. σ of the variance of
/// observed odds is p(1 − p)/h · √(2/n) = 0.25/5 · √(2/4000) = 0.0011; at 4σ the standard deviation left
/// over is √0.0045 = 0.067, and p10–p90 of about a normal ± 1.28 · 0.067 = 0.086 wide.
#[test]
fn equal_worlds_have_no_spread() {
    let summary = zopa::run(&planted("0.4", "0.47", "0.5"), &plan(3, 4_000, 5));
    let estimate = chain(&summary, Link::Ratified);
    assert!((estimate.value - 0.5).abs() < 0.02);
    let (low, high) = estimate.worlds.unwrap();
    assert!(high - low < 0.18, "{estimate:?}");
}

fn share(scenario: &Scenario, summary: &Summary, path: &str) -> InputShare {
    let found = summary.inputs.iter().find(|s| scenario.inputs[s.input.index()].path == path);
    *found.unwrap_or_else(|| panic!("no share for {path}"))
}

/// One input decides everything: its share is 1 but for the class in which the threshold lies (here
/// none: the median is a border of the 16 classes); the others' are 0 but for chance, which leaves a
/// share of the order √(2·15)/n = 0.003 at 2,000 worlds. Tolerance 0.02 for either.
#[test]
fn variance_shares_find_the_one_input_that_decides() {
    let scenario =
        planted("{ uniform = [0.2, 0.8] }", "{ uniform = [0.2, 0.4] }", "[0.1, 0.2, 0.9]");
    let summary = zopa::run(&scenario, &plan(6, 2_000, 5));
    let decides = share(&scenario, &summary, "parties.a.outside.reservation");
    assert!(decides.variance_share > 0.98, "{decides:?}");
    assert_eq!(decides.direction, -1.0, "a better alternative, fewer signatures");
    assert_eq!(summary.inputs[0], decides, "the largest comes first");
    for path in [
        "parties.b.outside.reservation",
        "parties.b.ratification.probability",
        "model.durability_spread",
    ] {
        let nothing = share(&scenario, &summary, path);
        assert!(nothing.variance_share < 0.02, "{path}: {nothing:?}");
    }
}

/// Two inputs decide together, each with probability ½: signed when both are low. The variance of the
/// product is 3/16, each explains (½)²·¼ = 1/16 of it alone, a share of 1/3; the last third is in no
/// single share. Its σ at 4,000 worlds is about 2·√(share(1 − share)/n) = 0.015; tolerance 4σ.
#[test]
fn variance_shares_leave_interplay_out() {
    let even = "{ uniform = [0.2, 0.8] }";
    let scenario = planted(even, even, "[0.1, 0.2, 0.9]");
    let summary = zopa::run(&scenario, &plan(8, 4_000, 5));
    for path in ["parties.a.outside.reservation", "parties.b.outside.reservation"] {
        let found = share(&scenario, &summary, path);
        assert!((found.variance_share - 1.0 / 3.0).abs() < 0.06, "{found:?}");
    }
}

/// logit p = ½ logit(base rate) + ½ logit(model).
#[test]
fn pooled_odds_are_the_mean_in_logits() {
    // ¼ and ¾ are as far from even, on either side; 0.1 and 0.9 likewise.
    assert!((pool(0.25, 0.75) - 0.5).abs() < 1e-12);
    assert!((pool(0.3, 0.3) - 0.3).abs() < 1e-12);
    // Odds of 1 : 9 and 4 : 1 pool to √(1/9 · 4) = 2/3 : 1.
    assert!((pool(0.1, 0.8) - 0.4).abs() < 1e-12);
    assert!(pool(0.0, 0.5) > 0.0 && pool(1.0, 0.5) < 1.0, "neither view has a veto");
    let summary = zopa::run(&planted("0.4", "0.47", "0.8"), &plan(3, 400, 5));
    let answer = summary.questions[0];
    assert_eq!(answer.pooled, Some(pool(0.1, answer.estimate.value)));
    assert!((answer.pooled.unwrap() - 0.4).abs() < 0.03, "{answer:?}");
}

/// A run to a precision ends at the first look (every 200 worlds) at which all its figures are that
/// precise, and is to the last bit the run of that many worlds.
#[test]
fn a_precision_ends_the_run_at_the_first_look_that_has_it() {
    let scenario = shipped("two-party", &[]);
    let half_width = 0.025;
    let plan = Plan { stopping: Stopping::Precision(half_width), ..plan(5, 50_000, 5) };
    let summary = zopa::run(&scenario, &plan);
    assert_eq!(summary.stopped, StopReason::PrecisionReached);
    assert_eq!(summary.worlds % 200, 0);
    let widest = |summary: &Summary| {
        let questions = summary.questions.iter().map(|answer| answer.estimate);
        let widths =
            questions.chain([chain(summary, Link::Signed)]).map(|e| (e.high - e.low) / 2.0);
        widths.fold(0.0, f64::max)
    };
    assert!(widest(&summary) <= half_width);
    let fixed = |worlds| Plan { worlds, stopping: Stopping::Worlds, ..plan.clone() };
    let before = zopa::run(&scenario, &fixed(summary.worlds - 200));
    assert!(widest(&before) > half_width);
    let mut same = zopa::run(&scenario, &fixed(summary.worlds));
    same.stopped = summary.stopped;
    assert_eq!(
        document(&scenario, &same, "f").to_string(),
        document(&scenario, &summary, "f").to_string()
    );
    let few = Plan { worlds: 100, ..plan.clone() };
    assert_eq!(zopa::run(&scenario, &few).stopped, StopReason::PrecisionMissed);
}

fn claim(comparison: Comparison, bound: f64) -> Assertion {
    let outcome = Outcome::Link(Link::Ratified);
    Assertion { text: "a claim".to_owned(), outcome, comparison, bound }
}

fn verdicts(
    scenario: &Scenario,
    seed: u64,
    worlds: u64,
    claims: Vec<Assertion>,
) -> (Vec<Verdict>, StopReason, u64) {
    let plan = Plan { stopping: Stopping::Assertions(claims), ..plan(seed, worlds, 2) };
    let summary = zopa::run(scenario, &plan);
    let verdicts = summary.verdicts.iter().map(|(_, verdict, _)| *verdict).collect();
    (verdicts, summary.stopped, summary.worlds)
}

/// The odds are 2/7. Claims a tenth away on either side are settled, rightly; one at the truth is
/// settled wrongly, or at all, in at most 5% of runs however often one looks: of 200 runs of 2,000
/// worlds at most binomial(200, .05), whose 99.9% point is 21.
#[test]
fn assertions_are_settled_by_a_confidence_sequence() {
    let scenario = planted("0.4", "0.47", "{ beta = [2, 5] }");
    let truth = 2.0 / 7.0;
    let settled = verdicts(
        &scenario,
        3,
        20_000,
        vec![
            claim(Comparison::AtLeast, truth - 0.1),
            claim(Comparison::AtLeast, truth + 0.1),
            claim(Comparison::AtMost, truth + 0.1),
            claim(Comparison::AtMost, truth - 0.1),
        ],
    );
    let expected = vec![Verdict::Holds, Verdict::Fails, Verdict::Holds, Verdict::Fails];
    assert_eq!((settled.0, settled.1), (expected, StopReason::AssertionsSettled));
    assert!(settled.2 < 2_000, "{} worlds", settled.2);
    let open = verdicts(&scenario, 3, 400, vec![claim(Comparison::AtLeast, truth)]);
    assert_eq!(open, (vec![Verdict::Open], StopReason::AssertionsOpen, 400));
    let wrong = (0..200).filter(|seed| {
        let claims = vec![claim(Comparison::AtLeast, truth)];
        verdicts(&scenario, 10_000 + seed, 2_000, claims).0 != [Verdict::Open]
    });
    let wrong = wrong.count();
    assert!(wrong <= 21, "{wrong} of 200");
}

/// The lines for ω = 0 and ω = 1 are the runs with that number set, on a quarter of the worlds, and
/// hold the headline between them: how far stated limits are believed moves the odds one way.
#[test]
fn structural_lines_bracket_the_headline() {
    for name in ["northland", "white-house-2025"] {
        let scenario = shipped(name, &[]);
        let plan = Plan { structural: true, ..plan(5, 1_200, 10) };
        let summary = zopa::run(&scenario, &plan);
        let lines = summary.structural.as_slice();
        let [war, limits, linear, quadratic] = lines else { panic!("four lines: {lines:?}") };
        let loss = &scenario.inputs[linear.input.index()].path;
        assert_eq!((loss.as_str(), linear.value, quadratic.value), ("model.loss", 1.0, 2.0));
        let path = &scenario.inputs[war.input.index()].path;
        assert_eq!((path.as_str(), war.value), ("model.stated_limits_weight", 0.0));
        assert_eq!((limits.input, limits.value), (war.input, 1.0));
        let headline = chain(&summary, Link::Signed).value;
        let (low, high) =
            (war.signed.value.min(limits.signed.value), war.signed.value.max(limits.signed.value));
        assert!(low < headline && headline < high, "{name}: {low}, {headline}, {high}");
        for line in [war, limits] {
            let weight = line.value.to_string();
            let set = shipped(name, &[("model.stated_limits_weight", &weight)]);
            let plan = Plan { worlds: 300, structural: false, ..plan.clone() };
            let own = zopa::run(&set, &plan);
            assert_eq!(chain(&own, Link::Signed), line.signed, "{name}, weight {weight}");
        }
    }
}

/// The lines for linear and for quadratic losses come from the run's own worlds: together they are the headline,
/// and each holds the odds of a run in which that shape is certain.
#[test]
fn lines_by_the_shape_of_the_loss_are_the_run_divided() {
    let plan = Plan { structural: true, ..plan(5, 4_000, 5) };
    let summary = zopa::run(&shipped("white-house-2025", &[]), &plan);
    let [.., linear, quadratic] = summary.structural.as_slice() else { panic!("two lines") };
    let signed = chain(&summary, Link::Signed);
    // One world in ten is quadratic, give or take what 4,000 worlds give by chance (four standard errors).
    let share =
        (signed.value - linear.signed.value) / (quadratic.signed.value - linear.signed.value);
    assert!((share - 0.1).abs() < 0.019, "{share}");
    for (line, word) in [(linear, "linear"), (quadratic, "quadratic")] {
        let set = shipped("white-house-2025", &[("model.loss", &format!("\"{word}\""))]);
        let own = zopa::run(&set, &Plan { structural: false, ..plan.clone() });
        let own = chain(&own, Link::Signed);
        let width = (line.signed.high - line.signed.low) + (own.high - own.low);
        assert!((own.value - line.signed.value).abs() < width / 2.0, "{word}: {line:?}, {own:?}");
    }
}

/// Limits are weighed against reservation values as they are against war. The shape of the loss has no line where
/// the file states it, and games of alternating offers have neither choice.
#[test]
fn what_is_settled_has_no_structural_lines() {
    let plan = Plan { structural: true, ..plan(5, 100, 5) };
    let lines =
        |name: &str, sets: &[(&str, &str)]| zopa::run(&shipped(name, sets), &plan).structural.len();
    assert_eq!(lines("harbour", &[]), 4);
    assert_eq!(lines("harbour", &[("model.loss", "\"linear\"")]), 2);
    assert_eq!(lines("job-offer", &[]), 0);
}

/// Each link of the chain holds only where the one before does, in every world; a deal ends the
/// fighting; causes and lasting deals make up all trials.
#[test]
fn the_chain_nests_and_the_endings_add_up() {
    for name in SHIPPED {
        let scenario = shipped(name, &[]);
        let (summary, rows) = tabulate(&scenario, &plan(15, 300, 20));
        for WorldRow { world, counts, .. } in &rows {
            assert!(counts[0] <= 20 && counts[..5].is_sorted_by(|a, b| a >= b), "{name} {world}");
        }
        let failed: f64 = summary.endings.iter().map(|ending| ending.share).sum();
        let holds = chain(&summary, Link::Holds).value;
        assert!((failed + holds - 1.0).abs() < 1e-9, "{name}: {failed} and {holds}");
        let by_time = summary.by_time();
        let end = by_time.last().unwrap();
        assert!((end.months - scenario.clock.horizon).abs() < 1e-9);
        assert_eq!(end.signed, chain(&summary, Link::Signed), "{name}");
        assert!(end.agreed_end.value >= end.signed.value);
        for pair in by_time.windows(2) {
            assert!(pair[0].months < pair[1].months);
            assert!(pair[0].signed.value <= pair[1].signed.value);
            assert!(pair[0].agreed_end.value <= pair[1].agreed_end.value);
        }
        for terms in &summary.terms {
            assert!(terms.quantiles.is_sorted(), "{terms:?}");
        }
    }
}

/// Stopped before its first chunk, a run has nothing to say, and says so without a bogus figure.
#[test]
fn a_run_stopped_at_once_claims_nothing() {
    struct Stopped(AtomicBool);
    impl Progress for Stopped {
        fn stop(&self) -> Option<&AtomicBool> {
            Some(&self.0)
        }
    }
    let scenario = shipped("white-house-2025", &[]);
    let plan = Plan { seed: Seed(1), ..Plan::default() };
    let summary = zopa::run_with(&scenario, &plan, &Stopped(AtomicBool::new(true)), None);
    assert_eq!((summary.worlds, summary.stopped), (0, StopReason::Interrupted));
    let signed = chain(&summary, Link::Signed);
    assert_eq!((signed.low, signed.high), (0.0, 1.0), "nothing is known");
    let shown = told(&scenario, &summary, "f");
    assert!(!shown.contains("NaN"), "{shown}");
    let json = document(&scenario, &summary, "f");
    assert_eq!(json["run"]["stopped"], "interrupted");
    assert!(json["result"]["questions"][0]["estimate"]["high"] == 1.0, "{json:#}");
}
