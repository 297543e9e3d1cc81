//! The beta distribution, for a share known by something like counts, and its distribution function.

use std::f64::consts::TAU;

use crate::math;

use super::PriorError;
use super::error::{finite, interval};

/// The smallest shape allowed.
const LEAST_SHAPE: f64 = 1e-3;

/// The largest shape allowed.
const GREATEST_SHAPE: f64 = 1e6;

/// The beta distribution of shapes a and b, stretched over [min, max].
///
/// Density in proportion to xᵃ⁻¹(1 − x)ᵇ⁻¹ on [0, 1]: what is known of a share after a − 1 cases of
/// one kind and b − 1 of the other. Shapes below 1 heap the probability at the ends. For three
/// numbers of an expert use [`Pert`](super::Pert), which finds the shapes. Johnson, Kotz and
/// Balakrishnan (1995), *Continuous Univariate Distributions*, volume 2, chapter 25.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
    min: f64,
    max: f64,
}

impl Beta {
    /// Beta of shapes `a` (towards `max`) and `b` (towards `min`), each from 0.001 to 1 000 000, on
    /// [`min`, `max`] in the unit of the number itself.
    ///
    /// # Errors
    /// When a number is not finite, a shape is out of range, or the ends are reversed or have no
    /// width between them.
    pub fn new(a: f64, b: f64, min: f64, max: f64) -> Result<Self, PriorError> {
        for shape in [a, b] {
            finite("shape", shape)?;
            if !(LEAST_SHAPE..=GREATEST_SHAPE).contains(&shape) {
                return Err(PriorError::ShapeOutside {
                    low: LEAST_SHAPE,
                    high: GREATEST_SHAPE,
                    value: shape,
                });
            }
        }
        interval(min, max)?;
        Ok(Self { a, b, min, max })
    }

    /// The value below which the share `u` of the probability lies; u in (0, 1). With shapes below
    /// 1 it may round to an end.
    pub fn quantile(&self, u: f64) -> f64 {
        (self.min + (self.max - self.min) * beta_quantile(self.a, self.b, u)).min(self.max)
    }

    /// Expected value, a / (a + b) of the way from `min` to `max`.
    pub fn mean(&self) -> f64 {
        self.min + (self.max - self.min) * (self.a / (self.a + self.b))
    }

    /// Central value: the mode where the density has one peak (both shapes at least 1, not both 1),
    /// else the mean.
    pub fn mode(&self) -> f64 {
        if self.a >= 1.0 && self.b >= 1.0 && self.a + self.b > 2.0 {
            let share = (self.a - 1.0) / (self.a + self.b - 2.0);
            self.min + (self.max - self.min) * share
        } else {
            self.mean()
        }
    }

    /// The two ends.
    pub fn support(&self) -> (f64, f64) {
        (self.min, self.max)
    }

    /// The distribution of `scale` × value + `shift`; scale > 0.
    pub(super) fn affine(&self, scale: f64, shift: f64) -> Result<Self, PriorError> {
        Self::new(self.a, self.b, scale * self.min + shift, scale * self.max + shift)
    }
}

/// Distribution function of the beta distribution of shapes `a` and `b`: the regularised incomplete
/// beta function Iₓ(a, b).
///
/// For shapes from 0.001 to 1 000 000 the error is below 10⁻¹² of the result for x up to (a + 1) /
/// (a + b + 2), and below 10⁻¹² of the rest to 1 above. 0 at and below x = 0, 1 at and above x = 1.
/// Continued fraction of DLMF 8.17.22, on the side of x where it converges fast.
pub fn beta_cdf(a: f64, b: f64, x: f64) -> f64 {
    debug_assert!(a > 0.0 && b > 0.0);
    if x <= 0.0 {
        0.0
    } else if x >= 1.0 {
        1.0
    } else if x <= split(a, b) {
        math::exp(Tail::new(a, b, x, 1.0 - x).ln_probability)
    } else {
        1.0 - math::exp(Tail::new(b, a, 1.0 - x, x).ln_probability)
    }
}

