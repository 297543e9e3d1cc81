//! The page's Content-Security-Policy: nothing from anywhere, and of its own only what it names.

use sha2::{Digest, Sha256};

/// The policy of a page with this style and, if it has one, this script.
pub(super) fn policy(style: &str, script: Option<&str>) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action \
         'none'",
        hash(style),
        script.map_or_else(|| "'none'".to_owned(), hash),
    )
}

/// The policy of a living page: it may run the engine that it carries, in a worker made of its own text, and still ask
/// nobody for anything.
pub(super) fn living_policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {} 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; \
         img-src data:; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script),
    )
}

/// The policy of a page that asks the server it came from, and nobody else.
pub(super) fn served_policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; connect-src 'self'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(style),
        hash(script),
    )
}

/// How a policy names a text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

/// RFC 4648, section 4.
pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            out.push(if digit > three.len() {
                '='
            } else {
                char::from(DIGITS[(bits >> (18 - 6 * digit) & 63) as usize])
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of RFC 4648, section 10, and of FIPS 180-2 for “abc”.
    #[test]
    fn hashes_are_written_as_browsers_read_them() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert!(
            policy("abc", None).contains("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"),
            "{}",
            policy("abc", None)
        );
    }
}
