//! Discrimination: do odds tell what happens from what does not?
//!
//! The area under the receiver operating characteristic is the chance that, of a question with yes and
//! one with no, the one with yes was given the higher odds; ties count half (J. A. Hanley & B. J. McNeil
//! 1982, Radiology 143, 29–36). ½ is none, 1 is perfect. It asks nothing of the size of the odds.
//!
//! **Interval.** R. G. Newcombe's method 5 (2006, Statistics in Medicine 25, 559–573): the ends are where
//! |θ − AUC| = z·SE(θ), with Hanley & McNeil's standard error at θ itself and N* = (m + n)/2 − 1 in the
//! place of their counts. Unlike one around the observed area it does not shrink to a point at 1.
//!
//! **p-value.** Under "odds say nothing" every choice of which questions are the yeses is equally
//! likely. The distribution of the rank sum (Wilcoxon 1945; Mann & Whitney 1947), with midranks for ties,
//! is counted exactly up to [`EXACT`] forecasts, and taken as normal with the variance of midranks beyond.

use super::forecast::Forecast;
use crate::math::{self, Z95};

/// Forecasts up to which the permutation distribution is counted in full.
const EXACT: usize = 100;
/// Halvings of [0, 1]: to the last bit that counts.
const HALVINGS: usize = 60;

/// How well odds part yes from no.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discrimination {
    /// Questions with yes.
    pub yes: usize,
    /// Questions with no.
    pub no: usize,
    /// The area.
    pub auc: f64,
    /// Lower end of its 95% interval.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// The chance of an area at least this large when odds say nothing.
    pub p: f64,
    /// The smallest such chance that so many questions could give: what a perfect score would prove.
    pub least_p: f64,
}

impl Discrimination {
    /// Of these forecasts; `None` where all happened or none did.
    pub fn of(forecasts: &[Forecast]) -> Option<Self> {
        let area = auc(forecasts)?;
        let yes = forecasts.iter().filter(|one| one.happened).count();
        let no = forecasts.len() - yes;
        let (low, high) = interval(area, yes, no);
        let (p, least_p) = permutation(forecasts, yes);
        Some(Self { yes, no, auc: area, low, high, p, least_p })
    }
}

/// The area under the curve; `None` where all happened or none did.
pub fn auc(forecasts: &[Forecast]) -> Option<f64> {
    let yes = forecasts.iter().filter(|one| one.happened).count();
    let no = forecasts.len() - yes;
    if yes == 0 || no == 0 {
        return None;
    }
    let ranks = doubled_midranks(forecasts);
    let sum: usize = rank_sum(forecasts, &ranks);
    // U = R − m(m + 1)/2, in doubled ranks.
    let doubled = sum - yes * (yes + 1);
    Some(doubled as f64 / (2 * yes * no) as f64)
}

/// Twice the rank of each forecast by its odds, ties sharing their mean: whole numbers.
fn doubled_midranks(forecasts: &[Forecast]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..forecasts.len()).collect();
    order.sort_by(|&a, &b| forecasts[a].odds.total_cmp(&forecasts[b].odds));
    let mut ranks = vec![0; forecasts.len()];
    let mut start = 0;
    while start < order.len() {
        let odds = forecasts[order[start]].odds;
        let tied = order[start..].iter().take_while(|&&i| forecasts[i].odds <= odds).count();
        for &index in &order[start..start + tied] {
            // Ranks start + 1 to start + tied: twice their mean.
            ranks[index] = 2 * start + tied + 1;
        }
        start += tied;
    }
    ranks
}

fn rank_sum(forecasts: &[Forecast], ranks: &[usize]) -> usize {
    forecasts.iter().zip(ranks).filter(|(one, _)| one.happened).map(|(_, rank)| rank).sum()
}

/// Newcombe's method 5.
fn interval(area: f64, yes: usize, no: usize) -> (f64, f64) {
    let (m, n) = (yes as f64, no as f64);
    let larger = 0.5 * (m + n) - 1.0;
    let error = |theta: f64| {
        let factor = 1.0 + larger * (1.0 - theta) / (2.0 - theta) + larger * theta / (1.0 + theta);
        (theta * (1.0 - theta) * factor / (m * n)).sqrt()
    };
    // The end towards `limit`: inside the interval the distance is below z standard errors.
    let end = |limit: f64| {
        let (mut inside, mut outside) = (area, limit);
        if (outside - area).abs() <= Z95 * error(outside) {
            return outside;
        }
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inside, outside);
            if (middle - area).abs() <= Z95 * error(middle) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        inside
    };
    (end(0.0), end(1.0))
}

/// The chance of a rank sum at least that observed, and the least chance any outcome could have.
fn permutation(forecasts: &[Forecast], yes: usize) -> (f64, f64) {
    let ranks = doubled_midranks(forecasts);
    let observed = rank_sum(forecasts, &ranks);
    if forecasts.len() > EXACT {
        return normal_tail(&ranks, observed, yes);
    }
    // ways[k][s]: choices of k forecasts whose doubled ranks add up to s.
    let most: usize = ranks.iter().sum();
    let mut ways = vec![vec![0.0_f64; most + 1]; yes + 1];
    ways[0][0] = 1.0;
    for &rank in &ranks {
        for chosen in (1..=yes).rev() {
            let (before, after) = ways.split_at_mut(chosen);
            let (from, to) = (&before[chosen - 1], &mut after[0]);
            for (to, from) in to[rank..].iter_mut().zip(from) {
                *to += from;
            }
        }
    }
    let all: f64 = ways[yes].iter().sum();
    let tail: f64 = ways[yes][observed..].iter().sum();
    let best = ways[yes].iter().rev().find(|&&count| count > 0.0).copied().unwrap_or(all);
    (tail / all, best / all)
}

