//! Scenarios side by side, for readers ([`tell`]) and as a table for programs ([`csv()`]).

mod blockers;
mod csv;
mod odds;
mod overview;
mod shifts;
mod tell;
mod words;

pub use csv::csv;
pub use tell::tell;
pub(in crate::present) use words::{noun_of, outcome, point_change, with_error};
