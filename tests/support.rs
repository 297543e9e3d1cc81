//! What the tests of the model share: scenarios, worlds made by hand, and onlookers.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use zopa::engine::{Event, Observer, Seat, Table, Trial};
use zopa::model::Scenario;
use zopa::montecarlo::{Plan, Summary, WorldRow};
use zopa::present::run::tell;
use zopa::render::terminal::terminal;
use zopa::results::{Envelope, run::Run};
use zopa::scenario::{LoadOptions, load};
use zopa::stream::{Purpose, Seed, Stream, StreamKey};

/// The scenarios of the repository.
pub(crate) const SHIPPED: [&str; 4] = ["two-party", "harbour", "northland", "white-house-2025"];

/// A scenario from its text.
pub(crate) fn scenario(text: &str) -> Scenario {
    match load("test.toml", text, &LoadOptions::default()) {
        Ok(loaded) => loaded.scenario,
        Err(rejected) => panic!("{rejected}"),
    }
}

/// The text of a shipped scenario.
pub(crate) fn shipped_text(name: &str) -> String {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// A shipped scenario with some values set.
pub(crate) fn shipped(name: &str, sets: &[(&str, &str)]) -> Scenario {
    let overrides = sets.iter().map(|&(path, value)| (path.to_owned(), value.to_owned())).collect();
    let options = LoadOptions { overrides, ..LoadOptions::default() };
    match load(name, &shipped_text(name), &options) {
        Ok(loaded) => loaded.scenario,
        Err(rejected) => panic!("{rejected}"),
    }
}

/// A world in which every input has its median.
pub(crate) fn medians(scenario: &Scenario) -> Vec<f64> {
    scenario.inputs.iter().map(|input| input.prior.quantile(0.5)).collect()
}

/// Sets one input of a world.
pub(crate) fn set(scenario: &Scenario, world: &mut [f64], path: &str, value: f64) {
    let id = scenario.input_id(path).unwrap_or_else(|| panic!("no input {path}"));
    world[id.index()] = value;
}

/// Where nothing may be skipped, as in `.ci/run`: whoever says so has seen to it that all is there.
fn may_skip() -> bool {
    std::env::var_os("ZOPA_NO_SKIP").is_none_or(|value| value.is_empty() || value == "0")
}

/// Says on standard error, past the test harness, that a test could not be made here; a failure where
/// nothing may be skipped.
pub(crate) fn skip(test: &str, why: &str) {
    assert!(may_skip(), "{test} could not be made: {why}");
    let _ = writeln!(std::io::stderr(), "skipped: {test}: {why}");
}

/// The folder of figures that other programs have made: fresh ones where this machine has the programs,
/// else those that are stored.
pub(crate) fn reference() -> PathBuf {
    let fresh = std::env::var_os("ZOPA_ANALYSIS_REFERENCE").map(PathBuf::from);
    assert!(fresh.is_some() || may_skip(), "ZOPA_ANALYSIS_REFERENCE names no fresh figures");
    let stored = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/analysis");
    fresh.unwrap_or_else(stored)
}

/// Random numbers for a test's own use.
pub(crate) fn stream(name: &str) -> Stream {
    StreamKey::new(Seed(2026), Purpose::Input, name).over_worlds(0)
}

/// A plan of so many worlds and histories, without the structural alternatives.
pub(crate) fn plan(seed: u64, worlds: u64, histories: u64) -> Plan {
    Plan { seed: Seed(seed), worlds, histories, structural: false, ..Plan::default() }
}

/// A run with its rows, one a world.
pub(crate) fn tabulate(scenario: &Scenario, plan: &Plan) -> (Summary, Vec<WorldRow>) {
    let mut rows = Vec::new();
    let summary = zopa::run_with(scenario, plan, &(), Some(&mut |row| rows.push(row)));
    (summary, rows)
}

/// A run's answer as a terminal shows it.
pub(crate) fn told(scenario: &Scenario, summary: &Summary, file: &str) -> String {
    terminal(&tell(&Envelope::<Run>::of_run(scenario, summary, file, "")), 80)
}

/// What `zopa run --json` says of a run of `file`.
pub(crate) fn document(scenario: &Scenario, summary: &Summary, file: &str) -> serde_json::Value {
    serde_json::to_value(Envelope::<Run>::of_run(scenario, summary, file, "")).unwrap()
}

/// Sits down in the world `world` of a scenario and calls `then` with the seat.
pub(crate) fn in_world<T>(
    scenario: &Scenario,
    seed: u64,
    world: &[f64],
    then: impl FnOnce(&mut Seat<'_>) -> T,
) -> T {
    let table = Table::new(scenario, Seed(seed));
    let mut seat = Seat::new(&table);
    seat.enter(world, Trial::default());
    then(&mut seat)
}

/// An onlooker made of a function.
pub(crate) fn look<F: FnMut(f64, Event<'_>)>(told: F) -> impl Observer {
    Look(told)
}

struct Look<F>(F);

impl<F: FnMut(f64, Event<'_>)> Observer for Look<F> {
    fn observe(&mut self, t: f64, event: Event<'_>) {
        (self.0)(t, event);
    }
}

/// Largest distance between the distribution of a sample and `cdf`, times √n (Kolmogorov).
pub(crate) fn kolmogorov(sample: &mut [f64], cdf: impl Fn(f64) -> f64) -> f64 {
    sample.sort_by(f64::total_cmp);
    let n = sample.len() as f64;
    let distance = sample.iter().enumerate().fold(0.0_f64, |largest, (index, &value)| {
        let expected = cdf(value);
        let (before, after) = (index as f64 / n, (index + 1) as f64 / n);
        largest.max(expected - before).max(after - expected)
    });
    n.sqrt() * distance
}

/// √n Dₙ at α = 0.001: c = √(½ ln(2/α)), the first term of Kolmogorov's series.
pub(crate) const KOLMOGOROV: f64 = 1.9495;

/// Standard deviation of a share of `trials` independent trials.
pub(crate) fn sigma(share: f64, trials: f64) -> f64 {
    (share * (1.0 - share) / trials).sqrt()
}
