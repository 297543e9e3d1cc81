//! Inputs that hang together: drawn worlds against what was asked for, in closed form and by a naive twin.

use zopa::analysis::codings::{Swap, agreements, swaps};
use zopa::model::{InputId, Scenario};
use zopa::montecarlo::Draws;
use zopa::prior::normal_quantile;
use zopa::scenario::{LoadOptions, load};
use zopa::stream::{Purpose, Seed, StreamKey};

use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::support::{scenario, shipped, shipped_text};

const SEED: Seed = Seed(7);
const WORLDS: usize = 20_000;

const COST: &str = "parties.russia.outside.cost";
const OTHER_COST: &str = "parties.ukraine.outside.cost";
const LIMIT: &str = "parties.russia.positions.territory.limit";
const SPEED: &str = "parties.russia.concession_speed";
const DRIFT: &str = "front.drift";

/// Exhaustion behind three numbers of one party and one of the other, and three pairs beside it.
pub(crate) const HANGING: &str = r#"
[[factors]]
name = "exhaustion"
loadings = { "parties.russia.outside.cost" = 0.8, "parties.russia.positions.territory.limit" = -0.5, "parties.ukraine.outside.cost" = 0.6 }

[[factors]]
name = "summer"
loadings = { "front.drift" = 0.7, "parties.russia.outside.cost" = -0.4 }

[[correlations]]
between = ["parties.russia.outside.cost", "parties.ukraine.outside.cost"]
spearman = 0.7

[[correlations]]
between = ["parties.russia.concession_speed", "parties.ukraine.outside.cost"]
spearman = -0.3
"#;

fn hanging() -> Scenario {
    scenario(&(shipped_text("white-house-2025") + HANGING))
}

fn input(scenario: &Scenario, path: &str) -> InputId {
    scenario.input_id(path).unwrap_or_else(|| panic!("no input {path}"))
}

/// Worlds, row by row.
fn worlds(scenario: &Scenario, fixed: &[(InputId, f64)], count: usize) -> Vec<Vec<f64>> {
    let mut draws = Draws::new(scenario, SEED, fixed);
    draws.seek(0);
    (0..count).map(|_| draws.draw().to_vec()).collect()
}

fn column(worlds: &[Vec<f64>], id: InputId) -> Vec<f64> {
    worlds.iter().map(|world| world[id.index()]).collect()
}

/// Places in rising order.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    for (rank, index) in order.into_iter().enumerate() {
        ranks[index] = rank as f64;
    }
    ranks
}

/// Spearman's correlation: Pearson's, of ranks.
fn spearman(one: &[f64], other: &[f64]) -> f64 {
    let (a, b) = (ranks(one), ranks(other));
    let middle = (a.len() - 1) as f64 / 2.0;
    let dot = |x: &[f64], y: &[f64]| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum()
    };
    dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt()
}

/// Pairs that are stated have what is stated; others what factors give them, 6/π·asin(λμ/2); and whoever
/// shares nothing hangs together with nobody. The standard error of a rank correlation is below
/// 1/√20,000 = 0.007; the bound is four of them.
#[test]
fn drawn_worlds_are_correlated_as_asked_for() {
    let scenario = hanging();
    let worlds = worlds(&scenario, &[], WORLDS);
    let by_factor = |product: f64| 6.0 / std::f64::consts::PI * (product / 2.0).asin();
    for (one, other, expected) in [
        (COST, OTHER_COST, 0.7),
        (SPEED, OTHER_COST, -0.3),
        (COST, LIMIT, by_factor(-0.4)),
        (OTHER_COST, LIMIT, by_factor(-0.3)),
        (COST, DRIFT, by_factor(-0.28)),
        (SPEED, COST, 0.0),
        (SPEED, LIMIT, 0.0),
        (DRIFT, LIMIT, 0.0),
        (DRIFT, OTHER_COST, 0.0),
        (DRIFT, "parties.us.influence", 0.0),
    ] {
        let Some(id) = scenario.input_id(other) else { panic!("no input {other}") };
        if !scenario.inputs[id.index()].prior.is_uncertain() {
            continue;
        }
        let found = spearman(&column(&worlds, input(&scenario, one)), &column(&worlds, id));
        assert!((found - expected).abs() < 0.028, "{one} and {other}: {found}, not {expected}");
        let said = scenario.dependence.as_ref().unwrap().spearman(input(&scenario, one), id);
        assert!((said - expected).abs() < 1e-12, "{one} and {other}: {said}");
    }
}

/// Kolmogorov's test of the drawn values against the prior as it is written, by its quantile function: no
/// value lies further from its place than √n D = 1.9495 allows (α = 0.001).
#[test]
fn every_number_keeps_its_distribution() {
    let scenario = hanging();
    let worlds = worlds(&scenario, &[], WORLDS);
    let n = WORLDS as f64;
    let far = 1.9495 / n.sqrt();
    for path in [COST, OTHER_COST, LIMIT, SPEED, DRIFT] {
        let id = input(&scenario, path);
        let prior = &scenario.inputs[id.index()].prior;
        let mut values = column(&worlds, id);
        values.sort_by(f64::total_cmp);
        for (index, &value) in values.iter().enumerate() {
            let (before, after) = (index as f64 / n + far, (index + 1) as f64 / n - far);
            assert!(before >= 1.0 || value <= prior.quantile(before), "{path} at {before}");
            assert!(after <= 0.0 || value >= prior.quantile(after), "{path} at {after}");
        }
    }
}

