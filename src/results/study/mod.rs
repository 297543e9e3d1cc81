//! What studies answer: where one stands, what its cases say, and what is kept of them in files.

mod case;
mod gathered;
mod manifest;
mod overview;
mod status;

pub use case::{ByName, CaseFigure, CaseLine};
pub use gathered::Gathered;
pub use manifest::{Manifest, ManifestFactor};
pub use overview::{
    CaseRange, FactorMeans, HeadlineSettings, OutputOverCases, StudyOverview, ValueMean,
};
pub use status::StudyStatus;

/// Is an output of this name a share of histories, with an interval and a spread? Terms, values and figures of
/// deals are plain numbers.
pub(crate) fn is_odds(output: &str) -> bool {
    !["terms.", "value.", "deal."].iter().any(|plain| output.starts_with(plain))
}