/// Quantile of the beta distribution of shapes `a` and `b`; `u` in (0, 1), shapes as for
/// [`beta_cdf`].
///
/// In [0, 1]; with small shapes it may round to an end. Inverts [`beta_cdf`] to within its error and
/// the rounding of the result. Shapes beyond the range are taken too, with fewer digits: ten at 10¹¹.
pub fn beta_quantile(a: f64, b: f64, u: f64) -> f64 {
    debug_assert!(a > 0.0 && b > 0.0 && u > 0.0 && u < 1.0);
    let split = split(a, b);
    let at_split = Tail::new(a, b, split, 1.0 - split);
    if math::ln(u) <= at_split.ln_probability {
        return lower_quantile(a, b, u, split);
    }
    let x = 1.0 - lower_quantile(b, a, 1.0 - u, 1.0 - split);
    if x > 0.5 {
        return x;
    }
    // The difference has lost digits of a small x: one more Newton step, on x itself.
    let y = 1.0 - x;
    let tail = Tail::new(b, a, y, x);
    x + (tail.ln_probability - math::ln(1.0 - u)) * y / tail.slope
}

/// The point up to which the continued fraction for x converges fast; beyond it that for 1 − x
/// does (Press, Teukolsky, Vetterling and Flannery 2007, *Numerical Recipes*, section 6.4).
fn split(a: f64, b: f64) -> f64 {
    (a + 1.0) / (a + b + 2.0)
}

/// Newton steps allowed for a quantile: about ten are needed, some fifty if all were bisections.
const QUANTILE_STEPS: u32 = 200;

/// The x in (0, `high`] with Iₓ(a, b) = `target`, for a `target` of at most its value at `high`, the
/// split.
///
/// Newton's method on ln I against ln x, where I is a straight line for small x and concave for
/// b ≥ 1, so that the steps come down to the root without passing it twice; kept in a bracket,
/// which is halved where a step leaves it.
fn lower_quantile(a: f64, b: f64, target: f64, high: f64) -> f64 {
    let ln_target = math::ln(target);
    let (mut below, mut above, mut x) = (0.0, high, high);
    for _ in 0..QUANTILE_STEPS {
        let tail = Tail::new(a, b, x, 1.0 - x);
        let step = (ln_target - tail.ln_probability) / tail.slope;
        let next = x * math::exp(step);
        // Convergence is quadratic: what is left after this step is below rounding.
        if step.abs() < 1e-10 {
            return next.min(high);
        }
        if step > 0.0 {
            below = x;
        } else {
            above = x;
        }
        if below < next && next < above && next >= f64::MIN_POSITIVE {
            x = next;
        } else if below > 0.0 {
            x = below.sqrt() * above.sqrt();
        } else if x > f64::MIN_POSITIVE {
            x = f64::MIN_POSITIVE;
        } else {
            return 0.0;
        }
    }
    x
}

/// The lower tail of a beta distribution at a point, in logarithms.
struct Tail {
    /// ln Iₓ(a, b).
    ln_probability: f64,
    /// d ln I / d ln x.
    slope: f64,
}

impl Tail {
    /// For x up to the split and `y` = 1 − `x`: I = xᵃyᵇ / B(a, b) × the continued fraction. As
    /// dI/dx is xᵃ⁻¹yᵇ⁻¹ / B(a, b), the slope falls out of it.
    fn new(a: f64, b: f64, x: f64, y: f64) -> Self {
        let fraction = continued_fraction(a, b, x, y);
        let ln_probability = ln_power_term(a, b, x, y) + math::ln(fraction);
        Self { ln_probability, slope: 1.0 / (y * fraction) }
    }
}

