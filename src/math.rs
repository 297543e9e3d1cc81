//! The only door to transcendental functions.
//!
//! The platform's `exp`, `ln` and `pow` differ in their last bits between operating systems and
//! compilers, so every one used here comes from `libm`, a pure-Rust port of musl whose results are
//! the same bits on every machine (errors below 1 unit in the last place). Pure: no state, no
//! errors; NaN in, NaN out.
//!
//! And of what has to come out the same on whichever way it is worked out: [`DoubleDouble`] for numbers
//! that follow from the file's decimals, [`ROUNDING`] for what follows from those. [`Symmetric`] matrices
//! say whether correlations are possible.

mod double_double;
mod exponential;
mod symmetric;

pub use double_double::DoubleDouble;
pub use exponential::exp;
pub use symmetric::Symmetric;

/// Numbers that differ by no more, where 1 is all that is at stake, count as equal where they come out of
/// different sums, products or quotients of doubles: gains, shares, distances, what a tactic asks for.
/// Doubles leave less than a hundredth of it.
pub const ROUNDING: f64 = 1e-12;

/// The 97.5% point of the standard normal: what a 95% interval reaches to, in standard errors.
pub const Z95: f64 = 1.959_963_984_540_054;

/// eˣ − 1, accurate for small x.
#[inline]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
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

/// The logistic function Λ(x) = 1 / (1 + e⁻ˣ): 0 and 1 at the infinities.
#[inline]
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// The standard normal distribution function Φ(x), by the complementary error function, so that the
/// lower tail keeps its digits.
#[inline]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// sin x.
#[inline]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The angle in [−π/2, π/2] whose sine is x.
#[inline]
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// ln Γ(x), for x > 0.
#[inline]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_are_limits_and_not_nan() {
        assert!((logistic(800.0) - 1.0).abs() <= 0.0 && logistic(-800.0).abs() <= 0.0);
        assert!((normal_cdf(40.0) - 1.0).abs() <= 0.0 && normal_cdf(-40.0).abs() <= 0.0);
        assert!((normal_cdf(f64::INFINITY) - 1.0).abs() <= 0.0);
        assert!(normal_cdf(f64::NEG_INFINITY).abs() <= 0.0);
    }

    #[test]
    fn textbook_values() {
        assert!((logistic(0.0) - 0.5).abs() <= 0.0);
        assert!((normal_cdf(Z95) - 0.975).abs() < 1e-15);
        // Γ(5) = 4! and Γ(½) = √π.
        assert!((ln_gamma(5.0) - ln(24.0)).abs() < 1e-15);
        assert!((ln_gamma(0.5) - 0.5 * ln(std::f64::consts::PI)).abs() < 1e-15);
    }
}
