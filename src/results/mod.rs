//! What every verb answers, as data: self-describing structs that are written as JSON by serde, described by
//! a JSON Schema, and told in words by `present`. Pure: results of the layers below go in.
//!
//! - [`Envelope`] holds what every document says of itself: version, maker, scenario, run.
//! - [`Estimate`] is the one shape of a number that comes with an interval.
//! - [`Cited`] is a part of a result that knows where it stands in the JSON: words quote numbers through it, so
//!   that every number on a page can be found in the file beside it.

pub mod backtest;
pub mod codings;
pub mod compare;
pub mod discover;
pub mod drivers;
pub mod forecasts;
pub mod games;
pub mod map;
pub mod report;
pub mod run;
pub mod story;
pub mod study;
pub mod texts;
pub mod tournament;

pub(crate) mod anchor;
mod cited;
mod envelope;
mod estimate;
mod link;
mod named;
mod schema;

pub(crate) use cited::cite;
pub use cited::{Cited, Place};
pub use envelope::{Envelope, MadeBy, RunOf, SCHEMA_VERSION, ScenarioOf};
pub use estimate::{Difference, Estimate, Mean, Resampled, WorldsUnknown};
pub use link::link_title;
pub use named::Named;
pub use schema::schemas;
