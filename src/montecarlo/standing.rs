//! How long ratified deals stand: the survival curve.
//!
//! The share of deals that stand is a ratio of two counts that vary from world to world, with the
//! interval of such a ratio (Cochran 1977, section 6.3). What worlds differ by is estimated from pairs
//! of deals of the same world: two such deals both stand with probability E[p_w²]. That needs pairs, and
//! where there are few it stays unsaid.

use super::estimate::{Estimate, Moments, ratio, spread};

/// Months at which deals are looked at: often in the first year, in which most that fall do.
pub const STANDING_MONTHS: [f64; 17] = [
    1.0, 2.0, 3.0, 6.0, 9.0, 12.0, 18.0, 24.0, 30.0, 36.0, 48.0, 60.0, 72.0, 84.0, 96.0, 108.0,
    120.0,
];

/// Ordered pairs of deals from one world below which the spread between worlds is not told: the
/// variance of worlds is then known to no better than some ± 0.02, which is as large as it often is.
const LEAST_PAIRS: u128 = 5_000;

/// The share of ratified deals that stand so long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Months after ratification.
    pub months: f64,
    /// Share of all ratified deals that stand then; its own spread between worlds repeats the interval.
    pub share: Estimate,
    /// One world in ten has a share below the first, one in ten above the second, worlds counted by
    /// their pairs of deals; `None` where there are too few pairs to tell.
    pub between: Option<(f64, f64)>,
}

/// Counts of deals that stand, by months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StandingCounts {
    standing: [Moments; STANDING_MONTHS.len()],
    /// Σ_w a_w b_w of all deals of a world and those that stand.
    cross: [u128; STANDING_MONTHS.len()],
    /// Of the current world.
    current: [u64; STANDING_MONTHS.len()],
}

impl StandingCounts {
    /// A deal of the current world collapses after so many months.
    pub(crate) fn record(&mut self, holds_for: f64) {
        for (count, months) in self.current.iter_mut().zip(STANDING_MONTHS) {
            *count += u64::from(holds_for >= months);
        }
    }

    /// Ends a world with so many deals.
    pub(crate) fn end_world(&mut self, deals: u64) {
        if deals == 0 {
            return;
        }
        let counts = self.current.iter_mut().map(std::mem::take);
        for ((moments, cross), count) in self.standing.iter_mut().zip(&mut self.cross).zip(counts) {
            moments.record(count);
            *cross += u128::from(deals) * u128::from(count);
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.standing.iter_mut().zip(&other.standing).for_each(|(own, theirs)| own.merge(theirs));
        self.cross.iter_mut().zip(&other.cross).for_each(|(own, theirs)| *own += theirs);
    }

    /// The curve; empty when no deal was ratified. `deals` are the moments of ratified deals.
    pub(crate) fn curve(&self, deals: &Moments, worlds: u64) -> Vec<Standing> {
        let points = STANDING_MONTHS.into_iter().zip(&self.standing).zip(self.cross);
        points
            .filter_map(|((months, standing), cross)| {
                let share = ratio(standing, deals, cross, worlds)?;
                Some(Standing { months, share, between: between(standing, deals, cross) })
            })
            .collect()
    }
}

/// The spread of p_w, from pairs of deals of the same world: E[b(b−1)] = E[a(a−1) p²] and
/// E[b(a−1)] = E[a(a−1) p].
fn between(standing: &Moments, deals: &Moments, cross: u128) -> Option<(f64, f64)> {
    let pairs = deals.squares - deals.sum;
    if pairs < LEAST_PAIRS {
        return None;
    }
    let pairs = pairs as f64;
    let mean = (cross - standing.sum) as f64 / pairs;
    let both = (standing.squares - standing.sum) as f64 / pairs;
    Some(spread(mean, (both - mean * mean).max(0.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prior::beta_quantile;
    use crate::stream::{Purpose, Seed, StreamKey};

    /// Worlds in which deals last with odds beta(6, 4), and have 0 to 9 of them: the curve's first
    /// point is their mean, 0.6, within 3.3 standard errors (√(0.24/18,000) ≈ 0.004, and the worlds'
    /// own √(0.0218/4,000) ≈ 0.002), and the spread is that of the planted distribution.
    #[test]
    fn the_planted_spread_between_worlds_is_found() {
        let mut draws = StreamKey::new(Seed(9), Purpose::Input, "standing").over_worlds(0);
        let (mut counts, mut deals) = (StandingCounts::default(), Moments::default());
        let worlds = 4_000;
        for _ in 0..worlds {
            let odds = beta_quantile(6.0, 4.0, draws.uniform());
            let made = (draws.uniform() * 10.0) as u64;
            for _ in 0..made {
                counts.record(if draws.uniform() < odds { 1.5 } else { 0.5 });
            }
            counts.end_world(made);
            deals.record(made);
        }
        let curve = counts.curve(&deals, worlds);
        assert_eq!(curve.len(), STANDING_MONTHS.len());
        let first = curve[0];
        assert!((first.share.value - 0.6).abs() < 0.015, "{first:?}");
        assert!(first.share.low < 0.6 && 0.6 < first.share.high, "{first:?}");
        let (low, high) = first.between.unwrap();
        assert!((low - beta_quantile(6.0, 4.0, 0.1)).abs() < 0.02, "{low}");
        assert!((high - beta_quantile(6.0, 4.0, 0.9)).abs() < 0.02, "{high}");
        assert!(curve[1].share.value < 1e-12 && curve[1].between == Some((0.0, 0.0)));
    }

    #[test]
    fn without_deals_there_is_no_curve_and_with_few_no_spread() {
        assert!(StandingCounts::default().curve(&Moments::default(), 100).is_empty());
        let (mut counts, mut deals) = (StandingCounts::default(), Moments::default());
        counts.record(7.0);
        counts.end_world(1);
        deals.record(1);
        deals.record(0);
        let curve = counts.curve(&deals, 2);
        assert!(curve[3].share.value > 0.9 && curve[4].share.value < 0.1);
        assert!(curve.iter().all(|point| point.between.is_none()));
    }
}
