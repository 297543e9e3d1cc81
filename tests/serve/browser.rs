//! The workbench in a browser, as somebody new works at it: of a server, and by itself.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::client::Server;
use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::report::browser;
use crate::support::skip;

/// What a script of tests/browser has seen, if there is a browser.
fn seen(test: &str, args: &[&str]) -> Option<Value> {
    if let Some(why) = browser::missing() {
        skip(test, why);
        return None;
    }
    let root = env!("CARGO_MANIFEST_DIR");
    let output = Command::new("node").current_dir(root).args(args).output().unwrap();
    assert_eq!(code(&output), 0, "{}{}", stdout(&output), stderr(&output));
    let seen: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(seen["faults"], json!([]));
    Some(seen)
}

#[test]
fn somebody_new_works_at_the_workbench() {
    let server = Server::of("browser", &[]);
    let script = "tests/browser/workbench.mjs";
    if seen("somebody_new_works_at_the_workbench", &[script, &server.link]).is_none() {
        return;
    }
    // What was saved there is a scenario of the command's.
    let saved = server.folder.join("valley.toml");
    let output = zopa(&["run", saved.to_str().unwrap(), "--worlds", "10", "--json"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(server.read("valley.toml").starts_with('#'), "the template's comments are gone");
}

#[test]
fn the_workbench_works_by_itself() {
    const TEST: &str = "the_workbench_works_by_itself";
    if cfg!(not(zopa_engine)) {
        skip(TEST, "there is no engine of these sources: src/web/build makes it");
        return;
    }
    let page = File::new("by-itself.html", "");
    std::fs::remove_file(&page.0).unwrap();
    let output = zopa(&["serve", "scenarios/two-party.toml", "--export", page.path()]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let Some(seen) = seen(TEST, &["tests/browser/by-itself.mjs", page.path()]) else { return };
    // It plays to the bit what the command plays of the file that it gives.
    let kept = File::new("by-itself.toml", seen["kept"].as_str().unwrap());
    let output = zopa(&["run", kept.path()]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let odds = seen["signed"].as_str().unwrap();
    assert!(stdout(&output).contains(odds), "{odds}: {}", stdout(&output));
    assert!(Path::new(page.path()).exists());
}
