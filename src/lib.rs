//! Negotiation scenarios in, odds of a deal out.
//!
//! `zopa` (zone of possible agreement) plays a negotiation many thousand times, seeded and in
//! parallel, and answers: what are the odds of a deal, by when, on what terms, will it last, who
//! blocks it over what, and what would change that.
//!
//! Layers, each knowing only those below it:
//!
//! ```text
//! cli                      verbs; the clock, colour, files and progress bars live here
//! teach                    the classroom: briefs, sessions, debriefs; pure
//! present                  results → words, tables, JSON, CSV: pure, value in, bytes out
//! study                    many cases from one file: design, cases, journal
//! analysis                 over many trials: the bargaining map, sensitivity, scenario discovery
//! montecarlo               plan, chunks, tallies, estimates, stopping; the only layer that knows rayon
//! engine                   one negotiation
//! solution                 bargaining solutions on the deal space; other schools' forecasts
//! scenario → model         TOML + spans → diagnostics, or a model::Scenario
//! math · stream · prior    portable transcendentals, random streams, distributions
//! text                     what a terminal and a shell make of text: columns, control characters, quotes
//! table                    tables as spreadsheets save them
//! ```

pub mod analysis;
#[cfg(feature = "cli")]
pub mod cli;
pub mod engine;
pub mod math;
pub mod model;
pub mod montecarlo;
pub mod present;
pub mod prior;
pub mod scenario;
pub mod solution;
pub mod stream;
pub mod study;
mod table;
pub mod teach;
mod text;
