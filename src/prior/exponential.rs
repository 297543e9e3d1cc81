//! The exponential distribution, for waiting times.

/// Quantile of the exponential distribution with mean 1, −ln(1 − u); u in (0, 1).
#[inline]
pub fn exponential_quantile(u: f64) -> f64 {
    -crate::math::ln_1p(-u)
}
