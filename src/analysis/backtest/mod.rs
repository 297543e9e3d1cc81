//! Back-tests: the odds of questions whose outcome is known, scored.
//!
//! The unit is the **case**, one scenario file: its questions hang together, so intervals draw whole
//! cases, and a comparison without hindsight leaves whole cases out. [`Backtest`] is the result that
//! presenters read; [`play()`] makes it. Scores are those of [`super::scoring`].

mod case;
mod grid;
mod mean;
mod play;
mod reference;
mod result;
mod score;

pub use case::Case;
pub use grid::{LeftOut, Recalibration, Setting};
pub use play::{Playing, play};
pub use result::{
    Backtest, CaseScore, Interval, MeanScore, Reference, ReferenceScore, Scored, Told,
};
