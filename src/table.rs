//! Tables as text: the separators, the byte-order mark and the decimal comma that spreadsheets leave in
//! them. Every table that is read goes through here.

use std::borrow::Cow;

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// What stands between the fields: a comma, a semicolon or a tab.
    pub(crate) delimiter: u8,
}

/// The text without a byte-order mark, and without the line `sep=;` that some spreadsheets write; with
/// as many lines as before.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.strip_prefix("sep=") {
        Some(rest) => Cow::Owned(rest.find('\n').map_or("", |end| &rest[end..]).to_owned()),
        None => Cow::Borrowed(text),
    }
}

impl Layout {
    /// The layout of a table: that of its first line that is neither blank nor begins with the mark of a
    /// comment, where comments may stand in it.
    pub(crate) fn of_table(text: &str, comment: Option<char>) -> Self {
        let told = |line: &&str| {
            !line.trim().is_empty() && comment.is_none_or(|mark| !line.starts_with(mark))
        };
        Self::of(text.lines().find(told).unwrap_or(""))
    }

    /// The layout of a table whose first line this is: what stands there most often.
    fn of(first: &str) -> Self {
        let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
        // The last of equals wins, so the comma stands last.
        let delimiter = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
        Self { delimiter }
    }

    /// A reader of fields without blanks around them.
    pub(crate) fn reader(self) -> csv::ReaderBuilder {
        let mut reader = csv::ReaderBuilder::new();
        reader.trim(csv::Trim::All).delimiter(self.delimiter);
        reader
    }

    /// A field with a point where it has a decimal comma. Only between semicolons is a comma a decimal
    /// one: elsewhere it may as well stand between thousands, or between two fields.
    pub(crate) fn plain(self, field: &str) -> Cow<'_, str> {
        match decimal_comma(field) {
            Some(number) if self.delimiter == b';' => Cow::Owned(number),
            _ => Cow::Borrowed(field),
        }
    }

    /// A record with all its fields so.
    pub(crate) fn plain_record(self, record: csv::StringRecord) -> csv::StringRecord {
        if self.delimiter != b';' || record.iter().all(|field| decimal_comma(field).is_none()) {
            return record;
        }
        let position = record.position().cloned();
        let mut plain: csv::StringRecord = record.iter().map(|field| self.plain(field)).collect();
        plain.set_position(position);
        plain
    }
}

/// What to write for a number with a decimal comma, to stand behind a semicolon; nothing for any other
/// field.
pub(crate) fn mend(field: &str) -> String {
    decimal_comma(field).map_or_else(String::new, |number| {
        format!("; write {number}, or save the table with semicolons between its columns")
    })
}

/// The number with a point, where a text is one with a decimal comma: “0,3”, “1.234,5”.
pub(crate) fn decimal_comma(field: &str) -> Option<String> {
    let (whole, decimals) = field.split_once(',')?;
    let (sign, whole) = match whole.strip_prefix(['-', '+', '−']) {
        Some(digits) => (if whole.starts_with('+') { "" } else { "-" }, digits),
        None => ("", whole),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split('.');
    let first = groups.next().filter(|first| digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || first.len() <= 3;
    if !grouped || !rest.iter().all(|group| digits(group) && group.len() == 3) || !digits(decimals)
    {
        return None;
    }
    Some(format!("{sign}{first}{}.{decimals}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_that_of_the_first_line() {
        assert_eq!(Layout::of("a,b").delimiter, b',');
        assert_eq!(Layout::of("a;b").delimiter, b';');
        assert_eq!(Layout::of("a\tb").delimiter, b'\t');
        assert_eq!(Layout::of("a").delimiter, b',');
    }

    #[test]
    fn decimal_commas_are_read_between_semicolons() {
        let between = |delimiter| Layout { delimiter };
        for (field, number) in
            [("0,3", "0.3"), ("-1.234,50", "-1234.50"), ("−2,5", "-2.5"), ("1,000", "1.000")]
        {
            assert_eq!(between(b';').plain(field), number);
            assert_eq!(between(b',').plain(field), field);
            assert_eq!(between(b'\t').plain(field), field);
        }
        for field in ["0.3", "a,b", "1,2,3", ",5", "12.34,5", "", "north, south"] {
            assert_eq!(between(b';').plain(field), field);
        }
    }

    #[test]
    fn what_spreadsheets_put_first_is_left_out() {
        assert_eq!(text("\u{feff}a;b"), "a;b");
        assert_eq!(text("\u{feff}sep=;\r\na;b\n"), "\na;b\n");
    }
}
