//! Who is not let in.

use std::io::Write as _;
use std::net::TcpStream;

use serde_json::json;

use super::client::Server;

const TWO: &str = include_str!("../../scenarios/two-party.toml");

#[test]
fn a_link_opens_one_page() {
    let server = Server::of("link", &[("two.toml", TWO)]);
    let page = server
        .send(&format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.host));
    assert_eq!(page.status, 200);
    assert!(page.head.contains("content-security-policy: default-src 'none'"), "{}", page.head);
    assert!(page.head.contains("frame-ancestors 'none'") && page.head.contains("nosniff"));
    assert!(page.head.contains("cache-control: no-store"));
    assert!(!page.body.contains(server.key()));
    let token = server.token();
    let again = server.post("/api/session", None, &json!({ "key": server.key() }).to_string());
    assert_eq!(again.status, 403);
    assert!(again.body.contains("press Enter"), "{}", again.body);
    // A page gets a link for another window.
    let link =
        server.post("/api/key", Some(&token), "").json()["link"].as_str().unwrap().to_owned();
    let key = link.split_once("#key=").unwrap().1;
    let second = server.post("/api/session", None, &json!({ "key": key }).to_string());
    assert_eq!(second.status, 200);
}

#[test]
fn whoever_has_no_token_gets_nothing() {
    let server = Server::of("token", &[("two.toml", TWO)]);
    let wrong = "0".repeat(64);
    for path in ["/api/key", "/api/files", "/api/open", "/api/save", "/api/ask"] {
        for token in [None, Some(""), Some(server.key()), Some(wrong.as_str())] {
            let answer = server.post(path, token, r#"{"name":"two.toml"}"#);
            assert_eq!(answer.status, 403, "{path} {token:?}");
            assert!(!answer.body.contains("Ardo"), "{path}");
        }
    }
    let wrong = server.post("/api/session", None, &json!({ "key": wrong }).to_string());
    assert_eq!(wrong.status, 403);
}

#[test]
fn other_pages_and_other_names_are_turned_away() {
    let server = Server::of("origin", &[("two.toml", TWO)]);
    let token = server.token();
    let host = &server.host;
    let port = host.rsplit(':').next().unwrap();
    let ask = |head: &str| {
        let body = r#"{"name":"two.toml"}"#;
        server.send(&format!(
            "POST /api/open HTTP/1.1\r\n{head}X-Zopa-Token: {token}\r\nContent-Length: {}\r\nConnection: \
             close\r\n\r\n{body}",
            body.len()
        ))
    };
    assert_eq!(ask(&format!("Host: {host}\r\n")).status, 200);
    assert_eq!(ask(&format!("Host: {host}\r\nOrigin: http://{host}\r\n")).status, 200);
    for head in [
        format!("Host: {host}\r\nOrigin: http://evil.example\r\n"),
        format!("Host: {host}\r\nOrigin: https://{host}\r\n"),
        format!("Host: {host}\r\nOrigin: null\r\n"),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: evil.example:{port}\r\nOrigin: http://evil.example:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
    ] {
        let answer = ask(&head);
        assert_eq!(answer.status, 403, "{head}");
        assert!(!answer.body.contains("Ardo"), "{head}");
    }
    // A name that points here gets not even the page.
    let page = format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\nConnection: close\r\n\r\n");
    assert_eq!(server.send(&page).status, 403);
}

#[test]
fn nothing_outside_the_folder_is_read_or_written() {
    let server = Server::of("outside", &[("two.toml", TWO)]);
    let token = server.token();
    let outside = server.folder.with_extension("toml");
    std::fs::write(&outside, TWO).unwrap();
    let name = outside.file_name().unwrap().to_str().unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, server.folder.join("link.toml")).unwrap();
        std::os::unix::fs::symlink("/", server.folder.join("root")).unwrap();
        std::os::unix::fs::symlink("nowhere.toml", server.folder.join("dangling.toml")).unwrap();
    }
    std::fs::write(server.folder.join("secret.txt"), "secret").unwrap();
    std::fs::write(server.folder.join(".hidden.toml"), TWO).unwrap();
    for name in [
        format!("../{name}"),
        format!("./../{name}"),
        outside.to_str().unwrap().to_owned(),
        "link.toml".to_owned(),
        format!("root{}", outside.to_str().unwrap()),
        "dangling.toml".to_owned(),
        "secret.txt".to_owned(),
        ".hidden.toml".to_owned(),
        "C:\\two.toml".to_owned(),
        "..\\two.toml".to_owned(),
        "two.toml\u{0}.txt".to_owned(),
        "nowhere/new.toml".to_owned(),
        ".toml".to_owned(),
        "..".to_owned(),
        String::new(),
    ] {
        let read = server.post("/api/open", Some(&token), &json!({ "name": name }).to_string());
        assert_eq!(read.status, 400, "{name}: {}", read.body);
        let body = json!({ "name": name, "text": "title = 'mine'", "base": null }).to_string();
        let written = server.post("/api/save", Some(&token), &body);
        assert_eq!(written.status, 400, "{name}: {}", written.body);
        assert!(written.json()["error"].as_str().unwrap().len() > 10);
    }
    assert_eq!(std::fs::read_to_string(&outside).unwrap(), TWO);
    std::fs::remove_file(outside).unwrap();
}

#[test]
fn a_body_without_end_is_refused() {
    let server = Server::of("large", &[("two.toml", TWO)]);
    let token = server.token();
    let head = format!(
        "POST /api/ask HTTP/1.1\r\nHost: {}\r\nX-Zopa-Token: {token}\r\nConnection: close\r\n",
        server.host
    );
    let announced = server.send(&format!("{head}Content-Length: 1000000000\r\n\r\n{{"));
    assert_eq!(announced.status, 413);
    // One that does not say how long it is, and goes on and on.
    let mut stream = TcpStream::connect(&server.host).unwrap();
    stream.write_all(format!("{head}Transfer-Encoding: chunked\r\n\r\n").as_bytes()).unwrap();
    let chunk = format!("{:x}\r\n{}\r\n", 1 << 20, "a".repeat(1 << 20));
    let sent = (0..1000).take_while(|_| stream.write_all(chunk.as_bytes()).is_ok()).count();
    assert!(sent < 100, "{sent} MB were taken");
    // It is still there for its page.
    assert_eq!(server.post("/api/files", Some(&token), "").status, 200);
}

#[test]
fn what_is_no_request_is_said() {
    let server = Server::of("malformed", &[("two.toml", TWO)]);
    let token = server.token();
    assert_eq!(server.post("/api/open", Some(&token), "{").status, 400);
    assert_eq!(server.post("/api/nothing", Some(&token), "{}").status, 404);
    let answer = server.post("/api/ask", Some(&token), "no JSON");
    let lines = answer.lines();
    assert_eq!(lines[0]["kind"], "refused");
    assert_eq!(lines[1]["kind"], "end");
    let get = format!(
        "GET /api/files HTTP/1.1\r\nHost: {}\r\nX-Zopa-Token: {token}\r\nConnection: close\r\n\r\n",
        server.host
    );
    assert_eq!(server.send(&get).status, 405);
}
