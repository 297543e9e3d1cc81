//! Scenarios side by side on common random numbers.
//!
//! Every world and every history is played once for each scenario, on the same random numbers: a
//! stream is keyed by seed, purpose and *name* (of the input, the party, the event), so that what two
//! scenarios share by name they share by draw (common random numbers; Law 2015, ch. 11.2). A trial of
//! the base and the trial of the same number of an alternative differ only by what was changed, so
//! their difference has far less noise than that of two runs. Each scenario's own figures are those
//! of a run with the same seed, to the last bit.

mod contrast;
mod difference;
mod marks;
mod pairing;
mod pairs;
mod play;
mod shared;
mod terms;
mod worth;

pub use contrast::{Blocker, Contrast, Contrasts, Flips, Paired, TermsShift, WorthShift};
pub use difference::{Difference, DifferenceMethod};
pub use play::compare;
pub use shared::Shared;
