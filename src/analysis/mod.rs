//! Sensitivity analysis, screening, break-even and scenario discovery: designs in (points of the
//! unit cube), outputs in (numbers), indices out.
//!
//! Nothing here knows what a negotiation is. A design is a set of [`Points`]; whoever asks maps a
//! coordinate through the quantile function of an input's prior, runs what is to be studied, and
//! hands the outputs back in the order of the points. All chance comes from a
//! [`StreamKey`](crate::stream::StreamKey), so that the same key gives the same bits on every
//! machine.
//!
//! Results carry their uncertainty ([`IntervalEstimate`]); what can go wrong for a reason in the
//! data (an output that does not vary, a target never reached) is a value, and only what the caller
//! must mend is an [`AnalysisError`].

pub mod breakeven;
mod chance;
pub mod design;
pub mod discover;
mod error;
mod interval;
pub mod morris;
mod noise;
mod points;
pub mod prim;
pub mod sobol;
pub mod tornado;

pub use error::AnalysisError;
pub use interval::IntervalEstimate;
pub use noise::binomial_noise_variance;
pub use points::Points;
