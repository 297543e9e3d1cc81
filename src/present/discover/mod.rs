//! Where deals happen: boxes and choices for readers ([`tell`]) and as tables ([`csv()`], [`levers_csv`]).

mod boxes;
mod choices;
mod csv;
mod levers;
mod tell;
mod words;

pub use csv::csv;
pub use levers::csv as levers_csv;
pub use tell::tell;
