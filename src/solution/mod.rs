//! Solution concepts and other schools' forecasts.

pub mod discrete;
pub mod forecasts;
