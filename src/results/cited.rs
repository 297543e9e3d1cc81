//! Parts of a result that know where they stand.

use std::fmt::{self, Display, Write as _};
use std::ops::Deref;

/// A part of a result and its place in the result's JSON (a JSON pointer, RFC 6901).
///
/// The whole is made with [`Cited::whole`], and a part by `cite!` from fields that exist: as fields carry
/// their names into the JSON, the place cannot differ from what is quoted.
#[derive(Debug)]
pub struct Cited<'a, T: ?Sized> {
    part: &'a T,
    at: String,
}

/// Where something stands in a result's JSON (a JSON pointer, RFC 6901). Only what stands there makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(String);

impl<'a, T> Cited<'a, T> {
    /// A whole document.
    pub fn whole(document: &'a T) -> Self {
        Self { part: document, at: String::new() }
    }

    /// The part itself, as long as the whole lives.
    pub fn part(&self) -> &'a T {
        self.part
    }

    /// Its place: a JSON pointer (RFC 6901).
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Its place, for what is drawn of all that stands there.
    pub fn place(&self) -> Place {
        Place(self.at.clone())
    }

    /// A part below this one. For [`cite!`], which makes both of the same words.
    pub(crate) fn below<U>(&self, part: impl FnOnce(&'a T) -> &'a U, steps: &str) -> Cited<'a, U> {
        Cited { part: part(self.part), at: format!("{}{steps}", self.at) }
    }
}

impl<'a, T> Cited<'a, Vec<T>> {
    /// Its elements, in order.
    pub fn each(&self) -> impl Iterator<Item = Cited<'a, T>> + '_ {
        self.part.iter().enumerate().map(|(index, part)| {
            let mut at = self.at.clone();
            let _ = write!(at, "/{index}");
            Cited { part, at }
        })
    }
}

impl<'a, T> Cited<'a, Option<T>> {
    /// What is there, if anything.
    pub fn some(&self) -> Option<Cited<'a, T>> {
        self.part.as_ref().map(|part| Cited { part, at: self.at.clone() })
    }
}

impl Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<T> Clone for Cited<'_, T> {
    fn clone(&self) -> Self {
        Self { part: self.part, at: self.at.clone() }
    }
}

impl<T> Deref for Cited<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.part
    }
}

/// A part of a cited result: `cite!(run.chain[i].estimate.value)`.
macro_rules! cite {
    ($whole:ident $($steps:tt)+) => {{
        let mut at = String::new();
        $crate::results::cite!(@at at $($steps)+);
        $whole.below(|whole| &whole $($steps)+, &at)
    }};
    (@at $at:ident . $field:ident $($steps:tt)*) => {
        $at.push('/');
        $at.push_str(stringify!($field));
        $crate::results::cite!(@at $at $($steps)*);
    };
    (@at $at:ident [ $index:expr ] $($steps:tt)*) => {
        $at.push('/');
        $at.push_str(&usize::to_string(&$index));
        $crate::results::cite!(@at $at $($steps)*);
    };
    (@at $at:ident) => {};
}

pub(crate) use cite;

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::*;

    #[derive(Serialize)]
    struct Whole {
        rows: Vec<Row>,
        rest: Option<f64>,
    }

    #[derive(Serialize)]
    struct Row {
        value: f64,
    }

    #[test]
    fn what_is_cited_stands_where_it_says() {
        let whole = Whole { rows: vec![Row { value: 1.5 }, Row { value: 2.5 }], rest: Some(3.5) };
        let document = json!(whole);
        let cited = Cited::whole(&whole);
        let rows = cite!(cited.rows);
        let last = rows.each().last().unwrap();
        let value = cite!(last.value);
        assert_eq!((value.at(), *value), ("/rows/1/value", 2.5));
        assert_eq!(document.pointer(value.at()), Some(&json!(2.5)));
        let first = cite!(cited.rows[0].value);
        assert_eq!(document.pointer(first.at()), Some(&json!(*first)));
        let rest = cite!(cited.rest).some().unwrap();
        assert_eq!(document.pointer(rest.at()), Some(&json!(*rest)));
    }
}
