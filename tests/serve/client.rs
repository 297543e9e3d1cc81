//! A server of one test, and a client that says what it likes, which a browser would not.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// A folder with a server, both gone when the test ends.
pub(super) struct Server {
    child: Child,
    pub(super) folder: PathBuf,
    /// `127.0.0.1:PORT`.
    pub(super) host: String,
    pub(super) link: String,
}

/// What was answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|no| panic!("{no}: {}", self.body))
    }

    /// The answers of a request that is played.
    pub(super) fn lines(&self) -> Vec<Value> {
        self.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Server {
    /// Serves a folder with these files; `open` is the first.
    pub(super) fn of(test: &str, files: &[(&str, &str)]) -> Self {
        let name = format!("zopa-serve-{}-{test}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("zopa"))
            .current_dir(&folder)
            .arg("serve")
            .args(files.first().map(|(name, _)| *name))
            .arg("--no-open")
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let link = lines.find_map(|line| {
            line.unwrap()
                .split_whitespace()
                .find(|word| word.starts_with("http"))
                .map(str::to_owned)
        });
        let link = link.unwrap();
        // What it says later finds a reader.
        std::thread::spawn(move || lines.count());
        let host = link.strip_prefix("http://").unwrap().split('/').next().unwrap().to_owned();
        Self { child, folder, host, link }
    }

    /// The key of its link.
    pub(super) fn key(&self) -> &str {
        self.link.split_once("#key=").unwrap().1
    }

    /// The token of a page that its link has opened.
    pub(super) fn token(&self) -> String {
        let body = json!({ "key": self.key() }).to_string();
        let answer = self.post("/api/session", None, &body);
        answer.json()["token"].as_str().unwrap().to_owned()
    }

    /// Asks as its page does.
    pub(super) fn post(&self, path: &str, token: Option<&str>, body: &str) -> Answer {
        let token = token.map(|token| format!("X-Zopa-Token: {token}\r\n")).unwrap_or_default();
        let (host, length) = (&self.host, body.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{token}Content-Type: \
             application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
    }

    /// Sends these very bytes.
    pub(super) fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        // A server that has heard enough may hang up before all is said.
        let _ = stream.write_all(request.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) =
            text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
        let body = if chunked { joined(body) } else { body.to_owned() };
        Answer { status, head: head.to_ascii_lowercase(), body }
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(name)).unwrap()
    }
}

/// RFC 9112, section 7.1: each chunk after its length in hexadecimal.
fn joined(mut body: &str) -> String {
    let mut whole = String::new();
    while let Some((length, rest)) = body.split_once("\r\n") {
        let length = usize::from_str_radix(length.trim(), 16).unwrap();
        if length == 0 {
            break;
        }
        whole.push_str(&rest[..length]);
        body = &rest[length + 2..];
    }
    whole
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
