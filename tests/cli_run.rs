//! The command as its users meet it: exit codes, what goes where, and what a mistake says.

use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

/// A scenario file for one test, taken away when the test ends.
pub(crate) struct File(pub(crate) PathBuf);

impl File {
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("zopa-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

pub(crate) fn zopa(args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("zopa").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

const SMALL: [&str; 6] = ["run", "scenarios/two-party.toml", "--worlds", "40", "--histories", "5"];

/// `zopa run` of the smallest scenario, at 40 worlds, with more arguments.
fn small(more: &[&str]) -> Output {
    zopa(&[SMALL.as_slice(), more].concat())
}

/// The same at 4,000 worlds at most.
fn long(more: &[&str]) -> Output {
    let start = ["run", "scenarios/two-party.toml", "--histories", "5", "--worlds", "4000"];
    zopa(&[start.as_slice(), more].concat())
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(crate) fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// It failed with this code, said why on standard error, and printed nothing that could be taken
/// for a result.
pub(crate) fn assert_fails(output: &Output, expected: i32, says: &str) {
    assert_eq!(code(output), expected, "{}", stderr(output));
    assert_eq!(stdout(output), "");
    assert!(stderr(output).contains(says), "{}", stderr(output));
    assert!(!stderr(output).contains("panicked"), "{}", stderr(output));
}

#[test]
fn a_run_that_works_prints_results_only() {
    let output = small(&[]);
    assert_eq!(code(&output), 0);
    assert_eq!(stderr(&output), "", "off a terminal there is no bar");
    assert!(stdout(&output).starts_with("Water for Upper and Lower Ardo"));
    assert_eq!(stdout(&output), stdout(&small(&["--threads", "3", "--chunk", "7"])));
    assert_ne!(stdout(&output), stdout(&small(&["--seed", "43"])));
}

#[test]
fn a_missing_file_is_an_error_of_files() {
    let output = zopa(&["run", "no-such-file.toml"]);
    assert_fails(&output, 1, "cannot read no-such-file.toml");
    assert_fails(&zopa(&["run", "scenarios"]), 1, "scenarios");
}

#[test]
fn a_command_line_that_makes_no_sense_is_an_error_of_usage() {
    assert_fails(&zopa(&["run"]), 2, "FILE");
    assert_fails(&zopa(&["rum"]), 2, "rum");
    assert_fails(&small(&["--json", "--csv"]), 2, "--csv");
    assert_fails(&small(&["--worlds", "0"]), 2, "--worlds");
    assert_fails(&small(&["--histories", "1"]), 2, "--histories");
    assert_fails(&small(&["--seed", "x"]), 2, "--seed");
    assert_fails(&small(&["--set", "mediation.pen"]), 2, "has no “=”");
    for bad in ["0", "-0.1", "0.5", "1", "7", "50%"] {
        let says = "is not between 0 and 0.5; write 0.01, or 1%, for ± 1 percentage point";
        assert_fails(&small(&[&format!("--precision={bad}")]), 2, says);
    }
    for bad in ["NaN", "inf", "little", "%"] {
        let says = "a share is a number such as 0.25, or 25%";
        assert_fails(&small(&[&format!("--precision={bad}")]), 2, says);
    }
    assert_fails(&small(&["--precision", "0,01"]), 2, "write 0.01");
    assert_fails(&small(&["--precision", "0.1", "--assert", "signed>=0.1"]), 2, "--assert");
}

#[test]
fn an_assertion_that_is_garbled_is_an_error_of_usage() {
    for (claim, says) in [
        ("signed", "neither “>=” nor “<=”"),
        ("signed>0.4", "write --assert 'signed>=0.4'"),
        ("signed<40%", "write --assert 'signed<=40%'"),
        ("signed>=a lot", "“a lot” is not a number"),
        ("signed>=", "“” is not a number"),
        ("signed>=1.4", "odds lie between 0 and 1, and 1.4 does not; write 0.4, or 40%"),
        ("signed>=NaN", "“NaN” is not a number"),
        (
            "sealed>=0.4",
            "no “sealed”; there are talks, ground, signed, ratified, carried-out, holds",
        ),
    ] {
        assert_fails(&small(&["--assert", claim]), 2, says);
    }
}

#[test]
fn an_invalid_scenario_is_reported_with_its_place() {
    let text = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/two-party.toml"),
    )
    .unwrap();
    let file = File::new("invalid.toml", &text.replacen("influence", "influense", 1));
    let output = zopa(&["run", file.path()]);
    assert_fails(&output, 3, "influense");
    assert!(stderr(&output).contains("influence"), "a suggestion: {}", stderr(&output));
    assert!(!stderr(&output).contains('\x1b'), "no colour off a terminal");
    let bytes = File::new("latin1.toml", "");
    std::fs::write(&bytes.0, b"title = \"caf\xe9\"").unwrap();
    assert_fails(&zopa(&["run", bytes.path()]), 3, "not UTF-8");
}

#[test]
fn values_can_be_set() {
    let plain = stdout(&small(&["--json"])).to_owned();
    let set = ["--set", "parties.upper.outside.reservation=0.99", "--json"];
    let results: Value = serde_json::from_slice(&small(&set).stdout).unwrap();
    let signed =
        |results: &Value| results["result"]["chain"][2]["estimate"]["value"].as_f64().unwrap();
    assert!(signed(&results) < 0.05, "an alternative that good is next to never given up");
    assert!(signed(&serde_json::from_str(&plain).unwrap()) > 0.1);
    assert_fails(
        &small(&["--set", "parties.upper.concession_sped=1"]),
        3,
        "did you mean `parties.upper.concession_speed`",
    );
    assert_fails(&small(&["--set", "parties.upper.concession_speed=never"]), 3, "never");
    assert_fails(&small(&["--set", "parties.upper.concession_speed=-1"]), 3, "-1");
    assert_fails(&small(&["--variant", "no-such"]), 3, "no-such");
    let flagship = ["run", "scenarios/white-house-2025.toml", "--worlds", "10", "--histories", "2"];
    let variant = zopa(&[flagship.as_slice(), &["--variant", "pressure"]].concat());
    assert_eq!(code(&variant), 0, "{}", stderr(&variant));
    assert_ne!(stdout(&variant), stdout(&zopa(&flagship)));
}

/// Near-certain odds have no band: words on the terminal, null with a reason in JSON. And pooled odds say what
/// they use twice.
#[test]
fn a_band_that_cannot_be_told_is_not_told() {
    let sizes = ["--worlds", "300", "--histories", "25"];
    let run =
        zopa(&[["run", "scenarios/white-house-2025.toml", "--json"].as_slice(), &sizes].concat());
    let run: Value = serde_json::from_str(stdout(&run)).unwrap();
    let rare = &run["result"]["questions"][2]["estimate"];
    assert!(rare["worlds_low"].is_null() && rare["worlds_high"].is_null());
    assert_eq!(rare["worlds_unknown"], "near-0");
    let ground = &run["result"]["chain"][1]["estimate"];
    assert!(ground["worlds_low"].is_number() && ground["worlds_unknown"].is_null());
    let pooled = run["result"]["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|asked| !asked["pooled"].is_null());
    assert_eq!(pooled.unwrap()["pooled_uses_base_rates_twice"], true);
    let run = zopa(&[["run", "scenarios/white-house-2025.toml"].as_slice(), &sizes].concat());
    let told = stdout(&run).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Near 0 or near 100%: too few histories"), "{told}");
    assert!(told.contains("themselves judged by base rates"), "{told}");
}

#[test]
fn assertions_end_with_their_verdict() {
    let met = long(&["--assert", "talks>=0.2", "--assert", "holds<=0.9"]);
    assert_eq!(code(&met), 0, "{}", stderr(&met));
    assert!(stdout(&met).contains("talks>=0.2"));
    assert!(
        stdout(&met).contains("(97.5% confidence sequence") && stdout(&met).contains("Bonferroni")
    );
    let failed = long(&["--assert", "talks<=0.5"]);
    assert_eq!(code(&failed), 4);
    assert!(stderr(&failed).contains("talks<=0.5 fails"), "{}", stderr(&failed));
    assert!(!stdout(&failed).is_empty(), "the results are there all the same");
    assert!(
        stdout(&failed).contains("(95% confidence sequence")
            && !stdout(&failed).contains("Bonferroni")
    );
    // Forty worlds cannot tell.
    let open = small(&["--assert", "signed>=0.8"]);
    assert_eq!(code(&open), 4);
    assert!(stderr(&open).contains("signed>=0.8 is still open"), "{}", stderr(&open));
}

#[test]
fn a_precision_is_reached_or_missed() {
    let reached = long(&["--precision", "0.05", "--json"]);
    assert_eq!(code(&reached), 0, "{}", stderr(&reached));
    let results: Value = serde_json::from_slice(&reached.stdout).unwrap();
    assert_eq!(results["run"]["stopped"], "precision-reached");
    let worlds = results["run"]["worlds"].as_u64().unwrap();
    assert!((200..5_000).contains(&worlds), "{worlds}");
    let missed = small(&["--precision", "0.001"]);
    assert_eq!(code(&missed), 4);
    assert!(stderr(&missed).contains("not reached in 40 worlds"), "{}", stderr(&missed));
}

#[test]
fn json_is_one_document() {
    let output = small(&["--json"]);
    let results: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(results["schema_version"], 2);
    assert_eq!(results["verb"], "run");
    assert_eq!(results["scenario"]["file"], "scenarios/two-party.toml");
    assert_eq!(results["run"]["worlds"], 40);
    let ids = results["result"]["chain"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["id"].as_str().unwrap());
    let links = ["talks", "ground", "signed", "ratified", "carried-out", "holds"];
    assert_eq!(ids.collect::<Vec<_>>(), links);
    let estimate = &results["result"]["questions"][0]["estimate"];
    for key in ["value", "low", "high", "method"] {
        assert!(!estimate[key].is_null(), "{key}");
    }
    // Forty worlds of five histories do not tell how far worlds differ.
    assert!(estimate["worlds_low"].is_null() && estimate["worlds_high"].is_null());
    assert_eq!(estimate["worlds_unknown"], "too-few");
    assert_eq!(results["scenario"]["fingerprint"].as_str().unwrap().len(), 64);
}

/// What a run says of a structural choice can be given to `--set` as it stands.
#[test]
fn structural_choices_can_be_set() {
    let run = zopa(&["run", "scenarios/white-house-2025.toml", "--worlds", "40", "--json"]);
    let run: Value = serde_json::from_str(stdout(&run)).unwrap();
    let choices = run["result"]["structural"].as_array().unwrap();
    assert_eq!(choices.len(), 4);
    for choice in choices {
        let set = choice["set"].as_str().unwrap();
        let again =
            zopa(&["run", "scenarios/white-house-2025.toml", "--worlds", "2", "--set", set]);
        assert_eq!(code(&again), 0, "{set}: {}", stderr(&again));
    }
}

/// The story of a trial is the trial the run counted.
#[test]
fn a_trial_replays_alone() {
    let results: Value = serde_json::from_slice(&small(&["--json"]).stdout).unwrap();
    let trial = results["result"]["signed_trial"].as_u64().unwrap().to_string();
    let story = ["explain", "scenarios/two-party.toml", "--histories", "5", "--trial", &trial];
    let story = zopa(&story);
    assert!(stdout(&story).contains("The package is signed."), "{}", stdout(&story));
}

#[test]
fn explain_tells_a_story_and_documents_codes() {
    let story = zopa(&["explain", "scenarios/white-house-2025.toml", "--trial", "30"]);
    assert_eq!(code(&story), 0);
    let told = stdout(&story);
    assert!(told.contains("tables a package") && told.contains("The end:"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() <= 80));
    assert_eq!(code(&zopa(&["explain", "Z0102"])), 0);
    assert_fails(&zopa(&["explain", "Z9999"]), 2, "Z9999");
}

#[test]
fn new_writes_what_check_accepts_and_overwrites_nothing() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let folder = folder.join(format!("new-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let within = |args: &[&str]| {
        let mut command = Command::cargo_bin("zopa").unwrap();
        code(&command.current_dir(&folder).args(args).output().unwrap())
    };
    for template in ["two-party", "mediated", "options", "peace-process"] {
        let file = format!("{template}.toml");
        let new = ["new", template, "--template", template];
        assert_eq!(within(&new), 0);
        assert_eq!(within(&new), 1, "it would overwrite");
        assert_eq!(within(&["check", "--strict", &file]), 0);
        assert_eq!(within(&["run", &file, "--worlds", "20"]), 0);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn verify_finds_the_same_bits() {
    let output = zopa(&["verify", "scenarios/northland.toml", "--worlds", "40"]);
    assert_eq!(code(&output), 0);
    assert!(stdout(&output).contains("the same bits every time"));
}

#[test]
fn csv_has_one_row_a_world() {
    let output = small(&["--csv"]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(head[0], "world");
    assert!(head.contains(&"parties.lower.outside.reservation".to_owned()));
    let last = ["talks", "ground", "signed", "ratified", "carried-out", "holds"];
    let start = head.iter().position(|name| name == "talks").unwrap();
    assert_eq!(head[start..start + last.len()], last);
    assert_eq!(head[start + last.len()..], ["question.deal-by-spring"]);
    for (row, record) in reader.records().enumerate() {
        let record = record.unwrap();
        assert_eq!(record[0], row.to_string());
        for odds in record.iter().skip(start + 1) {
            let fifths = odds.parse::<f64>().unwrap() * 5.0;
            assert!((fifths - fifths.round()).abs() < 1e-9, "five histories a world: {odds}");
        }
    }
    assert_eq!(stdout(&output).lines().count(), 41);
}

#[test]
fn who_wants_no_colour_gets_none() {
    let coded = Command::cargo_bin("zopa")
        .unwrap()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("NO_COLOR", "1")
        .env("CLICOLOR_FORCE", "1")
        .args(SMALL)
        .args(["--set", "x=1"])
        .output()
        .unwrap();
    assert_eq!(code(&coded), 3);
    assert!(!stderr(&coded).contains('\x1b'), "{}", stderr(&coded));
}

#[cfg(unix)]
mod unix {
    use std::process::{Command, Stdio};
    use std::thread::sleep;
    use std::time::Duration;

    use super::{code, stderr, stdout};

    fn binary() -> std::path::PathBuf {
        assert_cmd::cargo::cargo_bin("zopa")
    }

    fn shell(script: &str) -> std::process::Output {
        Command::new("bash")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("ZOPA", binary())
            .args(["-c", script])
            .output()
            .unwrap()
    }

    /// A reader that has heard enough is no error: `zopa run … | head` is quiet, and `zopa` ends well.
    #[test]
    fn a_reader_may_stop_listening() {
        for format in ["", "--json", "--csv"] {
            let output = shell(&format!(
                "set -o pipefail; \"$ZOPA\" run scenarios/two-party.toml --worlds 3000 \
                 --histories 2 {format} | head -1"
            ));
            assert_eq!((code(&output), stderr(&output)), (0, ""), "{format}");
            assert_eq!(stdout(&output).lines().count(), 1);
        }
    }

    /// Ctrl-C: the chunks under way are finished and what was played is printed.
    #[test]
    fn an_interrupt_ends_a_run_with_what_was_played() {
        for format in ["--json", "--csv"] {
            let mut command = Command::new(binary());
            command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["run", format]);
            command.args(["scenarios/two-party.toml", "--worlds", "100000000"]);
            let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            let id = child.id().to_string();
            let interrupter = std::thread::spawn(move || {
                sleep(Duration::from_millis(1_500));
                Command::new("kill").args(["-INT", &id]).status().unwrap()
            });
            // Reads to the end, so that a full pipe does not hold the run up.
            let output = child.wait_with_output().unwrap();
            assert!(interrupter.join().unwrap().success());
            assert_eq!(code(&output), 130, "{}", stderr(&output));
            let note = stderr(&output);
            let worlds = note.strip_prefix("stopped after ").and_then(|n| n.split(' ').next());
            let worlds: u64 =
                worlds.and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("{note}"));
            assert!(worlds > 0, "{note}");
            if format == "--json" {
                let results: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(results["run"]["stopped"], "interrupted");
                assert_eq!(results["run"]["worlds"], worlds);
                assert!(results["result"]["chain"][0]["estimate"]["value"].as_f64().unwrap() > 0.5);
            } else {
                let rows = stdout(&output).lines().count() as u64;
                assert_eq!(rows, worlds + 1, "a head and one row a world");
            }
        }
    }

    /// Ctrl-C during a comparison likewise.
    #[test]
    fn an_interrupt_ends_a_comparison_with_what_was_played() {
        let mut command = Command::new(binary());
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["compare", "--variants", "--json"]);
        command.args(["scenarios/two-party.toml", "--worlds", "100000000"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let id = child.id().to_string();
        sleep(Duration::from_millis(1_500));
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert_eq!(code(&output), 130, "{}", stderr(&output));
        let results: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(results["run"]["stopped"], "interrupted");
        assert!(results["run"]["worlds"].as_u64().unwrap() > 0);
        assert!(stderr(&output).starts_with("stopped after "), "{}", stderr(&output));
    }
}

/// Shares are read alike by every option that takes one.
#[test]
fn a_percentage_is_a_part_of_one() {
    let same = |one: &[&str], other: &[&str]| {
        let (one, other) = (zopa(one), zopa(other));
        assert_eq!(code(&one), code(&other), "{}", stderr(&one));
        assert_eq!(stdout(&one), stdout(&other));
        assert!(!stdout(&one).is_empty(), "{}", stderr(&one));
    };
    let file = "scenarios/two-party.toml";
    let run = ["run", file, "--worlds", "40", "--precision"];
    same(&[&run[..], &["30%"]].concat(), &[&run[..], &["0.3"]].concat());
    let patience = "parties.upper.concession_speed=0.2..2";
    let drivers = ["drivers", file, "--worlds", "20", "--breakeven", patience, "--target"];
    same(&[&drivers[..], &["50%"]].concat(), &[&drivers[..], &["0.5"]].concat());
    let range =
        ["drivers", file, "--worlds", "20", "--input", "parties.upper.influence", "--range"];
    same(&[&range[..], &["20 %"]].concat(), &[&range[..], &["0.2"]].concat());
    let discover =
        ["discover", file, "--worlds", "200", "--resamples", "2", "--where", "signed>=50%"];
    let other = ["discover", file, "--worlds", "200", "--resamples", "2", "--where", "signed>=0.5"];
    same(
        &[&discover[..], &["--coverage", "40%"]].concat(),
        &[&other[..], &["--coverage", "0.4"]].concat(),
    );
    same(
        &[&discover[..], &["--density", "80%"]].concat(),
        &[&other[..], &["--density", "0.8"]].concat(),
    );
}

/// A question may be named as its column is.
#[test]
fn a_question_goes_by_its_id_or_its_column() {
    for name in ["deal-by-spring", "question.deal-by-spring"] {
        let output = small(&["--assert", &format!("{name}>=0")]);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
    }
}

/// Whatever stands at the head of a column of results may not be a question's id.
#[test]
fn the_columns_of_a_run_are_taken() {
    let output = small(&["--csv"]);
    let head = stdout(&output).lines().next().unwrap().to_owned();
    let mut tried = 0;
    for name in head.split(',').filter(|name| !name.contains('.')) {
        let file = File::new(&format!("taken-{name}.toml"), &asking(name));
        assert_fails(&zopa(&["check", file.path()]), 3, "Z0211");
        tried += 1;
    }
    assert_eq!(tried, 8, "{head}");
}

/// The first lesson with a question of this id.
pub(crate) fn asking(id: &str) -> String {
    let text = crate::support::shipped_text("two-party");
    assert!(text.contains("id = \"deal-by-spring\""));
    text.replace("id = \"deal-by-spring\"", &format!("id = \"{id}\""))
}

#[test]
fn a_new_scenario_is_named_and_never_written_over() {
    let place = crate::cli_study::Place::new();
    let new = |name: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_zopa"))
            .args(["new", name])
            .current_dir(&place.0)
            .output()
            .unwrap()
    };
    let output = new("Gaza talks");
    assert_eq!(
        stderr(&output),
        "wrote Gaza talks.toml\nnext: zopa check 'Gaza talks.toml'\n      zopa run 'Gaza talks.toml'\n"
    );
    assert_fails(
        &new("Gaza talks"),
        1,
        "Gaza talks.toml is there already, and nothing is written over it: choose another name, as \
         in zopa new 'Gaza talks-2'",
    );
    for name in ["", " ", ".toml", "talks/"] {
        assert_fails(&new(name), 2, "is no name for a scenario; write for example zopa new talks");
    }
    assert_fails(
        &new("nowhere/talks"),
        1,
        "cannot write nowhere/talks.toml: its folder is not there; make it first, or leave it out",
    );
}

#[test]
fn the_verdict_of_check_fits_a_terminal() {
    let output = zopa(&["check", "scenarios/two-party.toml"]);
    assert_eq!(
        stdout(&output),
        "scenarios/two-party.toml: ok:\n  2 parties, 3 issues, 38 numbers of which 8 uncertain, 0 warnings\n"
    );
    for file in ["scenarios/white-house-2025.toml", "scenarios/cases/rambouillet-1999.toml"] {
        for line in stdout(&zopa(&["check", file])).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

/// What a party signs is set against its own alternative in the same trials, and where it signs less than that,
/// the run says why.
#[test]
fn terms_stand_beside_the_alternative_of_the_same_trials() {
    let run = |file: &str, more: &[&str]| {
        let output =
            zopa(&[&["run", file, "--worlds", "60", "--histories", "10"][..], more].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output).to_owned()
    };
    for file in
        ["scenarios/white-house-2025.toml", "scenarios/job-offer.toml", "scenarios/two-party.toml"]
    {
        let json: Value = serde_json::from_str(&run(file, &["--json"])).unwrap();
        let parties = json["result"]["parties"].as_array().unwrap();
        let signed: Vec<&Value> = parties
            .iter()
            .map(|party| &party["signing"])
            .filter(|signing| !signing.is_null())
            .collect();
        assert!(signed.len() >= 2, "{file}");
        for signing in signed {
            let number = |key: &str| signing[key].as_f64().unwrap();
            assert!((0.0..=1.0).contains(&number("believed_survival")), "{signing}");
            let why = signing["below_because"].as_object().unwrap();
            let why: f64 = why.values().map(|share| share.as_f64().unwrap()).sum();
            assert!((why - number("below_alternative")).abs() < 1e-12, "{signing}");
        }
    }
    // Whatever is agreed by alternating offers is agreed against the value of no deal, which the file has.
    let text = run("scenarios/job-offer.toml", &[]);
    let from = text.find("What the signatories sign").unwrap();
    let table: Vec<&str> = text[from..].lines().skip(1).take(2).collect();
    assert!(table.iter().all(|row| !row.contains('–')), "{table:?}");
    // Paid for a deal that it does not believe in, a party signs below its alternative.
    let paid = r#"
title = "Paid"
as_of = 2025-01-01
mediation = { style = "formulation" }
[issues.price]
anchors = { 0 = "low", 100 = "high" }
[parties.a]
role = "principal"
influence = 1
breach_hazard = 3
betrayal_loss = 0
outside = { reservation = 0.62 }
positions = { price = { opening = 0, limit = 60, ideal = 0, salience = 1 } }
[parties.b]
role = "principal"
influence = 1
outside = { reservation = 0.2 }
positions = { price = { opening = 100, limit = 40, ideal = 100, salience = 1 } }
[parties.m]
role = "mediator"
influence = 1
leverage = { a = 0.2 }
positions = { price = { opening = 50, limit = 50, ideal = 50, salience = 1 } }
"#;
    let file = File::new("paid.toml", paid);
    let told = run(file.path(), &[]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("signs terms below its alternative, mostly because it is paid"),
        "{told}"
    );
    assert!(told.contains("so that they cost it the less."), "{told}");
}
