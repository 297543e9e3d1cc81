//! The debrief as a page.

use super::{Debrief, WhatIf};

/// The whole page.
pub(super) fn write(debrief: &Debrief, what_if: &[WhatIf]) -> String {
    let _ = (debrief, what_if);
    String::new()
}
