//! Back-tests, for readers ([`tell`]) and as a table for programs ([`csv()`]).

mod csv;
mod recalibration;
mod reliability;
mod scores;
mod tell;
pub(crate) mod words;

pub use csv::csv;
pub use tell::tell;
