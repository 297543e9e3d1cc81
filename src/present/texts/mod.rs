//! Texts that are put on the table, told in words and as CSV.

mod amended;
mod csv;
mod facts;
mod odds;
mod refusals;
mod several;
mod tell;
mod terms;

pub use csv::csv;
pub(in crate::present) use tell::parts;
pub use tell::tell;
