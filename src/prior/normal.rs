//! The normal distribution, whole or truncated, for a measured number with its error.

use crate::math;

use super::PriorError;
use super::error::{finite, interval};

/// How far from the mean, in standard deviations, a truncation may lie: further out the tail is
/// below 10⁻¹⁹⁷ and a mistake in the file is likelier than a purpose.
const FURTHEST: f64 = 30.0;

/// How close, in standard deviations, `min` and `max` may be: closer, their probabilities differ
/// only by rounding.
const NARROWEST: f64 = 1e-6;

/// The normal distribution of a mean and a standard deviation, truncated to [min, max] where they
/// are given.
///
/// Quantile of the truncated distribution: μ + σ Φ⁻¹(Φ(α)(1 − u) + Φ(β) u) with α = (min − μ)/σ
/// and β = (max − μ)/σ, taken from whichever tail is nearer, so that no digits are lost far out
/// (Johnson, Kotz and Balakrishnan 1994, *Continuous Univariate Distributions*, volume 1, section
/// 13.10.1). For a number with hard bounds but no measured spread, use [`Pert`](super::Pert).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    mean: f64,
    standard_deviation: f64,
    /// Lower truncation; −∞ for none.
    min: f64,
    /// Upper truncation; ∞ for none.
    max: f64,
    /// Which tail probabilities are measured from: 1 the lower, −1 the upper.
    side: f64,
    /// Tail probability at `min`, from that side.
    at_min: f64,
    /// Tail probability at `max`, from that side.
    at_max: f64,
}

impl Normal {
    /// Normal with `mean` and `standard_deviation` *before* truncation to [`min`, `max`]; all in
    /// the unit of the number itself. A `min` of −∞ and a `max` of ∞ are no bounds.
    ///
    /// # Errors
    /// When the mean or the standard deviation is not finite or a bound is NaN, the standard deviation is not above 0, the bounds are reversed
    /// or have no width between them, or leave only values more than 30 standard deviations away or
    /// a width of less than a millionth of one.
    pub fn new(mean: f64, standard_deviation: f64, min: f64, max: f64) -> Result<Self, PriorError> {
        finite("mean", mean)?;
        finite("standard deviation", standard_deviation)?;
        if standard_deviation < 0.0 {
            return Err(PriorError::NegativeSpread { value: standard_deviation });
        }
        if standard_deviation <= 0.0 {
            return Err(PriorError::NoSpread { mean });
        }
        if min > f64::NEG_INFINITY && max < f64::INFINITY {
            interval(min, max)?;
        } else if min.is_nan() || min >= f64::INFINITY {
            finite("min", min)?;
        } else if max.is_nan() || max <= f64::NEG_INFINITY {
            finite("max", max)?;
        }
        let (alpha, beta) = ((min - mean) / standard_deviation, (max - mean) / standard_deviation);
        if alpha > FURTHEST || beta < -FURTHEST {
            return Err(PriorError::TruncatedAway { limit: FURTHEST });
        }
        if beta - alpha < NARROWEST {
            return Err(PriorError::TruncatedFlat { limit: NARROWEST });
        }
        let side = if alpha + beta > 0.0 { -1.0 } else { 1.0 };
        let (at_min, at_max) = (math::normal_cdf(side * alpha), math::normal_cdf(side * beta));
        Ok(Self { mean, standard_deviation, min, max, side, at_min, at_max })
    }

    /// The value below which the share `u` of the probability lies; u in (0, 1).
    #[inline]
    pub fn quantile(&self, u: f64) -> f64 {
        // 1 − u is exact where it is small, so neither end loses digits.
        let tail = self.at_min * (1.0 - u) + self.at_max * u;
        let deviation = self.side * normal_quantile(tail);
        (self.mean + self.standard_deviation * deviation).clamp(self.min, self.max)
    }

    /// Expected value after truncation, μ + σ (φ(α) − φ(β)) / (Φ(β) − Φ(α)).
    pub fn mean(&self) -> f64 {
        let alpha = (self.min - self.mean) / self.standard_deviation;
        let beta = (self.max - self.mean) / self.standard_deviation;
        let width = beta - alpha;
        let deviation = if width < 1e-3 {
            // The quotient would lose digits; to the third order in the width it is this.
            0.5 * (alpha + beta) * (1.0 - width * width / 12.0)
        } else {
            (density(alpha) - density(beta)) / (self.at_max - self.at_min).abs()
        };
        (self.mean + self.standard_deviation * deviation).clamp(self.min, self.max)
    }

    /// The most likely value: the mean before truncation, or the bound next to it.
    pub fn mode(&self) -> f64 {
        self.mean.clamp(self.min, self.max)
    }

    /// The bounds; infinite where there is none.
    pub fn support(&self) -> (f64, f64) {
        (self.min, self.max)
    }

