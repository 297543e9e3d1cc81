//! Running text: the program's words, the author's, numbers and dates, told apart.

use jiff::civil::Date;

use crate::present::number::{self, percent, thousands};
use crate::present::terminal::date;
use crate::text::flat;

/// Characters of the author's that are shown in one place. Whoever wants more has the file.
const LONGEST: usize = 240;

/// Running text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(pub Vec<Inline>);

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// The program's own words.
    Said(String),
    /// The same, to be read first.
    Strong(Text),
    /// Words of the scenario's author, made by [`author`].
    Author(String),
    /// To be typed.
    Code(String),
    /// A result.
    Number(Number),
    /// Words that stand as they are in the JSON.
    Quoted {
        /// The words.
        text: String,
        /// Where: a JSON pointer (RFC 6901).
        at: String,
    },
    /// A date.
    Date(Date),
}

/// A result, as shown and as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// As shown, rounded.
    pub shown: String,
    /// As it is.
    pub value: f64,
    /// Where it stands in the JSON of the same results: a JSON pointer (RFC 6901).
    pub at: String,
}

impl Number {
    /// A share in [0, 1], as a percentage.
    pub fn share(value: f64, at: impl Into<String>) -> Self {
        Self { shown: percent(value), value, at: at.into() }
    }

    /// The lower end of a range of shares, without its sign.
    pub fn share_from(value: f64, at: impl Into<String>) -> Self {
        let shown = percent(value);
        Self { shown: shown.trim_end_matches('%').to_owned(), value, at: at.into() }
    }

    /// A change of a share, in points with its sign.
    pub fn points(value: f64, at: impl Into<String>) -> Self {
        Self { shown: number::change(value * 100.0, 1), value, at: at.into() }
    }

    /// Half an interval's width of a share, in points, as it stands behind ±.
    pub fn half_points(value: f64, at: impl Into<String>) -> Self {
        Self { shown: number::points(value), value, at: at.into() }
    }

    /// A count.
    pub fn count(value: u64, at: impl Into<String>) -> Self {
        Self { shown: thousands(value), value: value as f64, at: at.into() }
    }

    /// A position on a scale of this width.
    pub fn position(value: f64, width: f64, at: impl Into<String>) -> Self {
        Self { shown: minus(number::position(value, width)), value, at: at.into() }
    }

    /// A value of a party, from 0 to 1.
    pub fn value(value: f64, at: impl Into<String>) -> Self {
        Self { shown: minus(format!("{value:.2}")), value, at: at.into() }
    }

    /// A gain in hundredths of all that is at stake for a party.
    pub fn hundredths(value: f64, at: impl Into<String>) -> Self {
        Self { shown: number::hundredths(value), value, at: at.into() }
    }

    /// A number of any size in three significant digits.
    pub fn plain(value: f64, at: impl Into<String>) -> Self {
        Self { shown: minus(number::short(value)), value, at: at.into() }
    }
}

/// A true minus sign, and none before what rounds to zero.
fn minus(text: String) -> String {
    match text.strip_prefix('-') {
        None => text,
        Some(rest) if rest.bytes().all(|byte| matches!(byte, b'0' | b'.')) => rest.to_owned(),
        Some(rest) => format!("−{rest}"),
    }
}

/// Words of the author: shown as text wherever they stand, and cut where they are too long to read.
pub fn author(words: &str) -> Inline {
    let words = flat(words);
    let mut shown: String = words.chars().take(LONGEST).collect();
    if words.chars().nth(LONGEST).is_some() {
        shown.pop();
        shown.push('…');
    }
    Inline::Author(shown.trim().to_owned())
}

impl Text {
    /// No text yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on.
    pub fn and(mut self, next: impl Into<Inline>) -> Self {
        self.0.push(next.into());
        self
    }

    /// Goes on with more than one piece.
    pub fn then(mut self, next: Self) -> Self {
        self.0.extend(next.0);
        self
    }

    /// Goes on where a condition holds.
    pub fn and_if(self, condition: bool, next: impl Into<Inline>) -> Self {
        if condition { self.and(next) } else { self }
    }

    /// Is there nothing to read?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for piece in &self.0 {
            match piece {
                Inline::Said(words) | Inline::Author(words) | Inline::Code(words) => {
                    out.push_str(words);
                }
                Inline::Strong(text) => out.push_str(&text.plain()),
                Inline::Number(number) => out.push_str(&number.shown),
                Inline::Quoted { text, .. } => out.push_str(text),
                Inline::Date(day) => out.push_str(&date(*day)),
            }
        }
        out
    }
}

impl<T: Into<Inline>> From<T> for Text {
    fn from(piece: T) -> Self {
        Self(vec![piece.into()])
    }
}

impl From<&str> for Inline {
    fn from(words: &str) -> Self {
        Self::Said(words.to_owned())
    }
}

impl From<String> for Inline {
    fn from(words: String) -> Self {
        Self::Said(words)
    }
}

impl From<Number> for Inline {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Inline {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}
