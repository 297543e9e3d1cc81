//! The uniform distribution, for a number of which only the bounds are known.

use super::PriorError;
use super::error::interval;

/// The uniform distribution on [low, high].
///
/// Quantile: low + u (high − low). Every value between the ends is as likely as any other; when one
/// of them is more likely, use [`Triangular`](super::Triangular). Johnson, Kotz and Balakrishnan
/// (1995), *Continuous Univariate Distributions*, volume 2, chapter 26.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uniform {
    low: f64,
    high: f64,
}

impl Uniform {
    /// Uniform between `low` and `high`, in the unit of the number itself.
    ///
    /// # Errors
    /// When an end is not finite, the ends are reversed, or there is no width between them.
    pub fn new(low: f64, high: f64) -> Result<Self, PriorError> {
        interval(low, high)?;
        Ok(Self { low, high })
    }

    /// The value below which the share `u` of the probability lies; u in (0, 1).
    #[inline]
    pub fn quantile(&self, u: f64) -> f64 {
        (self.low + u * (self.high - self.low)).min(self.high)
    }

    /// Expected value, the midpoint.
    pub fn mean(&self) -> f64 {
        self.low + 0.5 * (self.high - self.low)
    }

    /// Central value: the midpoint, as no value is more likely than another.
    pub fn mode(&self) -> f64 {
        self.mean()
    }

    /// The two ends.
    pub fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The distribution of `scale` × value + `shift`; scale > 0.
    pub(super) fn affine(&self, scale: f64, shift: f64) -> Result<Self, PriorError> {
        Self::new(scale * self.low + shift, scale * self.high + shift)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_arguments_are_refused() {
        assert!(Uniform::new(f64::NAN, 1.0).is_err());
        assert!(Uniform::new(0.0, f64::INFINITY).is_err());
        assert_eq!(Uniform::new(1.0, 0.0), Err(PriorError::Reversed { low: 1.0, high: 0.0 }));
        assert_eq!(Uniform::new(1.0, 1.0), Err(PriorError::NoWidth { value: 1.0 }));
    }

    #[test]
    fn quantiles_divide_the_interval_in_proportion() {
        let uniform = Uniform::new(-2.0, 6.0).unwrap();
        for (u, expected) in [(0.25, 0.0), (0.5, 2.0), (0.75, 4.0)] {
            assert!((uniform.quantile(u) - expected).abs() < 1e-15);
        }
        assert!((uniform.mean() - 2.0).abs() < 1e-15);
    }
}
