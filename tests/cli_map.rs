//! `zopa map --positions` as its users meet it.

use std::process::Output;

use serde_json::Value;

use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};

const CAR: &str = "tests/data/forecasts/car_emissions.csv";
const KTAB: &str = "tests/data/forecasts/ktab_three_dimensions.csv";
const HEAD: &str = "actor,capability,position,salience\n";

fn map(table: &str, more: &[&str]) -> Output {
    zopa(&[&["map", "--positions", table], more].concat())
}

/// The terminal's text, every line of it within 80 columns and without blanks at its end.
fn drawn(table: &str, more: &[&str]) -> String {
    let output = map(table, more);
    assert_eq!((code(&output), stderr(&output)), (0, ""), "{table} {more:?}");
    for line in stdout(&output).lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert_eq!(line.trim_end(), line);
    }
    assert!(!stdout(&output).contains("NaN") && !stdout(&output).contains("inf,"));
    stdout(&output).to_owned()
}

fn parsed(table: &str, more: &[&str]) -> Value {
    let output = map(table, &[&["--json"], more].concat());
    assert_eq!((code(&output), stderr(&output)), (0, ""), "{table} {more:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A table of one issue, in a file.
fn table(name: &str, rows: &[&str]) -> File {
    File::new(name, &format!("{HEAD}{}\n", rows.join("\n")))
}

#[test]
fn the_drawing_fits_the_terminal_and_says_what_matters() {
    let text = drawn(CAR, &[]);
    for says in [
        "◆           ·   7.4                23.0\n",
        "  conditional  10.0: 45%, 7.0: 35%, 4.0: 21%",
        "Challenge model scholz-code, round by round",
        "From\n  round 5 on, the same 2 rounds repeat for ever.",
        "need not converge",
        "The weighted mean is the bar to clear, and the most elaborate model is not the\n  most \
         accurate",
        "    always 50                                                    28.0",
    ] {
        assert!(text.contains(says), "{says}\n{text}");
    }
    let several = drawn(KTAB, &["--grid", "--rounds", "40"]);
    for says in ["Issue: Pstn3", "Whose package would win", "SActor-04: 60%", "prospect"] {
        assert!(several.contains(says), "{says}\n{several}");
    }
    drawn(CAR, &["--rounds", "60", "--grid"]);
    drawn("tests/data/forecasts/sultan.csv", &[]);
}

#[test]
fn json_holds_every_number() {
    let document = parsed(CAR, &["--grid"]);
    assert_eq!(document["schema_version"], 2);
    assert_eq!(document["result"]["file"], CAR);
    let own = &document["result"]["issues"][0];
    assert_eq!(own["weighted_mean"]["value"], 7.389_955_686_853_767);
    assert_eq!(own["weighted_median"]["value"], 7.0);
    assert_eq!(own["weighted_median"]["tie"], false);
    let options = own["elections"][0]["options"].as_array().unwrap();
    let printed: Vec<String> =
        options.iter().map(|o| format!("{:.4}", o["probability"].as_f64().unwrap())).collect();
    assert_eq!(printed, ["0.2069", "0.3474", "0.4457"]);
    assert_eq!(options[1]["actors"][0], "Belgium");
    assert_eq!(own["elections"][0]["most_likely"], serde_json::json!([10.0]));
    assert_eq!(own["grid"].as_array().unwrap().len(), 90);
    let rounds = own["challenges"][0]["rounds"].as_array().unwrap();
    assert_eq!(rounds.len(), 9);
    let belgium = &rounds[1]["actors"][1];
    assert!((belgium["position"].as_f64().unwrap() - 8.415_932_315_426_764).abs() < 1e-9);
    assert_eq!(belgium["followed"]["kind"], "compromise");
    assert_eq!(belgium["followed"]["from"], "France");
    assert_eq!(own["challenges"][1]["name"], "scholz-paper");
    assert_eq!(own["challenges"][1]["rules"]["q"], 1.0);
    assert!(document["result"]["accuracy"].as_array().unwrap().len() > 20);
    assert_eq!(document["result"]["accuracy"][0]["mean_absolute_error"], 22.992);
    let together = parsed(KTAB, &[]);
    let package = &together["result"]["all_issues"][0]["options"][4];
    assert_eq!(package["actors"], serde_json::json!(["SActor-04"]));
    let second = &package["positions"][1];
    assert_eq!((&second["issue"], &second["position"]), (&"Pstn2".into(), &45.77.into()));
}

#[test]
fn csv_has_one_row_a_number() {
    for (file, more) in [(CAR, &["--csv", "--grid"][..]), (KTAB, &["--csv"][..])] {
        let output = map(file, more);
        assert_eq!((code(&output), stderr(&output)), (0, ""));
        let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
        let head = ["issue", "method", "rules", "round", "item", "value"];
        assert_eq!(reader.headers().unwrap(), &head[..]);
        let mut seen = std::collections::BTreeSet::new();
        for record in reader.records() {
            let record = record.unwrap();
            record[5].parse::<f64>().unwrap();
            let key: Vec<String> = record.iter().take(5).map(str::to_owned).collect();
            assert!(seen.insert(key), "twice: {record:?}");
        }
        if file == CAR {
            let text = stdout(&output);
            assert!(text.contains("issue,weighted-mean,,,mean,7.389955686853767\n"), "{text}");
            assert!(text.contains("issue,challenge,scholz-code,2,position of Belgium,9.61085913"));
        }
    }
}

#[test]
fn every_rule_can_be_chosen() {
    let document = parsed(
        CAR,
        &[
            "--challenge",
            "scholz-paper,vote-share=all-pairs,votes-risk=on,risk=off,view=own,\
             conflict-choice=highest-utility,compromise-choice=least-move,conflict=stay,\
             capitulation=off,order=highest-utility,q=0.5,distances=start",
            "--challenge",
            "q=0",
            "--rounds",
            "3",
            "--election",
            "kind=markov-uniform,victory=octic,voting=prospect,risk=max",
        ],
    );
    let own = &document["result"]["issues"][0];
    let rules = &own["challenges"][0]["rules"];
    assert_eq!(rules["vote_share"], "all-pairs");
    assert_eq!(rules["q"], 0.5);
    assert_eq!(own["challenges"][0]["rounds"].as_array().unwrap().len(), 4);
    assert_eq!(own["challenges"][1]["name"], "scholz-code,q=0");
    assert_eq!(own["elections"].as_array().unwrap().len(), 1);
    assert_eq!(own["elections"][0]["rules"]["voting"], "prospect");
}

#[test]
fn rules_that_make_no_sense_are_an_error_of_usage() {
    for (flag, rules, says) in [
        ("--challenge", "scholz", "there are scholz-code and scholz-paper"),
        (
            "--challenge",
            "scholz-code,conflict=fight",
            "`conflict` cannot be `fight`; it is move or",
        ),
        ("--challenge", "q=1.5", "`q` cannot be `1.5`; it is a number from 0 to 1"),
        ("--challenge", "speed=1", "there is no switch `speed`; there are vote-share"),
        ("--challenge", "risk=on,risk=off", "`risk` is set twice"),
        ("--election", "voting=cube", "`voting` cannot be `cube`; it is proportional, binary"),
        ("--election", "quick", "`quick` sets nothing"),
        ("--rounds", "0", "--rounds"),
        ("--rounds", "9999", "--rounds"),
    ] {
        assert_fails(&map(CAR, &[flag, rules]), 2, says);
    }
    assert_fails(&map(CAR, &["--json", "--csv"]), 2, "--csv");
    assert_fails(&zopa(&["map"]), 2, "--positions");
}

#[test]
fn a_table_that_is_wrong_is_reported_with_its_line_and_the_mend() {
    let wrong = |text: &str, says: &str| {
        let file = File::new(&format!("wrong-{}.csv", text.len()), text);
        let output = map(file.path(), &[]);
        assert_fails(&output, 3, &format!("{}:{says}", file.path()));
    };
    wrong("", "1: the table is empty; start with actor,capability,position,salience");
    wrong(HEAD, "1: there are titles but no actor; add one row for each actor");
    wrong(
        &format!("{HEAD}A,1,many,1\n"),
        "2: column `position`: expected a number such as 0.5, but found `many`",
    );
    wrong(&format!("{HEAD}A,1,2,1\nB,-1,2,1\n"), "3: column `capability`: expected a number, 0 or");
    wrong("actor,power,position,salience\nA,1,2,1\n", "1: there is no column `capability`");
    wrong(&format!("{HEAD}A,1e200,2,1\n"), " the capability of `A` is");
    let many: Vec<String> = (0..400).map(|i| format!("A{i},1,{i},1")).collect();
    let many = many.join("\n");
    wrong(&format!("{HEAD}{many}"), " 400 actors are too many, at most 300");
    let latin = File::new("latin1.csv", "");
    std::fs::write(&latin.0, b"actor,capability,position,salience\nCaf\xe9,1,1,1\n").unwrap();
    assert_fails(&map(latin.path(), &[]), 3, ":2: this is not UTF-8 text");
    let huge = File::new("huge.csv", &"#\n".repeat(600_000));
    assert_fails(&map(huge.path(), &[]), 3, "a table of positions has at most");
}

#[test]
fn a_table_that_is_not_there_is_an_error_of_files() {
    assert_fails(&map("no-such.csv", &[]), 1, "cannot read no-such.csv");
    assert_fails(&map("tests/data", &[]), 1, "cannot read tests/data");
}

/// Whoever has no answer keeps a place and says why.
#[test]
fn degenerate_tables_are_answered() {
    let alone = table("alone.csv", &["A,1,4,0.5"]);
    let text = drawn(alone.path(), &["--grid"]);
    assert!(text.contains("4.00: 100%") && text.contains("Nobody ever moves."), "{text}");
    let agreed = table("agreed.csv", &["A,1,4,0.5", "B,2,4,1", "C,3,4,0"]);
    assert!(drawn(agreed.path(), &[]).contains("4.00: 100%"));

    let careless = table("careless.csv", &["A,1,0,0", "B,2,10,0"]);
    let text = drawn(careless.path(), &["--grid"]);
    for says in [
        "No answer from weighted mean: every actor has zero capability times salience",
        "No answer from challenge scholz-code: every",
        "  conditional  0.0: 50%, 10.0: 50%",
    ] {
        assert!(text.contains(says), "{says}\n{text}");
    }
    assert!(!text.contains("need not converge"), "nothing was played");
    let document = parsed(careless.path(), &[]);
    assert_eq!(document["result"]["issues"][0]["weighted_mean"]["value"], Value::Null);
    assert!(
        document["result"]["issues"][0]["challenges"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("zero")
    );
    let rows = map(careless.path(), &["--csv"]);
    assert!(stdout(&rows).contains("weighted-median,,,reason,every actor"), "{}", stdout(&rows));

    let powerless = table("powerless.csv", &["A,0,0,1", "B,0,10,1"]);
    let text = drawn(powerless.path(), &["--grid"]);
    assert_eq!(text.matches("no answer").count(), 7 + 90, "{text}");
    assert!(text.contains("election, conditional: every actor has zero capability;"), "{text}");

    let tied = table("tied.csv", &["A,1,0,1", "B,1,10,1"]);
    let text = drawn(tied.path(), &[]);
    assert!(text.contains("weighted median (a tie)"), "{text}");
    let median = &parsed(tied.path(), &[])["result"]["issues"][0]["weighted_median"];
    assert_eq!((&median["low"], &median["high"]), (&Value::from(0.0), &Value::from(10.0)));
    assert_eq!(median["tie"], true);
}

#[test]
fn names_and_numbers_of_any_size_stay_in_their_columns() {
    let long = "A delegation whose name does not fit the column that there is for it";
    let wide = table(
        "wide.csv",
        &[
            &format!("{long},123456789,-1000000000000,0.5"),
            &format!("{long} either,1e-9,1e15,1"),
            "\"two\nlines\",3,0.000001,0.25",
        ],
    );
    let text = drawn(wide.path(), &["--grid", "--rounds", "30"]);
    assert!(text.contains("  A delegation whose name…  ●"), "{text}");
    let bell = table("bell.csv", &["\u{1b}[31mA\u{7},1,0,1", "B,1,10,1"]);
    assert!(!drawn(bell.path(), &[]).chars().any(|c| c.is_control() && c != '\n'));
    let narrow = table("narrow.csv", &["A,1,0.00001,1", "B,2,0.00002,1", "C,2,-0.00003,0.5"]);
    assert!(drawn(narrow.path(), &[]).contains("-0.000030"));
    let huge = table("huge-numbers.csv", &["A,1e100,1e100,1", "B,1e99,-1e100,1", "C,1,0,1"]);
    drawn(huge.path(), &["--grid"]);
    assert!(parsed(huge.path(), &[])["result"]["issues"][0]["weighted_mean"]["value"].is_number());
}

#[cfg(unix)]
#[test]
fn a_reader_may_stop_listening() {
    for format in ["", "--json --grid", "--csv --grid"] {
        let zopa = assert_cmd::cargo::cargo_bin("zopa");
        let script =
            format!("set -o pipefail; \"$ZOPA\" map --positions {KTAB} {format} | head -1");
        let output = std::process::Command::new("bash")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("ZOPA", zopa)
            .args(["-c", &script])
            .output()
            .unwrap();
        assert_eq!((code(&output), stderr(&output)), (0, ""), "{format}");
        assert_eq!(stdout(&output).lines().count(), 1);
    }
}
