//! Second opinions for readers ([`tell`]) and as a table ([`csv()`]).

mod accuracy;
mod chances;
mod chart;
mod csv;
mod grid;
mod rounds;
mod tell;
mod words;

pub(super) use accuracy::LESSON;
pub(super) use chart::Forecasts;
pub use csv::csv;
pub(super) use csv::{Rows, Subject};
pub use tell::tell;
pub(super) use words::challenge as challenge_words;
