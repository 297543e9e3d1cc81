//! The command: the same bytes, a target that is tried before anything is played, and nothing lost.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;
use zopa::analysis::map::BargainingMap;
use zopa::document::Length;
use zopa::montecarlo::Plan;
use zopa::present::report::tell;
use zopa::render::{html, markdown};
use zopa::results::report::{Report, Reported};
use zopa::solution::forecasts::Inquiry;

use super::{SMALL, run, shipped};
use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::cli_study::Place;
use crate::support;

fn report(more: &[&str]) -> std::process::Output {
    zopa(&[["report", "scenarios/two-party.toml"].as_slice(), &SMALL, more].concat())
}

#[test]
fn the_same_report_has_the_same_bytes() {
    for more in [[].as_slice(), &["--format", "md"], &["--json"]] {
        let once = run(&shipped("harbour"), more);
        let again = run(&shipped("harbour"), &[more, &["--threads", "1"]].concat());
        assert_eq!(once, again, "{more:?}");
    }
}

#[test]
fn a_file_is_written_whole_and_named_on_standard_error() {
    let place = Place::new();
    let path = place.at("report.html");
    for _ in 0..2 {
        let output = report(&["-o", &path]);
        assert_eq!((code(&output), stdout(&output)), (0, ""));
        assert_eq!(stderr(&output), format!("wrote {path}\n"));
    }
    assert_eq!(place.text("report.html"), stdout(&report(&["-o", "-"])));
    let memo = place.at("memo.md");
    assert_eq!(code(&report(&["-o", &memo])), 0);
    assert!(place.text("memo.md").starts_with("# Water for Upper and Lower Ardo\n"));
    let left: Vec<_> = fs::read_dir(&place.0).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn a_target_that_cannot_be_is_refused_before_anything_is_played() {
    let place = Place::new();
    let scenario = place.at("two-party.toml");
    let before = place.text("two-party.toml");
    let folder = place.0.to_str().unwrap().to_owned();
    let missing = place.at("no/such/report.html");
    // More worlds than a test would wait for: whoever is refused late is seen.
    let refused = |more: &[&str], exit: i32, says: &str| {
        let worlds = ["report", &scenario, "--worlds", "90000000"];
        let output = zopa(&[worlds.as_slice(), more].concat());
        assert_eq!((code(&output), stdout(&output)), (exit, ""), "{}", stderr(&output));
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    };
    refused(&["-o", &folder], 2, "is a folder; name a file, as in -o report.html");
    refused(&["-o", &missing], 1, "there is no folder");
    refused(&["-o", &scenario], 2, "is what the report is of, and would be lost");
    refused(&["-o", "/dev/null"], 2, "is no ordinary file");
    refused(&["--format", "svg"], 2, "name a folder for them with -o");
    refused(&["--format", "svg", "-o", &scenario], 2, "is a file; --format svg makes several");
    let both = ["--variant", "good-wells", "--variants", "-o", &place.at("a.html")];
    refused(&both, 2, "choose one of them");
    refused(&["--compare", "nobody", "-o", &place.at("a.html")], 3, "nobody");
    refused(&["--json", "--format", "md"], 2, "cannot be used with");
    assert_eq!(place.text("two-party.toml"), before);
    assert!(!place.0.join("a.html").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_is_followed_and_stays() {
    let place = Place::new();
    place.write("real.html", "old");
    std::os::unix::fs::symlink(place.at("real.html"), place.at("link.html")).unwrap();
    assert_eq!(code(&report(&["-o", &place.at("link.html")])), 0);
    assert!(place.text("real.html").starts_with("<!DOCTYPE html>"));
    assert!(fs::symlink_metadata(place.at("link.html")).unwrap().is_symlink());
}

#[test]
fn charts_have_files_of_their_own() {
    let place = Place::new();
    let folder = place.at("charts");
    let output = report(&["--format", "svg", "-o", &folder]);
    assert_eq!((code(&output), stdout(&output)), (0, ""));
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names[..3], ["01-chain.svg", "02-questions.svg", "03-when.svg"]);
    assert_eq!(stderr(&output), format!("wrote {} charts to {folder}\n", names.len()));
    let chain = place.text("charts/01-chain.svg");
    assert!(
        chain.starts_with("<svg xmlns=") && chain.contains("they are not a forecast"),
        "{chain}"
    );
}

/// The command that the page names makes the page again.
#[test]
fn the_page_names_the_command_that_makes_it() {
    let quote = File::new("it's a file.toml", &support::shipped_text("two-party"));
    let changes = ["--set", "model.text_rate=0.6", "--seed", "9"];
    let page = run(quote.path(), &changes);
    let json: Value =
        serde_json::from_str(&run(quote.path(), &[&changes[..], &["--json"]].concat())).unwrap();
    let command = json["report"]["command"].as_str().unwrap();
    let line = command.replacen("zopa report", "report", 1).replace(" -o report.html", "");
    let script = format!("exec \"$ZOPA\" {line}");
    let again = std::process::Command::new("sh")
        .args(["-c", &script])
        .env("ZOPA", assert_cmd::cargo::cargo_bin("zopa"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(stdout(&again), page, "{command}: {}", stderr(&again));
}

#[expect(clippy::disallowed_methods, reason = "what is tested is how long it takes")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed())
}

/// Its size, and how long making it takes beyond the run: 50 milliseconds at most, ten times as long without
/// optimisation on a busy machine. The test prints both.
#[test]
fn the_flagships_page_is_small_and_soon_made() {
    let scenario = support::shipped("white-house-2025", &[]);
    let plan = support::plan(42, 400, 25);
    let summary = zopa::run(&scenario, &Plan { structural: true, ..plan.clone() });
    let mapped = Plan { worlds: 40, ..plan };
    let map = BargainingMap::of(&scenario, &mapped, None, &Inquiry::default(), &());
    let made = || {
        Report::new(Reported {
            scenario: &scenario,
            summary: &summary,
            map: &map,
            stories: Vec::new(),
            drivers: None,
            compare: None,
            backtest: None,
            texts: None,
            file: "scenarios/white-house-2025.toml",
            options: "",
            command: "zopa report scenarios/white-house-2025.toml -o report.html",
        })
    };
    let mut best = Duration::MAX;
    let mut bytes = 0;
    for _ in 0..5 {
        let (made, taken) = timed(|| html::page(&tell(&scenario, &made(), Length::Whole)));
        bytes = made.len();
        best = best.min(taken);
    }
    println!("{bytes} bytes in {best:?}");
    assert!(bytes < 600_000, "{bytes} bytes");
    assert!(
        best < Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 }),
        "{best:?}"
    );
    let report = made();
    assert!(markdown::memo(&tell(&scenario, &report, Length::Whole)).len() < bytes);
    let json = serde_json::to_value(&report).unwrap();
    assert!(json["run"]["result"]["chain"].is_array());
    assert_eq!(
        serde_json::from_value::<Report>(json).unwrap(),
        report,
        "it is read as it was written"
    );
}
