//! Numbers for readers: the one place that rounds.

/// A share as a percentage: whole from 10 to 90 %, one decimal nearer the ends, and never a 0 that
/// was not 0.
pub fn percent(share: f64) -> String {
    let points = share * 100.0;
    if share <= 0.0 {
        "0%".to_owned()
    } else if points < 0.05 {
        "<0.1%".to_owned()
    } else if share < 1.0 && points > 99.95 {
        ">99.9%".to_owned()
    } else if share >= 1.0 {
        "100%".to_owned()
    } else if (9.95..=90.05).contains(&points) {
        format!("{points:.0}%")
    } else {
        format!("{points:.1}%")
    }
}

/// Half an interval's width in percentage points, as it stands behind ±.
pub(crate) fn points(half_width: f64) -> String {
    let points = half_width * 100.0;
    if points < 0.05 {
        "0".to_owned()
    } else if points < 0.95 {
        format!("{points:.1}")
    } else {
        format!("{points:.0}")
    }
}

/// A range of shares: `15–31%`.
pub(crate) fn percent_range(low: f64, high: f64) -> String {
    let (low, high) = (percent(low), percent(high));
    if low == high {
        return high;
    }
    format!("{}–{high}", low.trim_end_matches('%'))
}

/// A whole number with a comma between thousands.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A position on an issue's scale: whole where the scale is long, finer where it is short.
pub(crate) fn position(at: f64, width: f64) -> String {
    format!("{at:.*}", decimals(width))
}

/// The decimals of positions on a scale of this width.
pub(crate) fn decimals(width: f64) -> usize {
    if width >= 50.0 {
        return 0;
    }
    if width >= 5.0 {
        return 1;
    }
    // Two digits of the width, so that positions can be told apart on a scale of 0.01 too.
    let mut decimals = 2;
    let mut finest = 0.5;
    while width > 0.0 && width < finest && decimals < 12 {
        decimals += 1;
        finest /= 10.0;
    }
    decimals
}

/// A change with its sign: `+4.1`, `−0.3`, and `0` where there is none at all.
pub(crate) fn change(by: f64, decimals: usize) -> String {
    if by == 0.0 {
        return "0".to_owned();
    }
    let sign = if by > 0.0 { '+' } else { '−' };
    format!("{sign}{:.decimals$}", by.abs())
}

/// A value in hundredths, to one decimal.
pub(crate) fn hundredths(value: f64) -> String {
    minus(format!("{:.1}", value * 100.0))
}

/// The same number with a true minus sign, and none before what rounds to zero.
pub(crate) fn minus(text: String) -> String {
    match text.strip_prefix('-') {
        None => text,
        Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b'.')) => rest.to_owned(),
        Some(rest) => format!("−{rest}"),
    }
}

/// Points of a game: whole, or with one decimal where that is not the same. Halves are rounded away from
/// 0, as people do, also where a sum has missed the half by its last digits.
pub(crate) fn score(points: f64) -> String {
    let clean = (points * 1e9).round() / 1e9;
    let text = format!("{:.1}", (clean * 10.0).round() / 10.0);
    minus(text.strip_suffix(".0").unwrap_or(&text).to_owned())
}

/// A position as it is written: up to six decimals, none of them idle.
pub(crate) fn exact(number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A number of any size in at most three significant digits: `0.08`, `102`, `1.5e9`.
pub(crate) fn short(number: f64) -> String {
    let size = number.abs();
    if size != 0.0 && !(1e-3..1e5).contains(&size) {
        return format!("{number:.1e}");
    }
    let decimals = match size {
        s if s >= 100.0 => 0,
        s if s >= 10.0 => 1,
        s if s >= 1.0 => 2,
        s if s >= 0.1 => 3,
        s if s >= 0.01 => 4,
        _ => 5,
    };
    let text = format!("{number:.decimals$}");
    if decimals == 0 {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// So many months for which a deal stands, in months or years.
pub(crate) fn lifetime(months: f64) -> String {
    if months >= 600.0 {
        "more than 50 years".to_owned()
    } else if months >= 24.0 {
        format!("{:.0} years", months / 12.0)
    } else {
        format!("{months:.1} months")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_never_round_to_a_lie() {
        for (share, text) in [
            (0.0, "0%"),
            (0.0001, "<0.1%"),
            (0.026, "2.6%"),
            (0.0999, "10%"),
            (0.223, "22%"),
            (0.951, "95.1%"),
            (0.9999, ">99.9%"),
            (1.0, "100%"),
        ] {
            assert_eq!(percent(share), text);
        }
        for (number, text) in [
            (0.0, "0"),
            (0.08, "0.08"),
            (102.543, "103"),
            (10.0, "10"),
            (100.0, "100"),
            (1.0, "1"),
            (0.123_456, "0.123"),
            (1.5e9, "1.5e9"),
            (1e-7, "1.0e-7"),
            (-2.25, "-2.25"),
        ] {
            assert_eq!(short(number), text);
        }
        for (points, text) in [(57.25, "57.3"), (64.249_999_999_999_99, "64.3"), (-0.04, "0")] {
            assert_eq!(score(points), text);
        }
        assert_eq!((score(-10.25), score(100.0)), ("−10.3".into(), "100".into()));
        assert_eq!(position(0.0131, 0.02), "0.0131");
        assert_eq!(position(4.0, 0.0), "4.00");
        assert_eq!((change(4.14, 1), change(-0.04, 1)), ("+4.1".into(), "−0.0".into()));
        assert_eq!((change(0.0, 1), change(-0.0, 0)), ("0".into(), "0".into()));
        assert_eq!((hundredths(-0.0313), hundredths(-1e-5)), ("−3.1".into(), "0.0".into()));
        assert_eq!(percent_range(0.15, 0.31), "15–31%");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
