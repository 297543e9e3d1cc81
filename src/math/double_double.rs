//! Arithmetic with twice the digits of a double, for what has to come out the same on whichever way it
//! is worked out.
//!
//! A number is the unevaluated sum of two doubles (Dekker 1971, "A floating-point technique for extending
//! the available precision", Numerische Mathematik 18); the algorithms are those of Joldes, Muller &
//! Popescu 2017, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic",
//! ACM Transactions on Mathematical Software 44, whose relative errors are below 2⁻¹⁰². Nothing is fused,
//! so the bits are the same on every machine.
//!
//! [`decimal`](DoubleDouble::decimal) takes a double for the decimal that a file says: 0.1 is one tenth
//! here, not 0.1000000000000000055…. What follows from such decimals by a few operations is known to 31
//! digits, and [rounded](DoubleDouble::rounded) once is the double nearest to the true result. So numbers that
//! are equal on paper are the same double.

use std::fmt::Write as _;
use std::ops::{Add, Div, Mul, Sub};

/// An unevaluated sum of two doubles, the second at most half a unit in the last place of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DoubleDouble {
    high: f64,
    low: f64,
}

/// Doubles are whole numbers up to here without a gap.
const WHOLE: f64 = 9_007_199_254_740_992.0;
/// Powers of ten are doubles up to this one.
const EXACT_POWER: i32 = 22;
/// 2²⁷ + 1, which splits a double into two halves.
const SPLITTER: f64 = 134_217_729.0;

impl DoubleDouble {
    /// 0.
    pub const ZERO: Self = Self { high: 0.0, low: 0.0 };
    /// 1.
    pub const ONE: Self = Self { high: 1.0, low: 0.0 };

    /// A double as it is, to the last bit.
    #[inline]
    pub const fn exactly(x: f64) -> Self {
        Self { high: x, low: 0.0 }
    }

    /// The shortest decimal that reads as this double: what a file says that it was read from.
    ///
    /// ```
    /// use zopa::math::DoubleDouble;
    ///
    /// let [tenth, fifth] = [0.1, 0.2].map(DoubleDouble::decimal);
    /// assert_eq!((tenth + fifth).rounded(), 0.3);
    /// assert_ne!(0.1 + 0.2, 0.3);
    /// ```
    pub fn decimal(x: f64) -> Self {
        if x.abs() < WHOLE && x.fract() == 0.0 {
            return Self::exactly(x);
        }
        // A decimal below the normal range loses its second half; the double itself then has to do.
        let read = Self::read(x).filter(|decimal| decimal.high.to_bits() == x.to_bits());
        read.unwrap_or(Self::exactly(x))
    }

    /// The double nearest to it.
    #[inline]
    pub const fn rounded(self) -> f64 {
        self.high
    }

    /// Its distance from 0.
    #[inline]
    pub fn abs(self) -> Self {
        if self.high < 0.0 { Self::ZERO - self } else { self }
    }

    fn read(x: f64) -> Option<Self> {
        let mut digits = Digits::default();
        write!(digits, "{x:e}").ok()?;
        let (mantissa, power) = digits.parse()?;
        let high = mantissa as f64;
        // At most 17 digits: what the double leaves of them is a small whole number.
        let low = (i128::from(mantissa) - high as i128) as f64;
        let mut number = Self { high, low };
        let mut left = power.abs();
        while left > 0 {
            let step = left.min(EXACT_POWER);
            let ten = Self::exactly((0..step).fold(1.0, |power, _| power * 10.0));
            number = if power < 0 { number / ten } else { number * ten };
            left -= step;
        }
        Some(number)
    }
}

/// The text of one number, without an allocation.
#[derive(Debug, Default)]
struct Digits {
    text: [u8; 32],
    length: usize,
}

impl std::fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let room = self.text.get_mut(self.length..end).ok_or(std::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

impl Digits {
    /// Mantissa and power of ten of `-1.25e-3`: (−125, −5).
    fn parse(&self) -> Option<(i64, i32)> {
        let text = std::str::from_utf8(&self.text[..self.length]).ok()?;
        let (mantissa, power) = text.split_once('e')?;
        let power: i32 = power.parse().ok()?;
        let (sign, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, mantissa),
        };
        let (mut number, mut after, mut past_point) = (0_i64, 0, false);
        for digit in mantissa.bytes() {
            if digit == b'.' {
                past_point = true;
            } else {
                number = number.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
                after += i32::from(past_point);
            }
        }
        Some((sign * number, power - after))
    }
}

/// The sum of two doubles and what rounding took off it (Knuth's TwoSum).
#[inline]
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let of_b = sum - a;
    let of_a = sum - of_b;
    (sum, (a - of_a) + (b - of_b))
}

/// The same where `a` is not the smaller one (Dekker's Fast2Sum).
#[inline]
fn fast_two_sum(a: f64, b: f64) -> DoubleDouble {
    let high = a + b;
    DoubleDouble { high, low: b - (high - a) }
}

