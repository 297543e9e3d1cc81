//! A scenario from a row of a record, by rules that are data.
//!
//! Rules name the columns that are read and, for every slot of a template, which text each code of a column
//! becomes. So every row is coded alike, nobody decides anything about a single case, and what a rule rests on
//! stands beside it. A cell that says nothing gets the text for that, which should be the widest.
//!
//! In the template `<slot>` is the slot's text, `<title>` the row's name in quotes, `<as_of>` the middle of the
//! month in which it begins, `<as_of+3>` three months later, and what stands between `<slot=text>` and `<end>`
//! is there where the slot has that text.

mod apply;
mod read;
mod rules;
mod template;

pub use apply::{Coded, Fault, Row};
pub use read::load_rules;
pub use rules::Rules;

/// The text of rules that come with zopa, by their name.
pub fn built_in_rules(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(word, _)| *word == name).map(|(_, text)| *text)
}

/// The names of the rules that come with zopa.
pub fn rules_built_in() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(word, _)| *word)
}

const BUILT_IN: [(&str, &str); 1] = [("icb", include_str!("icb.toml"))];
