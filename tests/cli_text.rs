//! `zopa text` as its users meet it: what it answers, and what a mistake says.

use std::process::Output;

use serde_json::Value;

use crate::cli_run::{File, assert_fails, code, stderr, stdout, zopa};

const TWO: &str = "scenarios/two-party.toml";
const FLAGSHIP: &str = "scenarios/white-house-2025.toml";
const WATER: &str = "water=50,payment=120,gauges=50";
const PEACE: &str = "ceasefire=20,territory=53,status=60,guarantees=46,sanctions=50";

/// `zopa text` of the smallest scenario at 40 worlds, with more arguments.
fn small(more: &[&str]) -> Output {
    let start = ["text", TWO, "--worlds", "40", "--histories", "5"];
    zopa(&[start.as_slice(), more].concat())
}

fn said(output: &Output) -> &str {
    assert_eq!(code(output), 0, "{}", stderr(output));
    for line in stdout(output).lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert_eq!(line.trim_end(), line);
    }
    assert!(!stdout(output).contains("NaN"));
    stdout(output)
}

#[test]
fn the_answer_says_who_refuses_over_what_and_what_would_turn_it() {
    let output = small(&["--package", WATER]);
    let text = said(&output);
    for part in [
        "a text on the table on 5 Jan 2026",
        "Is this text any good?",
        "All who have to sign this text do so in",
        "Who says no, over what",
        "What would turn the likeliest no, that of Lower Ardo?",
        "not a forecast",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(text, said(&small(&["--package", WATER, "--threads", "3"])));
    assert_ne!(text, said(&small(&["--package", WATER, "--seed", "43"])));
    assert!(!said(&small(&["--package", WATER, "--as-it-is"])).contains("What would turn"));
}

#[test]
fn every_line_fits_a_terminal() {
    let start = ["text", FLAGSHIP, "--worlds", "30", "--histories", "3", "--package"];
    let other = "theirs: ceasefire=90,territory=90,status=90,guarantees=90,sanctions=90";
    for more in [
        &[PEACE][..],
        &[PEACE, "--on", "2026-02-01"],
        &[PEACE, "--package", other, "--as-it-is"],
        &[PEACE, "--set", "parties.us.pledge.at=2025-08-19"],
    ] {
        said(&zopa(&[start.as_slice(), more].concat()));
    }
}

#[test]
fn several_texts_stand_side_by_side() {
    let file = File::new(
        "texts.toml",
        "[texts.spring]\nwater = 50\npayment = 120\ngauges = 50\n[texts.\"more water\"]\nwater = 60\npayment = 120\n\
         gauges = 50\n",
    );
    let more = ["--texts", file.path(), "--package", "water=50,payment=150,gauges=50"];
    let text = small(&more);
    let text = said(&text);
    for part in ["Which of them?", "Against spring, in points", "more water", "text 3"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let json = small(&[more.as_slice(), &["--json"]].concat());
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&json["schema_version"], &json["verb"]), (&2.into(), &"text".into()));
    let texts = json["result"]["texts"].as_array().unwrap();
    let labels: Vec<&str> = texts.iter().map(|text| text["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["spring", "more water", "text 3"]);
    assert!(texts[0]["against_first"].is_null() && texts[1]["against_first"].is_object());
    let csv = small(&[more.as_slice(), &["--csv"]].concat());
    let mut reader = csv::Reader::from_reader(stdout(&csv).as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let signed = |label: &str| {
        let mut rows = rows.iter();
        let row = rows.find(|row| &row[0] == label && &row[1] == "link" && &row[2] == "signed");
        row.unwrap()[4].parse::<f64>().unwrap()
    };
    for text in texts {
        let label = text["label"].as_str().unwrap();
        assert_eq!(text["steps"][0]["odds"]["value"].as_f64(), Some(signed(label)), "{label}");
    }
}

#[test]
fn a_report_has_a_section_of_it() {
    let start = ["report", TWO, "--worlds", "40", "--histories", "5", "--package", WATER];
    let page = zopa(&start);
    assert_eq!(code(&page), 0, "{}", stderr(&page));
    assert!(stdout(&page).contains("What of this text?"));
    assert!(stdout(&page).contains("What would turn the likeliest no, that of"));
    let json = zopa(&[start.as_slice(), &["--json"]].concat());
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    let alone = small(&["--package", WATER, "--json"]);
    assert_eq!(report["texts"], serde_json::from_slice::<Value>(&alone.stdout).unwrap());
    assert_fails(
        &zopa(&[start.as_slice(), &["--brief"]].concat()),
        2,
        "--package has no effect on one page, a memo of two or charts alone, which have no room for it; write a \
         whole page, or a memo with --full\n",
    );
    for short in [["--format", "md"], ["--format", "svg"]] {
        assert_eq!(code(&zopa(&[start.as_slice(), &short].concat())), 2);
    }
    assert_fails(
        &zopa(&["report", TWO, "--on", "2026-03-01"]),
        2,
        "--on has no effect without a text: add --package or --texts, or leave it out\n",
    );
}

#[test]
fn a_bad_text_says_what_is_wrong_and_how_to_mend_it() {
    for (package, message) in [
        ("water=50,payment=120", "--package: a package settles every issue; missing: gauges\n"),
        (
            "water=50,payment=120,gages=50",
            "--package: there is no issue “gages”; there are water, payment, gauges\n",
        ),
        (
            "water=50,payment=220,gauges=50",
            "--package: 220 is not on the scale of payment, from 0 to 200\n",
        ),
        ("water=half,payment=1,gauges=5", "--package: “half” is not a number\n"),
        (
            "water,payment=1,gauges=5",
            "--package: “water” has no “=”; write it as ISSUE=POSITION,ISSUE=POSITION\n",
        ),
        (
            "water=50,water=60,payment=1,gauges=5",
            "--package: water is settled twice; leave one of them out\n",
        ),
        (
            ": water=50,payment=1,gauges=5",
            "--package : water=50,payment=1,gauges=5 has no name before its “:”; write it as 'NAME: \
             ISSUE=POSITION,…'\n",
        ),
    ] {
        assert_fails(&small(&["--package", package]), 2, message);
    }
    let twice = format!("a: {WATER}");
    assert_fails(
        &small(&["--package", &twice, "--package", &twice]),
        2,
        "two texts are called “a”; give one of them another name, as in --package 'NAME: ISSUE=POSITION,…'\n",
    );
    assert_fails(
        &small(&[]),
        2,
        "which text? Say where it settles every issue, as in --package water=…,payment=…,gauges=…, or name a file of \
         texts with --texts\n",
    );
    let many = vec!["--package"; 13].into_iter().flat_map(|option| [option, WATER]);
    assert_fails(
        &small(&many.collect::<Vec<_>>()),
        2,
        "13 texts are too many, at most 12: ask about the others by themselves\n",
    );
}

#[test]
fn days_and_protocols_that_will_not_do_are_refused() {
    assert_fails(
        &small(&["--package", WATER, "--on", "2025-12-31"]),
        2,
        "--on 2025-12-31 is before 2026-01-05, the as-of date from which scenarios/two-party.toml is played; name \
         that day or a later one\n",
    );
    assert_fails(
        &small(&["--package", WATER, "--on", "2026-12-31"]),
        2,
        "--on 2026-12-31 is not before the end of the talks, 6 months after 2026-01-05; name an earlier day, or let \
         them last longer: clock.horizon in scenarios/two-party.toml\n",
    );
    assert_fails(
        &zopa(&["text", "scenarios/job-offer.toml", "--package", "salary=1"]),
        2,
        "scenarios/job-offer.toml plays alternating offers, where nobody tables a text for all to sign: a package is \
         somebody’s offer. What one is worth to whom, and whether it suits all: zopa map scenarios/job-offer.toml \
         --package 'salary=1'\n",
    );
}

#[test]
fn a_bad_file_of_texts_says_where_and_how_to_mend_it() {
    for (text, says) in [
        ("", vec!["error[Z0004]: the file has no texts", "write every text as [texts.NAME]"]),
        ("[texts]\n", vec!["error[Z0004]: the file has no texts"]),
        ("[text.a]\nwater = 1\n", vec!["error[Z0003]: there is no key `text` in a file of texts"]),
        (
            "[texts.a]\nwater = 50\n",
            vec![
                "error[Z0004]: the text does not say where it settles `payment` and `gauges`",
                "texts.toml:1:",
                "a text settles every issue: add a line for each",
            ],
        ),
        (
            "[texts.a]\nwater = 50\npaiment = 1\ngauges = 2\npayment = 3\n",
            vec![
                "error[Z0202]: there is no issue `paiment`",
                "texts.toml:3:",
                "did you mean `payment`?",
            ],
        ),
        (
            "[texts.a]\nwater = 150\npayment = 1\ngauges = 2\n",
            vec![
                "error[Z0105]: 150 is not on the scale of `water`",
                "texts.toml:2:",
                "the scale goes from 0 to 100",
            ],
        ),
        (
            "[texts.a]\nwater = \"half\"\npayment = 1\ngauges = 2\n",
            vec![
                "error[Z0005]: a position on a scale is a number, and this is text",
                "texts.toml:2:",
            ],
        ),
        ("texts = 3\n", vec!["error[Z0005]: texts are tables, [texts.NAME], and this is a number"]),
        ("[texts]\na = 3\n", vec!["a text is a table, an issue a line, and this is a number"]),
    ] {
        let file = File::new("bad-texts.toml", text);
        let output = small(&["--texts", file.path()]);
        assert_eq!(code(&output), 3, "{text}: {}", stdout(&output));
        for part in says {
            assert!(stderr(&output).contains(part), "{part}\n{}", stderr(&output));
        }
    }
    let gone = small(&["--texts", "no/such/file.toml"]);
    assert_eq!(code(&gone), 1, "{}", stderr(&gone));
}

/// Options are named as the file names them, in a file of texts and on the command line.
#[test]
fn options_go_by_their_names() {
    let form = std::fs::read_to_string(TWO)
        .unwrap()
        .replace("anchors = { 0 = \"Upper Ardo alone\", 50 = \"both together\", 100 = \"an outside engineer\" }", "options = [\"upper\", \"both, in turn\", \"an engineer\"]")
        .replace("gauges = { opening = 10, limit = 70, ideal = 0, salience = 0.1 }", "gauges = { scores = { upper = 100, \"both, in turn\" = 60, \"an engineer\" = 0 }, limit = 30, salience = 0.1 }")
        .replace("gauges = { opening = 90, limit = 40, ideal = 100, salience = 0.2 }", "gauges = { scores = { upper = 0, \"both, in turn\" = 50, \"an engineer\" = 100 }, limit = 40, refuses = [\"upper\"], salience = 0.2 }");
    let scenario = File::new("options.toml", &form);
    let ask = |more: &[&str]| {
        let start = ["text", scenario.path(), "--worlds", "40", "--histories", "5"];
        zopa(&[start.as_slice(), more].concat())
    };
    let output = ask(&["--package", "water=50,payment=120,gauges=\"both, in turn\""]);
    let text = said(&output);
    assert!(text.contains("gauges   both, in turn"), "{text}");
    let file = File::new(
        "option-texts.toml",
        "[texts.\"the text\"]\nwater = 50\npayment = 120\ngauges = \"both, in turn\"\n",
    );
    assert_eq!(text, said(&ask(&["--texts", file.path()])));
    let refused = ask(&["--package", "water=50,payment=120,gauges=upper"]);
    let refused = said(&refused);
    assert!(refused.contains("over its red line on gauges ("), "{refused}");
    assert!(refused.contains("gauges from upper to"), "{refused}");
    assert_fails(
        &ask(&["--package", "water=50,payment=120,gauges=lower"]),
        2,
        "--package: gauges has no option “lower”; there are upper, \"both, in turn\", an engineer\n",
    );
    let file =
        File::new("bad-option.toml", "[texts.a]\nwater = 50\npayment = 120\ngauges = \"uper\"\n");
    let output = ask(&["--texts", file.path()]);
    assert!(
        stderr(&output).contains("error[Z0210]: `gauges` has no option `uper`"),
        "{}",
        stderr(&output)
    );
    assert!(stderr(&output).contains("did you mean `upper`?"), "{}", stderr(&output));
}
