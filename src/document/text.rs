//! Running text: the program's words, the author's, numbers and dates, told apart.

use jiff::civil::Date;

use super::Number;
use crate::results::{Cited, Place};
use crate::text::date;
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
        /// Where in the results.
        at: Place,
    },
    /// A date.
    Date(Date),
}

/// Words of the author that are there to be read to the end: a story, a brief.
pub fn in_full(words: &str) -> Inline {
    Inline::Author(flat(words).trim().to_owned())
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

    /// Texts one after another, with these words between them.
    pub fn joined(between: &str, texts: impl IntoIterator<Item = Self>) -> Self {
        let mut whole = Self::new();
        for (index, text) in texts.into_iter().enumerate() {
            whole = whole.and_if(index > 0, between).then(text);
        }
        whole
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

    /// Words that stand as they are in the results.
    pub fn quoted(words: &Cited<'_, String>) -> Self {
        Self::from(Inline::Quoted { text: words.part().clone(), at: words.place() })
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
