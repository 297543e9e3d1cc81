//! Questions over many worlds and runs: the bargaining map ([`map`]), and sensitivity analysis,
//! screening, break-even and scenario discovery: designs in (points of the unit cube), outputs in
//! (numbers), indices out.
//!
//! But for the map nothing here knows what a negotiation is. A design is a set of [`Points`]; whoever asks maps a
//! coordinate through the quantile function of an input's prior, runs what is to be studied, and
//! hands the outputs back in the order of the points. All chance comes from a
//! [`StreamKey`](crate::stream::StreamKey), so that the same key gives the same bits on every
//! machine.
//!
//! Results carry their uncertainty ([`IntervalEstimate`]); what can go wrong for a reason in the
//! data (an output that does not vary, a target never reached) is a value, and only what the caller
//! must mend is an [`AnalysisError`]. docs/analysis.md says which method answers which question, and
//! when to trust it.
//!
//! ```
//! use zopa::analysis::design::{Saltelli, SaltelliOutputs};
//! use zopa::analysis::sobol::{Outcome, Settings, indices};
//! use zopa::stream::{Purpose, Seed, StreamKey};
//!
//! # fn main() -> Result<(), zopa::analysis::AnalysisError> {
//! // y = x₁ + 2x₂ on the unit square: shares of variance 1/5 and 4/5, no interaction.
//! let design = Saltelli::scrambled(2, 1024, &StreamKey::new(Seed(42), Purpose::Design, "demo"))?;
//! let outputs: Vec<f64> = design.points().rows().map(|x| x[0] + 2.0 * x[1]).collect();
//!
//! let key = StreamKey::new(Seed(42), Purpose::Bootstrap, "demo");
//! let outputs = SaltelliOutputs::new(design.inputs(), &outputs)?;
//! let Outcome::Indices(found) = indices(&outputs, &Settings::default(), &key)? else {
//!     unreachable!("the output varies");
//! };
//! assert!((found.inputs[1].first.value - 0.8).abs() < 0.01);
//! assert!(found.inputs[1].total.contains(0.8));
//! # Ok(())
//! # }
//! ```

pub mod amend;
pub mod backtest;
pub mod breakeven;
mod chance;
pub mod codings;
pub mod design;
pub mod discover;
pub mod drivers;
mod error;
pub mod games;
mod interval;
pub mod map;
pub mod morris;
mod noise;
mod points;
pub mod prim;
pub mod scoring;
pub mod sobol;
pub mod tornado;

pub use error::AnalysisError;
pub use interval::IntervalEstimate;
pub use noise::binomial_noise_variance;
pub use points::Points;
