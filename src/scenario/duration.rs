//! Lengths of time as people write them: `"1 week"`, `"12 months"`.

use crate::model::MONTH_DAYS;

/// The longest length of time: two thousand years.
const LARGEST_MONTHS: f64 = 24_000.0;

/// The length in months, or what is wrong with the text.
pub(crate) fn months(text: &str) -> Result<f64, String> {
    let mut words = text.split_whitespace();
    let (Some(number), Some(unit), None) = (words.next(), words.next(), words.next()) else {
        return Err("a length of time is a number and a unit".to_owned());
    };
    let digits = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let parsed = number.parse::<f64>().ok().filter(|_| digits && !number.ends_with('.'));
    let number = parsed.ok_or_else(|| format!("`{number}` is not a number of them"))?;
    let unit = match unit {
        "day" | "days" => 1.0 / MONTH_DAYS,
        "week" | "weeks" => 7.0 / MONTH_DAYS,
        "month" | "months" => 1.0,
        "year" | "years" => 12.0,
        _ => return Err(format!("`{unit}` is not a unit of time")),
    };
    let months = number * unit;
    if months.is_nan() || months <= 0.0 {
        return Err("a length of time is above 0".to_owned());
    }
    if months > LARGEST_MONTHS {
        return Err("a length of time is at most 2000 years".to_owned());
    }
    Ok(months)
}

/// What units there are.
pub(crate) const HELP: &str = "write, say, \"10 days\", \"1 week\", \"6 months\" or \"2 years\"";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_months() {
        assert_eq!(months("12 months"), Ok(12.0));
        assert_eq!(months("1 year"), Ok(12.0));
        assert_eq!(months("1 week"), Ok(7.0 / MONTH_DAYS));
        assert_eq!(months("1.5 months"), Ok(1.5));
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            "12",
            "months",
            "0 days",
            "-1 week",
            "NaN days",
            "inf days",
            "3 moons",
            "1 day ago",
        ] {
            assert!(months(text).is_err(), "{text}");
        }
    }
}
