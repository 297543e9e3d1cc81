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
pub fn points(half_width: f64) -> String {
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
pub fn thousands(number: u64) -> String {
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
    if width >= 50.0 {
        format!("{at:.0}")
    } else if width >= 5.0 {
        format!("{at:.1}")
    } else {
        format!("{at:.2}")
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
        assert_eq!(percent_range(0.15, 0.31), "15–31%");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
