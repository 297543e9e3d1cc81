//! Inputs that change nothing.

use crate::document::{Text, author};
use crate::montecarlo::REPLAYED;

/// Inputs that are told by name.
const NAMED: usize = 4;

/// Which inputs change nothing, by their paths, and how that is known; `None` where there are none.
pub(super) fn inert<'a>(paths: impl Iterator<Item = &'a str>) -> Option<Text> {
    let paths: Vec<&str> = paths.collect();
    if paths.is_empty() {
        return None;
    }
    let named = author(&paths[..paths.len().min(NAMED)].join(", "));
    let more = paths.len().saturating_sub(NAMED);
    Some(
        Text::from(format!(
            "Inert, moved to either end of the range they change no bit of {REPLAYED} histories and more: "
        ))
        .and(named)
        .and_if(more > 0, format!(" and {more} more"))
        .and("."),
    )
}
