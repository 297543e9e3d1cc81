//! Solution concepts on the deal space, and other schools' forecasts.

pub mod bargain;
pub mod discrete;
pub mod forecasts;

mod combinations;
mod game;
mod ground;
mod stake;

pub use combinations::Combinations;
pub use game::{Game, Value};
pub use ground::{Ground, Level, Terms};
pub use stake::{Stake, loss};
