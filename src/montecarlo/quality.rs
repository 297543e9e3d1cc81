//! How good the deals of alternating offers are: means over all signed deals, with intervals.
//!
//! A mean over deals is a ratio of two sums over worlds, Σx/Σn: worlds are clusters, and how many deals
//! they hold varies. Its error is that of a ratio estimator (Cochran 1977, *Sampling Techniques*,
//! section 6.4). Sums are kept in whole units, so that merging is exact in any order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::alternating::Quality;
use crate::math::Z95;

/// Figures are counted in units of 2⁻²⁴.
pub(super) const UNIT: f64 = (1_u64 << 24) as f64;

/// A figure of deals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DealFigure {
    /// Rounds to the deal, the last one counted.
    Rounds,
    /// Share of deals on the Pareto frontier.
    Efficient,
    /// Distance from the frontier, in units of value like all that follow.
    #[serde(rename = "distance_frontier")]
    Frontier,
    /// Distance from the Nash solution.
    #[serde(rename = "distance_nash")]
    Nash,
    /// Distance from the Kalai–Smorodinsky solution.
    #[serde(rename = "distance_kalai_smorodinsky")]
    KalaiSmorodinsky,
    /// What everybody together could still gain with nobody worse off.
    #[serde(rename = "left_on_table")]
    Left,
}

impl DealFigure {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Rounds,
        Self::Efficient,
        Self::Frontier,
        Self::Nash,
        Self::KalaiSmorodinsky,
        Self::Left,
    ];

    /// The word of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rounds => "rounds",
            Self::Efficient => "efficient",
            Self::Frontier => "distance_frontier",
            Self::Nash => "distance_nash",
            Self::KalaiSmorodinsky => "distance_kalai_smorodinsky",
            Self::Left => "left_on_table",
        }
    }

    fn of(self, rounds: f64, quality: &Quality) -> f64 {
        match self {
            Self::Rounds => rounds,
            Self::Efficient => f64::from(u8::from(quality.efficient)),
            Self::Frontier => quality.frontier,
            Self::Nash => quality.nash,
            Self::KalaiSmorodinsky => quality.kalai_smorodinsky,
            Self::Left => quality.left,
        }
    }
}

/// A mean with its 95% interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A figure's mean over all signed deals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DealMean {
    /// Which.
    pub figure: DealFigure,
    /// Its mean.
    pub mean: Mean,
}

/// Sums over worlds of a sum x and a count n in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RatioSums {
    x: i128,
    n: u128,
    xx: i128,
    xn: i128,
    nn: u128,
}

impl RatioSums {
    /// Counts a world: the sum of some figures, in [`UNIT`]s, and how many.
    pub(super) fn record(&mut self, x: i128, n: u64) {
        let count = u128::from(n);
        self.x = self.x.saturating_add(x);
        self.n += count;
        self.xx = self.xx.saturating_add(x.saturating_mul(x));
        self.xn = self.xn.saturating_add(x.saturating_mul(i128::from(n)));
        self.nn += count * count;
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.x = self.x.saturating_add(other.x);
        self.n += other.n;
        self.xx = self.xx.saturating_add(other.xx);
        self.xn = self.xn.saturating_add(other.xn);
        self.nn += other.nn;
    }

    /// Σx/Σn with its interval; `None` without any count.
    pub(super) fn mean(&self, worlds: u64) -> Option<Mean> {
        if self.n == 0 {
            return None;
        }
        let (x, n) = (self.x as f64 / UNIT, self.n as f64);
        let ratio = x / n;
        // Σ (x − R n)² = Σx² − 2R Σxn + R² Σn².
        let rest = self.xx as f64 / (UNIT * UNIT) - 2.0 * ratio * (self.xn as f64 / UNIT)
            + ratio * ratio * self.nn as f64;
        let worlds = worlds as f64;
        let error =
            if worlds > 1.0 { (rest.max(0.0) * worlds / (worlds - 1.0)).sqrt() / n } else { 0.0 };
        Some(Mean { value: ratio, low: ratio - Z95 * error, high: ratio + Z95 * error })
    }
}

/// The sums of all figures, and of the current world.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Qualities {
    sums: [RatioSums; DealFigure::ALL.len()],
    current: [i128; DealFigure::ALL.len()],
    deals: u64,
}

impl Qualities {
    /// Counts a signed deal of the current world.
    pub(crate) fn record(&mut self, rounds: f64, quality: &Quality) {
        self.deals += 1;
        for (sum, figure) in self.current.iter_mut().zip(DealFigure::ALL) {
            *sum += (figure.of(rounds, quality) * UNIT).round() as i128;
        }
    }

    pub(crate) fn end_world(&mut self) {
        for (sums, current) in self.sums.iter_mut().zip(&mut self.current) {
            sums.record(std::mem::take(current), self.deals);
        }
        self.deals = 0;
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.sums.iter_mut().zip(&other.sums).for_each(|(own, theirs)| own.merge(theirs));
    }

    /// The means over so many worlds; none where nothing was signed.
    pub(crate) fn means(&self, worlds: u64) -> Vec<DealMean> {
        let figures = DealFigure::ALL.into_iter().zip(&self.sums);
        let mean = |(figure, sums): (DealFigure, &RatioSums)| {
            let mut mean = sums.mean(worlds)?;
            // No figure is below 0, and a share is not above 1.
            mean.low = mean.low.max(0.0);
            if figure == DealFigure::Efficient {
                mean.high = mean.high.min(1.0);
            }
            Some(DealMean { figure, mean })
        };
        figures.filter_map(mean).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_has_the_error_of_worlds_and_not_of_deals() {
        let mut sums = RatioSums::default();
        let unit = UNIT as i128;
        // Two deals at 3 each, one at 6, none: the mean is 12/3.
        sums.record(6 * unit, 2);
        sums.record(6 * unit, 1);
        sums.record(0, 0);
        let mean = sums.mean(3).unwrap();
        assert!((mean.value - 4.0).abs() < 1e-12);
        // x − R n is −2, 2, 0: s² = 8/2, the error of the ratio √(3·4)/3.
        let error = 12.0_f64.sqrt() / 3.0;
        assert!((mean.high - mean.value - Z95 * error).abs() < 1e-12);
        assert_eq!(RatioSums::default().mean(3), None);
    }
}
