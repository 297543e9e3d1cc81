//! Who is let in: pages that this server gave, opened by a link that it printed.
//!
//! Any page of the web may send requests to this machine's own address, so an address alone keeps nobody out. Three things
//! do. The request has to name this server as its *Host*, which a page of another name that points here does not (DNS
//! rebinding). Where a browser says which page asks (*Origin*), it has to be this server's. And whoever asks needs a token
//! that only a page has that was opened by a link; a link opens one page and is then worthless, so that none is left in a
//! history or a log to be used again.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Mutex;

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

use crate::cli::exit::Failure;

/// Bytes of chance in a key or token.
const CHANCE: usize = blake3::OUT_LEN;

/// The keys and tokens of one server. What is kept of each is its hash, so that comparing them tells nothing by the time
/// it takes.
pub(super) struct Door {
    at: SocketAddr,
    keys: Mutex<BTreeSet<[u8; CHANCE]>>,
    tokens: Mutex<BTreeSet<[u8; CHANCE]>>,
}

fn hash(secret: &str) -> [u8; CHANCE] {
    *blake3::hash(secret.as_bytes()).as_bytes()
}

/// A secret nobody can guess, in hexadecimal.
fn secret() -> Result<String, Failure> {
    let mut bytes = [0; CHANCE];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::io(format!("no secret can be drawn on this machine: {error}")))?;
    Ok(blake3::Hash::from_bytes(bytes).to_hex().to_string())
}

impl Door {
    pub(super) fn at(at: SocketAddr) -> Result<Self, Failure> {
        // A machine that has no chance to give says so before it is asked by a page.
        secret()?;
        Ok(Self { at, keys: Mutex::default(), tokens: Mutex::default() })
    }

    /// A link that opens the page once.
    pub(super) fn link(&self) -> Result<String, Failure> {
        let key = secret()?;
        if let Ok(mut keys) = self.keys.lock() {
            keys.insert(hash(&key));
        }
        let ip = match self.at.ip() {
            ip if ip.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
            ip => ip,
        };
        Ok(format!("http://{}/#key={key}", SocketAddr::new(ip, self.at.port())))
    }

    /// The token of a page that has a key. The key is worthless after that.
    pub(super) fn token(&self, key: &str) -> Option<String> {
        let known = self.keys.lock().is_ok_and(|mut keys| keys.remove(&hash(key)));
        if !known {
            return None;
        }
        let token = secret().ok()?;
        self.tokens.lock().ok()?.insert(hash(&token));
        Some(token)
    }

    /// Is this a token of a page?
    pub(super) fn knows(&self, token: &str) -> bool {
        self.tokens.lock().is_ok_and(|tokens| tokens.contains(&hash(token)))
    }

    /// Does a request name this server, and, if it says which page asks, one of this server's?
    pub(super) fn is_of_here(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let Some(host) = text(HOST).filter(|host| self.is_me(host)) else { return false };
        text(ORIGIN).is_none_or(|origin| origin.strip_prefix("http://") == Some(host))
    }

    fn is_me(&self, host: &str) -> bool {
        let port = self.at.port();
        if let Ok(named) = host.parse::<SocketAddr>() {
            // Bound to every address of the machine, it goes by each of their numbers, which no name points to unseen.
            let same = named.ip() == self.at.ip() || self.at.ip().is_unspecified();
            return same && named.port() == port;
        }
        let is_local = self.at.ip().is_loopback() || self.at.ip().is_unspecified();
        is_local && host.strip_prefix("localhost:") == Some(port.to_string().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(at: &str) -> Door {
        Door::at(at.parse().unwrap()).unwrap()
    }

    fn headers(host: &str, origin: Option<&str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        headers
    }

    #[test]
    fn a_link_opens_once() {
        let door = door("127.0.0.1:4000");
        let link = door.link().unwrap();
        let key = link.strip_prefix("http://127.0.0.1:4000/#key=").unwrap();
        assert_eq!(door.token("another"), None);
        let token = door.token(key).unwrap();
        assert!(door.knows(&token) && !door.knows(key) && !door.knows(""));
        assert_eq!(door.token(key), None);
    }

    #[test]
    fn only_pages_of_here_are_let_in() {
        let door = door("127.0.0.1:4000");
        for (host, origin, of_here) in [
            ("127.0.0.1:4000", None, true),
            ("localhost:4000", None, true),
            ("127.0.0.1:4000", Some("http://127.0.0.1:4000"), true),
            ("127.0.0.1:4000", Some("http://localhost:4000"), false),
            ("127.0.0.1:4000", Some("https://127.0.0.1:4000"), false),
            ("127.0.0.1:4000", Some("http://evil.example"), false),
            ("127.0.0.1:4000", Some("null"), false),
            ("127.0.0.1:4001", None, false),
            ("127.0.0.1", None, false),
            ("evil.example:4000", None, false),
            ("localhost.evil.example:4000", None, false),
            ("192.168.0.1:4000", None, false),
        ] {
            assert_eq!(door.is_of_here(&headers(host, origin)), of_here, "{host} {origin:?}");
        }
        assert!(!door.is_of_here(&HeaderMap::new()));
    }

    #[test]
    fn every_number_of_a_machine_is_its_own_and_no_name() {
        let door = door("0.0.0.0:4000");
        assert!(door.is_of_here(&headers("192.168.0.1:4000", None)));
        assert!(!door.is_of_here(&headers("evil.example:4000", None)));
        assert!(door.link().unwrap().starts_with("http://127.0.0.1:4000/"));
    }
}
