//! Solution concepts and other schools' forecasts.

pub mod forecasts;
