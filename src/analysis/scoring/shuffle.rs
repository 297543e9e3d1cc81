//! What chance alone gives: the same odds with outcomes dealt at random.

use super::forecast::Forecast;
use crate::analysis::chance::order;
use crate::stream::StreamKey;

/// The forecasts with their outcomes in random order; `number` says which order.
pub fn shuffled(forecasts: &[Forecast], key: &StreamKey, number: u64) -> Vec<Forecast> {
    let order = order(&mut key.world(number, 0), forecasts.len());
    let outcomes = order.into_iter().map(|from| forecasts[from].happened);
    forecasts
        .iter()
        .zip(outcomes)
        .map(|(one, happened)| Forecast::new(one.odds, happened))
        .collect()
}

/// The chance of a score at least as low as that of these forecasts when outcomes are dealt at random,
/// by so many shuffles: (1 + as low)/(1 + shuffles), which is never 0 (B. Phipson & G. K. Smyth 2010,
/// Statistical Applications in Genetics and Molecular Biology 9, art. 39).
pub fn shuffle_p(
    forecasts: &[Forecast],
    score: impl Fn(&[Forecast]) -> Option<f64>,
    shuffles: u64,
    key: &StreamKey,
) -> Option<f64> {
    let own = score(forecasts)?;
    let as_low = (0..shuffles)
        .filter(|&number| {
            let other = score(&shuffled(forecasts, key, number));
            other.is_some_and(|other| other <= own + ROUNDING)
        })
        .count();
    Some((1.0 + as_low as f64) / (1.0 + shuffles as f64))
}

/// Scores that differ by less are the same one, summed in another order.
const ROUNDING: f64 = 1e-12;
