//! Texts put on the table on a day, in every world and history of a plan: who says no to them, over what, and what
//! becomes of what all sign. Texts are played on the same random numbers: the same worlds, the same histories up to
//! that day, the same moods.
//!
//! Odds are of the histories in which the parties still talk on that day; on the as-of date these are all, but for
//! what a file dates on it.

mod asked;
mod counts;
mod figures;
mod pairs;
mod party;
mod play;
mod share;
mod watch;

pub use asked::{Asked, Sample, ask_texts};
pub use figures::{
    FrontOdds, OnDayShares, Over, RefusalParts, Refusals, SignatoryOdds, TextChange, TextOdds,
    TextStep, TextsPlayed, Withholding,
};
pub use play::put_texts;
