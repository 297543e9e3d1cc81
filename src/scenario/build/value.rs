//! What a key of a built scenario may hold.

use jiff::civil::Date;

use crate::scenario::source::Span;
use crate::scenario::tree::{self, Node};

/// What a key holds: a number in any of the format's forms, a text or a word, a flag, a day, a list or a table.
///
/// Most of them are made by `into`: `0.4`, `[0.2, 0.4, 0.5]` (low, most likely, high), `"principal"`, `true`, a
/// [`Date`]. It is no more checked here than a file is while somebody writes it:
/// [`build`](super::ScenarioBuilder::build) says what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Value(pub(super) tree::Value);

impl Value {
    /// A number anywhere between two, none of it likelier.
    pub fn uniform(low: f64, high: f64) -> Self {
        Self::table([("uniform", Self::list([low, high]))])
    }

    /// A number of which the least, the most likely and the greatest value are known, smooth: a PERT distribution.
    /// The array `[low, mode, high]` is the triangular one.
    pub fn pert(low: f64, mode: f64, high: f64) -> Self {
        Self::table([("pert", Self::list([low, mode, high]))])
    }

    /// A normal number by its mean and standard deviation; on a scale or a share it is cut off at `min` and `max`.
    pub fn normal(mean: f64, standard_deviation: f64, min: f64, max: f64) -> Self {
        let ends = [("min", min), ("max", max)].into_iter().filter(|(_, end)| end.is_finite());
        let own = ("normal", Self::list([mean, standard_deviation]));
        Self::table(std::iter::once(own).chain(ends.map(|(name, end)| (name, end.into()))))
    }

    /// One of a list, each as likely as the others.
    pub fn choice(values: impl IntoIterator<Item = f64>) -> Self {
        Self::table([("choice", Self::list(values))])
    }

    /// A list.
    pub fn list<V: Into<Self>>(items: impl IntoIterator<Item = V>) -> Self {
        Self(tree::Value::List(items.into_iter().map(|item| item.into().node()).collect()))
    }

    /// A table: keys with what they hold.
    pub fn table<'k>(entries: impl IntoIterator<Item = (&'k str, Self)>) -> Self {
        let mut table = tree::Table::default();
        for (name, value) in entries {
            table.set(name, value.node());
        }
        Self(tree::Value::Table(table))
    }

    /// The same number with where it comes from.
    pub fn from_source(self, source: &str) -> Self {
        Self::table([("value", self), ("source", source.into())])
    }

    pub(super) fn node(self) -> Node {
        Node { span: Span::default(), value: self.0 }
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self(tree::Value::Number(number))
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        f64::from(number).into()
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        f64::from(number).into()
    }
}

/// Low, most likely, high: a triangular number.
impl<N: Into<Self>> From<[N; 3]> for Value {
    fn from(numbers: [N; 3]) -> Self {
        Self::list(numbers)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(tree::Value::Text(text))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self(tree::Value::Flag(flag))
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self(tree::Value::Date(date))
    }
}