/// The continued fraction for Iₓ(a, b) in units of xᵃ(1 − x)ᵇ / B(a, b): the even part of DLMF
/// 8.17.22 as DiDonato and Morris write it (1992, "Algorithm 708", *ACM Transactions on Mathematical
/// Software* 18, equation 9), where nothing cancels up to the split; `y` = 1 − `x`. Evaluated by the
/// modified Lentz algorithm (Press et al. 2007, section 5.2); it takes some √max(a, b) terms.
fn continued_fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    const TERMS: u32 = 100_000;
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let lean = a * y - b * x + 1.0;
    let mut denominator = away_from_zero(a * lean / (a + 1.0));
    let (mut c, mut d) = (denominator, 0.0);
    for term in 1..=TERMS {
        let m = f64::from(term);
        let odd = a + (2.0 * m - 1.0);
        let numerator = (a + (m - 1.0)) / odd * ((a + b + (m - 1.0)) / odd) * m * (b - m) * x * x;
        let partial =
            m + m * (b - m) * x / odd + (a + m) * (lean + m * (2.0 - x)) / (a + 2.0 * m + 1.0);
        d = 1.0 / away_from_zero(partial + numerator * d);
        c = away_from_zero(partial + numerator / c);
        let change = c * d;
        denominator *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    1.0 / denominator
}

/// ln (xᵃyᵇ / B(a, b)) for `y` = 1 − `x`, without the cancellation of the logarithms of three gamma functions:
/// the saddle-point form of Loader (2000), "Fast and accurate computation of binomial
/// probabilities", equation 5.
fn ln_power_term(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    0.5 * math::ln(a * (b / n) / TAU) + stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - deviance(a, n, x)
        - deviance(b, n, y)
}

/// k ln(k / m) + m − k for m = `n` × `share`, the part of the deviance that is due to k; accurate
/// for k near m (Loader 2000, section 3).
fn deviance(k: f64, n: f64, share: f64) -> f64 {
    let m = n * share;
    if (k - m).abs() >= 0.1 * (k + m) {
        return k * math::ln(k / n / share) + m - k;
    }
    let v = (k - m) / (k + m);
    let mut sum = (k - m) * v;
    let mut power = 2.0 * k * v;
    for j in 1..=20 {
        power *= v * v;
        let next = sum + power / f64::from(2 * j + 1);
        if (next - sum).abs() <= 0.0 {
            break;
        }
        sum = next;
    }
    sum
}

