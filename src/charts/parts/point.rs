//! Places in a drawing, and how they are written.

/// A point in pixels.
pub(in crate::charts) type Point = (f64, f64);

/// A coordinate: one decimal, and none where it is 0.
pub(in crate::charts) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
