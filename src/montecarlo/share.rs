//! How much of the spread between worlds each uncertain input explains, from the run's own draws.
//!
//! First-order variance share (Sobol' 1993) by the given-data estimator (Plischke, Borgonovo & Smith
//! 2013): worlds are sorted into equal classes of the input's own distribution; the variance of the
//! class means, cleared of what chance alone would give them, is set against the variance of the
//! worlds' odds, cleared of the noise of few histories. No further runs are needed. Interplay of
//! inputs is in no single share, so shares need not sum to 1.
//!
//! Of inputs that hang together the share is the correlation ratio (Pearson 1905): what knowing the input
//! would take off the variance, whether it acts itself or what hangs together with it does. Then shares may
//! sum to more than 1.
//!
//! An input without any say has a share by chance, too. Whether its classes differ by more is told by the F
//! test of a one-way layout (Fisher 1925), and of all inputs together by Holm's procedure (1979): the
//! probability that any input is credited that has no say is at most 0.05.

use super::estimate::Moments;
use crate::prior::beta_cdf;

/// Classes of an input's distribution.
pub(crate) const CLASSES: usize = 16;

/// The probability that any input without a say is credited.
const ALPHA: f64 = 0.05;

/// What an input explains.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Explained {
    /// Share of the variance between worlds, in [0, 1].
    pub(crate) share: f64,
    /// The sign of its effect.
    pub(crate) direction: f64,
    /// The probability of classes as different as these if it had no say.
    pub(crate) by_chance: f64,
}

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

    /// What the input explains of `variance_between`.
    pub(crate) fn explain(&self, histories: u64, variance_between: f64) -> Explained {
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
            return Explained { by_chance: 1.0, ..Explained::default() };
        }
        // Expected sum of squares between classes when the input explains nothing.
        let expected = (filled - 1.0) * within.max(0.0) / (worlds - filled);
        let explained = ((between - expected) / worlds).max(0.0);
        Explained {
            share: (explained / variance_between).min(1.0),
            direction: tilt.signum(),
            by_chance: f_test((between, filled - 1.0), (within.max(0.0), worlds - filled)),
        }
    }
}

/// The probability of so large a sum of squares between classes, given that within them, if nothing but
/// chance makes classes differ; each with its degrees of freedom. F has the distribution function of a beta:
/// P(F > f) = I_x(d₂/2, d₁/2) with x the share of the sum of squares that lies within.
fn f_test((between, d1): (f64, f64), (within, d2): (f64, f64)) -> f64 {
    if d1 <= 0.0 || between <= 0.0 {
        return 1.0;
    }
    beta_cdf(d2 / 2.0, d1 / 2.0, within / (within + between))
}

/// Which inputs have a say that chance alone would not give them, by Holm's procedure: of k inputs that with
/// the least probability by chance is held against 0.05/k, the next against 0.05/(k − 1), up to the first
/// that fails.
pub(crate) fn clear(explained: &[Explained]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..explained.len()).collect();
    order.sort_by(|&a, &b| explained[a].by_chance.total_cmp(&explained[b].by_chance));
    let mut clear = vec![false; explained.len()];
    for (rank, &index) in order.iter().enumerate() {
        if explained[index].by_chance > ALPHA / (explained.len() - rank) as f64 {
            break;
        }
        clear[index] = true;
    }
    clear
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
        assert!((a.share - 0.9).abs() < 0.1 && a.direction > 0.0, "{a:?}");
        assert!((b.share - 0.1).abs() < 0.05 && b.direction < 0.0, "{b:?}");
        assert!(c.share < 0.03, "{c:?}");
        assert_eq!(clear(&[a, b, c]), [true, true, false]);
    }

    /// Phantoms: twenty inputs without a say, beside one with it, where the outcome is frequent and where it
    /// is rare. In 200 runs any of the twenty is credited in no more than 19: the 99.9% point of
    /// binomial(200, 0.05). Without the test one of them has a share above 0.01 in most runs.
    #[test]
    fn inputs_without_a_say_are_seldom_credited() {
        for (middle, least) in [(0.5, 150), (0.02, 80)] {
            let (mut credited, mut phantoms) = (0, 0);
            for run in 0..200 {
                let mut draws = StreamKey::new(Seed(11), Purpose::Input, "phantoms").world(run, 0);
                let mut all = Moments::default();
                let mut classes = vec![Classes::default(); 21];
                let (worlds, histories) = (1_000, 25);
                for _ in 0..worlds {
                    let levels: Vec<f64> = (0..21).map(|_| draws.uniform()).collect();
                    let odds = middle * (1.0 + 0.4 * (levels[0] - 0.5));
                    let count = (0..histories).filter(|_| draws.uniform() < odds).count() as u64;
                    all.record(count);
                    for (classes, level) in classes.iter_mut().zip(levels) {
                        classes.record(level, count);
                    }
                }
                let between = all.variance_between(worlds, histories);
                let explain = |classes: &Classes| classes.explain(histories, between);
                let explained: Vec<Explained> = classes.iter().map(explain).collect();
                credited += usize::from(clear(&explained)[1..].contains(&true));
                phantoms += usize::from(explained[1..].iter().any(|one| one.share > 0.01));
            }
            assert!(credited <= 19, "{credited} at {middle}");
            assert!(phantoms > least, "{phantoms} at {middle}");
        }
    }

    /// F with 2 and 2 degrees of freedom has P(F > f) = 1/(1 + f); with 2 and 4, (1 + f/2)⁻².
    #[test]
    fn the_f_test_has_its_closed_form() {
        for f in [0.1, 1.0, 7.0] {
            assert!((f_test((f, 2.0), (1.0, 2.0)) - 1.0 / (1.0 + f)).abs() < 1e-12);
            // Mean squares f and 1: sums 2f and 4.
            let expected = (1.0_f64 + f / 2.0).powi(-2);
            assert!((f_test((2.0 * f, 2.0), (4.0, 4.0)) - expected).abs() < 1e-12);
        }
        assert_eq!((f_test((0.0, 3.0), (1.0, 3.0)), f_test((1.0, 3.0), (0.0, 3.0))), (1.0, 0.0));
    }
}
