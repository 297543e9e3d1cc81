//! What the answer hangs on, for readers ([`tell`]) and as a table ([`csv()`]).

mod break_even;
mod csv;
mod morris;
mod sobol;
mod tell;
mod told;
mod tornado;
mod words;

pub use csv::csv;
pub use tell::tell;
