//! Shares as bars of letters.

/// Columns of a whole, where there is room for them.
pub(super) const BAR: usize = 24;

/// A share from 0 to 1, where a whole is so many columns.
pub(super) fn bar(share: f64, columns: usize) -> String {
    let filled = (share.clamp(0.0, 1.0) * columns as f64).round() as usize;
    "█".repeat(filled) + &"·".repeat(columns - filled)
}
