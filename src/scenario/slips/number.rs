//! Numbers as spreadsheets, letters and phones write them.

/// Why a number is none, and the number it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mended {
    /// The number as TOML has it.
    pub(crate) text: String,
    /// What was wrong, and what to write.
    pub(crate) help: String,
}

/// Signs that look like a minus.
const DASHES: [char; 5] = ['–', '−', '—', '‐', '‑'];
/// Signs of money.
const MONEY: [char; 4] = ['$', '€', '£', '¥'];

/// The number that a text stands for which is none; `None` where it is a number already, or nothing like
/// one.
pub(crate) fn mended(written: &str) -> Option<Mended> {
    let written = written.trim();
    if written.is_empty() || is_plain(written) {
        return None;
    }
    if let Some(number) = written.strip_suffix('%').or_else(|| written.strip_suffix("percent")) {
        let number = number.trim_end();
        let plain = plain(number)?;
        let share = crate::scenario::resolve::shown(plain.parse::<f64>().ok()? / 100.0);
        let help = format!("a share is written as a part of 1: {number} % is {share}");
        return Some(Mended { text: share, help });
    }
    let about = written.strip_prefix(['~', '≈']);
    let bare = about.unwrap_or(written);
    let money = bare.strip_prefix(MONEY).or_else(|| bare.strip_suffix(MONEY));
    let bare = money.unwrap_or(bare).trim();
    // A unit, or a word like “points”.
    let letter = bare.find(|c: char| c.is_alphabetic() || c == '°');
    let (bare, unit) = bare.split_at(letter.unwrap_or(bare.len()));
    let bare = bare.trim_end();
    let text = plain(bare)?;
    let help = if !unit.is_empty() || money.is_some() {
        format!("a number stands alone: write {text}; a unit goes into the title or a # comment")
    } else if about.is_some() {
        format!("write {text}, or [low, most likely, high] where it is not certain")
    } else if bare.starts_with(DASHES) {
        format!("the minus is a dash, which is another character: write {text}")
    } else if let Some(decimal) = ambiguous(bare) {
        format!("nothing stands between thousands: write {text} (or {decimal} for a decimal comma)")
    } else if bare.contains(',') && text.contains('.') {
        format!("decimals stand behind a point: write {text}")
    } else if bare.chars().any(|c| !c.is_ascii_digit() && !"+-.".contains(c))
        || bare.matches('.').count() > 1
    {
        format!("nothing stands between thousands: write {text}")
    } else {
        format!("write {text}")
    };
    Some(Mended { text, help })
}

/// Two numbers with a sign of a range or of an error between them, as a distribution.
pub(crate) fn interval(written: &str) -> Option<String> {
    let both = |mark: &str| {
        let (low, high) = written.split_once(mark)?;
        let number = |text: &str| {
            let text = text.trim();
            if is_plain(text) { Some(text.to_owned()) } else { mended(text).map(|m| m.text) }
        };
        Some((number(low)?, number(high)?))
    };
    if let Some((middle, error)) = ["±", "+/-", "+-"].iter().find_map(|mark| both(mark)) {
        return Some(format!("{{ normal = [{middle}, {error}] }}"));
    }
    let marks = ["–", "—", "...", "..", "…", " to ", "-"];
    let (low, high) = marks.iter().find_map(|mark| both(mark))?;
    let rises = low.parse::<f64>().ok()? < high.parse::<f64>().ok()?;
    rises.then(|| format!("{{ uniform = [{low}, {high}] }}"))
}

/// Is it a number of TOML?
pub(crate) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(w, r)| (w, Some(r)));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && (whole == "0" || !whole.starts_with('0')) && rest.is_none_or(all)
}

/// A number with a sign, separators and a decimal mark of any kind, as TOML has it.
fn plain(written: &str) -> Option<String> {
    let (sign, digits) = match written.chars().next()? {
        first if first == '-' || DASHES.contains(&first) => ("-", &written[first.len_utf8()..]),
        '+' => ("", &written[1..]),
        _ => ("", written),
    };
    let digits: String = digits
        .trim_start()
        .chars()
        .map(|c| if c.is_whitespace() || c == '’' { '\'' } else { c })
        .collect();
    let decimal = decimal_mark(&digits)?;
    let (whole, rest) = match decimal {
        Some(at) => (&digits[..at], &digits[at + 1..]),
        None => (digits.as_str(), ""),
    };
    let whole = thousands(whole)?;
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if rest.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{rest}"))
}

/// Where decimals begin: the last point or comma, unless it stands between thousands.
#[expect(clippy::option_option, reason = "no number, a whole one, or one with decimals")]
fn decimal_mark(digits: &str) -> Option<Option<usize>> {
    if !digits.bytes().all(|b| b.is_ascii_digit() || b",.'".contains(&b))
        || !digits.bytes().any(|b| b.is_ascii_digit())
    {
        return None;
    }
    let Some(at) = digits.rfind(['.', ',']) else { return Some(None) };
    let mark = &digits[at..=at];
    let repeated = digits.matches(mark).count() > 1;
    let groups = thousands(digits).is_some();
    // “1,000” is a thousand, “1.000” one, “0,300” three tenths.
    let is_thousands = groups && (repeated || (mark == "," && !digits.starts_with('0')));
    Some((!is_thousands).then_some(at))
}

/// The digits of groups of three.
fn thousands(text: &str) -> Option<String> {
    let mut groups = text.split([',', '.', '\'']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    let grouped = text.contains([',', '.', '\'']);
    if grouped && !(1..=3).contains(&first.len()) {
        return None;
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits += group;
    }
    Some(digits)
}

/// The other reading of “1,000”, where the comma may as well be a decimal one.
fn ambiguous(written: &str) -> Option<String> {
    let (whole, rest) = written.split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let both = digits(whole) && digits(rest) && rest.len() == 3 && whole.len() <= 3;
    (both && !whole.starts_with('0')).then(|| format!("{whole}.{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_meant() {
        for (written, meant) in [
            ("0,3", "0.3"),
            ("0,300", "0.300"),
            ("1,000", "1000"),
            ("1.000.000", "1000000"),
            ("1'000", "1000"),
            ("1 000", "1000"),
            ("1\u{a0}000,5", "1000.5"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("−0.8", "-0.8"),
            ("80 %", "0.8"),
            ("12,5%", "0.125"),
            (".8", "0.8"),
            ("8.", "8"),
            ("08", "8"),
            ("5€", "5"),
            ("0.8 points", "0.8"),
            ("~0.8", "0.8"),
        ] {
            assert_eq!(
                mended(written).map(|mended| mended.text).as_deref(),
                Some(meant),
                "{written}"
            );
        }
        for written in ["0.8", "-3", "1000", "", "many", "1,2,3", "1.2.3", "%", "."] {
            assert_eq!(mended(written), None, "{written}");
        }
    }

    #[test]
    fn intervals_become_distributions() {
        assert_eq!(interval("0.5-0.8").as_deref(), Some("{ uniform = [0.5, 0.8] }"));
        assert_eq!(interval("0,5 – 0,8").as_deref(), Some("{ uniform = [0.5, 0.8] }"));
        assert_eq!(interval("0.8 ± 0.1").as_deref(), Some("{ normal = [0.8, 0.1] }"));
        assert_eq!(interval("0.8-0.5"), None);
        assert_eq!(interval("-0.8"), None);
    }
}