/// What Stirling's formula lacks: ln Γ(z) − (z − ½) ln z + z − ½ ln 2π, by its series (DLMF
/// 5.11.1) from 15 on.
fn stirling_error(z: f64) -> f64 {
    if z < 15.0 {
        const HALF_LN_TAU: f64 = 0.918_938_533_204_672_7;
        return math::ln_gamma(z) - (z - 0.5) * math::ln(z) + z - HALF_LN_TAU;
    }
    let s = 1.0 / (z * z);
    let series =
        1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s / 1188.0)));
    series / z
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_arguments_are_refused() {
        assert!(Beta::new(f64::NAN, 1.0, 0.0, 1.0).is_err());
        assert!(Beta::new(1.0, 1.0, 0.0, f64::INFINITY).is_err());
        for (a, b) in [(0.0, 1.0), (1.0, -2.0), (1e7, 1.0)] {
            assert!(matches!(Beta::new(a, b, 0.0, 1.0), Err(PriorError::ShapeOutside { .. })));
        }
        assert_eq!(
            Beta::new(2.0, 2.0, 1.0, 0.0),
            Err(PriorError::Reversed { low: 1.0, high: 0.0 })
        );
        assert_eq!(Beta::new(2.0, 2.0, 1.0, 1.0), Err(PriorError::NoWidth { value: 1.0 }));
    }

    /// Values of the same function computed with 60 digits, shapes from one end of the range to the
    /// other; those of shapes 2 and 5 and of shapes ½ are closed forms.
    #[test]
    fn the_distribution_function_has_twelve_digits() {
        for (a, b, x, expected) in [
            (2.0, 5.0, 0.1, 0.114_265),
            (0.5, 0.5, 0.01, 0.063_768_560_858_519_85),
            (1e-3, 1e-3, 1e-10, 0.488_619_413_051_164_5),
            (1e-3, 2.0, 0.5, 0.999_806_746_536_947_7),
            (3.5, 1e-3, 0.7, 1.922_769_420_582_055_4e-4),
            (20.0, 30.0, 0.3, 0.069_987_093_300_507_36),
            (1e3, 1e3, 0.49, 0.185_552_659_431_511_45),
            (1e6, 1e6, 0.4995, 0.078_649_577_580_901_63),
            (1e6, 2.0, 0.999_999, 0.735_758_514_452_711_6),
            (2.0, 1e6, 1e-6, 0.264_241_485_536_709_8),
            (1e-3, 1e6, 1e-8, 0.995_969_402_545_901_9),
            (1e6, 1e-3, 0.999_999, 2.196_083_573_908_644_8e-4),
            (3e5, 7e5, 0.2985, 5.262_416_910_636_799e-4),
            (5.0, 5.0, 1e-60, 1.26e-298),
        ] {
            let error = beta_cdf(a, b, x) - expected;
            let tail: f64 = if x <= split(a, b) { expected } else { 1.0 - expected };
            let tolerance = 1e-12 * tail + if x <= split(a, b) { 0.0 } else { f64::EPSILON };
            assert!(error.abs() < tolerance, "shapes {a} and {b} at {x}: {error:e}");
        }
        assert!(
            beta_cdf(2.0, 5.0, 0.0).abs() <= 0.0 && (beta_cdf(2.0, 5.0, 1.0) - 1.0).abs() <= 0.0
        );
    }

    #[test]
    fn quantiles_invert_the_distribution_function() {
        let shapes = [1e-3, 0.02, 0.5, 1.0, 1.7, 4.0, 60.0, 1e4, 1e6];
        for (a, b) in shapes.iter().flat_map(|&a| shapes.iter().map(move |&b| (a, b))) {
            let mut last = 0.0;
            for u in [1e-300, 1e-12, 1e-3, 0.2, 0.5, 0.7, 0.99, 1.0 - 1e-12] {
                let x = beta_quantile(a, b, u);
                assert!((0.0..=1.0).contains(&x) && x >= last, "shapes {a} and {b} at {u}");
                last = x;
                // The numbers next to x enclose u: where it is steep, no single one has it.
                let (before, after) = (x * (1.0 - 1e-14), x * (1.0 + 1e-14) + f64::MIN_POSITIVE);
                let slack = 1e-12 * u;
                assert!(beta_cdf(a, b, before) <= u + slack, "shapes {a} and {b} at {u}");
                assert!(beta_cdf(a, b, after) >= u - slack, "shapes {a} and {b} at {u}");
            }
        }
    }

    #[test]
    fn shapes_beyond_the_range_lose_digits_slowly() {
        for (a, b) in [(1e9, 1e9), (1e11, 3e9), (1.0, 1e11), (1e8, 40.0)] {
            for u in [0.1, 0.5, 0.9] {
                let error = beta_cdf(a, b, beta_quantile(a, b, u)) - u;
                // Rounding x by ε/2 moves the probability by its density, at most about 10⁸, times that.
                assert!(error.abs() < 1e-8, "shapes {a} and {b} at {u}: {error:e}");
            }
        }
        assert!((0.0..=1.0).contains(&beta_quantile(1e-9, 1e-9, 0.5)));
    }

    #[test]
    fn quantiles_too_small_for_a_number_round_to_the_end() {
        // x = (u a B(a, b))^(1/a) is about 0.2¹⁰⁰⁰ ≈ 10⁻⁶⁹⁹.
        assert!(beta_quantile(1e-3, 1e-3, 0.1).abs() <= 0.0);
        assert!((beta_quantile(1e-3, 1e-3, 0.9) - 1.0).abs() <= 0.0);
    }
}
