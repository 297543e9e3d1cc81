//! Who is let in: pages that this server gave, opened by a link that it printed.
//!
//! Any page of the web may send requests to this machine's own address, so an address alone keeps nobody out. Three things
//! do. The request has to name this server as its *Host*, which a page of another name that points here does not (DNS
//! rebinding). Where a browser says which page asks (*Origin*), it has to be this server's. And whoever asks needs a token
//! that only a page has that was opened by a link; a link opens one page and is then worthless, so that none is left in a
//! history or a log to be used again. Where a browser is started with a link, other users may read it in the list of
//! processes before it is used; so on Linux, which says whose a connection is, those of others are turned away.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
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

/// The number of the user who runs this process.
#[cfg(target_os = "linux")]
fn user() -> Option<u32> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").ok().map(|own| own.uid())
}

/// The number of the user whose socket is at the other end of a connection to a port of this machine's own.
#[cfg(target_os = "linux")]
fn owner(peer: SocketAddr, port: u16) -> Option<u32> {
    let SocketAddr::V4(peer) = peer else { return None };
    let table = std::fs::read_to_string("/proc/net/tcp").ok()?;
    // As the kernel writes it (proc_pid_net(5)): addresses in the machine's own order of bytes, then the port.
    let from = format!("{:08X}:{:04X}", u32::from_ne_bytes(peer.ip().octets()), peer.port());
    let to = format!(":{port:04X}");
    table.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let is_it = *fields.get(1)? == from && fields.get(2)?.ends_with(&to);
        if is_it { fields.get(7)?.parse().ok() } else { None }
    })
}

#[cfg(not(target_os = "linux"))]
fn user() -> Option<u32> {
    None
}

#[cfg(not(target_os = "linux"))]
fn owner(_: SocketAddr, _: u16) -> Option<u32> {
    None
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
            IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
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

    /// Is a connection of the user who runs this server? Of one from elsewhere, and where the system does not say, that
    /// cannot be told, and it is taken to be.
    pub(super) fn is_of_user(&self, peer: SocketAddr) -> bool {
        !peer.ip().is_loopback()
            || owner(peer, self.at.port()).is_none_or(|owner| Some(owner) == user())
    }

    /// Does a request name this server, and, if it says which page asks, one of this server's?
    pub(super) fn is_of_here(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let Some(host) = text(HOST).filter(|host| self.is_me(host)) else { return false };
        text(ORIGIN).is_none_or(|origin| origin.strip_prefix("http://") == Some(host))
    }

    fn is_me(&self, host: &str) -> bool {
        let port = self.at.port();
        // Browsers leave out the port that is usual.
        let usual = format!("{host}:80");
        let host = if port == 80 && !host.ends_with(":80") { &usual } else { host };
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
    fn the_usual_port_may_be_left_out() {
        let door = door("127.0.0.1:80");
        for host in ["127.0.0.1", "127.0.0.1:80", "localhost"] {
            let origin = format!("http://{host}");
            assert!(door.is_of_here(&headers(host, Some(&origin))), "{host}");
        }
        assert!(!door.is_of_here(&headers("evil.example", None)));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_connection_is_its_users() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let _mine = std::net::TcpStream::connect(at).unwrap();
        let (_, peer) = listener.accept().unwrap();
        assert_eq!(owner(peer, at.port()), user());
        assert!(user().is_some());
        // A socket that nobody has.
        assert_eq!(owner("127.0.0.1:1".parse().unwrap(), at.port()), None);
    }

    #[test]
    fn every_number_of_a_machine_is_its_own_and_no_name() {
        let door = door("0.0.0.0:4000");
        assert!(door.is_of_here(&headers("192.168.0.1:4000", None)));
        assert!(!door.is_of_here(&headers("evil.example:4000", None)));
        assert!(door.link().unwrap().starts_with("http://127.0.0.1:4000/"));
    }
}
