//! The exponential distribution, for waiting times.

/// Quantile of the exponential distribution with mean 1, −ln(1 − u); u in (0, 1).
///
/// Divided by a rate, it is the waiting time of a Poisson process of that rate. Accurate to within
/// 2 units in the last place, for small u as well. Devroye (1986), *Non-Uniform Random Variate
/// Generation*, section II.2.
#[inline]
pub fn exponential_quantile(u: f64) -> f64 {
    -crate::math::ln_1p(-u)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_quantiles() {
        assert!((exponential_quantile(0.5) - std::f64::consts::LN_2).abs() < 1e-15);
        assert!((exponential_quantile(1e-20) - 1e-20).abs() < 1e-35);
        assert!(exponential_quantile(1.0 - f64::EPSILON / 2.0).is_finite());
    }
}
