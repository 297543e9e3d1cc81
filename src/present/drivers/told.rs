//! What a method says.

use crate::document::{Section, Text};

/// Sections, and how they are to be read.
pub(super) struct Told {
    pub(super) sections: Vec<Section>,
    pub(super) legend: Option<Text>,
}
