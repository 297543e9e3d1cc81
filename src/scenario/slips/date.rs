//! Dates as letters and spreadsheets write them.

use jiff::civil::Date;

/// The months, by their English names.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What to write for a date in other words; `None` where it is nothing like a date.
pub(crate) fn help(written: &str) -> Option<String> {
    let dates = readings(written);
    match dates.as_slice() {
        [] => None,
        [date] => Some(format!("write {date}, without quotes")),
        [first, second, ..] => Some(format!(
            "write {first} for {}, or {second} for {}, without quotes",
            first.strftime("%-d %B"),
            second.strftime("%-d %B")
        )),
    }
}

/// The days a text may mean: two where day and month may be exchanged.
fn readings(written: &str) -> Vec<Date> {
    let lower = written.trim().to_lowercase();
    let parts: Vec<&str> =
        lower.split([' ', '.', '/', '-', ',', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    // “5th of January 2025” has one word more.
    let parts: Vec<&str> = parts.into_iter().filter(|part| *part != "of").collect();
    let &[a, b, c] = parts.as_slice() else { return Vec::new() };
    let date =
        |year: Option<i16>, month: Option<i8>, day: Option<i8>| Date::new(year?, month?, day?).ok();
    let orders = if named(a).is_some() {
        [date(year(c), named(a), day(b)), None]
    } else if named(b).is_some() {
        let from_year = date(year(a).filter(|_| a.len() == 4), named(b), day(c));
        [from_year.or_else(|| date(year(c), named(b), day(a))), None]
    } else if a.len() == 4 {
        [date(year(a), day(b), day(c)), None]
    } else {
        let day_first = date(year(c), day(b), day(a));
        // Points are a European's; elsewhere the month may come first.
        let month_first = if lower.contains('.') { None } else { date(year(c), day(a), day(b)) };
        [month_first, day_first]
    };
    let mut dates: Vec<Date> = orders.into_iter().flatten().collect();
    dates.dedup();
    dates
}

/// The number of a month by its name or the first letters of it.
fn named(part: &str) -> Option<i8> {
    let fits = |month: &str| part.len() >= 3 && month.starts_with(part);
    let is_september = part == "sept";
    let index = MONTHS.into_iter().position(fits).or(is_september.then_some(8));
    index.and_then(|index| i8::try_from(index + 1).ok())
}

fn day(part: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| part.strip_suffix(end));
    digits.unwrap_or(part).parse().ok()
}

fn year(part: &str) -> Option<i16> {
    let year: i16 = part.parse().ok()?;
    match part.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_meant() {
        for written in [
            "5 January 2025",
            "5th of January 2025",
            "January 5, 2025",
            "5. Jan 2025",
            "5.1.2025",
            "05.01.25",
            "2025-1-5",
            "2025/01/05",
            "5-Jan-2025",
        ] {
            assert_eq!(
                help(written).as_deref(),
                Some("write 2025-01-05, without quotes"),
                "{written}"
            );
        }
        assert_eq!(help("15/1/2025").as_deref(), Some("write 2025-01-15, without quotes"));
        assert_eq!(
            help("1/5/2025").as_deref(),
            Some("write 2025-01-05 for 5 January, or 2025-05-01 for 1 May, without quotes")
        );
        for written in ["soon", "30.2.2025", "1.2", "2025", "1, 2, 3", "5 moons 2025"] {
            assert_eq!(help(written), None, "{written}");
        }
    }
}
