//! The logistic distribution, for acceptance noise (the random utility of the logit model, McFadden 1974).

/// Quantile of the standard logistic distribution, ln(u / (1 − u)); u in (0, 1).
#[inline]
pub fn logistic_quantile(u: f64) -> f64 {
    crate::math::ln(u / (1.0 - u))
}
