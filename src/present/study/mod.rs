//! The results of a study: a tidy table, JSON Lines, a manifest, and where it stands.

mod lines;
mod manifest;
mod overview;
mod status;
mod table;

pub use lines::result_line;
pub use manifest::{ResultFile, manifest};
pub use overview::Overview;
pub use status::{Status, status, status_json};
pub use table::ResultTable;

/// Has an output of this name an interval and a spread? Terms, values and figures of deals are plain
/// numbers.
fn has_bounds(output: &str) -> bool {
    !["terms.", "value.", "deal."].iter().any(|plain| output.starts_with(plain))
}

/// What stands behind the name of an output in the columns of its bounds.
const BOUNDS: [&str; 4] = ["low", "high", "worlds_low", "worlds_high"];
