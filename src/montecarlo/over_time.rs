//! Odds by a date: how many histories of a world have got somewhere by the end of each of 48 equal
//! steps to the horizon. Cumulative counts have moments over worlds as every outcome has, so that the
//! curve has the same interval and the same spread between worlds as any other odds.
//!
//! Rounds are whole: there a step ends with the last round in it, and a step without a round is left out.

use super::estimate::{Estimate, Moments, clustered};
use crate::model::Scenario;

/// Steps of time over the horizon.
pub(crate) const STEPS: usize = 48;

/// Less than the least distance of two rounds in steps, and more than any error of rounding: what happens
/// in the last round of a step has happened by its end.
const WITHIN_ROUND: f64 = 0.01;

/// What time is counted in, up to the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Span {
    /// Months to the horizon.
    Months(f64),
    /// Rounds to the last.
    Rounds(f64),
}

impl Span {
    /// The time of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let horizon = scenario.clock.horizon;
        match scenario.offers() {
            None => Self::Months(horizon),
            Some(_) => Self::Rounds(horizon),
        }
    }

    /// A moment as a share of all time.
    pub(crate) fn share(self, at: f64) -> f64 {
        match self {
            Self::Months(horizon) => at / horizon,
            Self::Rounds(rounds) => (at - WITHIN_ROUND) / rounds,
        }
    }

    /// The end of a step.
    fn end(self, step: usize) -> f64 {
        let part = (step + 1) as f64;
        match self {
            Self::Months(horizon) => horizon * part / STEPS as f64,
            Self::Rounds(rounds) => (rounds * part / STEPS as f64).floor(),
        }
    }
}

/// The odds by a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByTime {
    /// Months after the as-of date, at the end of a step; by alternating offers the last round in it.
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
    span: Span,
    (worlds, histories): (u64, u64),
) -> Vec<ByTime> {
    let steps = signed.moments.iter().zip(&ended.moments).enumerate();
    let odds = |moments| clustered(moments, worlds, histories);
    let mut all: Vec<ByTime> = steps
        .map(|(step, (signed, ended))| ByTime {
            months: span.end(step),
            signed: odds(signed),
            agreed_end: odds(ended),
        })
        .collect();
    if matches!(span, Span::Rounds(_)) {
        all.retain(|at| at.months >= 1.0);
        // Whole numbers of rounds: less than a half apart is the same.
        all.dedup_by(|later, first| later.months - first.months < 0.5);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A deal of a round is counted by that round, and not before, however many rounds there are.
    #[test]
    fn rounds_are_whole_and_their_deals_belong_to_them() {
        for rounds in [1_u32, 2, 7, 30, 47, 48, 49, 96, 1000, 9999, 10_000] {
            let span = Span::Rounds(f64::from(rounds));
            for round in (1..=rounds).step_by(1 + rounds as usize / 200) {
                let mut signed = OverTime::default();
                signed.record(span.share(f64::from(round)));
                signed.end_world();
                let never = {
                    let mut never = OverTime::default();
                    never.end_world();
                    never
                };
                let all = by_time(&signed, &never, span, (1, 1));
                assert_eq!(all.last().map(|at| at.months), Some(f64::from(rounds)));
                assert!(all.len() <= STEPS && all.len() == STEPS.min(rounds as usize));
                for at in all {
                    let by_then = at.months >= f64::from(round);
                    let counted = at.signed.value > 0.5;
                    assert_eq!(counted, by_then, "{round} of {rounds}");
                }
            }
        }
    }
}
