//! `zopa backtest`: what it computes and what it prints.

use serde_json::Value;
use zopa::analysis::backtest::{Backtest, Case, Playing, Reference, play};
use zopa::model::Scenario;
use zopa::stream::Seed;

use crate::cases::case;
use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};
use crate::support::shipped_text;

const NAMES: [&str; 3] = ["camp-david-1978", "camp-david-2000", "minsk-2015"];

fn playing(grid_worlds: u64) -> Playing {
    Playing { seed: Seed(42), worlds: 60, histories: 10, threads: 0, bins: 5, grid_worlds }
}

fn played(scenarios: &[Scenario], grid_worlds: u64) -> Backtest {
    let cases: Vec<Case<'_>> =
        NAMES.iter().zip(scenarios).map(|(id, scenario)| Case { id, scenario }).collect();
    play(&cases, &playing(grid_worlds), &()).unwrap().unwrap()
}

fn three() -> Vec<Scenario> {
    NAMES.iter().map(|name| case(name, None)).collect()
}

#[test]
fn scores_and_references_by_hand() {
    let found = played(&three(), 0);
    assert_eq!(found.questions().count(), 10);
    assert!(found.recalibration.is_none());
    // Yes: 3 of 3, 0 of 3, 2 of 4; the others' share of each case.
    let shares: Vec<f64> =
        found.cases.iter().map(|case| case.questions[0].others_share.unwrap()).collect();
    let expected = [2.0 / 7.0, 5.0 / 7.0, 3.0 / 6.0];
    assert!(shares.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-15), "{shares:?}");
    let all: Vec<f64> = found.questions().map(|(_, one)| one.brier).collect();
    let mean = all.iter().sum::<f64>() / 10.0;
    assert!((found.brier.value - mean).abs() < 1e-12);
    let of = |reference| found.references.iter().find(|one| one.reference == reference).unwrap();
    assert!((of(Reference::Half).brier.value - 0.25).abs() < 1e-15);
    // Always the share of yes of the set, one half: ½ × ½.
    assert!((of(Reference::SetShare).brier.value - 0.25).abs() < 1e-15);
    let others = 3.0 * (5.0_f64 / 7.0).powi(2) + 3.0 * (5.0_f64 / 7.0).powi(2) + 4.0 * 0.25;
    assert!((of(Reference::OthersShare).brier.value - others / 10.0).abs() < 1e-12);
    // Base rates: signed and holds of each.
    assert_eq!(of(Reference::BaseRate).questions, 6);
    for one in &found.references {
        let saved = one.brier.value - one.model_brier.value;
        assert!((one.brier_saved.value - saved).abs() < 1e-12);
        assert!((one.skill.unwrap() - saved / one.brier.value).abs() < 1e-12);
        let (low, high) = one.brier_saved.interval.unwrap();
        assert!(low <= one.brier_saved.value && one.brier_saved.value <= high);
    }
    assert!((found.murphy.binned_score() + found.murphy.within - mean).abs() < 1e-12);
    let ids: Vec<Option<&str>> = found.told.iter().map(|told| told.id.as_deref()).collect();
    assert_eq!(ids, [None, Some("six-weeks"), Some("agreement"), Some("lasts")]);
}

/// Nothing but the global constants moves, and a case left out has no say in its own.
#[test]
fn recalibration_leaves_the_case_out() {
    let scenarios = three();
    let found = played(&scenarios, 20).recalibration.unwrap();
    assert_eq!((found.settings, found.left_out.len()), (27, 3));
    assert!(found.best_score <= found.as_it_is && found.best_score <= found.left_out_score + 1e-12);
    // Turn the outcomes of the last case round: what is chosen for it stays, for it had no say.
    let mut turned = scenarios;
    for asked in &mut turned[2].questions {
        if let Some(resolved) = asked.resolved.as_mut() {
            resolved.outcome = !resolved.outcome;
        }
    }
    let other = played(&turned, 20).recalibration.unwrap();
    assert_eq!(found.left_out[2].chosen, other.left_out[2].chosen);
    assert!((found.left_out[2].with_chosen - other.left_out[2].with_chosen).abs() > 0.01);
}

