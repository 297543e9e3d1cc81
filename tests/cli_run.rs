//! The command as its users meet it: exit codes, what goes where, and what a mistake says.

use std::path::PathBuf;
use std::process::{Command, Output};

fn zopa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zopa")).args(arguments).output().unwrap()
}

fn scenario(name: &str) -> String {
    format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Exit code, standard output and standard error of `zopa run two-party --worlds 50` and more.
fn run(more: &[&str]) -> (i32, String, String) {
    let file = scenario("two-party");
    let mut arguments = vec!["run", file.as_str(), "--worlds", "50"];
    arguments.extend_from_slice(more);
    let output = zopa(&arguments);
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_run_prints_results_and_nothing_else() {
    let (code, out, err) = run(&[]);
    assert_eq!(code, 0);
    assert!(out.contains("What are the odds?") && out.contains("not a forecast"));
    assert_eq!(err, "");
}

#[test]
fn json_has_the_promised_shape() {
    let (code, out, _) = run(&["--json"]);
    assert_eq!(code, 0);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["schema_version"], 1);
    let ids: Vec<_> =
        document["chain"].as_array().unwrap().iter().map(|link| &link["id"]).collect();
    assert_eq!(ids, ["talks", "ground", "signed", "ratified", "holds"]);
    for key in ["value", "low", "high", "method", "worlds_low", "worlds_high"] {
        assert!(!document["questions"][0]["estimate"][key].is_null(), "{key}");
    }
    let scenario = &document["scenario"];
    assert_eq!(scenario["fingerprint"].as_str().unwrap().len(), 64);
}

#[test]
fn csv_has_a_row_a_world() {
    let (code, out, _) = run(&["--csv"]);
    assert_eq!(code, 0);
    assert_eq!(out.lines().count(), 51);
    let columns = out.lines().next().unwrap().split(',').count();
    assert!(out.lines().all(|line| line.split(',').count() == columns));
}

#[test]
fn settings_move_the_odds_the_right_way() {
    let signed = |more: &[&str]| {
        let mut arguments = vec!["--json"];
        arguments.extend_from_slice(more);
        let (_, out, _) = run(&arguments);
        let document: serde_json::Value = serde_json::from_str(&out).unwrap();
        document["chain"][2]["estimate"]["value"].as_f64().unwrap()
    };
    let poor = signed(&["--set", "parties.upper.outside.reservation=0.1"]);
    let rich = signed(&["--set", "parties.upper.outside.reservation=0.8"]);
    assert!(poor > signed(&[]) && rich < signed(&[]), "{poor} {rich}");
}

#[test]
fn usage_mistakes_end_with_2() {
    for (more, says) in [
        (&["--set", "nonsense"][..], "has no “=”"),
        (&["--assert", "signed"], "neither “>=” nor “<=”"),
        (&["--assert", "sign>=0.4"], "no “sign”"),
        (&["--assert", "signed>=4"], "between 0 and 1"),
        (&["--precision", "2"], "not between 0 and 0.5"),
        (&["--json", "--csv"], "cannot be used with"),
        (&["--histories", "1"], "is not in 2.."),
    ] {
        let (code, out, err) = run(more);
        assert_eq!(code, 2, "{more:?}");
        assert_eq!(out, "");
        assert!(err.contains(says), "{more:?}: {err}");
    }
}

#[test]
fn scenario_mistakes_end_with_3_and_name_the_mend() {
    let (code, out, err) = run(&["--set", "parties.upper.patiense=2"]);
    assert_eq!((code, out.as_str()), (3, ""));
    assert!(err.contains("did you mean `parties.upper.patience`"), "{err}");
    let (code, _, err) = run(&["--variant", "nobody"]);
    assert_eq!(code, 3);
    assert!(err.contains("there is no variant `nobody`"), "{err}");
}

#[test]
fn a_missing_file_ends_with_1() {
    let output = zopa(&["run", "no-such-file.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cannot read no-such-file.toml"));
}

#[test]
fn assertions_end_with_0_or_4() {
    let file = scenario("two-party");
    assert_eq!(zopa(&["run", &file, "--assert", "signed>=0.2"]).status.code(), Some(0));
    let failed = zopa(&["run", &file, "--assert", "signed>=0.9"]);
    assert_eq!(failed.status.code(), Some(4));
    assert!(text(&failed.stdout).contains("fails"));
    // Ten worlds settle nothing.
    let open = zopa(&["run", &file, "--assert", "signed>=0.55", "--worlds", "10"]);
    assert_eq!(open.status.code(), Some(4));
    assert!(text(&open.stdout).contains("still open"));
}

#[test]
fn precision_is_reached_or_missed() {
    let file = scenario("two-party");
    let reached = zopa(&["run", &file, "--precision", "0.03"]);
    assert_eq!(reached.status.code(), Some(0));
    assert!(text(&reached.stdout).contains("reached the precision"));
    let missed = zopa(&["run", &file, "--precision", "0.001", "--worlds", "200"]);
    assert_eq!(missed.status.code(), Some(4));
}

#[test]
fn explain_tells_a_story_and_documents_codes() {
    let file = scenario("white-house-2025");
    let story = zopa(&["explain", &file, "--trial", "30"]);
    assert_eq!(story.status.code(), Some(0));
    let story = text(&story.stdout);
    assert!(story.contains("tables a package") && story.contains("The end:"), "{story}");
    assert!(story.lines().all(|line| line.chars().count() <= 80));
    assert_eq!(zopa(&["explain", "Z0102"]).status.code(), Some(0));
    assert_eq!(zopa(&["explain", "Z9999"]).status.code(), Some(2));
}

/// The story of a trial is the trial the run counted.
#[test]
fn a_trial_replays_alone() {
    let (_, out, _) = run(&["--json"]);
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    let trial = document["signed_trial"].as_u64().unwrap().to_string();
    let story = zopa(&["explain", &scenario("two-party"), "--trial", &trial]);
    assert!(text(&story.stdout).contains("The package is signed."));
}

#[test]
fn new_writes_what_check_accepts_and_overwrites_nothing() {
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("new-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for template in ["two-party", "mediated", "peace-process"] {
        let within = |arguments: &[&str]| {
            Command::new(env!("CARGO_BIN_EXE_zopa"))
                .args(arguments)
                .current_dir(&folder)
                .output()
                .unwrap()
        };
        let file = format!("{template}.toml");
        let new = ["new", template, "--template", template];
        assert_eq!(within(&new).status.code(), Some(0));
        assert_eq!(within(&new).status.code(), Some(1), "a second time overwrites");
        assert_eq!(within(&["check", "--strict", &file]).status.code(), Some(0));
        assert_eq!(within(&["run", &file, "--worlds", "20"]).status.code(), Some(0));
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn verify_finds_the_same_bits() {
    let output = zopa(&["verify", &scenario("northland"), "--worlds", "40"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("the same bits every time"));
}

/// Ctrl-C: the chunks under way are finished, the results so far are printed, exit 130.
#[cfg(unix)]
#[test]
fn an_interrupted_run_prints_what_it_has() {
    let child = Command::new(env!("CARGO_BIN_EXE_zopa"))
        .args(["run", &scenario("two-party"), "--worlds", "100000000"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_secs(2));
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    assert!(text(&output.stdout).contains("What are the odds?"));
    assert!(text(&output.stderr).contains("stopped after"));
}