/// The naive twin: scores by the formula, from the streams by their names.
#[test]
fn levels_are_those_of_the_formula() {
    let scenario = scenario(
        &(shipped_text("white-house-2025")
            + r#"
[[factors]]
name = "exhaustion"
loadings = { "parties.russia.outside.cost" = 0.8, "parties.ukraine.outside.cost" = 0.5 }
"#),
    );
    let of = |purpose, name: &str, world| {
        normal_quantile(StreamKey::new(SEED, purpose, name).over_worlds(world).uniform())
    };
    let mut draws = Draws::new(&scenario, SEED, &[]);
    draws.seek(40);
    let place = |draws: &Draws<'_>, path| {
        draws.uncertain().iter().position(|&id| id == input(&scenario, path)).unwrap()
    };
    let mut below = 0;
    for world in 40..20_040 {
        draws.draw();
        let cause = of(Purpose::Factor, "exhaustion", world);
        let mut both = true;
        for (path, loading) in [(COST, 0.8_f64), (OTHER_COST, 0.5)] {
            let own = of(Purpose::Input, path, world);
            let score = loading * cause + (1.0 - loading * loading).sqrt() * own;
            let level = draws.levels()[place(&draws, path)];
            assert!((normal_quantile(level) - score).abs() < 1e-9, "{path} in {world}");
            both &= score < 0.0;
        }
        below += u32::from(both);
    }
    // Sheppard (1899): both below their medians with probability ¼ + asin(r)/2π, r = 0.8 · 0.5; the bound
    // is four standard errors of a share of 20,000.
    let expected = 0.25 + 0.4_f64.asin() / (2.0 * std::f64::consts::PI);
    assert!((f64::from(below) / 20_000.0 - expected).abs() < 0.0135, "{below}");
}

/// Common random numbers: whoever hangs together with nobody has the draws it had, to the last bit, and so
/// has the first of what is correlated without a factor.
#[test]
fn others_keep_their_draws() {
    let (alone, hanging) = (scenario(&shipped_text("white-house-2025")), hanging());
    let hang = hanging.dependence.as_ref().unwrap();
    let [alone_worlds, worlds] = [&alone, &hanging].map(|scenario| worlds(scenario, &[], 50));
    let mut bent = 0;
    for id in (0..alone.inputs.len()).map(InputId::new) {
        let same = column(&alone_worlds, id) == column(&worlds, id);
        let free = hang.members().iter().filter(|member| member.is_free());
        let keeps = !hang.holds(id) || free.into_iter().any(|member| member.input == id);
        assert_eq!(same, keeps, "{}", alone.inputs[id.index()].path);
        bent += u32::from(!same);
    }
    assert_eq!(bent, 4);
}

/// Setting a number is not observing it: what hangs together with it stays as it was. So in a run with a
/// number held, and with a number made certain by `--set`.
#[test]
fn what_is_set_leaves_the_others_alone() {
    let whole = hanging();
    let text = shipped_text("white-house-2025") + HANGING;
    let free = worlds(&whole, &[], 50);
    let cost = input(&whole, COST);
    let held = worlds(&whole, &[(cost, 0.07)], 50);
    let overrides = vec![(COST.to_owned(), "0.07".to_owned())];
    let options = LoadOptions { overrides, ..LoadOptions::default() };
    let set = load("test.toml", &text, &options).unwrap();
    let known = worlds(&set.scenario, &[], 50);
    for id in (0..whole.inputs.len()).map(InputId::new) {
        if id == cost {
            assert!(column(&held, id).iter().all(|&value| value == 0.07));
        } else {
            assert_eq!(column(&held, id), column(&free, id));
        }
        assert_eq!(column(&known, id), column(&held, id));
    }
    assert!(set.warnings.to_string().contains("Z0918"));
}

/// A loading is a number of the file like another for `--set`, and the order of the file changes nothing.
#[test]
fn loadings_are_set_by_path_and_order_means_nothing() {
    let text = shipped_text("white-house-2025");
    let loading = |value: &str| format!("[[factors]]\nname = \"f\"\nloadings = {{ {value} }}\n");
    let one = format!("{text}\n{}", loading(&format!("\"{COST}\" = 0.5, \"{DRIFT}\" = 0.9")));
    let other = format!("{text}\n{}", loading(&format!("\"{DRIFT}\" = 0.9, \"{COST}\" = 0.2")));
    let path = format!("factors.f.loadings.\"{COST}\"");
    let options =
        LoadOptions { overrides: vec![(path, "0.5".to_owned())], ..LoadOptions::default() };
    let set = load("test.toml", &other, &options).unwrap().scenario;
    assert_eq!(worlds(&scenario(&one), &[], 20), worlds(&set, &[], 20));
    assert_ne!(worlds(&scenario(&one), &[], 20), worlds(&scenario(&other), &[], 20));
    let pair = |a: &str, b: &str| {
        format!("{text}\n[[correlations]]\nbetween = [\"{a}\", \"{b}\"]\nspearman = 0.4\n")
    };
    let [one, other] = [pair(COST, DRIFT), pair(DRIFT, COST)].map(|text| scenario(&text));
    assert_eq!(worlds(&one, &[], 20), worlds(&other, &[], 20));
}

