//! The results of a study: a tidy table, and in words where it stands and what its cases say.

mod overview;
mod status;
mod table;

pub use overview::tell_overview;
pub use status::tell_status;
pub use table::ResultTable;

/// What stands behind the name of an output in the columns of its bounds.
const BOUNDS: [&str; 4] = ["low", "high", "worlds_low", "worlds_high"];
