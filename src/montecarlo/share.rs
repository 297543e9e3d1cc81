//! How much of the spread between worlds each uncertain input explains, from the run's own draws.
//!
//! First-order variance share (Sobol' 1993) by the given-data estimator (Plischke, Borgonovo & Smith
//! 2013): worlds are sorted into equal classes of the input's own distribution; the variance of the
//! class means, cleared of what chance alone would give them, is set against the variance of the
//! worlds' odds, cleared of the noise of few histories. No further runs are needed. Interplay of
//! inputs is in no single share, so shares need not sum to 1.

use super::estimate::Moments;

/// Classes of an input's distribution.
pub(crate) const CLASSES: usize = 16;

/// Counts of an outcome by class of one input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes {
    worlds: [u64; CLASSES],
    moments: [Moments; CLASSES],
}

impl Classes {
    /// Counts a world in which the input fell at `level` ∈ (0, 1) of its distribution.
    pub(crate) fn record(&mut self, level: f64, count: u64) {
        let class = ((level * CLASSES as f64) as usize).min(CLASSES - 1);
        self.worlds[class] += 1;
        self.moments[class].record(count);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for class in 0..CLASSES {
            self.worlds[class] += other.worlds[class];
            self.moments[class].merge(&other.moments[class]);
        }
    }

    /// The share of `variance_between` that the input explains, in [0, 1], and the sign of its
    /// effect.
    pub(crate) fn explain(&self, histories: u64, variance_between: f64) -> (f64, f64) {
        let h = histories as f64;
        let worlds: f64 = self.worlds.iter().map(|&n| n as f64).sum();
        let mean = self.moments.iter().map(|m| m.sum as f64).sum::<f64>() / (h * worlds);
        let (mut between, mut within, mut filled, mut tilt) = (0.0, 0.0, 0.0, 0.0);
        for (class, moments) in self.moments.iter().enumerate() {
            let n = self.worlds[class] as f64;
            if n > 0.0 {
                let sum = moments.sum as f64 / h;
                let own = sum / n;
                between += n * (own - mean) * (own - mean);
                within += moments.squares as f64 / (h * h) - sum * own;
                filled += 1.0;
                tilt += n * (own - mean) * (class as f64 + 0.5 - CLASSES as f64 / 2.0);
            }
        }
        if worlds <= filled || variance_between <= 0.0 {
            return (0.0, 0.0);
        }
        // Expected sum of squares between classes when the input explains nothing.
        let by_chance = (filled - 1.0) * within.max(0.0) / (worlds - filled);
        let explained = ((between - by_chance) / worlds).max(0.0);
        ((explained / variance_between).min(1.0), tilt.signum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    /// Worlds' odds are 0.5 + 0.3 (a − ½) + 0.1 (b − ½) for uniform a and b; c has no say. The shares
    /// are 0.09/0.10 and 0.01/0.10 of the variance (Sobol' of a sum of independent terms).
    #[test]
    fn planted_shares_are_found() {
        let mut draws = StreamKey::new(Seed(5), Purpose::Input, "shares").over_worlds(0);
        let mut all = Moments::default();
        let mut classes = [Classes::default(); 3];
        let (worlds, histories) = (4_000, 25);
        for _ in 0..worlds {
            let levels = [draws.uniform(), draws.uniform(), draws.uniform()];
            let odds = 0.5 + 0.3 * (levels[0] - 0.5) - 0.1 * (levels[1] - 0.5);
            let count = (0..histories).filter(|_| draws.uniform() < odds).count() as u64;
            all.record(count);
            for (classes, level) in classes.iter_mut().zip(levels) {
                classes.record(level, count);
            }
        }
        let between = all.variance_between(worlds, histories);
        let [a, b, c] = classes.map(|classes| classes.explain(histories, between));
        assert!((a.0 - 0.9).abs() < 0.1 && a.1 > 0.0, "{a:?}");
        assert!((b.0 - 0.1).abs() < 0.05 && b.1 < 0.0, "{b:?}");
        assert!(c.0 < 0.03, "{c:?}");
    }
}
