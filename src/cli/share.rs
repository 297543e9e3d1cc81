//! Shares of 1 on the command line: `0.01`, or `1%`.

use crate::scenario::meant_number;

/// Reads a share, for options that take one. Whether it is in its bounds is asked where it is used.
///
/// # Errors
/// A text that is no number, with what to write instead.
pub(crate) fn share(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let number = match text.strip_suffix('%').map(str::trim_end) {
        // Exact, which a division by 100 is not.
        Some(percent) if percent.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => {
            format!("{percent}e-2").parse::<f64>()
        }
        Some(_) | None => text.parse::<f64>(),
    };
    number.ok().filter(|number| number.is_finite()).ok_or_else(|| match meant_number(text) {
        Some(number) => format!("write {number}"),
        None => "a share is a number such as 0.25, or 25%".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_parts_of_one_or_percentages() {
        for (text, value) in [("0.01", 0.01), ("1%", 0.01), ("12.5 %", 0.125), ("1.1%", 0.011)] {
            assert!((share(text).unwrap() - value).abs() <= 0.0, "{text}");
        }
        assert_eq!(share("0,3"), Err("write 0.3".to_owned()));
        assert_eq!(share("1,5%"), Err("write 0.015".to_owned()));
        for text in ["many", "%", "", "nan", "inf"] {
            assert_eq!(
                share(text),
                Err("a share is a number such as 0.25, or 25%".to_owned()),
                "{text}"
            );
        }
    }
}
