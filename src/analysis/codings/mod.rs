//! Two codings of one negotiation: where do the coders agree, and which disagreement matters?
//!
//! Both files must have the same parties and issues ([`Unlike`] says what differs). Then every number of
//! one is held against the same number of the other ([`Likeness`]), kinds of numbers are summed up by an
//! agreement coefficient ([`alpha()`]), and groups of numbers are swapped from A to B one at a time
//! ([`Swap`]), to be played on the same random numbers.

mod alpha;
mod kind;
mod likeness;
mod overlap;
mod same_frame;
mod summary;
mod swap;

pub use alpha::{Alpha, alpha};
pub use kind::Kind;
pub use likeness::{Likeness, LikenessOf};
pub use overlap::{Spread, overlap};
pub use same_frame::Unlike;
pub use summary::{Agreement, Agreements, agreements};
pub use swap::{Swap, SwapOf, swaps};
