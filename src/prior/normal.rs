//! The normal distribution.

/// Quantile of the standard normal distribution; u in (0, 1).
#[inline]
pub fn normal_quantile(u: f64) -> f64 {
    u
}
