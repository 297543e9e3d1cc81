//! Odds with their two uncertainties: of the simulation, which shrinks with more worlds, and
//! between worlds, which does not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::math::{self, Z95};
use crate::prior::beta_quantile;

/// Shares of worlds below and above the printed spread.
const SPREAD: (f64, f64) = (0.1, 0.9);

/// Odds with what is known of their error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The odds.
    pub value: f64,
    /// Lower end of the 95% Monte Carlo interval.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// How the interval was made.
    pub method: Method,
    /// One world in ten has odds below the first, one in ten above the second, after taking out the noise of
    /// few histories. `None` where the odds are so near 0 or 1 that this cannot be told (what worlds differ by is
    /// then the shape of a curve at its end), and where too little was played to know it.
    pub worlds: Option<(f64, f64)>,
}

/// The spread between worlds is told where the odds are no nearer than this to 0 or 1, however much is played:
/// there most worlds may have odds of exactly 0 or 1, which no beta distribution has …
pub const NEAR_END: f64 = 0.03;
/// … and where the standard deviation between worlds is known, by its standard error, to two points …
const KNOWN_TO: f64 = 0.02;
/// … or to this share of itself.
const KNOWN_TO_SHARE: f64 = 0.25;

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Wilson's score interval (1927) with the effective number of trials that the variance
    /// between world means implies (Korn & Graubard 1998 for clustered proportions).
    WilsonClustered,
    /// Wilson's score interval on independent worlds.
    Wilson,
    /// Ratio of two clustered shares: delta method on the logit.
    RatioClustered,
}

impl Method {
    /// The word of tables and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::WilsonClustered => "wilson-clustered",
            Self::Wilson => "wilson",
            Self::RatioClustered => "ratio-clustered",
        }
    }
}

/// Sums over worlds of the count of histories with an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moments {
    /// Σ_w s_w.
    pub sum: u128,
    /// Σ_w s_w².
    pub squares: u128,
    /// Σ_w s_w³ and Σ_w s_w⁴: how well the variance between worlds is known.
    pub cubes: u128,
    /// See [`Moments::cubes`].
    pub fourths: u128,
}

impl Moments {
    /// Counts a world.
    pub(crate) fn record(&mut self, count: u64) {
        let count = u128::from(count);
        let square = count * count;
        self.sum += count;
        self.squares += square;
        self.cubes += square * count;
        self.fourths += square * square;
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.sum += other.sum;
        self.squares += other.squares;
        self.cubes += other.cubes;
        self.fourths += other.fourths;
    }

    /// Mean of the worlds' odds.
    pub(crate) fn mean(&self, worlds: u64, histories: u64) -> f64 {
        if worlds == 0 {
            return 0.0;
        }
        self.sum as f64 / (worlds as f64 * histories as f64)
    }

    /// Unbiased variance of the worlds' observed odds.
    pub(crate) fn variance(&self, worlds: u64, histories: u64) -> f64 {
        if worlds < 2 {
            return 0.0;
        }
        let n = worlds as f64;
        let sum = self.sum as f64;
        let about_mean = self.squares as f64 - sum * sum / n;
        (about_mean / (n - 1.0)).max(0.0) / (histories as f64 * histories as f64)
    }

    /// Variance of the worlds' true odds: the observed variance less the binomial noise of few
    /// histories (beta-binomial moments, Kleinman 1973). Never negative.
    pub(crate) fn variance_between(&self, worlds: u64, histories: u64) -> f64 {
        if worlds < 2 || histories < 2 {
            return 0.0;
        }
        let (n, h) = (worlds as f64, histories as f64);
        // Σ_w p_w (1 − p_w) of the observed odds.
        let within = (self.sum as f64 / h - self.squares as f64 / (h * h)) / n;
        (self.variance(worlds, histories) - within / (h - 1.0)).max(0.0)
    }

