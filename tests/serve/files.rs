//! What is read and written.

use serde_json::{Value, json};

use super::client::{Answer, Server};

const TWO: &str = include_str!("../../scenarios/two-party.toml");

fn save(server: &Server, token: &str, name: &str, text: &str, base: &Value) -> Answer {
    let body = json!({ "name": name, "text": text, "base": base }).to_string();
    server.post("/api/save", Some(token), &body)
}

#[test]
fn scenarios_are_told_and_opened() {
    let server =
        Server::of("open", &[("two.toml", TWO), ("Cargo.toml", "[package]\nname = 'a'\n")]);
    std::fs::create_dir(server.folder.join("more")).unwrap();
    std::fs::write(server.folder.join("more/third.toml"), TWO).unwrap();
    let body = json!({ "key": server.key() }).to_string();
    let session = server.post("/api/session", None, &body).json();
    assert_eq!(session["open"], "two.toml");
    let token = session["token"].as_str().unwrap();
    let files = server.post("/api/files", Some(token), "").json();
    let title = "Water for Upper and Lower Ardo";
    let own = json!([{ "name": "more/third.toml", "title": title }, { "name": "two.toml", "title": title }]);
    assert_eq!(files["files"], own);
    let shipped = files["shipped"].as_array().unwrap();
    assert!(shipped.len() >= 5);
    for one in shipped {
        let body = json!({ "name": one["name"], "shipped": true }).to_string();
        let text = server.post("/api/open", Some(token), &body).json();
        let asked = json!({ "wanted": "desk", "file": one["name"], "text": text["text"] });
        let desk = server.post("/api/ask", Some(token), &asked.to_string());
        assert_eq!(desk.lines()[0]["sound"], true, "{}", one["name"]);
        assert_eq!(desk.lines()[0]["title"], one["title"]);
    }
    let opened = server.post("/api/open", Some(token), r#"{"name":"more/third.toml"}"#).json();
    assert_eq!(opened["text"], TWO);
}

#[test]
fn two_windows_never_lose_a_change() {
    let server = Server::of("windows", &[("two.toml", TWO)]);
    let token = server.token();
    let hash =
        server.post("/api/open", Some(&token), r#"{"name":"two.toml"}"#).json()["hash"].clone();
    let (mine, theirs) = (format!("# mine\n{TWO}"), format!("# theirs\n{TWO}"));
    let saved = save(&server, &token, "two.toml", &theirs, &hash);
    assert_eq!(saved.status, 200);
    assert_eq!(server.read("two.toml"), theirs);
    // The other window has not seen that.
    let conflict = save(&server, &token, "two.toml", &mine, &hash);
    assert_eq!(conflict.status, 409);
    assert_eq!(server.read("two.toml"), theirs);
    let there = conflict.json();
    assert_eq!(there["text"].as_str(), Some(theirs.as_str()));
    assert_eq!(there["hash"], saved.json()["hash"]);
    // Having seen it, it may.
    assert_eq!(save(&server, &token, "two.toml", &mine, &there["hash"]).status, 200);
    // An editor beside the page is seen as well.
    let hash =
        server.post("/api/open", Some(&token), r#"{"name":"two.toml"}"#).json()["hash"].clone();
    std::fs::write(server.folder.join("two.toml"), TWO).unwrap();
    assert_eq!(save(&server, &token, "two.toml", &theirs, &hash).status, 409);
    assert_eq!(server.read("two.toml"), TWO);
    // So is a file that is gone, and one that has come to be there.
    std::fs::remove_file(server.folder.join("two.toml")).unwrap();
    let gone = save(&server, &token, "two.toml", &theirs, &hash);
    assert_eq!((gone.status, &gone.json()["text"]), (409, &Value::Null));
    assert_eq!(save(&server, &token, "two.toml", &theirs, &Value::Null).status, 200);
    assert_eq!(save(&server, &token, "two.toml", &mine, &Value::Null).status, 409);
    assert_eq!(server.read("two.toml"), theirs);
    // Nothing is left beside it.
    let left: Vec<_> = std::fs::read_dir(&server.folder).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn of_many_windows_at_once_one_is_heard() {
    let server = Server::of("race", &[("two.toml", TWO)]);
    let token = server.token();
    let hash =
        server.post("/api/open", Some(&token), r#"{"name":"two.toml"}"#).json()["hash"].clone();
    let statuses: Vec<(u16, String)> = std::thread::scope(|scope| {
        let windows: Vec<_> = (0..8)
            .map(|window| {
                let (server, token, hash) = (&server, &token, &hash);
                scope.spawn(move || {
                    let text = format!("# window {window}\n{TWO}");
                    (save(server, token, "two.toml", &text, hash).status, text)
                })
            })
            .collect();
        windows.into_iter().map(|window| window.join().unwrap()).collect()
    });
    let heard: Vec<_> = statuses.iter().filter(|(status, _)| *status == 200).collect();
    assert_eq!(heard.len(), 1);
    assert_eq!(server.read("two.toml"), heard[0].1);
    assert!(statuses.iter().all(|(status, _)| [200, 409].contains(status)));
}