/// What hangs together decides numbers, so it is in the fingerprint; the title of a factor is not.
#[test]
fn fingerprints_know_what_hangs_together() {
    let text = shipped_text("white-house-2025");
    let plain = scenario(&text).fingerprint;
    let hanging = scenario(&(text.clone() + HANGING)).fingerprint;
    let titled = HANGING.replacen("\nloadings", "\ntitle = \"Tired of war\"\nloadings", 1);
    assert_ne!(plain, hanging);
    assert_eq!(scenario(&(text + &titled)).fingerprint, hanging);
}

/// Two codings that differ in nothing but what hangs together: swapped as a group of its own, it makes A the
/// same as B.
#[test]
fn codings_differ_in_what_hangs_together() {
    let (a, b) = (scenario(&shipped_text("white-house-2025")), hanging());
    let found = agreements(&a, &b, SEED).unwrap();
    let swapped = swaps(&a, &b, &found.likeness);
    let groups: Vec<Swap> = swapped.iter().map(|swap| swap.group).collect();
    assert_eq!(groups, [Swap::Dependence, Swap::Shared]);
    for swap in &swapped {
        assert_eq!(swap.numbers, 7, "five loadings and two pairs");
        assert_eq!(worlds(&swap.scenario, &[], 20), worlds(&b, &[], 20));
    }
    let back = swaps(&b, &a, &agreements(&b, &a, SEED).unwrap().likeness);
    assert_eq!(worlds(&back[0].scenario, &[], 20), worlds(&a, &[], 20));
    let same = agreements(&b, &b, SEED).unwrap();
    assert!(swaps(&b, &b, &same.likeness).is_empty());
}

/// Causes that make a deal likely in the same worlds widen the spread between worlds and leave every number
/// as it was.
#[test]
fn hanging_together_widens_the_spread_between_worlds() {
    use zopa::montecarlo::{Link, Outcome, Plan};
    let plain = shipped("two-party", &[]);
    let (one, other) = ("parties.upper.outside.reservation", "parties.lower.outside.reservation");
    let text = |spearman: f64| {
        let pair = format!("between = [\"{one}\", \"{other}\"]\nspearman = {spearman}");
        format!("{}\n[[correlations]]\n{pair}\n", shipped_text("two-party"))
    };
    let plan = Plan { seed: SEED, worlds: 1_500, histories: 10, ..Plan::default() };
    let spread = |scenario: &Scenario| {
        let summary = zopa::run(scenario, &plan);
        let (low, high) = summary.estimate(Outcome::Link(Link::Signed)).worlds.unwrap();
        high - low
    };
    let widths = [scenario(&text(-0.9)), plain, scenario(&text(0.9))].map(|s| spread(&s));
    let rises = widths[0] < widths[1] && widths[1] < widths[2];
    let falls = widths[0] > widths[1] && widths[1] > widths[2];
    assert!(rises || falls, "{widths:?}");
}

#[test]
fn the_command_tells_what_hangs_together() {
    let file = File::new("hanging.toml", &(shipped_text("white-house-2025") + HANGING));
    let check = zopa(&["check", file.path()]);
    for line in [
        "  factor exhaustion: parties.russia.outside.cost +0.8, \
         parties.russia.positions.territory.limit −0.5, parties.ukraine.outside.cost +0.6\n",
        "  correlation −0.3: parties.russia.concession_speed, parties.ukraine.outside.cost\n",
    ] {
        assert!(stdout(&check).contains(line), "{}", stdout(&check));
    }
    let story = zopa(&["explain", file.path(), "--trial", "3"]);
    let told = stdout(&story).replace('\n', " ");
    assert!(told.contains("exhaustion: higher than in"), "{told}");
    let refused = zopa(&["drivers", file.path(), "--method", "sobol", "--points", "4"]);
    assert_eq!(code(&refused), 2);
    assert!(stderr(&refused).contains("take inputs to be independent"), "{}", stderr(&refused));
    let alone = ["--input", "parties.us.influence=0.3..0.9", "--points", "4", "--histories", "2"];
    let alone = [["drivers", file.path(), "--method", "sobol"].as_slice(), &alone].concat();
    assert_eq!(code(&zopa(&alone)), 0);
    let run = ["run", file.path(), "--json", "--worlds", "20", "--histories", "2"];
    let run: serde_json::Value = serde_json::from_str(stdout(&zopa(&run))).unwrap();
    assert_eq!(run["result"]["dependence"]["factors"][1]["name"], "summer");
    assert_eq!(run["result"]["dependence"]["correlations"][0]["spearman"], 0.7);
}
