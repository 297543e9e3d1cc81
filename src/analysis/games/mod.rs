//! Games with known ends, scored: what a scenario of alternating offers said of each against what people did,
//! and which mixture of tactics they play like.
//!
//! ```text
//! Setting   one set of preferences: its scenario, and what every end of it is worth
//! Game      a game that was played: its setting, and how it ended
//! Foretold  what somebody without knowledge of the end says of a game: the odds of every end, or less
//! Target    a question asked of every game, with its score
//! Fit       weights of tactics and a point of a grid that make the games most likely
//! ```
//!
//! Settings are the clusters of all intervals: games of the same preferences are foretold alike.

mod fit;
mod foretold;
mod mixture;
mod scores;
mod setting;
mod target;

pub use fit::{Alone, Cell, Fit, FitPlan, Weight, fit};
pub use foretold::{Foretold, Pool, Who};
pub use mixture::{Counted, Kernel, Mixture};
pub use scores::{Played, Row, Scores, scores};
pub use setting::{Game, Setting};
pub use target::Target;
