//! The values of a factor: as they are set in a scenario, and as results show them.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::scenario::tree::{Node, Value};

/// One value of a factor.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Level {
    /// As it is written after `--set PATH=`; of a variant, its name.
    pub text: String,
    /// As it stands in results.
    pub shown: Shown,
}

/// A value as results show it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Shown {
    /// A number; of a factor that scales or shifts, by how much.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A word, a date, a distribution: as the file has it.
    Text(String),
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Flag(flag) => flag.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl Level {
    /// A value as it stands in the text of the file.
    pub(super) fn written(node: &Node, text: &str) -> Self {
        let written = text.get(node.span.start..node.span.end).unwrap_or_default().trim();
        let shown = match &node.value {
            Value::Number(number) => Shown::Number(*number),
            Value::Flag(flag) => Shown::Flag(*flag),
            Value::Text(text) => Shown::Text(text.clone()),
            _ => Shown::Text(written.to_owned()),
        };
        Self { text: written.to_owned(), shown }
    }

    /// A word that is no value of a path: the name of a variant.
    pub(crate) fn named(name: &str) -> Self {
        Self { text: name.to_owned(), shown: Shown::Text(name.to_owned()) }
    }
}
