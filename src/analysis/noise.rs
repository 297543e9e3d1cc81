//! How much of an output's variance is Monte Carlo noise and not the inputs.

use super::error::{AnalysisError, expect_at_least};

/// The mean variance of observed shares about the true odds, each a share of `trials` independent
/// trials: the mean over rows of p̂(1 − p̂)/(h − 1), which is unbiased (Kleinman 1973, the same
/// beta-binomial moments as the spread between worlds of a run). In units of odds².
///
/// Hand it to [`sobol::Settings::noise_variance`](super::sobol::Settings): rows must be played with
/// chance of their own. With common random numbers the rows share part of their noise, it cancels
/// in differences, and the correction would take out too much.
///
/// # Errors
/// No row; fewer than 2 trials a row; more successes than trials.
pub fn binomial_noise_variance(successes: &[u64], trials: u64) -> Result<f64, AnalysisError> {
    expect_at_least("rows", 1, successes.len())?;
    expect_at_least("trials in a row", 2, trials as usize)?;
    if let Some(&most) = successes.iter().find(|&&count| count > trials) {
        let value = most as f64;
        let range = "no more than the trials";
        return Err(AnalysisError::OutOfRange { what: "number of successes", range, value });
    }
    let h = trials as f64;
    let variance = |&count: &u64| {
        let share = count as f64 / h;
        share * (1.0 - share) / (h - 1.0)
    };
    Ok(successes.iter().map(variance).sum::<f64>() / successes.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed, StreamKey};

    #[test]
    fn it_is_the_binomial_variance_of_shares() {
        let mut stream = StreamKey::new(Seed(3), Purpose::Try, "").world(0, 0);
        let (p, trials) = (0.3, 25);
        let counts: Vec<u64> = (0..4000)
            .map(|_| (0..trials).filter(|_| stream.uniform() < p).count() as u64)
            .collect();
        let estimate = binomial_noise_variance(&counts, trials).unwrap();
        // p(1 − p)/h = 0.0084; the mean of 4,000 has a relative error of about 0.3%.
        assert!((estimate / 0.0084 - 1.0).abs() < 0.02, "{estimate}");
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(binomial_noise_variance(&[], 5).is_err());
        assert!(binomial_noise_variance(&[1], 1).is_err());
        assert!(binomial_noise_variance(&[6], 5).is_err());
    }
}
