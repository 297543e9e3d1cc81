//! The page that plays: the engine gives the very bytes of the command, in node and in a browser; a lever gives what
//! `--set` gives; and a page asks nobody for anything.
//!
//! The engine is of another target, so that `cargo test` does not make it: `src/web/build` does, and `.ci/run` before
//! the tests. Without it these say that they are skipped.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use zopa::web::Playing;

use crate::cli_run::{File, code, stderr, stdout, zopa};
use crate::library_writing::collect;
use crate::report::{browser, hostile};
use crate::support::skip;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TWO: &str = "scenarios/two-party.toml";
/// How much is played of every file.
const SMALL: [&str; 4] = ["--worlds", "30", "--histories", "4"];

/// Is there no engine of these sources in the command?
fn engineless(test: &str) -> bool {
    let missing = cfg!(not(zopa_engine));
    if missing {
        skip(test, "there is no engine of these sources: src/web/build makes it");
    }
    missing
}

/// Every scenario that is shipped.
fn shipped() -> Vec<String> {
    let mut found = Vec::new();
    collect(&Path::new(ROOT).join("scenarios"), &mut found);
    let names = found
        .into_iter()
        .map(|path| path.strip_prefix(ROOT).unwrap().to_str().unwrap().replace('\\', "/"));
    // Studies are no scenarios, but ask for them.
    let is_study = |name: &String| name.contains("/studies/") || name.ends_with("-study.toml");
    let mut names: Vec<String> = names.filter(|name| !is_study(name)).collect();
    names.sort();
    names
}

fn request(file: &str, wanted: &str) -> Value {
    let text = std::fs::read_to_string(Path::new(ROOT).join(file)).unwrap();
    json!({ "wanted": wanted, "file": file, "text": text, "worlds": 30, "histories": 4 })
}

fn lines(requests: &[Value]) -> String {
    let lines: Vec<String> = requests.iter().map(Value::to_string).collect();
    lines.join("\n")
}

