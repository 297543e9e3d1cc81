//! `zopa compare-codings`: what it computes and what it prints.

use serde_json::Value;
use zopa::analysis::codings::{Kind, Swap, agreements, swaps};
use zopa::model::Scenario;
use zopa::stream::Seed;

use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::support::{scenario, shipped, shipped_text};

const FIRST: &str = "scenarios/two-party.toml";
const SECOND: &str = "scenarios/codings/two-party-second.toml";

fn pair() -> (Scenario, Scenario) {
    (shipped("two-party", &[]), shipped("codings/two-party-second", &[]))
}

#[test]
fn numbers_are_held_against_each_other_by_path() {
    let (a, b) = pair();
    let found = agreements(&a, &b, Seed(1)).unwrap();
    assert_eq!(found.likeness.only_a, ["parties.lower.positions.water.red_line"]);
    assert!(found.likeness.only_b.is_empty());
    let of = |path: &str| found.likeness.both.iter().find(|one| one.path == path).unwrap();
    // 15 and 20, both sure: no spread to measure by.
    let opening = of("parties.upper.positions.water.opening");
    assert_eq!((opening.kind, opening.shift, opening.same), (Kind::Openings, None, false));
    assert!((opening.scale_share.unwrap() - 0.05).abs() < 1e-12 && opening.overlap == 0.0);
    // Symmetric triangles of ± 10 at 55 and 50: Φ(1) of one lies 10(1 − √(2 × .1587)) = 4.37 off its middle;
    // 5 points are 1.145 of that. They meet half way: a quarter of the way up the far side, twice 9/32.
    let limit = of("parties.upper.positions.water.limit");
    let spread = 10.0 * (1.0 - (2.0 * 0.158_655_253_931_457_f64).sqrt());
    assert!((limit.shift.unwrap() + 5.0 / spread).abs() < 1e-9, "{limit:?}");
    assert!((limit.overlap - 2.0 * 0.5 * 0.75 * 0.75).abs() < 2e-3, "{limit:?}");
    // What is the same is the same.
    let same = of("parties.lower.positions.water.limit");
    assert!(same.same && same.shift == Some(0.0) && same.overlap == 1.0);
    let payment = of("parties.lower.positions.payment.limit");
    assert!(payment.scale_share.unwrap().abs() < 0.05, "a share of a scale of 200: {payment:?}");
}

/// A coding against itself agrees in full, and nothing is swapped.
#[test]
fn a_coding_agrees_with_itself() {
    let (a, _) = pair();
    let found = agreements(&a, &a, Seed(1)).unwrap();
    assert!(found.kinds.iter().all(|kind| kind.same == kind.numbers && kind.overlap == 1.0));
    assert!(found.kinds.iter().filter_map(|kind| kind.alpha).all(|alpha| alpha.value == 1.0));
    assert!(found.notes.is_empty() && swaps(&a, &a, &found.likeness).is_empty());
}

/// Swapping all that both have leaves only what one has alone.
#[test]
fn swaps_take_the_other_coders_numbers() {
    let (a, b) = pair();
    let found = agreements(&a, &b, Seed(1)).unwrap();
    let swapped = swaps(&a, &b, &found.likeness);
    let all = swapped.last().unwrap();
    assert_eq!(all.group, Swap::Shared);
    for (index, input) in all.scenario.inputs.iter().enumerate() {
        let expected = b
            .input_id(&input.path)
            .map_or(&a.inputs[index].prior, |other| &b.inputs[other.index()].prior);
        assert_eq!(&input.prior, expected, "{}", input.path);
    }
    // Kinds share out the numbers that differ; parties do, too, where every number has one.
    let count = |of: &dyn Fn(Swap) -> bool| -> usize {
        swapped.iter().filter(|swap| of(swap.group)).map(|swap| swap.numbers).sum()
    };
    assert_eq!(count(&|group| matches!(group, Swap::Kind(_))), all.numbers);
    assert_eq!(count(&|group| matches!(group, Swap::Party(_))), all.numbers);
    let openings = swapped.iter().find(|swap| swap.group == Swap::Kind(Kind::Openings)).unwrap();
    let changed = openings.scenario.inputs.iter().zip(&a.inputs);
    let changed: Vec<&str> =
        changed.filter(|(x, y)| x.prior != y.prior).map(|(x, _)| x.path.as_str()).collect();
    assert_eq!(
        changed,
        ["parties.upper.positions.water.opening", "parties.lower.positions.water.opening"]
    );
}

#[test]
fn the_command_tells_which_disagreement_matters() {
    let more = ["--worlds", "100", "--histories", "10"];
    let output = zopa(&[&["compare-codings", FIRST, SECOND], &more[..]].concat());
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let text = stdout(&output);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.lines().all(|line| line == line.trim_end()), "{text}");
    // The wells matter more than the opening bids.
    let (costs, openings) =
        (text.find("    costs and reservations").unwrap(), text.find("    openings").unwrap());
    assert!(costs < openings, "{text}");
    let json = zopa(&[&["compare-codings", FIRST, SECOND, "--json"], &more[..]].concat());
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&json["schema_version"], &json["verb"]), (&2.into(), &"compare-codings".into()));
    let json = &json["result"];
    // B alone, as a run of B has it.
    let run = zopa(&[&["run", SECOND, "--json"], &more[..]].concat());
    let run: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(
        json["b_against_a"]["chain"][2]["odds"]["with"]["value"],
        run["result"]["chain"][2]["estimate"]["value"]
    );
    let csv = zopa(&["compare-codings", FIRST, SECOND, "--csv", "--worlds", "2"]);
    let rows = stdout(&csv).lines().count() - 1;
    let numbers = json["numbers"].as_array().unwrap().len();
    assert_eq!(rows, numbers + 1, "every number, and the one that A has alone");
}

#[test]
fn different_frames_are_refused_with_every_difference() {
    let text = shipped_text("two-party")
        .replace("[parties.lower]", "[parties.downstream]")
        .replace("[parties.lower.positions]", "[parties.downstream.positions]")
        .replace("scale = [0, 200]", "scale = [0, 300]")
        .replace("parties.lower.outside", "parties.downstream.outside");
    let other = File::new("other-frame.toml", &text);
    let output = zopa(&["compare-codings", FIRST, other.path()]);
    assert_eq!(code(&output), 3);
    let said = stderr(&output);
    for clause in [
        "do not code the same negotiation:",
        "A has the party `lower`, which B lacks",
        "B has the party `downstream`, which A lacks",
        "the issue `payment` does not have the same scale in A and B",
        "start from the same parties and issues",
    ] {
        assert!(said.contains(clause), "{clause}: {said}");
    }
    // What is no number is told, and no obstacle.
    let later = scenario(&shipped_text("two-party").replace("2026-01-05", "2026-02-05"));
    let found = agreements(&shipped("two-party", &[]), &later, Seed(1)).unwrap();
    assert_eq!(found.notes, ["as_of is 2026-01-05 in A and 2026-02-05 in B"]);
}
