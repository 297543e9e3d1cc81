//! The exponential, which every history takes some hundred times.
//!
//! eˣ = 2ᵏ eʳ with x = k ln 2 + r and |r| ≤ ½ ln 2; eʳ by the rational approximation of fdlibm (Sun Microsystems
//! 1993, `e_exp.c`), which musl and `libm` use as well. The bits are theirs: the steps and their order are the
//! same. Only the last one, the scaling by 2ᵏ, is a product here where the result cannot underflow, and a
//! function of a hundred instructions there.

use std::f64::consts::LOG2_E;

/// ln 2 in two parts; k times the first is exact.
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Coefficients of r (eʳ + 1)/(eʳ − 1) − 2 in r².
const P1: f64 = 1.666_666_666_666_660_2e-1;
const P2: f64 = -2.777_777_777_701_559_3e-3;
const P3: f64 = 6.613_756_321_437_934e-5;
const P4: f64 = -1.653_390_220_546_525_2e-6;
const P5: f64 = 4.138_136_797_057_238_5e-8;

/// The upper halves of numbers, without the sign, between which the steps below hold: 2⁻²⁸, where eˣ is 1 + x,
/// and 708.39…, beyond which eˣ leaves the normal numbers.
const PLAIN: std::ops::Range<u64> = 0x3e30_0001..0x4086_232b;
/// The upper half of ½ ln 2.
const HALF_LN2: u64 = 0x3fd6_2e42;

/// eˣ, within one unit in the last place.
#[inline]
pub fn exp(x: f64) -> f64 {
    let upper = (x.to_bits() >> 32) & 0x7fff_ffff;
    if !PLAIN.contains(&upper) {
        return libm::exp(x);
    }
    let k = if upper > HALF_LN2 { (LOG2_E * x + 0.5_f64.copysign(x)) as i32 } else { 0 };
    let (high, low) = (x - f64::from(k) * LN2_HIGH, f64::from(k) * LN2_LOW);
    let r = high - low;
    let squared = r * r;
    let c = r - squared * (P1 + squared * (P2 + squared * (P3 + squared * (P4 + squared * P5))));
    let y = 1.0 + (r * c / (2.0 - c) - low + high);
    let scale = f64::from_bits(u64::from((1023 + k).unsigned_abs()) << 52);
    y * scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agree(x: f64) -> bool {
        exp(x).to_bits() == libm::exp(x).to_bits()
    }

    /// Where the way through changes: around ½ ln 2, 1½ ln 2, the ends of the plain range, and beyond them.
    #[test]
    fn bits_of_libm_where_the_way_changes() {
        let ln2 = std::f64::consts::LN_2;
        let places =
            [0.0, 2.0_f64.powi(-28), ln2 / 2.0, ln2 * 1.5, ln2, 2.5 * ln2, 708.39, 709.79, 745.2];
        for place in places {
            for step in -3000_i64..=3000 {
                for scale in [1_i64, 1 << 20, 1 << 32] {
                    let x = f64::from_bits(place.to_bits().saturating_add_signed(step * scale));
                    assert!(x.is_nan() || agree(x) && agree(-x), "{x:e}");
                }
            }
        }
        assert!(exp(f64::NAN).is_nan());
        assert!(exp(f64::INFINITY).is_infinite() && exp(f64::NEG_INFINITY).abs() <= 0.0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100_000))]
        #[test]
        fn bits_of_libm_everywhere(x in prop_oneof![-750.0..750.0_f64, -3.0..3.0_f64, -1e-6..1e-6_f64, any::<f64>()]) {
            prop_assert!(x.is_nan() || agree(x));
        }
    }
}
