//! A tournament of tactics: in words, and as CSV.

mod csv;
mod tell;

pub use csv::csv;
pub use tell::tell;
