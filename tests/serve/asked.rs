//! What is asked is what the command is told.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

use super::client::Server;
use crate::cli_run::{File, code, stderr, stdout, zopa};

const TWO: &str = include_str!("../../scenarios/two-party.toml");

fn request(wanted: &str) -> Value {
    json!({ "wanted": wanted, "file": "scenarios/two-party.toml", "text": TWO, "worlds": 40, "histories": 4 })
}

fn answers(server: &Server, token: &str, request: &Value) -> Vec<Value> {
    let lines = server.post("/api/ask", Some(token), &request.to_string()).lines();
    let (end, told) = lines.split_last().unwrap();
    assert_eq!(end["kind"], "end");
    told.iter().filter(|answer| answer["kind"] != "progress").cloned().collect()
}

#[test]
fn a_run_is_the_commands_to_the_last_byte() {
    let server = Server::of("run", &[("two.toml", TWO)]);
    let token = server.token();
    let [answer] = answers(&server, &token, &request("run")).try_into().unwrap();
    let args = ["run", "scenarios/two-party.toml", "--worlds", "40", "--histories", "4", "--json"];
    assert_eq!(answer["text"].as_str(), Some(stdout(&zopa(&args))));
}

/// The words of HTML, without its marks; those within a line part no words.
fn words(html: &str) -> String {
    const WITHIN_A_LINE: [&str; 7] = ["data", "strong", "bdi", "span", "time", "code", "em"];
    let mut text = String::new();
    for piece in html.split('<') {
        let (mark, words) = piece.split_once('>').unwrap_or(("", piece));
        let name = mark.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !WITHIN_A_LINE.contains(&name) {
            text.push(' ');
        }
        text.push_str(words);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_verb_tells_what_the_command_tells() {
    let server = Server::of("verbs", &[("two.toml", TWO)]);
    let token = server.token();
    for (verb, lead) in [
        ("run", "signed"),
        ("map", "bargaining map"),
        ("drivers", "hang on"),
        ("compare", "good-wells"),
        ("explain", "trial 0"),
    ] {
        let mut asked = request("told");
        asked["verb"] = json!(verb);
        let told = answers(&server, &token, &asked);
        let last = told.last().unwrap();
        assert_eq!((&last["kind"], &last["complete"]), (&json!("told"), &json!(true)), "{verb}");
        let html = words(last["html"].as_str().unwrap());
        assert!(html.to_lowercase().contains(lead), "{verb}: {html}");
        // The command that stands beside it says the same numbers.
        let command = last["command"].as_str().unwrap();
        let args: Vec<&str> = command.split(' ').skip(1).collect();
        let output = zopa(&args);
        assert_eq!(code(&output), 0, "{command}: {}", stderr(&output));
        let percents = |text: &str| -> Vec<String> {
            let words = text.split_whitespace();
            let bare =
                words.map(|word| word.trim_matches(|c: char| !c.is_ascii_digit() && c != '%'));
            bare.filter(|word| word.ends_with('%') && word.len() > 1).map(str::to_owned).collect()
        };
        let (page, terminal) = (percents(&html), percents(stdout(&output)));
        // A page folds away what a terminal leaves out.
        for figure in &terminal {
            assert!(page.contains(figure), "{verb}: {figure}, which {command} prints, is not told");
        }
    }
}

#[test]
fn a_change_is_held_against_what_was() {
    let server = Server::of("change", &[("two.toml", TWO)]);
    let token = server.token();
    let edits = json!([{ "do": "set", "at": ["parties", "lower", "influence"], "value": "0.2" }]);
    let edit = json!({ "wanted": "edit", "file": "two.toml", "text": TWO, "edits": edits });
    let [desk] = answers(&server, &token, &edit).try_into().unwrap();
    let changed = desk["text"].as_str().unwrap();
    assert_eq!(changed, TWO.replacen("influence = 0.8", "influence = 0.2", 1));
    let mut asked = request("odds");
    asked["change"] = json!({ "text": changed, "variant": null, "sets": [] });
    let told = answers(&server, &token, &asked);
    let mut set = request("odds");
    set["change"] = json!({ "variant": null, "sets": ["parties.lower.influence=0.2"] });
    let by_set = answers(&server, &token, &set);
    // A number moved in the file is a number set.
    assert_eq!(told[0]["said"], by_set[0]["said"]);
    assert_eq!(told[0]["odds"], by_set[0]["odds"]);
    assert!(told[0]["said"].as_str().unwrap().contains("before"));
}

#[test]
fn a_report_is_one_to_be_kept() {
    let server = Server::of("report", &[("two.toml", TWO)]);
    let token = server.token();
    let [file] = answers(&server, &token, &request("page")).try_into().unwrap();
    assert_eq!(file["name"], "two-party-report.html");
    let page = file["text"].as_str().unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Water for Upper and Lower Ardo"));
    assert_eq!(page.contains("zopa-engine"), cfg!(zopa_engine));
}

#[test]
fn what_cannot_be_played_is_refused_with_its_place() {
    let server = Server::of("unsound", &[("two.toml", TWO)]);
    let token = server.token();
    let broken = TWO.replacen("salience = 0.5", "salience = -1", 1);
    let desk = json!({ "wanted": "desk", "file": "two.toml", "text": broken });
    let [desk] = answers(&server, &token, &desk).try_into().unwrap();
    assert_eq!(desk["sound"], false);
    assert_eq!(
        desk["findings"][0]["at"],
        json!(["parties", "upper", "positions", "water", "salience"])
    );
    let mut asked = request("told");
    asked["verb"] = json!("run");
    asked["text"] = json!(broken);
    let [refused] = answers(&server, &token, &asked).try_into().unwrap();
    assert_eq!(refused["kind"], "refused");
    assert!(refused["text"].as_str().unwrap().contains("must be 0 or more"));
}

#[test]
fn whoever_goes_away_stops_what_was_played_for_him() {
    let flagship = include_str!("../../scenarios/white-house-2025.toml");
    let server = Server::of("stop", &[("wh.toml", flagship)]);
    let token = server.token();
    let mut long = request("run");
    (long["text"], long["worlds"], long["histories"]) =
        (json!(flagship), json!(1_000_000), json!(100));
    let body = long.to_string();
    for _ in 0..4 {
        let mut stream = TcpStream::connect(&server.host).unwrap();
        let head = format!(
            "POST /api/ask HTTP/1.1\r\nHost: {}\r\nX-Zopa-Token: {token}\r\nContent-Length: {}\r\n\r\n",
            server.host,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body.as_bytes()).unwrap();
        let mut first = [0; 200];
        assert!(stream.read(&mut first).unwrap() > 0);
    }
    // Hours' worth of play is not in the way of a second's: the client waits no longer than a minute.
    let [answer] = answers(&server, &token, &request("run")).try_into().unwrap();
    assert_eq!(answer["kind"], "run");
}

#[test]
fn a_page_by_itself_is_written_once() {
    let page = File::new("workbench.html", "");
    std::fs::remove_file(&page.0).unwrap();
    let args = ["serve", "scenarios/two-party.toml", "--export", page.path()];
    let output = zopa(&args);
    if cfg!(not(zopa_engine)) {
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains("src/web/build"), "{}", stderr(&output));
        return;
    }
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let text = std::fs::read_to_string(page.path()).unwrap();
    assert!(text.contains("connect-src 'none'") && text.contains("Water for Upper and Lower Ardo"));
    let again = zopa(&args);
    assert_eq!(code(&again), 1);
    assert!(stderr(&again).contains("nothing is written over it"), "{}", stderr(&again));
}
