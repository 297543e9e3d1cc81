//! The only door to transcendental functions.
//!
//! The platform's `exp`, `ln` and `pow` differ in their last bits between operating systems and
//! compilers, so every one used here comes from `libm`, a pure-Rust port of musl whose results are
//! the same bits on every machine (errors below 1 unit in the last place). Pure: no state, no
//! errors; NaN in, NaN out.

/// eˣ.
#[inline]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm, for x > 0; −∞ at 0.
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// ln(1 + x), accurate for small x.
#[inline]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// x to the power y.
#[inline]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The logistic function Λ(x) = 1 / (1 + e⁻ˣ).
#[inline]
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// The standard normal distribution function Φ(x), by the complementary error function.
#[inline]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// ln Γ(x), for x > 0.
#[inline]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}
