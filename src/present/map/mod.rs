//! The bargaining map for readers ([`tell`]) and as a table ([`csv()`]).

mod answers;
mod choice;
mod conditions;
mod csv;
mod gains;
mod issue;
mod package;
mod tell;
mod words;
mod zone;

pub use csv::csv;
pub use tell::tell;
pub(super) use words::concept as concept_words;
