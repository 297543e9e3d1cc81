//! Odds by a date: how many histories of a world have got somewhere by the end of each of 48 equal
//! steps to the horizon. Cumulative counts have moments over worlds as every outcome has, so that the
//! curve has the same interval and the same spread between worlds as any other odds.

use super::estimate::{Estimate, Moments, clustered};

/// Steps of time over the horizon.
pub(crate) const STEPS: usize = 48;

/// The odds by a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByTime {
    /// Months after the as-of date, at the end of a step.
    pub months: f64,
    /// Odds of a signature by then.
    pub signed: Estimate,
    /// Odds of an agreed end (a ceasefire alone, or a signature) by then.
    pub agreed_end: Estimate,
}

/// Counts of one thing that happens at most once a history, by time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OverTime {
    moments: [Moments; STEPS],
    /// Of the current world: histories in which it happened in each step, not cumulative.
    current: [u64; STEPS],
}

impl Default for OverTime {
    fn default() -> Self {
        Self { moments: [Moments::default(); STEPS], current: [0; STEPS] }
    }
}

impl OverTime {
    /// It happened in a history of the current world, at this share of the horizon in [0, 1].
    pub(crate) fn record(&mut self, at: f64) {
        self.current[((at * STEPS as f64) as usize).min(STEPS - 1)] += 1;
    }

    pub(crate) fn end_world(&mut self) {
        let mut by_then = 0;
        for (moments, count) in self.moments.iter_mut().zip(&mut self.current) {
            by_then += std::mem::take(count);
            moments.record(by_then);
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.moments.iter_mut().zip(&other.moments).for_each(|(own, theirs)| own.merge(theirs));
    }
}

/// Both curves, step by step.
pub(crate) fn by_time(
    signed: &OverTime,
    ended: &OverTime,
    horizon: f64,
    (worlds, histories): (u64, u64),
) -> Vec<ByTime> {
    let steps = signed.moments.iter().zip(&ended.moments).enumerate();
    let odds = |moments| clustered(moments, worlds, histories);
    steps
        .map(|(step, (signed, ended))| ByTime {
            months: horizon * (step + 1) as f64 / STEPS as f64,
            signed: odds(signed),
            agreed_end: odds(ended),
        })
        .collect()
}
