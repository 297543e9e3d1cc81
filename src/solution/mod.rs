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

/// What the solvers of the deal space leave of a gain of exactly nothing.
pub const NO_LOSS: f64 = 1e-9;

/// Is signing for this gain at least as good as no deal? Nobody signs for less, and the zone of possible
/// agreement holds what suits all who must sign: individual rationality in the weak sense (Raiffa 1982).
#[inline]
pub fn suits(gain: f64) -> bool {
    gain >= -NO_LOSS
}
