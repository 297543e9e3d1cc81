//! How finely terms and values are counted.

/// Classes of a histogram of terms over [0, 1]; a quantile is read within one of them.
pub(crate) const TERM_CLASSES: usize = 1000;
/// Values are counted in units of 2⁻⁴⁰.
pub(crate) const VALUE_UNIT: f64 = (1_u64 << 40) as f64;

/// The class of a coordinate in [0, 1].
pub(crate) fn class(x: f64) -> usize {
    ((x * TERM_CLASSES as f64) as usize).min(TERM_CLASSES - 1)
}
