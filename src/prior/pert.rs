//! The PERT distribution, for an expert's low, most likely and high value.

use super::error::{interval, mode_within};
use super::{Beta, PriorError};

/// The PERT distribution on [low, high]: a beta distribution of shapes 1 + 4 (mode − low) / (high −
/// low) and 1 + 4 (high − mode) / (high − low).
///
/// Its mean is (low + 4 mode + high) / 6, by which Malcolm, Roseboom, Clark and Fazar (1959,
/// *Operations Research* 7) summed up an expert's three numbers; the shapes that follow from it are
/// those of Vose (2008, *Risk Analysis*, 3rd edition, section 14.3). Smooth, and surer of the mode
/// than [`Triangular`](super::Triangular), which is quicker and keeps more weight at the ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pert {
    beta: Beta,
    mode: f64,
}

impl Pert {
    /// PERT between `low` and `high` with the most likely value `mode`, which may be an end; all
    /// three in the unit of the number itself.
    ///
    /// # Errors
    /// When one of the three is not finite, the ends are reversed or have no width between them, or
    /// the mode lies outside.
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, PriorError> {
        interval(low, high)?;
        mode_within(low, mode, high)?;
        let below_mode = (mode - low) / (high - low);
        let beta = Beta::new(1.0 + 4.0 * below_mode, 5.0 - 4.0 * below_mode, low, high)?;
        Ok(Self { beta, mode })
    }

    /// The value below which the share `u` of the probability lies; u in (0, 1).
    pub fn quantile(&self, u: f64) -> f64 {
        self.beta.quantile(u)
    }

    /// Expected value, (low + 4 mode + high) / 6.
    pub fn mean(&self) -> f64 {
        self.beta.mean()
    }

    /// The most likely value.
    pub fn mode(&self) -> f64 {
        self.mode
    }

    /// The two ends.
    pub fn support(&self) -> (f64, f64) {
        self.beta.support()
    }

    /// The distribution of `scale` × value + `shift`; scale > 0.
    pub(super) fn affine(&self, scale: f64, shift: f64) -> Result<Self, PriorError> {
        let moved = |value| scale * value + shift;
        let (low, high) = self.support();
        Self::new(moved(low), moved(self.mode), moved(high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_arguments_are_refused() {
        assert!(Pert::new(0.0, f64::NAN, 1.0).is_err());
        assert!(Pert::new(0.0, 1.0, f64::INFINITY).is_err());
        assert_eq!(Pert::new(1.0, 0.5, 0.0), Err(PriorError::Reversed { low: 1.0, high: 0.0 }));
        assert_eq!(Pert::new(1.0, 1.0, 1.0), Err(PriorError::NoWidth { value: 1.0 }));
        assert_eq!(
            Pert::new(0.0, 2.0, 1.0),
            Err(PriorError::ModeOutside { low: 0.0, mode: 2.0, high: 1.0 })
        );
    }

    #[test]
    fn the_mean_weighs_the_mode_four_times() {
        for (low, mode, high) in [(0.0, 0.3, 1.0), (-2.0, -2.0, 4.0), (10.0, 14.0, 14.0)] {
            let pert = Pert::new(low, mode, high).unwrap();
            assert!((pert.mean() - (low + 4.0 * mode + high) / 6.0).abs() < 1e-14);
            assert!((pert.mode() - mode).abs() < 1e-15);
        }
    }

    #[test]
    fn a_mode_at_an_end_has_a_closed_form() {
        // Shapes 1 and 5: P(X > x) = (1 − x)⁵ on [0, 1].
        let pert = Pert::new(0.0, 0.0, 1.0).unwrap();
        assert!((pert.quantile(1.0 - 0.5_f64.powi(5)) - 0.5).abs() < 1e-14);
    }
}