    /// Standard error of [`Moments::variance_between`]. That is, but for terms of order 1/worlds, the mean over
    /// worlds of (p − p̄)² − p(1 − p)/(h − 1) for observed odds p of h histories: a parabola in p, whose variance
    /// follows from the first four moments.
    fn error_of_between(&self, worlds: u64, histories: u64) -> f64 {
        if worlds < 2 || histories < 2 {
            return f64::INFINITY;
        }
        let (n, h) = (worlds as f64, histories as f64);
        let raw = |sum: u128, scale: f64| sum as f64 / n / scale;
        let (p1, p2) = (raw(self.sum, h), raw(self.squares, h * h));
        let (p3, p4) = (raw(self.cubes, h * h * h), raw(self.fourths, h * h * h * h));
        let (bend, slope) = (h / (h - 1.0), 2.0 * p1 + 1.0 / (h - 1.0));
        let variance = bend * bend * (p4 - p2 * p2) + slope * slope * (p2 - p1 * p1)
            - 2.0 * bend * slope * (p3 - p1 * p2);
        (variance.max(0.0) / (n - 1.0)).sqrt()
    }

    /// The spread between worlds; `None` where it is not known well enough to be told.
    fn spread_between(&self, worlds: u64, histories: u64) -> Option<(f64, f64)> {
        let value = self.mean(worlds, histories);
        let between = self.variance_between(worlds, histories);
        let deviation = between.sqrt();
        let error = (between + self.error_of_between(worlds, histories)).sqrt() - deviation;
        let told =
            value.min(1.0 - value) >= NEAR_END && error <= KNOWN_TO.max(KNOWN_TO_SHARE * deviation);
        told.then(|| spread(value, between))
    }
}

/// Odds from counts by world.
pub(crate) fn clustered(moments: &Moments, worlds: u64, histories: u64) -> Estimate {
    let value = moments.mean(worlds, histories);
    let error = moments.variance(worlds, histories) / worlds.max(1) as f64;
    let trials = worlds as f64 * histories as f64;
    let effective = if value <= 0.0 || value >= 1.0 {
        // Nothing seen of the other kind: only the worlds are independent.
        worlds as f64
    } else if error > 0.0 {
        (value * (1.0 - value) / error).min(trials)
    } else {
        trials
    };
    let (low, high) = wilson(value, effective);
    let worlds = moments.spread_between(worlds, histories);
    Estimate { value, low, high, method: Method::WilsonClustered, worlds }
}

/// A share of independent worlds.
pub fn share_of_worlds(count: u64, worlds: u64) -> Estimate {
    let value = if worlds == 0 { 0.0 } else { count as f64 / worlds as f64 };
    let (low, high) = wilson(value, worlds as f64);
    Estimate { value, low, high, method: Method::Wilson, worlds: Some((value, value)) }
}

/// Odds of the second given the first, both clustered, with Σ_w a_w b_w = `cross`. `None` when the
/// first never happened. The spread between worlds is not defined for a ratio: it repeats the
/// interval.
pub(crate) fn ratio(
    second: &Moments,
    first: &Moments,
    cross: u128,
    worlds: u64,
) -> Option<Estimate> {
    if first.sum == 0 || worlds < 2 {
        return None;
    }
    let n = worlds as f64;
    let (a, b) = (first.sum as f64, second.sum as f64);
    let value = b / a;
    // Σ (b_w − r a_w)²: the residual of the ratio estimator (Cochran 1977, eq. 6.9).
    let residual =
        second.squares as f64 - 2.0 * value * cross as f64 + value * value * first.squares as f64;
    let error = (residual.max(0.0) * n / (n - 1.0)).sqrt() / a;
    let (low, high) = if value <= 0.0 || value >= 1.0 || error <= 0.0 {
        wilson(value.clamp(0.0, 1.0), a.min(n))
    } else {
        wilson(value, (value * (1.0 - value) / (error * error)).min(a))
    };
    let worlds = Some((low, high));
    Some(Estimate { value, low, high, method: Method::RatioClustered, worlds })
}

/// Wilson's 95% score interval for a share of `trials` (which need not be whole).
pub(crate) fn wilson(share: f64, trials: f64) -> (f64, f64) {
    if trials <= 0.0 {
        return (0.0, 1.0);
    }
    let z2 = Z95 * Z95;
    let centre = share + z2 / (2.0 * trials);
    let half = Z95 * (share * (1.0 - share) / trials + z2 / (4.0 * trials * trials)).sqrt();
    let scale = 1.0 + z2 / trials;
    // Where nothing of the other kind was seen, the ends are exact, which arithmetic is not.
    let low = if share <= 0.0 { 0.0 } else { ((centre - half) / scale).max(0.0) };
    let high = if share >= 1.0 { 1.0 } else { ((centre + half) / scale).min(1.0) };
    (low, high)
}

