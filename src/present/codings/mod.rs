//! Two codings of one negotiation, for readers ([`tell`]) and as a table for programs ([`csv()`]).

mod agreement;
mod csv;
mod odds;
mod tell;

pub use csv::csv;
pub use tell::tell;
