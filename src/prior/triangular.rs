//! The triangular distribution, for a number known by its bounds and its most likely value.

use super::PriorError;
use super::error::{interval, mode_within};

/// The triangular distribution on [low, high] with its peak at the mode.
///
/// With c = (mode − low) / (high − low), the quantile is low + (high − low) √(u c) for u < c and
/// high − (high − low) √((1 − u)(1 − c)) from there on. The density falls in straight lines, so the
/// ends keep much weight; [`Pert`](super::Pert) takes the same three numbers and trusts the mode
/// more. Kotz and van Dorp (2004), *Beyond Beta*, section 1.2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
    /// c, the probability of a value below the mode.
    below_mode: f64,
}

impl Triangular {
    /// Triangular between `low` and `high` with the most likely value `mode`, which may be an end;
    /// all three in the unit of the number itself.
    ///
    /// # Errors
    /// When one of the three is not finite, the ends are reversed or have no width between them, or
    /// the mode lies outside.
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, PriorError> {
        interval(low, high)?;
        mode_within(low, mode, high)?;
        Ok(Self { low, mode, high, below_mode: (mode - low) / (high - low) })
    }

    /// The value below which the share `u` of the probability lies; u in (0, 1).
    #[inline]
    pub fn quantile(&self, u: f64) -> f64 {
        let width = self.high - self.low;
        if u < self.below_mode {
            (self.low + width * (u * self.below_mode).sqrt()).min(self.mode)
        } else {
            (self.high - width * ((1.0 - u) * (1.0 - self.below_mode)).sqrt()).max(self.mode)
        }
    }

    /// Expected value, (low + mode + high) / 3.
    pub fn mean(&self) -> f64 {
        self.low + (self.high - self.low) * ((1.0 + self.below_mode) / 3.0)
    }

    /// The most likely value.
    pub fn mode(&self) -> f64 {
        self.mode
    }

    /// The two ends.
    pub fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The distribution of `scale` × value + `shift`; scale > 0.
    pub(super) fn affine(&self, scale: f64, shift: f64) -> Result<Self, PriorError> {
        let moved = |value| scale * value + shift;
        Self::new(moved(self.low), moved(self.mode), moved(self.high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_arguments_are_refused() {
        assert!(Triangular::new(0.0, f64::NAN, 1.0).is_err());
        assert!(Triangular::new(f64::NEG_INFINITY, 0.0, 1.0).is_err());
        assert_eq!(
            Triangular::new(1.0, 0.5, 0.0),
            Err(PriorError::Reversed { low: 1.0, high: 0.0 })
        );
        assert_eq!(Triangular::new(1.0, 1.0, 1.0), Err(PriorError::NoWidth { value: 1.0 }));
        for mode in [-0.1, 1.1] {
            assert_eq!(
                Triangular::new(0.0, mode, 1.0),
                Err(PriorError::ModeOutside { low: 0.0, mode, high: 1.0 })
            );
        }
    }

    #[test]
    fn medians_have_their_closed_form() {
        for (low, mode, high, median) in [
            (-1.0, 0.0, 1.0, 0.0),
            (1.0, 1.0, 2.0, 2.0 - 0.5_f64.sqrt()),
            (5.0, 25.0, 25.0, 5.0 + 200_f64.sqrt()),
            (0.0, 0.9, 1.0, 0.45_f64.sqrt()),
            (-4.0, -2.0, -0.5, -4.0 + 3.5_f64.sqrt()),
        ] {
            let triangular = Triangular::new(low, mode, high).unwrap();
            assert!((triangular.quantile(0.5) - median).abs() < 1e-14);
            assert!((triangular.mean() - (low + mode + high) / 3.0).abs() < 1e-14);
        }
    }

    #[test]
    fn intervals_near_the_largest_number_do_not_overflow() {
        let triangular = Triangular::new(-8e307, 0.0, 8e307).unwrap();
        assert!(triangular.quantile(0.1).is_finite() && triangular.quantile(0.9).is_finite());
    }
}
