//! Dates for readers.

use jiff::civil::Date;

/// `19 Aug 2025`.
pub(crate) fn date(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_have_no_leading_zero() {
        assert_eq!(date(jiff::civil::date(2025, 8, 1)), "1 Aug 2025");
    }
}