/// What the engine answers to each request, in node.
fn in_node(requests: &[Value]) -> Vec<Vec<Value>> {
    let mut child = Command::new("node")
        .current_dir(ROOT)
        .args(["tests/browser/engine.mjs", "target/web/engine.wasm"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let asked = lines(requests);
    let mut to = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || to.write_all(asked.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success());
    stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What it answers on this machine itself.
fn here(request: &Value) -> Vec<Value> {
    let answers = Playing::begin(&request.to_string());
    answers.map(|answer| serde_json::from_str(&answer).unwrap()).collect()
}

fn printed(file: &str, more: &[&str]) -> String {
    let output = zopa(&[["run", file, "--json"].as_slice(), &SMALL, more].concat());
    assert_eq!(code(&output), 0, "{file}: {}", stderr(&output));
    stdout(&output).to_owned()
}

fn no_node() -> bool {
    !Command::new("node").arg("--version").output().is_ok_and(|done| done.status.success())
}

#[test]
fn the_engine_gives_the_bytes_of_the_command() {
    if engineless("the_engine_gives_the_bytes_of_the_command") {
        return;
    }
    if no_node() {
        skip("the_engine_gives_the_bytes_of_the_command", "there is no node");
        return;
    }
    let files = shipped();
    assert!(files.len() > 20, "{files:?}");
    let requests: Vec<Value> = files.iter().map(|file| request(file, "run")).collect();
    for (file, answers) in files.iter().zip(in_node(&requests)) {
        let [answer] = answers.as_slice() else { panic!("{file}: {answers:?}") };
        assert_eq!(answer["text"].as_str(), Some(&*printed(file, &[])), "{file}");
    }
}

/// The same without WebAssembly, which takes no engine: what is asked is what the command is told.
#[test]
fn a_request_gives_the_bytes_of_the_command() {
    let mut asked = request(TWO, "run");
    let set = "parties.upper.influence=2";
    asked["change"] = json!({ "variant": null, "sets": [set] });
    asked["seed"] = json!("18446744073709551615");
    let [answer] = here(&asked).try_into().unwrap();
    let seed = ["--seed", "18446744073709551615", "--set", set];
    assert_eq!(answer["text"].as_str(), Some(&*printed(TWO, &seed)));
}

/// What a page puts in the place of its own pieces is what stands on the page of the command.
#[test]
fn the_pieces_of_a_changed_page_are_those_of_its_report() {
    let set = "parties.upper.influence=2";
    let mut asked = request(TWO, "report");
    asked["change"] = json!({ "variant": null, "sets": [set] });
    let answers = here(&asked);
    let kinds: Vec<&str> = answers.iter().map(|answer| answer["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["odds", "page"]);
    let command = answers[0]["command"].as_str().unwrap();
    let wanted =
        format!("zopa report {TWO} --set '{set}' --worlds 30 --histories 4 --live -o report.html");
    assert_eq!(command, wanted);
    let output = zopa(&[["report", TWO, "--set", set].as_slice(), &SMALL].concat());
    let page = stdout(&output);
    let pieces = &answers[1]["pieces"];
    for piece in ["head", "contents", "answer", "foot"] {
        assert!(page.contains(pieces[piece].as_str().unwrap()), "{piece}");
    }
    // The report says by which command it is made again.
    let sections = pieces["sections"].as_str().unwrap().replace(" --live -o report", " -o report");
    assert!(page.contains(&sections));
}

#[test]
fn a_change_is_said_with_its_error() {
    let mut asked = request(TWO, "report");
    asked["worlds"] = json!(200);
    let said = |asked: &Value, set: &str| {
        let mut asked = asked.clone();
        asked["change"] = json!({ "variant": null, "sets": [set] });
        let answers = here(&asked);
        let odds = answers.iter().rfind(|answer| answer["kind"] == "odds").unwrap();
        odds["said"].as_str().unwrap().to_owned()
    };
    let moved = said(&asked, "parties.lower.influence=0.2");
    assert!(
        moved.contains("in the file") && moved.contains("the error of the simulation"),
        "{moved}"
    );
    let same = said(&asked, "title=Another");
    assert!(same.contains("the same scenario") || same.contains("not one history"), "{same}");
}

#[test]
fn a_changed_scenario_is_saved_with_its_comments() {
    let mut asked = request(TWO, "scenario");
    asked["change"] = json!({ "variant": null, "sets": ["parties.upper.influence=2.5"] });
    let [answer] = here(&asked).try_into().unwrap();
    assert_eq!(answer["name"], "two-party-changed.toml");
    let text = answer["text"].as_str().unwrap();
    let old = asked["text"].as_str().unwrap();
    let comments = |text: &str| text.matches('#').count();
    assert_eq!(comments(text), comments(old));
    let saved = File::new("two-party-changed.toml", text);
    let run = |args: &[&str]| -> Value {
        let output = zopa(&[args, ["--json"].as_slice(), &SMALL].concat());
        serde_json::from_str(stdout(&output)).unwrap()
    };
    let set = ["run", TWO, "--set", "parties.upper.influence=2.5"];
    assert_eq!(run(&["run", saved.path()])["result"], run(&set)["result"]);
}

#[test]
fn without_an_engine_a_living_page_is_refused() {
    let output = zopa(&["report", TWO, "--live", "--worlds", "2", "-o", "-"]);
    if cfg!(zopa_engine) {
        assert_eq!(code(&output), 0, "{}", stderr(&output));
    } else {
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains("src/web/build"), "{}", stderr(&output));
        assert!(stdout(&output).is_empty());
    }
}

#[test]
fn what_a_living_page_cannot_tell_is_refused() {
    for more in
        [["--tornado"].as_slice(), &["--brief"], &["--variants"], &["--format", "md"], &["--json"]]
    {
        let output = zopa(&[["report", TWO, "--live"].as_slice(), more].concat());
        assert_eq!(code(&output), 2, "{more:?}: {}", stderr(&output));
        assert!(stderr(&output).contains("--live") || stderr(&output).contains("live"), "{more:?}");
    }
}

/// What a browser does with a living page, as JSON.
fn played(page: &File, changed: &File, (path, value): (&str, &str), requests: &[Value]) -> Value {
    let name = Path::new(page.path()).file_stem().unwrap().to_str().unwrap();
    let requests = File::new(&format!("{name}-requests.jsonl"), &lines(requests));
    let args = ["tests/browser/living.mjs", page.path(), changed.path(), path, value];
    let output =
        Command::new("node").current_dir(ROOT).args(args).arg(requests.path()).output().unwrap();
    assert_eq!(code(&output), 0, "{}{}", stdout(&output), stderr(&output));
    let seen: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(seen["faults"], json!([]));
    assert_eq!(seen["reached"], json!(["refused", "refused", "refused"]));
    seen
}

fn living(name: &str, file: &str, more: &[&str]) -> File {
    let output = zopa(&[["report", file, "--live"].as_slice(), more].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    File::new(name, stdout(&output))
}

/// The path of the first lever of a page, and a value for it.
fn first_lever(page: &File) -> (String, String) {
    let text = std::fs::read_to_string(page.path()).unwrap();
    let between = |after: &str, end: &str| {
        let from = text.find(after).unwrap() + after.len();
        text[from..from + text[from..].find(end).unwrap()].to_owned()
    };
    let path = between("<div class=\"lever\" data-path=\"", "\"");
    let least: f64 = between("type=\"range\" min=\"", "\"").parse().unwrap();
    // As a browser writes it.
    (path, least.to_string())
}

#[test]
fn a_reader_moves_a_lever() {
    const TEST: &str = "a_reader_moves_a_lever";
    if engineless(TEST) {
        return;
    }
    if let Some(why) = browser::missing() {
        skip(TEST, why);
        return;
    }
    let flagship = "scenarios/white-house-2025.toml";
    let page = living("living.html", flagship, &SMALL);
    let size = std::fs::metadata(page.path()).unwrap().len();
    assert!(size < 2_500_000, "{size} bytes");
    let (path, value) = first_lever(&page);
    let set = format!("{path}={value}");
    let changed = [["--set", &set].as_slice(), &SMALL].concat();
    let changed = living("living-changed.html", flagship, &changed);
    let files = shipped();
    let requests: Vec<Value> = files.iter().map(|file| request(file, "run")).collect();
    let seen = played(&page, &changed, (&path, &value), &requests);
    for (file, answer) in files.iter().zip(seen["answers"].as_array().unwrap()) {
        assert_eq!(answer[0]["text"].as_str(), Some(&*printed(file, &[])), "{file}");
    }
    assert!(seen["said"].as_str().unwrap().contains("in the file"), "{}", seen["said"]);
    assert!(seen["command"].as_str().unwrap().contains(&set), "{}", seen["command"]);
    // The file that was saved is the scenario with the change.
    let saved = File::new("saved.toml", seen["scenario"].as_str().unwrap());
    let result = |text: String| serde_json::from_str::<Value>(&text).unwrap()["result"].clone();
    let set = printed(flagship, &["--set", &set]);
    assert_eq!(result(printed(saved.path(), &[])), result(set));
}

/// Every end of a lever and every choice of a switch.
#[test]
fn whatever_a_panel_offers_can_be_played() {
    if engineless("whatever_a_panel_offers_can_be_played") {
        return;
    }
    let flagship = "scenarios/white-house-2025.toml";
    let page = living("offers.html", flagship, &SMALL);
    let text = std::fs::read_to_string(page.path()).unwrap();
    let panel = &text[text.find("<section id=\"change\"").unwrap()..];
    let panel = &panel[..panel.find("class=\"actions\"").unwrap()];
    let mut offered = Vec::new();
    for one in panel.split("data-path=\"").skip(1) {
        let (path, rest) = one.split_once('"').unwrap();
        for before in [" min=\"", " max=\"", "<option value=\"", "\" value=\""] {
            let values = rest.split(before).skip(1).map(|value| value.split('"').next().unwrap());
            offered.extend(values.map(|value| (path.to_owned(), value.to_owned())));
        }
    }
    offered.retain(|(_, value)| !value.is_empty());
    assert!(offered.len() > 15, "{offered:?}");
    for (path, value) in offered {
        let mut asked = request(flagship, "report");
        asked["worlds"] = json!(2);
        asked["histories"] = json!(2);
        asked["change"] = match path.as_str() {
            "--variant" => json!({ "variant": value, "sets": [] }),
            _ => json!({ "variant": null, "sets": [format!("{path}={value}")] }),
        };
        let first = Playing::begin(&asked.to_string()).next().unwrap();
        assert!(first.contains("\"kind\":\"odds\""), "{path}={value}: {first}");
    }
}

/// Whatever an author writes is text on a living page, too, before and after it has played.
#[test]
fn hostile_text_stays_text_when_it_plays() {
    const TEST: &str = "hostile_text_stays_text_when_it_plays";
    if engineless(TEST) {
        return;
    }
    if let Some(why) = browser::missing() {
        skip(TEST, why);
        return;
    }
    let file = File::new("hostile-living.toml", &hostile::scenario());
    let page = living("hostile-living.html", file.path(), &SMALL);
    let (path, value) = first_lever(&page);
    let set = format!("{path}={value}");
    let changed = [["--set", &set].as_slice(), &SMALL].concat();
    let changed = living("hostile-changed.html", file.path(), &changed);
    played(&page, &changed, (&path, &value), &[]);
}