/// The product of two doubles and what rounding took off it (Veltkamp & Dekker).
#[inline]
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let split = |x: f64| {
        let scaled = SPLITTER * x;
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let product = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let error = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, error)
}

impl Add for DoubleDouble {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        let (high, high_error) = two_sum(self.high, other.high);
        let (low, low_error) = two_sum(self.low, other.low);
        let first = fast_two_sum(high, high_error + low);
        fast_two_sum(first.high, low_error + first.low)
    }
}

impl Sub for DoubleDouble {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self + Self { high: -other.high, low: -other.low }
    }
}

impl Mul for DoubleDouble {
    type Output = Self;

    #[inline]
    fn mul(self, other: Self) -> Self {
        let (high, error) = two_product(self.high, other.high);
        fast_two_sum(high, error + (self.high * other.low + self.low * other.high))
    }
}

impl Div for DoubleDouble {
    type Output = Self;

    #[inline]
    fn div(self, other: Self) -> Self {
        let high = self.high / other.high;
        let back = other * Self::exactly(high);
        let left = (self.high - back.high) + (self.low - back.low);
        fast_two_sum(high, left / other.high)
    }
}

impl std::iter::Sum for DoubleDouble {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(x: f64) -> DoubleDouble {
        DoubleDouble::decimal(x)
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "that they are the same double is the point")]
    fn what_is_equal_on_paper_is_the_same_double() {
        assert_eq!((decimal(0.1) + decimal(0.7)).rounded(), 0.8);
        assert_eq!((decimal(1.1) * decimal(1.1)).rounded(), 1.21);
        assert_eq!((decimal(0.3) - decimal(0.1)).rounded(), 0.2);
        let third = decimal(0.1) / decimal(0.3);
        assert_eq!(third.rounded(), 1.0 / 3.0);
        assert_eq!((third + third + third).rounded(), 1.0);
        assert_eq!(decimal(-2.5).abs(), decimal(2.5));
        // Whatever the unit.
        for unit in [1.0, 10.0, 3.0, 7.0, 0.1, 1e9] {
            let parts = [0.1, 0.3, 0.4].map(|part| decimal(part) * decimal(unit));
            let sum: DoubleDouble = parts.into_iter().sum();
            assert_eq!((parts[0] / sum).rounded(), 0.125);
            assert_eq!((parts[1] / sum).rounded(), 0.375);
        }
    }

    #[test]
    fn numbers_without_room_for_a_second_half_are_taken_as_they_are() {
        for x in [f64::MIN_POSITIVE, 5e-324, 1.7e308, f64::INFINITY, 0.0, -0.0] {
            assert_eq!(decimal(x).rounded().to_bits(), x.to_bits());
        }
        assert!(decimal(f64::NAN).rounded().is_nan());
    }

    proptest! {
        /// Against whole numbers of 128 bits: sums of products of decimals over a sum of decimals.
        #[test]
        fn quotients_of_decimals_are_rounded_once(
            cells in prop::collection::vec((1_i64..10_000_000, 0_i64..100_000), 1..9),
            digits in 0_i32..9,
            unit in 1_i64..1000,
        ) {
            let ten = 10_f64.powi(digits);
            let weight = |w: i64| decimal((w * unit) as f64 / ten);
            let sum: DoubleDouble = cells.iter().map(|cell| weight(cell.0)).sum();
            let score = |s: i64| decimal(s as f64 / 1000.0) / DoubleDouble::exactly(100.0);
            let value: DoubleDouble =
                cells.iter().map(|cell| weight(cell.0) / sum * score(cell.1)).sum();
            let over: i128 = cells.iter().map(|cell| i128::from(cell.0) * i128::from(cell.1)).sum();
            let under: i128 = cells.iter().map(|cell| i128::from(cell.0) * 100_000).sum();
            prop_assert_eq!(value.rounded().to_bits(), (over as f64 / under as f64).to_bits());
        }

        #[test]
        fn a_decimal_reads_as_its_double(x in prop::num::f64::NORMAL) {
            prop_assert_eq!(decimal(x).rounded().to_bits(), x.to_bits());
        }

        /// Ten times a stated number is ten times the decimal.
        #[test]
        fn decimals_keep_to_the_point(mantissa in 1_u64..100_000_000_000_000_000, power in -20_i32..3) {
            let read = |power: i32| format!("{mantissa}e{power}").parse::<f64>().unwrap();
            let (once, tenfold) = (decimal(read(power)), decimal(read(power + 1)));
            let ratio = tenfold / once;
            // A mantissa of 17 digits may be beyond what a double tells apart.
            let short = format!("{:e}", read(power)).split_once('e').map(|parts| parts.0.to_owned())
                == format!("{:e}", read(power + 1)).split_once('e').map(|parts| parts.0.to_owned());
            prop_assume!(short);
            let off = ratio - DoubleDouble::exactly(10.0);
            prop_assert!(off.rounded().abs() < 1e-29, "{:?}", off);
        }
    }
}
