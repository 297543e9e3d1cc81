//! `zopa compare` as its users meet it: what may be compared with what, what is printed, and what
//! a mistake says.

use serde_json::Value;

use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};

const BASE: &str = "scenarios/two-party.toml";

/// `zopa compare` of the smallest scenario at 40 worlds, with more arguments.
fn small(more: &[&str]) -> std::process::Output {
    let start = ["compare", BASE, "--worlds", "40", "--histories", "5"];
    zopa(&[start.as_slice(), more].concat())
}

fn json(more: &[&str]) -> Value {
    let output = small(&[more, &["--json"]].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_answer_comes_first() {
    let output = small(&["--variant", "good-wells"]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let text = stdout(&output);
    let answer = text.find("With good-wells the odds of a signature fall by").unwrap();
    assert!(answer < text.find("What are the odds?").unwrap());
    assert!(text.contains("Lower Ardo moves most"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert_eq!(text, stdout(&small(&["--variants", "--threads", "3"])));
    assert_ne!(text, stdout(&small(&["--variant", "good-wells", "--seed", "43"])));
}

#[test]
fn every_line_fits_a_terminal() {
    let flagship = "scenarios/white-house-2025.toml";
    for more in [&["--variants"][..], &["--variant", "pressure"], &[BASE]] {
        let start = ["compare", flagship, "--worlds", "20", "--histories", "3"];
        let output = zopa(&[start.as_slice(), more].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        for line in stdout(&output).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn alternatives_are_variants_then_what_is_set_then_what_is_named() {
    let results = json(&[
        "--alternative",
        "upkeep paid: parties.lower.concession_speed=1; parties.upper.outside.reservation={ shift = 0.05 }",
        "--set",
        "parties.upper.concession_speed=2",
        "--set",
        "parties.lower.concession_speed=2",
        "--variant",
        "good-wells",
    ]);
    let alternatives = results["result"]["alternatives"].as_array().unwrap();
    let labels: Vec<&str> = alternatives.iter().map(|one| one["label"].as_str().unwrap()).collect();
    let set = "parties.upper.concession_speed=2 and parties.lower.concession_speed=2";
    assert_eq!(labels, ["good-wells", set, "upkeep paid"]);
    assert_eq!(alternatives[0]["scenario"]["changed_by"], "--variant good-wells");
    assert_eq!(
        alternatives[2]["scenario"]["changed_by"],
        "--set 'parties.lower.concession_speed=1' \
         --set 'parties.upper.outside.reservation={ shift = 0.05 }'"
    );
}

/// The figures of each side are those of `zopa run`, and the parts of a difference agree.
#[test]
fn programs_get_every_figure() {
    let results = json(&["--variant", "good-wells"]);
    assert_eq!((&results["schema_version"], &results["verb"]), (&2.into(), &"compare".into()));
    assert_eq!(results["run"]["stopped"], "all-worlds");
    let run = ["run", BASE, "--worlds", "40", "--histories", "5", "--json"];
    let own: Value = serde_json::from_slice(&zopa(&run).stdout).unwrap();
    let varied = [run.as_slice(), &["--variant", "good-wells"]].concat();
    let other: Value = serde_json::from_slice(&zopa(&varied).stdout).unwrap();
    let alternative = &results["result"]["alternatives"][0];
    for link in 0..5 {
        let pair = &alternative["chain"][link]["odds"];
        let same = |side: &Value, alone: &Value| {
            for end in ["value", "low", "high", "worlds_low", "worlds_high"] {
                assert_eq!(side[end], alone["result"]["chain"][link]["estimate"][end], "{end}");
            }
        };
        same(&pair["base"], &own);
        same(&pair["with"], &other);
        let number = |key: &str| pair[key].as_f64().unwrap();
        let value = pair["difference"]["value"].as_f64().unwrap();
        assert!((number("no_to_yes") - number("yes_to_no") - value).abs() < 1e-12);
    }
    assert_eq!(alternative["questions"][0]["id"], "deal-by-spring");
    assert_eq!(alternative["zone"]["difference"]["method"], "paired-score-clustered");
    assert_eq!(alternative["worths"][0]["party"]["id"], "lower");
    assert_eq!(alternative["terms"].as_array().unwrap().len(), 3);
    let output = small(&["--variant", "good-wells", "--csv"]);
    let rows: Vec<&str> = stdout(&output).lines().collect();
    let columns = rows[0].split(',').count();
    assert!(rows[0].starts_with("alternative,measure,item,over,base,with,difference,low,high"));
    assert!(rows.iter().all(|row| row.split(',').count() == columns), "{rows:?}");
    for start in ["link,signed,", "question,deal-by-spring,", "zone,,", "named,upper,,"] {
        let start = format!("good-wells,{start}");
        assert_eq!(rows.iter().filter(|row| row.starts_with(&start)).count(), 1, "{start}");
    }
}

#[test]
fn a_file_compares_with_another_and_with_itself() {
    let text = std::fs::read_to_string(BASE).unwrap();
    let changed = File::new(
        "patient.toml",
        &text.replacen("concession_speed = 0.5", "concession_speed = 2", 1),
    );
    let output = small(&[changed.path()]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stdout(&output).contains("the odds of a signature"));
    let same = small(&[BASE]);
    assert_eq!(code(&same), 0);
    assert!(stdout(&same).contains("is the same scenario as"), "{}", stdout(&same));
    assert_eq!(json(&[BASE])["result"]["alternatives"][0]["same_as_base"], true);
}

#[test]
fn a_comparison_that_makes_no_sense_is_an_error_of_usage() {
    assert_fails(&zopa(&["compare"]), 2, "FILE");
    assert_fails(&small(&[]), 2, "with what? Name a second file, or --variants");
    assert_fails(&small(&[BASE, "--variants"]), 2, "several are named");
    assert_fails(&small(&["--variants", "--variant", "good-wells"]), 2, "--variant");
    assert_fails(&small(&["--variants", "--json", "--csv"]), 2, "--csv");
    assert_fails(&small(&["--set", "mediation.pen"]), 2, "has no “=”");
    for (text, says) in [
        ("mediation.pen=2", "has no “:”"),
        (": mediation.pen=2", "has no name"),
        ("a=b: mediation.pen=2", "has no name"),
        ("pen:", "sets nothing"),
        ("pen: mediation.pen", "“mediation.pen”, which has no “=”"),
    ] {
        assert_fails(&small(&["--alternative", text]), 2, says);
    }
    let text = std::fs::read_to_string(BASE).unwrap();
    let (without, _) = text.split_once("# 5.").unwrap();
    let plain = File::new("plain.toml", without);
    assert_fails(&zopa(&["compare", plain.path(), "--variants"]), 2, "defines no variants");
}

/// Two parties and a price; what happens after a signature is all that the tests change.
pub(crate) const PRICE: &str = r#"
title = "A price"
as_of = 2025-01-01
[issues.price]
anchors = { 0 = "low", 100 = "high" }
[parties.a]
role = "principal"
influence = 1
outside = { reservation = 0.3 }
[parties.a.positions]
price = { opening = 0, limit = 60, ideal = 0, salience = 1 }
[parties.b]
role = "principal"
influence = 1
outside = { reservation = 0.3 }
ratification = { probability = 0.95 }
[parties.b.positions]
price = { opening = 100, limit = 40, ideal = 100, salience = 1 }
"#;

fn flat(output: &std::process::Output) -> String {
    assert_eq!(code(output), 0, "{}", stderr(output));
    stdout(output).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A change that leaves every signature and takes away what comes after is not called none.
#[test]
fn the_answer_is_about_the_outcome_that_moves_most() {
    let file = File::new("price.toml", PRICE);
    let compare = |more: &[&str]| {
        let start = ["compare", file.path(), "--worlds", "60", "--histories", "5"];
        zopa(&[start.as_slice(), more].concat())
    };
    let (vote, breach) = ("parties.b.ratification.probability=0.01", "durability.record=3");
    let voted = flat(&compare(&["--set", vote]));
    assert!(
        voted.contains(&format!("With {vote} the odds of a deal in force fall by ")),
        "{voted}"
    );
    // Who foresees that vote seldom signs.
    assert!(voted.contains("Those of a signature fall by "), "{voted}");
    assert!(!voted.contains("in not one of"), "{voted}");
    let broken = flat(&compare(&["--set", breach]));
    assert!(broken.contains("the odds of a deal that holds a year fall by "), "{broken}");
    // Whoever asks for another outcome is told of this one all the same.
    let asked = flat(&compare(&["--set", breach, "--of", "signed"]));
    assert!(asked.contains(&format!("With {breach} the odds of a signature stay at ")), "{asked}");
    assert!(
        asked.contains("Another outcome moves more: the odds of a deal that holds a year fall by")
    );
    assert!(asked.contains("(--of holds)"), "{asked}");
    // Of many in a table its column is there.
    let many =
        ["--alternative", "a: durability.record=3", "--alternative", "b: durability.record=2"];
    let many = [&many[..], &["--alternative", "c: parties.a.concession_speed=0.9"]].concat();
    assert!(flat(&compare(&many)).contains("base"));
    let json = compare(&["--set", breach, "--of", "holds", "--json"]);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        (&json["result"]["of"], &json["result"]["alternatives"][0]["told"]),
        (&"holds".into(), &"holds".into())
    );
    let json = compare(&["--set", vote, "--json"]);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    let told = &json["result"]["alternatives"][0]["told"];
    assert!(json["result"]["of"].is_null() && told == "ratified", "{json}");
    assert_fails(&compare(&["--set", vote, "--of", "sealed"]), 2, "no “sealed”; there are talks");
}

/// A question that only the base asks can be asked for; the alternative says that it has none.
#[test]
fn a_question_of_one_side_alone_is_told_so() {
    let text = std::fs::read_to_string(BASE).unwrap();
    let other =
        File::new("unasked.toml", &text.replace("id = \"deal-by-spring\"", "id = \"other\""));
    let told = flat(&small(&[other.path(), "--of", "deal-by-spring"]));
    assert!(told.contains("does not ask for “"), "{told}");
}

#[test]
fn a_scenario_that_does_not_load_is_reported_with_its_place() {
    assert_fails(&small(&["--variant", "good-well"]), 3, "good-wells");
    assert_fails(&small(&["--set", "parties.upper.concession_sped=1"]), 3, "concession_speed");
    assert_fails(&small(&["no-such-file.toml"]), 1, "cannot read no-such-file.toml");
}