    /// The distribution of `scale` × value + `shift`; scale > 0.
    pub(super) fn affine(&self, scale: f64, shift: f64) -> Result<Self, PriorError> {
        let moved = |value| scale * value + shift;
        let spread = scale * self.standard_deviation;
        Self::new(moved(self.mean), spread, moved(self.min), moved(self.max))
    }
}

/// The standard normal density φ.
fn density(x: f64) -> f64 {
    const INVERSE_ROOT_TAU: f64 = 0.398_942_280_401_432_7;
    INVERSE_ROOT_TAU * math::exp(-0.5 * x * x)
}

/// Quantile of the standard normal distribution; u in (0, 1).
///
/// Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution", *Applied
/// Statistics* 37, routine PPND16: three rational functions of degree 7, relative error about
/// 10⁻¹⁶. The central 85 % needs neither logarithm nor root.
#[inline]
pub fn normal_quantile(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(&A, r) / polynomial(&B, r);
    }
    normal_tail_quantile(if q < 0.0 { u } else { 1.0 - u }).copysign(q)
}

/// The distance from the mean beyond which one tail holds `tail`, for tail below 0.075.
fn normal_tail_quantile(tail: f64) -> f64 {
    let r = (-math::ln(tail)).sqrt();
    if r <= 5.0 {
        polynomial(&C, r - 1.6) / polynomial(&D, r - 1.6)
    } else {
        polynomial(&E, r - 5.0) / polynomial(&F, r - 5.0)
    }
}

/// c₀ + c₁x + … + c₇x⁷, by Horner's rule.
#[inline]
fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

