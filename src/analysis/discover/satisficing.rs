//! Satisficing: in how many uncertainties a choice is good enough.
//!
//! The domain criterion (Starr 1962; Schneller & Sphicas 1983): the share of uncertainties in which
//! a lever setting meets a threshold.

use super::Payoffs;
use crate::analysis::interval::IntervalEstimate;
use crate::montecarlo::wilson;

/// How widely every lever setting is good enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Satisficing {
    /// One for each lever setting, in order.
    pub levers: Vec<LeverSatisficing>,
    /// The lever setting that is good enough most often; of several the first.
    pub widest: usize,
    /// All lever settings that are so exactly as often, in order.
    pub tied: Vec<usize>,
}

/// How widely one lever setting is good enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverSatisficing {
    /// Uncertainties in which its output meets the threshold.
    pub met: usize,
    /// The share of them, with Wilson's 95% interval (1927), which holds for uncertainties drawn
    /// independently and is too wide for stratified ones.
    pub share: IntervalEstimate,
}

impl Satisficing {
    /// The shares of a table whose outputs are good enough at `threshold` or better.
    pub fn of(payoffs: &Payoffs, threshold: f64) -> Self {
        let count = payoffs.uncertainties() as f64;
        let levers: Vec<LeverSatisficing> = payoffs
            .rows()
            .map(|outputs| {
                let good = |output: &&f64| payoffs.advantage(**output, threshold) >= 0.0;
                let met = outputs.iter().filter(good).count();
                let value = met as f64 / count;
                let (low, high) = wilson(value, count);
                LeverSatisficing { met, share: IntervalEstimate { value, low, high } }
            })
            .collect();
        let most = levers.iter().map(|lever| lever.met).max().unwrap_or(0);
        let tied: Vec<usize> = (0..levers.len()).filter(|&i| levers[i].met == most).collect();
        Self { widest: tied.first().copied().unwrap_or(0), tied, levers }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Goal;
    use super::*;

    #[test]
    fn the_threshold_itself_is_good_enough() {
        let outputs = vec![0.2, 0.5, 0.8, 0.5, 0.5, 0.1];
        let found = |goal| {
            let payoffs = Payoffs::new(2, outputs.clone(), goal).unwrap();
            let found = Satisficing::of(&payoffs, 0.5);
            (found.levers.iter().map(|l| l.met).collect::<Vec<_>>(), found.widest, found.tied)
        };
        assert_eq!(found(Goal::Maximise), (vec![2, 2], 0, vec![0, 1]));
        assert_eq!(found(Goal::Minimise), (vec![2, 3], 1, vec![1]));
    }

    #[test]
    fn shares_have_wilsons_interval() {
        let payoffs = Payoffs::new(1, vec![1.0; 10], Goal::Maximise).unwrap();
        let share = Satisficing::of(&payoffs, 0.5).levers[0].share;
        // n/(n + z²) = 10/13.84.
        assert!((share.low - 0.72247).abs() < 1e-5 && share.high > 1.0 - 1e-12);
    }

    #[test]
    fn tables_that_are_none_are_refused() {
        assert!(Payoffs::new(0, vec![], Goal::Maximise).is_err());
        assert!(Payoffs::new(2, vec![1.0; 3], Goal::Maximise).is_err());
        assert!(Payoffs::new(2, vec![], Goal::Maximise).is_err());
        assert!(Payoffs::new(1, vec![f64::INFINITY], Goal::Maximise).is_err());
    }
}
