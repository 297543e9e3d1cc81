//! Tornado tables: what the output does when one input goes from its 10% to its 90% point.
//!
//! The usual one-at-a-time bars of decision analysis (Howard 1988), on paired outputs: the same
//! worlds and the same chance are played with the input at its low point, at its high point and as it
//! is, so that what differs is the input alone (common random numbers). All intervals are t intervals
//! of the mean of paired differences; they take worlds for independent. A bar says nothing of
//! interactions: compare with total-order indices. An input may be played in the first worlds only.

use super::error::{AnalysisError, expect_at_least, expect_count, expect_finite, expect_share};
use super::interval::{IntervalEstimate, mean_interval};

/// The outputs that belong to an input, world by world, from the first one on.
#[derive(Clone, Copy, Debug)]
pub struct Paired<'a> {
    /// With the input at its low point.
    pub low: &'a [f64],
    /// With the input at its high point.
    pub high: &'a [f64],
}

/// One input's bar, in units of the output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Position of the input in what was handed in.
    pub input: usize,
    /// Mean output with the input at its low point, less that of the base case.
    pub low: IntervalEstimate,
    /// Mean output with the input at its high point, less that of the base case.
    pub high: IntervalEstimate,
    /// High less low: positive when more of the input gives more output.
    pub swing: IntervalEstimate,
    /// Standard error of the swing.
    pub swing_error: f64,
    /// Worlds it was played in.
    pub worlds: usize,
}

/// The bars of all inputs, the longest swing first; of equal ones the first handed in.
///
/// # Errors
/// Fewer than 2 worlds; outputs of an input for more worlds than there are, or for more at one of its points than
/// at the other; one that is not finite; a level outside (0, 1).
pub fn bars(base: &[f64], inputs: &[Paired<'_>], level: f64) -> Result<Vec<Bar>, AnalysisError> {
    expect_share("confidence level", level)?;
    expect_at_least("worlds", 2, base.len())?;
    expect_finite("output", base)?;
    let mut bars = Vec::with_capacity(inputs.len());
    for (input, outputs) in inputs.iter().enumerate() {
        let worlds = outputs.low.len();
        expect_at_least("worlds", 2, worlds)?;
        expect_count("outputs of an input", worlds.min(base.len()), outputs.high.len())?;
        for side in [outputs.low, outputs.high] {
            expect_finite("output", side)?;
        }
        let base = &base[..worlds];
        let difference = |one: &[f64], other: &[f64]| {
            let each: Vec<f64> = one.iter().zip(other).map(|(one, other)| one - other).collect();
            mean_interval(&each, level)
        };
        let (swing, swing_error) = difference(outputs.high, outputs.low);
        let (low, high) = (difference(outputs.low, base).0, difference(outputs.high, base).0);
        bars.push(Bar { input, low, high, swing, swing_error, worlds });
    }
    bars.sort_by(|a, b| b.swing.value.abs().total_cmp(&a.swing.value.abs()));
    Ok(bars)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    #[test]
    fn bars_are_mean_differences_by_length() {
        let base = [1.0, 2.0, 3.0];
        let small = Paired { low: &[0.9, 1.9, 2.9], high: &[1.1, 2.1, 3.1] };
        let large = Paired { low: &[2.0, 3.0, 5.0], high: &[0.0, 1.0, 2.0] };
        let bars = bars(&base, &[small, large, small], 0.95).unwrap();
        assert_eq!(bars.iter().map(|bar| bar.input).collect::<Vec<_>>(), [1, 0, 2]);
        assert!((bars[0].low.value - 4.0 / 3.0).abs() < 1e-12);
        assert!((bars[0].high.value + 1.0).abs() < 1e-12 && bars[0].high.width() < 1e-12);
        assert!((bars[0].swing.value + 7.0 / 3.0).abs() < 1e-12);
        // Differences 2, 2, 3: standard error 1/3, t of 2 degrees of freedom 4.3027.
        assert!((bars[0].swing_error - 1.0 / 3.0).abs() < 1e-12);
        assert!((bars[0].swing.width() / 2.0 - 4.302_652_73 / 3.0).abs() < 1e-7);
    }

    /// An input played in the first two worlds is held against these.
    #[test]
    fn an_input_may_be_played_in_fewer_worlds() {
        let base = [1.0, 2.0, 30.0];
        let pair = Paired { low: &[0.0, 1.0], high: &[2.0, 3.5] };
        let bar = bars(&base, &[pair], 0.95).unwrap()[0];
        assert!(bar.worlds == 2 && (bar.low.value + 1.0).abs() < 1e-12);
        assert!((bar.swing.value - 2.25).abs() < 1e-12);
        let more = Paired { low: &[0.0; 4], high: &[0.0; 4] };
        assert!(bars(&base, &[more], 0.95).is_err());
    }

    #[test]
    fn intervals_cover_at_their_level() {
        let key = StreamKey::new(Seed(1), Purpose::Bootstrap, "tornado");
        let mut covered = 0;
        for world in 0..2000 {
            let mut stream = key.world(world, 0);
            let base: Vec<f64> = (0..8).map(|_| 10.0 * stream.normal()).collect();
            let mut moved = |by: f64| -> Vec<f64> {
                base.iter().map(|value| value + by + 0.5 * stream.normal()).collect()
            };
            let (low, high) = (moved(-1.0), moved(2.0));
            let bars = bars(&base, &[Paired { low: &low, high: &high }], 0.9).unwrap();
            covered += u32::from(bars[0].swing.contains(3.0));
        }
        // t intervals are exact here: standard deviation √(0.09/2000) = 0.7%.
        assert!((f64::from(covered) / 2000.0 - 0.9).abs() < 0.027, "{covered}");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let pair = Paired { low: &[1.0], high: &[1.0, 2.0] };
        assert!(bars(&[1.0], &[], 0.95).is_err());
        assert!(bars(&[1.0, 2.0], &[pair], 0.95).is_err());
        assert!(bars(&[1.0, f64::NAN], &[], 0.95).is_err());
        assert!(bars(&[1.0, 2.0], &[], 95.0).is_err());
        assert!(bars(&[1.0, 2.0], &[], 0.95).unwrap().is_empty());
    }
}
