//! Means of scores, with intervals that draw whole cases.

use super::result::{CaseScore, MeanScore, Scored};
use crate::analysis::scoring::cluster_interval;
use crate::stream::StreamKey;

/// The mean of a figure over the questions that have it.
pub(super) fn mean_score(
    cases: &[CaseScore],
    key: &StreamKey,
    of: impl Fn(&Scored) -> Option<f64>,
) -> Option<MeanScore> {
    let clusters: Vec<Vec<f64>> =
        cases.iter().map(|case| case.questions.iter().filter_map(&of).collect()).collect();
    let count = clusters.iter().map(Vec::len).sum::<usize>();
    let sum: f64 = clusters.iter().flatten().sum();
    (count > 0).then(|| MeanScore {
        value: sum / count as f64,
        interval: cluster_interval(&clusters, key),
    })
}
