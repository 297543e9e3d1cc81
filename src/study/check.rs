//! Lines that can be told whole from damaged: a JSON object whose last key is a hash of the rest.

/// What stands before the digits.
const KEY: &str = ",\"check\":\"";
/// Digits of the hash.
const DIGITS: usize = 16;

/// The object as a line with its hash, without a newline.
pub(super) fn seal(object: &str) -> String {
    let body = object.strip_suffix('}').unwrap_or(object);
    format!("{body}{KEY}{}\"}}", digits(object))
}

/// The object of a line and its hash; `None` when the line is not whole.
pub(super) fn open(line: &str) -> Option<(String, u64)> {
    let body = line.strip_suffix("\"}")?;
    let at = body.len().checked_sub(DIGITS + KEY.len())?;
    let (body, end) = (body.get(..at)?, body.get(at..)?);
    let found = end.strip_prefix(KEY)?;
    let object = format!("{body}}}");
    (found == digits(&object)).then(|| (object, u64::from_str_radix(found, 16).unwrap_or(0)))
}

fn digits(object: &str) -> String {
    blake3::hash(object.as_bytes()).to_hex()[..DIGITS].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_line_opens_and_a_cut_or_changed_one_does_not() {
        let line = seal("{\"case\":1}");
        assert_eq!(open(&line).unwrap().0, "{\"case\":1}");
        for end in 0..line.len() {
            assert!(open(&line[..end]).is_none(), "{end}");
        }
        assert!(open(&line.replace(":1,", ":2,")).is_none());
    }
}
