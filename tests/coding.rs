//! `zopa code`: scenarios of the rows of a record, by rules. The record is made up.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use zopa::scenario::{LoadOptions, Row, built_in_rules, load, load_rules};

use crate::cli_run::{assert_fails, code, stderr, stdout, zopa};
use crate::cli_study::Place;

const RECORD: &str = "tests/data/coding-record.csv";

/// The record with something else in the first place where `old` stands, at a place of its own.
fn record(old: &str, new: &str) -> (Place, String) {
    let text = fs::read_to_string(RECORD).unwrap();
    assert!(text.contains(old), "{old}");
    let place = Place::new();
    let path = place.at("record.csv");
    fs::write(&path, text.replacen(old, new, 1)).unwrap();
    (place, path)
}

#[test]
fn a_row_becomes_a_scenario() {
    let output = zopa(&["code", "icb", RECORD, "--row", "7"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    insta::assert_snapshot!(stdout(&output));
    // By its name, too.
    let named = zopa(&["code", "icb", RECORD, "--row", "the \"lagoon\", second round"]);
    assert_eq!(named.stdout, output.stdout);
}

/// Whoever knows nothing says so by the widest numbers, not by a guess.
#[test]
fn a_row_that_says_nothing_becomes_a_scenario() {
    let output = zopa(&["code", "icb", RECORD, "--row", "9"]);
    let text = stdout(&output);
    let loaded = load("9.toml", text, &LoadOptions::default()).unwrap();
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    for said in ["viol = not known", "cost = { uniform = [0.02, 0.28] }", "as_of   = 2000-07-15"] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// Each column at each of its codes, the others empty.
#[test]
fn every_code_gives_a_scenario_without_a_warning() {
    let rules = load_rules("icb", built_in_rules("icb").unwrap()).unwrap();
    for (column, codes) in [
        ("viol", 1..=4),
        ("gravcr", 0..=7),
        ("noactr", 1..=7),
        ("noactr", 199..=200),
        ("protrac", 1..=3),
        ("medstyle", 1..=4),
    ] {
        for code in codes {
            let cell = code.to_string();
            let coded = rules.code(&Row { cells: vec![(column, &cell)] }).unwrap();
            let loaded = load(column, &coded.text, &LoadOptions::default());
            let loaded = loaded.unwrap_or_else(|rejected| panic!("{rejected}"));
            assert!(loaded.warnings.is_empty(), "{column} {code}: {}", loaded.warnings);
        }
    }
}

/// The record itself, where it is: it is not the repository's to ship, so that its lack is no failure, here or
/// in `.ci/run`.
#[test]
fn every_crisis_of_the_record_is_coded() {
    // As .ci/run has it, an empty name is none.
    let folder = std::env::var_os("ZOPA_PEACE_DATA").filter(|folder| !folder.is_empty());
    let Some(folder) = folder else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the crises of the record: ZOPA_PEACE_DATA is not set"
        );
        return;
    };
    let table = Path::new(&folder).join("icb1_v14_mediation_outcomes.csv");
    let place = Place::new();
    let output = zopa(&["code", "icb", table.to_str().unwrap(), "--out", &place.at("all")]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let kept = fs::read_to_string("tests/data/icb-odds.csv").unwrap();
    for crisis in kept.lines().skip(1).map(|line| line.split(',').next().unwrap()) {
        let text = fs::read_to_string(place.at(&format!("all/{crisis}.toml"))).unwrap();
        let loaded = load(crisis, &text, &LoadOptions::default()).unwrap();
        assert!(loaded.warnings.is_empty(), "{crisis}: {}", loaded.warnings);
    }
}

/// The outcome stands in the table, and is not read.
#[test]
fn nothing_but_the_covariates_is_read() {
    let (_place, path) = record("2,3,1\n", "2,3,9\n");
    let changed = zopa(&["code", "icb", &path, "--row", "7"]);
    let as_it_is = zopa(&["code", "icb", RECORD, "--row", "7"]);
    assert_eq!(changed.stdout, as_it_is.stdout);
    let rules = load_rules("icb", built_in_rules("icb").unwrap()).unwrap();
    let mut read: Vec<&str> = rules.needed().collect();
    read.sort_unstable();
    let known = [
        "crisname", "crisno", "gravcr", "medstyle", "motrig", "noactr", "protrac", "viol", "yrtrig",
    ];
    assert_eq!(read, known);
}

#[test]
fn a_column_may_be_taken_as_something_else() {
    let without = zopa(&["code", "icb", RECORD, "--row", "7", "--with", "medstyle=1"]);
    assert!(!stdout(&without).contains("[mediation]"));
    let unknown = zopa(&["code", "icb", RECORD, "--row", "7", "--with", "medstyle="]);
    assert!(stdout(&unknown).contains("by means unknown"));
}

/// All rows, with a study of them, which gives the same bits whatever the threads.
#[test]
fn every_row_is_coded_and_played() {
    let place = Place::new();
    let folder = place.at("crises");
    let output = zopa(&["code", "icb", RECORD, "--out", &folder]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let one = zopa(&["code", "icb", RECORD, "--row", "8"]);
    assert_eq!(fs::read_to_string(format!("{folder}/8.toml")).unwrap(), stdout(&one));
    let study = format!("{folder}/study.toml");
    let played = |threads: &str| {
        let out = format!("{folder}/results-{threads}");
        let output = zopa(&["study", "run", &study, "--out", &out, "--threads", threads]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        fs::read_to_string(format!("{out}/results.csv")).unwrap()
    };
    let results = played("1");
    assert_eq!(results.lines().count(), 4);
    assert!(results.lines().next().unwrap().contains(",agreement,"));
    assert_eq!(results, played("2"));
    // Nothing is written over.
    let again = zopa(&["code", "icb", RECORD, "--out", &folder]);
    assert_eq!(code(&again), 1);
    assert!(stderr(&again).contains("name a new folder"), "{}", stderr(&again));
}

#[test]
fn a_bad_row_is_told_with_its_line_and_the_mend() {
    for (old, new, says) in [
        ("3,3,4,2,3,1", "5,3,4,2,3,1", "2: `viol` is 5, and the rules know 1 to 4; correct it, or"),
        (
            "3,3,4,2,3,1",
            "3,x,4,2,3,1",
            "2: `gravcr` is x, which is no whole number; write a number",
        ),
        ("3,3,4,2,3,1", "3,3,4.5,2,3,1", "2: `noactr` is 4.5, which is no whole number"),
        ("3,3,4,2,3,1", "3,3,4,nan,3,1", "2: `protrac` is nan, which is no whole number"),
        ("1962,2,", "1962,13,", "2: `motrig` is 13, and the rules know 1 to 12"),
        ("1962,2,", "inf,2,", "2: `yrtrig` is inf, which is no whole number"),
        ("3,3,4,2,3,1", "3,3,4,2,3", "2: this row has more or fewer cells than the first line"),
        ("viol,", "violence,", "1: there is no column `viol`; the first line names the columns"),
        ("viol,gravcr", "viol,viol", "1: there are 2 columns `viol`; keep one of them"),
        ("\n8,", "\n7,", "3: `crisno` is 7, as in line 2; every row needs one of its own"),
        ("\n8,", "\n,", "3: `crisno` is empty; every row needs one of its own"),
    ] {
        let (_place, path) = record(old, new);
        let output = zopa(&["code", "icb", &path, "--row", "7"]);
        assert_fails(&output, 3, &format!("{path}:{says}"));
    }
    // Every fault of a row at once.
    let (_place, path) = record("3,3,4,2,3,1", "5,9,4,2,3,1");
    let output = zopa(&["code", "icb", &path, "--row", "7"]);
    assert_eq!(stderr(&output).lines().count(), 2, "{}", stderr(&output));
}

#[test]
fn what_is_not_there_is_named() {
    let row = |more: &[&str]| zopa(&[&["code", "icb", RECORD, "--row", "7"], more].concat());
    let of = |id: &str| zopa(&["code", "icb", RECORD, "--row", id]);
    assert_fails(&of("70"), 2, "has no row “70”; its first is --row 7, its last --row 9");
    assert_fails(
        &row(&["--with", "medstyle"]),
        2,
        "has no “=”; write for example --with medstyle=1",
    );
    assert_fails(
        &row(&["--with", "style=1"]),
        2,
        "the rules read no column `style`; they read crisno",
    );
    assert_fails(&row(&["--with", "viol=9"]), 3, "`viol` is 9, and the rules know 1 to 4");
    assert_fails(
        &zopa(&["code", "cow", RECORD, "--row", "7"]),
        2,
        "there are no rules “cow”: name icb",
    );
    assert_fails(
        &zopa(&["code", "icb", RECORD, "--out", "all.toml"]),
        2,
        "name one, without .toml",
    );
}

#[test]
fn the_rules_are_printed_and_can_be_ones_own() {
    let output = zopa(&["code", "icb", "--rules"]);
    assert_eq!(stdout(&output), built_in_rules("icb").unwrap());
    let place = Place::new();
    let path = place.at("own.toml");
    fs::write(&path, stdout(&output)).unwrap();
    let own = zopa(&["code", &path, RECORD, "--row", "7"]);
    let known = zopa(&["code", "icb", RECORD, "--row", "7"]);
    assert_eq!(own.stdout, known.stdout);
}

const RULES: &str = r#"title = "A record"

[row]
id = "id"
name = "name"
year = "year"
month = "month"

[columns.heat]
title = "how heated"
from = 1
to = 3

[slots.cost]
column = "heat"
source = "judgement"
cases = [{ from = 1, to = 2, text = "0.1" }, { from = 3, text = "0.2" }]
unknown = "0.3"

[template]
text = "cost = <cost>"
"#;

/// What is said of the rules with something else in the first place where `old` stands.
#[track_caller]
fn shows(old: &str, new: &str, code: &str, expected: &str) {
    assert!(RULES.contains(old), "{old}");
    let said = load_rules("rules.toml", &RULES.replacen(old, new, 1)).unwrap_err().to_string();
    assert_eq!(format!("\n{said}\n"), expected, "\n{said}\n");
    assert!(said.contains(&format!("[{code}]")), "{code} is not among them");
}

#[test]
fn rules_with_gaps_are_refused() {
    load_rules("rules.toml", RULES).unwrap();
    shows(
        "to = 2, text",
        "text",
        "Z0801",
        r"
error[Z0801]: 2 of `heat` has no text in the slot `cost`
  --> rules.toml:14:8
   |
14 | [slots.cost]
   |        ^^^^
   |
   = help: add a case for it
",
    );
    shows(
        "to = 2, text",
        "to = 3, text",
        "Z0801",
        r"
error[Z0801]: 3 of `heat` has several texts in the slot `cost`
  --> rules.toml:14:8
   |
14 | [slots.cost]
   |        ^^^^
   |
   = help: let each code be in one case
",
    );
    shows(
        "column = \"heat\"",
        "column = \"heet\"",
        "Z0801",
        r#"
error[Z0801]: the rules have no column `heet`
  --> rules.toml:15:1
   |
15 | column = "heet"
   | ^^^^^^
   |
   = help: columns are heat
"#,
    );
}

#[test]
fn templates_that_cannot_be_filled_are_refused() {
    for (template, says, help) in [
        (
            "cost = <costs>",
            "there is no slot `costs`",
            "slots are cost; and <title>, <as_of>, <end>",
        ),
        ("cost = <cost", "`<cost` is not closed", "slots are written <name>"),
        ("cost = 1", "the slot `cost` is not in the template", "take it out, or use it"),
        ("<cost=0.1>x", "the last `<slot=text>` has no `<end>`", "write <end> where it stops"),
        ("<cost=0.4>x<end>", "the slot `cost` never has the text `0.4`", "write it as one of"),
        ("<cost>x<end>", "`<end>` ends nothing", "take it out"),
        (
            "<cost=0.1><cost=0.2>x<end>",
            "`<cost=0.2>` stands inside another",
            "close the one before",
        ),
        ("<cost> <as_of+x>", "`<as_of+x>` is no date", "write <as_of>, or <as_of+3> for three"),
    ] {
        let text = RULES.replacen("cost = <cost>", template, 1);
        let said = load_rules("rules.toml", &text).unwrap_err().to_string();
        assert!(said.starts_with(&format!("error[Z0802]: {says}\n")), "{template}: {said}");
        assert!(said.contains(help), "{template}: {said}");
    }
}