fn small(more: &[&str]) -> std::process::Output {
    let start = ["backtest", "scenarios/cases", "--worlds", "40", "--histories", "5"];
    let end = ["--recalibration-worlds", "4"];
    zopa(&[start.as_slice(), &end, more].concat())
}

#[test]
fn it_prints_what_happened_beside_the_odds() {
    let output = small(&[]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let text = stdout(&output);
    assert!(text.starts_with("Back-test of 20 cases with 70 resolved questions"), "{text}");
    let flowing = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["which count as 0.01 at least", "20 cases prove little", "uncalibrated", "least p"]
    {
        assert!(flowing.contains(words), "{words}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert_eq!(text, stdout(&small(&["--threads", "3"])));
    assert_ne!(text, stdout(&small(&["--seed", "43"])));
}

#[test]
fn json_and_csv_say_the_same() {
    let json: Value = serde_json::from_slice(&small(&["--json"]).stdout).unwrap();
    assert_eq!((&json["schema_version"], &json["verb"]), (&2.into(), &"backtest".into()));
    let json = &json["result"];
    assert_eq!(json["cases"].as_array().unwrap().len(), 20);
    let csv = stdout(&small(&["--csv"])).to_owned();
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 70);
    let brier: f64 = rows.iter().map(|row| row[13].parse::<f64>().unwrap()).sum::<f64>() / 70.0;
    assert!((json["brier"]["value"].as_f64().unwrap() - brier).abs() < 1e-12);
    let murphy = &json["murphy"];
    let part = |key: &str| murphy[key].as_f64().unwrap();
    let whole = part("reliability") - part("resolution") + part("uncertainty") + part("within");
    assert!((whole - brier).abs() < 1e-12);
    assert_eq!(json["recalibration"]["left_out"].as_array().unwrap().len(), 20);
    // Odds are those of a run with the same seed.
    let korea = ["run", "scenarios/cases/korea-1951.toml", "--worlds", "40", "--histories", "5"];
    let run: Value =
        serde_json::from_slice(&zopa(&[&korea[..], &["--json"]].concat()).stdout).unwrap();
    let of =
        json["cases"].as_array().unwrap().iter().find(|one| one["id"] == "korea-1951").unwrap();
    for end in ["value", "low", "high", "worlds_low", "worlds_high"] {
        let (of, alone) =
            (&of["questions"][0]["estimate"], &run["result"]["questions"][0]["estimate"]);
        assert_eq!(of[end], alone[end], "{end}");
    }
}

#[test]
fn one_case_and_open_questions_are_told_as_what_they_are() {
    let flagship = "scenarios/white-house-2025.toml";
    let output = zopa(&["backtest", flagship, "--worlds", "20", "--histories", "4"]);
    let text = stdout(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Questions without an outcome, left out: 1."), "{text}");
    assert!(text.contains("all questions 4 questions, all with the same answer"), "{text}");
    assert!(text.contains("1 case proves little") && !text.contains("Leave one case out"));
}

#[test]
fn what_cannot_be_scored_is_refused() {
    assert_fails(
        &zopa(&["backtest", "scenarios/two-party.toml"]),
        3,
        "scenarios/two-party.toml: no question is resolved, so there is nothing to score; add resolved = { \
         outcome = true, source = \"…\" } to a question",
    );
    let korea = "scenarios/cases/korea-1951.toml";
    assert_fails(
        &zopa(&["backtest", korea, korea]),
        2,
        "scenarios/cases/korea-1951.toml is named twice: a case counts once",
    );
    assert_fails(
        &zopa(&["backtest", "docs"]),
        2,
        "docs holds no scenario (no file that ends in .toml)",
    );
    let broken =
        File::new("broken-case.toml", &shipped_text("cases/minsk-2015").replace("as_of", "asof"));
    let output = zopa(&["backtest", broken.path()]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("as_of"), "{}", stderr(&output));
}
