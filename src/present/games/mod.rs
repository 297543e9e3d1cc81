//! Games with known ends, for readers ([`tell`]) and as a table for programs ([`csv()`]).

mod csv;
mod fit;
mod scores;
mod tell;

pub use csv::csv;
pub use tell::tell;