/// The p10–p90 of the beta distribution with this mean and variance.
pub(crate) fn spread(mean: f64, variance: f64) -> (f64, f64) {
    let most = mean * (1.0 - mean);
    if variance <= 1e-12 || most <= 0.0 {
        return (mean, mean);
    }
    // All worlds at 0 or 1 would have the variance `most`; a beta distribution stays below it.
    let concentration = (most / variance - 1.0).max(1e-3);
    let (a, b) = (mean * concentration, (1.0 - mean) * concentration);
    (beta_quantile(a, b, SPREAD.0), beta_quantile(a, b, SPREAD.1))
}

/// The pool of an outside view (base rate) and an inside view (model):
/// logit p = w·logit(base) + (1 − w)·logit(model), w = ½ (logarithmic opinion pool, Genest & Zidek
/// 1986). Odds of 0 or 1 are first drawn in to 1 in 1000, so that neither view can veto the other.
pub fn pool(base_rate: f64, model: f64) -> f64 {
    let logit = |p: f64| {
        let p = p.clamp(0.001, 0.999);
        math::ln(p / (1.0 - p))
    };
    math::logistic(0.5 * logit(base_rate) + 0.5 * logit(model))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    const WORLDS: u64 = 200;
    const HISTORIES: u64 = 25;

    /// Counts of a planted model: worlds' odds are beta(1, 9), histories independent given them.
    fn planted(run: u64) -> Moments {
        let mut draws = StreamKey::new(Seed(3), Purpose::Input, "planted").history(run, 0);
        let mut moments = Moments::default();
        for _ in 0..WORLDS {
            let odds = beta_quantile(1.0, 9.0, draws.uniform());
            moments.record((0..HISTORIES).filter(|_| draws.uniform() < odds).count() as u64);
        }
        moments
    }

    /// 400 runs at 95%: fewer than 366 intervals that hold the truth (0.1) would be a chance below
    /// 1 in 1,000 (binomial: 380 − 3.1 × 4.4). Wilson over all trials would fail: its intervals are
    /// half as wide.
    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        let held = (0..400)
            .map(|run| clustered(&planted(run), WORLDS, HISTORIES))
            .filter(|estimate| estimate.low <= 0.1 && 0.1 <= estimate.high)
            .count();
        assert!(held >= 366, "{held} of 400");
    }

    /// The spread between worlds is the planted one, not that of the noisier observed odds: means over
    /// 400 runs of the variance lie within 3.3 standard errors (about 2%) of 0.09/11. Its standard error is what
    /// runs differ by: the mean over runs, itself 3% too low or high, within 10% of their standard deviation,
    /// which 400 of them know to 4%, and a heavy tail to less.
    #[test]
    fn the_noise_of_few_histories_is_taken_out() {
        let variance = |run| planted(run).variance_between(WORLDS, HISTORIES);
        let mean = (0..400).map(variance).sum::<f64>() / 400.0;
        let about = |run| (variance(run) - mean) * (variance(run) - mean);
        let deviation = ((0..400).map(about).sum::<f64>() / 399.0).sqrt();
        let error = |run| planted(run).error_of_between(WORLDS, HISTORIES);
        let error = (0..400).map(error).sum::<f64>() / 400.0;
        assert!((error / deviation - 1.0).abs() < 0.1, "{error} against {deviation}");
        let truth = 0.1 * 0.9 / 11.0;
        assert!((mean / truth - 1.0).abs() < 0.04, "{mean} against {truth}");
        let (low, high) = spread(0.1, truth);
        assert!((low - beta_quantile(1.0, 9.0, 0.1)).abs() < 1e-9);
        assert!((high - beta_quantile(1.0, 9.0, 0.9)).abs() < 1e-9);
    }

    /// The band of a run of 8,000 worlds with these odds, and the share of worlds in it.
    fn band(odds_at: impl Fn(f64) -> f64, histories: u64) -> (Option<(f64, f64)>, f64) {
        band_of(odds_at, 8_000, histories)
    }

    fn band_of(
        odds_at: impl Fn(f64) -> f64,
        worlds: u64,
        histories: u64,
    ) -> (Option<(f64, f64)>, f64) {
        let mut draws = StreamKey::new(Seed(17), Purpose::Input, "bands").over_worlds(0);
        let (mut moments, mut all) = (Moments::default(), Vec::new());
        for _ in 0..worlds {
            let odds = odds_at(draws.uniform());
            all.push(odds);
            moments.record((0..histories).filter(|_| draws.uniform() < odds).count() as u64);
        }
        let estimate = clustered(&moments, worlds, histories);
        let (low, high) = spread(estimate.value, moments.variance_between(worlds, histories));
        let held = all.iter().filter(|&&odds| low <= odds && odds <= high).count();
        (estimate.worlds, held as f64 / worlds as f64)
    }

    /// Where a band is told it holds eight in ten worlds, with few histories in each as with many.
    #[test]
    fn bands_hold_eight_in_ten_worlds() {
        for (a, b) in [(1.0, 9.0), (0.4, 3.6), (3.0, 7.0), (5.0, 5.0), (9.0, 1.0), (2.0, 18.0)] {
            for histories in [5, HISTORIES] {
                let (told, held) = band(|u| beta_quantile(a, b, u), histories);
                assert!(told.is_some() && (0.76..=0.84).contains(&held), "{a} {b}: {held}");
            }
        }
    }

    /// A link that is certain in most worlds and likely in the others: no band is told, with many histories
    /// either, and the one that would be holds far fewer than eight in ten. The like near 0.
    #[test]
    fn near_certain_links_have_no_band() {
        let certain = |u: f64| if u < 0.75 { 1.0 } else { 0.85 + 0.6 * (u - 0.75) };
        for histories in [HISTORIES, 400] {
            let (told, held) = band(certain, histories);
            assert!(told.is_none() && held < 0.5, "{held}");
            assert!(band(|u| 1.0 - certain(u), histories).0.is_none());
        }
    }

    /// Forty worlds of two histories tell nothing of what worlds differ by, forty of a hundred do; and where they
    /// do not differ, that is seen by many worlds of few histories.
    #[test]
    fn too_little_played_has_no_band() {
        let odds = |u| beta_quantile(3.0, 7.0, u);
        assert!(band_of(odds, 40, 2).0.is_none() && band_of(odds, 40, 100).0.is_some());
        let (told, _) = band_of(|_| 0.3, 50_000, 5);
        let (low, high) = told.unwrap();
        assert!(low > 0.27 && high < 0.33, "{low} {high}");
    }

    #[test]
    fn without_a_success_only_worlds_count() {
        let none = clustered(&Moments::default(), 100, 25);
        // Wilson's upper end for 0 of 100: z²/(n + z²).
        let expected = Z95 * Z95 / (100.0 + Z95 * Z95);
        assert!(none.value <= 0.0 && (none.high - expected).abs() < 1e-12);
    }

    /// No trial and every trial: the one end is exact, for any number of them.
    #[test]
    fn certain_shares_end_exactly() {
        for trials in [1.0, 2.0, 3.7, 10.0, 57.0, 100.0, 4000.0, 99_999.0] {
            assert!(wilson(0.0, trials).0.to_bits() == 0.0_f64.to_bits(), "{trials}");
            assert!(wilson(1.0, trials).1.to_bits() == 1.0_f64.to_bits(), "{trials}");
        }
        for worlds in 1..=300 {
            assert!(share_of_worlds(worlds, worlds).high >= 1.0, "{worlds}");
        }
    }

    #[test]
    fn a_ratio_of_the_same_thing_is_one() {
        let moments = planted(0);
        let same = ratio(&moments, &moments, moments.squares, WORLDS).unwrap();
        assert!((same.value - 1.0).abs() < 1e-12 && same.low > 0.9);
        assert!(ratio(&moments, &Moments::default(), 0, WORLDS).is_none());
    }

    #[test]
    fn a_pool_lies_between_its_views() {
        assert!((pool(0.2, 0.2) - 0.2).abs() < 1e-12);
        let pooled = pool(0.04, 0.4);
        assert!(pooled > 0.04 && pooled < 0.4);
        assert!(pool(0.0, 0.5) > 0.0);
    }
}
