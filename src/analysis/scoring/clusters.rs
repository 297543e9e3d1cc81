//! Means over forecasts that come in clusters: several questions of one case are not independent.

use crate::analysis::chance::resample;
use crate::analysis::interval::percentiles;
use crate::stream::StreamKey;

/// Bootstrap samples of an interval.
const SAMPLES: usize = 10_000;
/// Level of an interval.
const LEVEL: f64 = 0.95;

/// The 95% interval of the mean of all numbers, which come cluster by cluster: whole clusters are drawn
/// with replacement (cluster bootstrap, percentile method: A. C. Davison & D. V. Hinkley 1997, Bootstrap
/// Methods and their Application, §3.8). `None` of fewer than two clusters with a number. With a
/// handful of clusters such intervals are too narrow rather than too wide.
pub fn cluster_interval(clusters: &[Vec<f64>], key: &StreamKey) -> Option<(f64, f64)> {
    let sums: Vec<(f64, f64)> = clusters
        .iter()
        .filter(|cluster| !cluster.is_empty())
        .map(|cluster| (cluster.iter().sum::<f64>(), cluster.len() as f64))
        .collect();
    if sums.len() < 2 {
        return None;
    }
    let mut times = Vec::new();
    let mut means: Vec<f64> = (0..SAMPLES)
        .map(|sample| {
            resample(key, sample, sums.len(), &mut times);
            let drawn = sums.iter().zip(&times);
            let (sum, count) = drawn.fold((0.0, 0.0), |(sum, count), (one, &times)| {
                let times = f64::from(times);
                (sum + times * one.0, count + times * one.1)
            });
            sum / count
        })
        .collect();
    Some(percentiles(&mut means, LEVEL))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};

    #[test]
    fn an_interval_is_that_of_the_cluster_means() {
        let key = StreamKey::new(Seed(1), Purpose::Bootstrap, "clusters");
        // Two clusters at 0 and 1: a sample is both 0 with ¼, mixed with ½, both 1 with ¼.
        let two = [vec![0.0; 5], vec![1.0; 5]];
        assert_eq!(cluster_interval(&two, &key), Some((0.0, 1.0)));
        // A hundred clusters of mean ½: ½ ± 1.96 × ½/√100, to the bootstrap's own error.
        let many: Vec<Vec<f64>> = (0..100).map(|i| vec![f64::from(i % 2); 3]).collect();
        let (low, high) = cluster_interval(&many, &key).unwrap();
        assert!((low - 0.402).abs() < 0.015 && (high - 0.598).abs() < 0.015, "{low} {high}");
        assert_eq!(cluster_interval(&[vec![1.0, 2.0], vec![]], &key), None);
    }
}
