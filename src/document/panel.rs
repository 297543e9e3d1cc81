//! What a reader of a living page may change: levers over uncertain numbers, and switches between choices.

use super::Text;

/// Everything that may be changed on a page.
#[derive(Clone, Debug)]
pub struct Panel {
    /// Its heading.
    pub title: Text,
    /// What it is there for.
    pub lead: Text,
    /// Choices of the model.
    pub choices: Vec<Switch>,
    /// Their heading.
    pub choices_title: Text,
    /// How they are to be read.
    pub choices_note: Text,
    /// Over the levers.
    pub levers_title: Text,
    /// How they are to be read.
    pub levers_note: Text,
    /// Uncertain numbers, what the answer hangs on most first.
    pub levers: Vec<Lever>,
    /// The choice between the file's variants, where it has any.
    pub variant: Option<Switch>,
    /// What is said while nothing is changed.
    pub unchanged: Text,
}

/// An uncertain number of the file that may be held.
#[derive(Clone, Debug)]
pub struct Lever {
    /// Its path in the file.
    pub path: String,
    /// What it is called.
    pub name: Text,
    /// How much hangs on it.
    pub why: Text,
    /// The least value offered.
    pub from: f64,
    /// The greatest.
    pub to: f64,
    /// Values lie so far apart.
    pub step: f64,
    /// Decimals that tell two of them apart.
    pub decimals: usize,
    /// The middle of the file's distribution, where the lever stands at first.
    pub middle: f64,
    /// What is at either end.
    pub ends: [Text; 2],
    /// Its distribution between the ends, an `<svg>` element.
    pub sketch: String,
    /// What values mean, in the file's words: each from its value on, in ascending order. Empty where the file has no
    /// words.
    pub meanings: Vec<(f64, String)>,
}

/// A choice between a few.
#[derive(Clone, Debug)]
pub struct Switch {
    /// What it changes: a path, or [`Switch::VARIANT`].
    pub of: String,
    /// What it is called.
    pub name: Text,
    /// What is chosen from, first what the file has.
    pub choices: Vec<(String, Text)>,
    /// The one that stands at first.
    pub chosen: String,
    /// What to know before choosing; empty where there is nothing.
    pub note: Text,
}

impl Switch {
    /// What the switch between a file's variants changes.
    pub const VARIANT: &str = "--variant";
}
