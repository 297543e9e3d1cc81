//! Negotiation scenarios in, odds of a deal out.
//!
//! `zopa` (zone of possible agreement) plays a negotiation many thousand times, seeded and in
//! parallel, and answers: what are the odds of a deal, by when, on what terms, will it last, who
//! blocks it over what, and what would change that. It is for policy analysts, teachers and researchers; the
//! command `zopa` is this library with a terminal.
//!
//! The odds are those of the scenario: what follows from its numbers by a documented model (docs/model.md). They
//! are no forecast. On cases whose end is known zopa has not beaten base rates (docs/validation.md), so ask it what
//! hangs on what rather than what will be. Every figure has its interval, and the same seed gives the same bits on
//! any machine.
//!
//! ```
//! use zopa::{LoadOptions, Outcome, Plan, Seed, load, run};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = std::fs::read_to_string("scenarios/two-party.toml")?;
//! let scenario = load("two-party.toml", &text, &LoadOptions::default())?.scenario;
//! let plan = Plan { seed: Seed(7), worlds: 400, ..Plan::default() };
//! let summary = run(&scenario, &plan);
//! let outcome = Outcome::named("signed", &scenario).ok_or("no such outcome")?;
//! let odds = summary.estimate(outcome);
//! println!("signed: {:.2}, 95% interval {:.2} to {:.2}", odds.value, odds.low, odds.high);
//! # assert!(0.0 < odds.low && odds.low < odds.value && odds.value < odds.high && odds.high < 1.0);
//! # Ok(())
//! # }
//! ```
//!
//! From there:
//!
//! | you want | it is |
//! |---|---|
//! | a scenario from a file, with other numbers | [`load`] with [`LoadOptions`] |
//! | a scenario made in code | [`ScenarioBuilder`] |
//! | a scenario as a file | [`Loaded::to_toml`], [`ScenarioBuilder::to_toml`] |
//! | more or fewer worlds, another seed, a run that stops by itself | [`Plan`] |
//! | odds, terms, causes of failure, what drives the odds | the fields of [`Summary`] |
//! | progress, a stop, one row for each world | [`run_with`] |
//! | what happened in one history | [`replay`] with an [`Observer`] |
//!
//! docs/library.md walks through each of them, and the folder `examples` has programs that do.
//!
//! # What may change
//!
//! The names at the root of the crate are its face, with their fields and methods and the types these hold: a
//! change that breaks a program which uses them is told in CHANGELOG.md and comes with a new minor version. What the
//! numbers are is told there, too. The modules are public so that whoever studies the model can reach every piece of
//! it, but they are the rooms of the house and not its door: what is only reached through them may change in any
//! release.
//!
//! # Layers
//!
//! Each knows only those below it:
//!
//! ```text
//! cli                      verbs; the clock, colour, files and progress bars live here
//! web                      pages that play: requests in, answers out; their engine is a crate of its own
//! briefing                 what a report plays, and what it makes of that
//! teach                    the classroom: briefs, sessions, debriefs; pure
//! present                  results → words, tables, JSON, CSV: pure, value in, bytes out
//! render                   documents → terminal, Markdown, HTML: each written once
//! document                 what is told, without a format: sections, tables, charts, numbers that know their place
//! results                  what every verb answers, as data: serde structs, one envelope, JSON Schema
//! charts                   plain numbers and names → SVG; know nothing of scenarios
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
pub mod briefing;
pub mod charts;
#[cfg(feature = "cli")]
pub mod cli;
pub mod document;
pub mod engine;
pub mod math;
pub mod model;
pub mod montecarlo;
pub mod present;
pub mod prior;
pub mod render;
pub mod results;
pub mod scenario;
pub mod solution;
pub mod stream;
pub mod study;
mod table;
pub mod teach;
pub mod text;
pub mod web;

#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct LibraryPage;

pub use engine::{Event, Observer};
pub use jiff::civil::{Date, date};
pub use model::{Role, Scenario};
pub use montecarlo::{
    Estimate, Link, Outcome, Plan, Replay, Summary, TrialId, replay, run, run_with,
};
pub use scenario::{LoadOptions, Loaded, Rejected, Report, ScenarioBuilder, load};
pub use stream::Seed;
