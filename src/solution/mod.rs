//! Solution concepts and other schools' forecasts.