// The coefficients of the paper in its own digits: A and B for u near ½, C and D further out, E and
// F beyond e⁻²⁵.
macro_rules! coefficients {
    ($($name:ident = [$($value:literal),* $(,)?];)*) => {
        $(
            #[expect(
                clippy::excessive_precision,
                reason = "as printed, so that the digits can be checked against the paper"
            )]
            const $name: [f64; 8] = [$($value),*];
        )*
    };
}
coefficients! {
    A = [
        3.387_132_872_796_366_608_0e0,
        1.331_416_678_917_843_774_5e2,
        1.971_590_950_306_551_442_7e3,
        1.373_169_376_550_946_112_5e4,
        4.592_195_393_154_987_145_7e4,
        6.726_577_092_700_870_085_3e4,
        3.343_057_558_358_812_810_5e4,
        2.509_080_928_730_122_672_7e3,
    ];
    B = [
        1.0,
        4.231_333_070_160_091_125_2e1,
        6.871_870_074_920_579_083_0e2,
        5.394_196_021_424_751_107_7e3,
        2.121_379_430_158_659_586_7e4,
        3.930_789_580_009_271_061_0e4,
        2.872_908_573_572_194_267_4e4,
        5.226_495_278_852_854_561_0e3,
    ];
    C = [
        1.423_437_110_749_683_577_34e0,
        4.630_337_846_156_545_295_90e0,
        5.769_497_221_460_691_405_50e0,
        3.647_848_324_763_204_605_04e0,
        1.270_458_252_452_368_382_58e0,
        2.417_807_251_774_506_117_70e-1,
        2.272_384_498_926_918_458_33e-2,
        7.745_450_142_783_414_076_40e-4,
    ];
    D = [
        1.0,
        2.053_191_626_637_758_821_87e0,
        1.676_384_830_183_803_849_40e0,
        6.897_673_349_851_000_045_50e-1,
        1.481_039_764_274_800_745_90e-1,
        1.519_866_656_361_645_719_66e-2,
        5.475_938_084_995_344_946_00e-4,
        1.050_750_071_644_416_843_24e-9,
    ];
    E = [
        6.657_904_643_501_103_777_20e0,
        5.463_784_911_164_114_369_90e0,
        1.784_826_539_917_291_335_80e0,
        2.965_605_718_285_048_912_30e-1,
        2.653_218_952_657_612_309_30e-2,
        1.242_660_947_388_078_438_60e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ];
    F = [
        1.0,
        5.998_322_065_558_879_376_90e-1,
        1.369_298_809_227_358_053_10e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591_00e-4,
        1.846_318_317_510_054_681_80e-5,
        1.421_511_758_316_445_888_70e-7,
        2.044_263_103_389_939_785_64e-15,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    #[test]
    fn bad_arguments_are_refused() {
        assert!(Normal::new(f64::NAN, 1.0, WHOLE.0, WHOLE.1).is_err());
        assert!(Normal::new(0.0, f64::INFINITY, WHOLE.0, WHOLE.1).is_err());
        assert!(Normal::new(0.0, 1.0, f64::INFINITY, WHOLE.1).is_err());
        assert!(Normal::new(0.0, 1.0, WHOLE.0, f64::NAN).is_err());
        assert!(Normal::new(0.0, 1.0, f64::NAN, 1.0).is_err());
        assert!(Normal::new(0.0, 1.0, WHOLE.0, f64::NEG_INFINITY).is_err());
        assert_eq!(
            Normal::new(0.0, -1.0, WHOLE.0, WHOLE.1),
            Err(PriorError::NegativeSpread { value: -1.0 })
        );
        assert_eq!(
            Normal::new(3.0, 0.0, WHOLE.0, WHOLE.1),
            Err(PriorError::NoSpread { mean: 3.0 })
        );
        assert_eq!(
            Normal::new(0.0, 1.0, 2.0, 1.0),
            Err(PriorError::Reversed { low: 2.0, high: 1.0 })
        );
        assert_eq!(
            Normal::new(0.0, 1.0, 31.0, f64::INFINITY),
            Err(PriorError::TruncatedAway { limit: FURTHEST })
        );
        assert_eq!(
            Normal::new(0.0, 1e7, 0.0, 1.0),
            Err(PriorError::TruncatedFlat { limit: NARROWEST })
        );
    }

    /// The paper gives, as a check on transcription, the sums of the mantissas of its coefficients.
    #[test]
    fn coefficients_add_up_to_the_sums_of_the_paper() {
        let mantissa = |value: &f64| -> f64 {
            format!("{value:e}").split('e').next().unwrap().parse().unwrap()
        };
        let sum = |first: &[f64; 8], second: &[f64; 8]| -> f64 {
            // The leading 1 of the denominator is not a coefficient of the paper.
            first.iter().chain(&second[1..]).map(mantissa).sum()
        };
        for (actual, printed) in [
            (sum(&A, &B), 55.883_192_880_614_9),
            (sum(&C, &D), 49.332_065_033_016_1),
            (sum(&E, &F), 47.525_833_175_492_9),
        ] {
            assert!((actual - printed).abs() < 1e-12, "{actual} is not {printed}");
        }
    }

    /// Computed with 60 digits; they visit all three pairs of polynomials.
    #[test]
    fn quantiles_have_fifteen_digits() {
        for (u, expected) in [
            (1e-300, -37.047_096_299_361_2),
            (1e-100, -21.273_453_560_965_325),
            (1e-17, -8.493_793_224_109_598),
            (1e-9, -5.997_807_015_007_687),
            (0.001, -3.090_232_306_167_813_5),
            (0.07, -1.475_791_028_179_170_7),
            (0.075, -1.439_531_470_938_456),
            (0.1, -1.281_551_565_544_600_4),
            (0.3, -0.524_400_512_708_040_8),
            (0.499_99, -2.506_628_274_896_000_8e-5),
        ] {
            assert!((normal_quantile(u) / expected - 1.0).abs() < 1e-15, "at {u}");
        }
        assert!(normal_quantile(0.5).abs() <= 0.0);
        assert!((normal_quantile(0.75) + normal_quantile(0.25)).abs() <= 0.0);
    }

    #[test]
    fn truncation_keeps_its_digits_in_both_tails() {
        // Beyond 8 standard deviations 1 − Φ is 6e-16: taken from the far side it would be noise.
        let upper = Normal::new(0.0, 1.0, 8.0, 9.0).unwrap();
        let lower = Normal::new(0.0, 1.0, -9.0, -8.0).unwrap();
        for u in [1e-9, 0.01, 0.3, 0.5, 0.9, 1.0 - 1e-9] {
            let z = upper.quantile(u);
            assert!((8.0..=9.0).contains(&z));
            assert!((z + lower.quantile(1.0 - u)).abs() < 1e-7, "at {u}");
            let (from, to) = (math::normal_cdf(-8.0), math::normal_cdf(-9.0));
            let share = (from - math::normal_cdf(-z)) / (from - to);
            assert!((share - u).abs() < 1e-12, "at {u}");
        }
    }

    #[test]
    fn truncated_means_have_their_closed_form() {
        // The half-normal distribution, √(2/π).
        let half = Normal::new(0.0, 1.0, 0.0, f64::INFINITY).unwrap();
        assert!((half.mean() - (2.0 / std::f64::consts::PI).sqrt()).abs() < 1e-15);
        // On both sides of the change of formula, the integral of the density.
        for max in [8.000_999_9, 8.001_000_1, 9.0] {
            let tail = Normal::new(0.0, 1.0, 8.0, max).unwrap();
            let cells = 20_000;
            let midpoints = (0..cells).map(|k| tail.quantile((f64::from(k) + 0.5) / 20_000.0));
            let average = midpoints.sum::<f64>() / f64::from(cells);
            assert!((tail.mean() - average).abs() < 1e-7 * (max - 8.0), "{max}");
        }
    }
}