/// The same for many forecasts, by the central limit theorem with the variance of midranks.
fn normal_tail(ranks: &[usize], observed: usize, yes: usize) -> (f64, f64) {
    let (n, m) = (ranks.len() as f64, yes as f64);
    let mean = ranks.iter().sum::<usize>() as f64 / n;
    let spread: f64 = ranks.iter().map(|&rank| (rank as f64 - mean).powi(2)).sum::<f64>() / n;
    let deviation = (m * (n - m) / (n - 1.0) * spread).sqrt();
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable();
    let best: usize = sorted[ranks.len() - yes..].iter().sum();
    let tail = |sum: usize| {
        if deviation > 0.0 {
            // A continuity correction of one doubled rank.
            math::normal_cdf(-(sum as f64 - 1.0 - m * mean) / deviation)
        } else {
            1.0
        }
    };
    (tail(observed), tail(best))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    fn forecasts(yes: &[f64], no: &[f64]) -> Vec<Forecast> {
        let yes = yes.iter().map(|&odds| Forecast::new(odds, true));
        yes.chain(no.iter().map(|&odds| Forecast::new(odds, false))).collect()
    }

    #[test]
    fn areas_by_counting_pairs() {
        let mut draws = StreamKey::new(Seed(8), Purpose::Bootstrap, "auc").world(0, 0);
        for _ in 0..50 {
            let some: Vec<Forecast> = (0..30)
                .map(|_| {
                    // Tenths, so that there are ties.
                    let odds = (draws.uniform() * 10.0).floor() / 10.0;
                    Forecast::new(odds, draws.uniform() < odds)
                })
                .collect();
            let (mut won, mut pairs) = (0.0, 0.0);
            for yes in some.iter().filter(|one| one.happened) {
                for no in some.iter().filter(|one| !one.happened) {
                    pairs += 1.0;
                    won += match yes.odds.total_cmp(&no.odds) {
                        std::cmp::Ordering::Greater => 1.0,
                        std::cmp::Ordering::Equal => 0.5,
                        std::cmp::Ordering::Less => 0.0,
                    };
                }
            }
            assert!((auc(&some).unwrap() - won / pairs).abs() < 1e-12);
        }
        assert!(auc(&forecasts(&[0.5], &[])).is_none());
    }

    /// Three of five in front: one of the C(5, 3) = 10 ways to choose three.
    #[test]
    fn p_values_by_counting() {
        let perfect = Discrimination::of(&forecasts(&[0.7, 0.8, 0.9], &[0.1, 0.2])).unwrap();
        assert!((perfect.auc - 1.0).abs() <= 0.0 && (perfect.p - 0.1).abs() < 1e-15);
        assert!((perfect.least_p - 0.1).abs() < 1e-15);
        // One inversion: of ten choices two are at least as good.
        let nearly = Discrimination::of(&forecasts(&[0.2, 0.8, 0.9], &[0.1, 0.3])).unwrap();
        assert!((nearly.auc - 5.0 / 6.0).abs() < 1e-15 && (nearly.p - 0.2).abs() < 1e-15);
        let blind = Discrimination::of(&forecasts(&[0.5; 3], &[0.5; 2])).unwrap();
        assert!((blind.auc - 0.5).abs() < 1e-15 && (blind.p - 1.0).abs() < 1e-15);
    }

    /// At an area of 1 the lower end solves (1 − θ)² = z² SE²(θ).
    #[test]
    fn a_perfect_score_of_few_has_a_wide_interval() {
        let perfect = Discrimination::of(&forecasts(&[0.7, 0.8, 0.9], &[0.1, 0.2])).unwrap();
        let theta = perfect.low;
        let factor = 1.0 + 1.5 * (1.0 - theta) / (2.0 - theta) + 1.5 * theta / (1.0 + theta);
        let variance = theta * (1.0 - theta) * factor / 6.0;
        assert!(((1.0 - theta).powi(2) - Z95 * Z95 * variance).abs() < 1e-12, "{theta}");
        assert!(theta < 0.5 && (perfect.high - 1.0).abs() <= 0.0);
    }

    /// Where both ways are open they agree: 90 forecasts counted, and by the normal.
    #[test]
    fn the_normal_tail_agrees_with_the_count() {
        let mut draws = StreamKey::new(Seed(9), Purpose::Bootstrap, "tail").world(0, 0);
        let some: Vec<Forecast> = (0..90)
            .map(|_| Forecast::new((draws.uniform() * 20.0).floor() / 20.0, draws.uniform() < 0.4))
            .collect();
        let yes = some.iter().filter(|one| one.happened).count();
        let ranks = doubled_midranks(&some);
        let (counted, _) = permutation(&some, yes);
        let (normal, _) = normal_tail(&ranks, rank_sum(&some, &ranks), yes);
        assert!((counted - normal).abs() < 0.005, "{counted} {normal}");
    }
}
