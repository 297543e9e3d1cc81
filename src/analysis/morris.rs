//! Screening by elementary effects (Morris 1991).
//!
//! An elementary effect of input i is the difference quotient d_i = (f(x + Δe_i) − f(x))/Δ of one
//! step of a trajectory. Over r trajectories: μ_i their mean, σ_i their standard deviation
//! (Morris 1991, §2), μ*_i the mean of |d_i| (Campolongo, Cariboni & Saltelli 2007). A small
//! μ* says that an input hardly matters; a large σ, next to μ*, that its effect bends or depends on
//! the others. Effects are per unit of the design's cube, on the scale of the output.
//!
//! For a group of inputs, which move together and not all the same way, only μ* has a meaning.

use super::chance::resample;
use super::design::Trajectories;
use super::error::{AnalysisError, expect_at_least, expect_count, expect_finite, expect_share};
use super::interval::{IntervalEstimate, normal_deviate};
use crate::stream::StreamKey;

/// What screening says of a group of inputs, or of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screened {
    /// μ*: mean absolute effect, never below 0. Its interval is μ* ± z·(standard deviation of μ* over
    /// bootstrap samples of trajectories), as in SALib, and ends at 0; it reaches too little far for
    /// few trajectories.
    pub mu_star: IntervalEstimate,
    /// μ: mean effect; none for a group of several inputs.
    pub mu: Option<f64>,
    /// σ: standard deviation of the effects (divisor r − 1); none for a group of several inputs.
    pub sigma: Option<f64>,
}

/// How screening is done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Confidence level of the intervals, in (0, 1).
    pub level: f64,
    /// Bootstrap samples, at least 2.
    pub resamples: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { level: 0.95, resamples: 1000 }
    }
}

/// The elementary effects of every group, one of each trajectory, in their order. For a group of
/// several inputs the sign is that of its first input's move.
///
/// # Errors
/// Outputs that are not one for each point, or not finite.
pub fn elementary_effects(
    design: &Trajectories,
    outputs: &[f64],
) -> Result<Vec<Vec<f64>>, AnalysisError> {
    expect_count("outputs", design.points().len(), outputs.len())?;
    expect_finite("output", outputs)?;
    let mut effects = vec![vec![0.0; design.len()]; design.group_count()];
    for (trajectory, outputs) in outputs.chunks_exact(design.group_count() + 1).enumerate() {
        for (step, ends) in outputs.windows(2).enumerate() {
            let signs = design.signs(trajectory, step).zip(design.groups());
            // Each step moves one group, so the first input that moves names it.
            for (sign, &group) in signs.filter(|(sign, _)| *sign != 0.0).take(1) {
                effects[group][trajectory] = sign * (ends[1] - ends[0]) / design.step();
            }
        }
    }
    Ok(effects)
}

/// μ*, μ and σ of every group, by number. An output that never changes gives zeros throughout.
///
/// `key` gives the bootstrap samples, the same for all groups.
///
/// # Errors
/// As [`elementary_effects`]; fewer than 2 trajectories or bootstrap samples; a level outside (0, 1).
pub fn screening(
    design: &Trajectories,
    outputs: &[f64],
    settings: &Settings,
    key: &StreamKey,
) -> Result<Vec<Screened>, AnalysisError> {
    expect_share("confidence level", settings.level)?;
    expect_at_least("bootstrap samples", 2, settings.resamples)?;
    expect_at_least("trajectories", 2, design.len())?;
    let effects = elementary_effects(design, outputs)?;
    let r = design.len() as f64;
    let mut means = vec![Vec::with_capacity(settings.resamples); effects.len()];
    let mut times = Vec::new();
    for sample in 0..settings.resamples {
        resample(key, sample, design.len(), &mut times);
        for (means, effects) in means.iter_mut().zip(&effects) {
            let sum: f64 = effects.iter().zip(&times).map(|(d, &n)| d.abs() * f64::from(n)).sum();
            means.push(sum / r);
        }
    }
    let z = normal_deviate(settings.level);
    let screened = effects.iter().zip(&means).enumerate().map(|(group, (effects, means))| {
        let value = effects.iter().map(|d| d.abs()).sum::<f64>() / r;
        let half = z * standard_deviation(means);
        let mu_star = IntervalEstimate { value, low: (value - half).max(0.0), high: value + half };
        let single = design.groups().iter().filter(|&&other| other == group).count() == 1;
        let mu = single.then(|| effects.iter().sum::<f64>() / r);
        let sigma = single.then(|| standard_deviation(effects));
        Screened { mu_star, mu, sigma }
    });
    Ok(screened.collect())
}

/// With divisor n − 1.
fn standard_deviation(numbers: &[f64]) -> f64 {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    let squares: f64 = numbers.iter().map(|number| (number - mean) * (number - mean)).sum();
    (squares / (n - 1.0)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};
    use proptest::prelude::*;

    fn key(seed: u64) -> StreamKey {
        StreamKey::new(Seed(seed), Purpose::Bootstrap, "morris")
    }

    fn design(inputs: usize, count: usize, seed: u64) -> Trajectories {
        let key = StreamKey::new(Seed(seed), Purpose::Design, "morris");
        Trajectories::new(inputs, 4, count, &key).unwrap()
    }

    fn screen(design: &Trajectories, function: impl Fn(&[f64]) -> f64) -> Vec<Screened> {
        let outputs: Vec<f64> = design.points().rows().map(function).collect();
        screening(design, &outputs, &Settings::default(), &key(1)).unwrap()
    }

    #[test]
    fn a_linear_function_has_its_coefficients_for_effects() {
        let found = screen(&design(3, 10, 1), |x| 4.0 + 3.0 * x[0] - 2.0 * x[1]);
        for (found, slope) in found.iter().zip([3.0_f64, -2.0, 0.0]) {
            assert!((found.mu.unwrap() - slope).abs() < 1e-12);
            assert!((found.mu_star.value - slope.abs()).abs() < 1e-12);
            assert!(found.sigma.unwrap() < 1e-12 && found.mu_star.width() < 1e-12);
        }
    }

    #[test]
    fn a_product_has_effects_that_depend_on_the_other() {
        // d₁ = x₂ on {0, ⅓, ⅔, 1}: mean ½, variance 5/36.
        let found = screen(&design(2, 4000, 2), |x| x[0] * x[1]);
        for found in found {
            assert!((found.mu.unwrap() - 0.5).abs() < 0.03, "{found:?}");
            assert!((found.sigma.unwrap() - (5.0_f64 / 36.0).sqrt()).abs() < 0.02, "{found:?}");
        }
    }

    #[test]
    fn effects_that_cancel_show_in_mu_star() {
        // (x − ½)² on {0, ⅔} and {⅓, 1}: effects ∓1/3.
        let found = screen(&design(1, 2000, 3), |x| (x[0] - 0.5) * (x[0] - 0.5))[0];
        assert!(found.mu.unwrap().abs() < 0.03 && (found.mu_star.value - 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn a_group_moves_together() {
        let key = StreamKey::new(Seed(4), Purpose::Design, "morris");
        let design = Trajectories::grouped(&[0, 0, 1], 4, 500, &key).unwrap();
        let found = screen(&design, |x| x[0] + x[1] + 5.0 * x[2]);
        // Both the same way half of the time: |d| is 2 or 0.
        assert!((found[0].mu_star.value - 1.0).abs() < 0.2 && found[0].mu.is_none());
        assert!(found[0].sigma.is_none() && (found[1].mu_star.value - 5.0).abs() < 1e-12);
    }

    #[test]
    fn intervals_cover_at_about_their_level() {
        // d₁ = x₂ as above, so μ* = ½.
        let mut covered = 0;
        for seed in 0..400 {
            let design = design(2, 30, seed);
            let outputs: Vec<f64> = design.points().rows().map(|x| x[0] * x[1]).collect();
            let settings = Settings { resamples: 200, ..Settings::default() };
            let found = screening(&design, &outputs, &settings, &key(seed)).unwrap();
            covered += u32::from(found[0].mu_star.contains(0.5));
        }
        // Standard deviation 1.1%; the normal interval of 30 loses about 1%.
        let coverage = f64::from(covered) / 400.0;
        assert!((0.89..0.98).contains(&coverage), "{coverage}");
    }

    #[test]
    fn a_constant_output_has_no_effects() {
        for found in screen(&design(2, 5, 1), |_| 3.0) {
            assert_eq!(found.mu_star, IntervalEstimate { value: 0.0, low: 0.0, high: 0.0 });
            assert_eq!((found.mu, found.sigma), (Some(0.0), Some(0.0)));
        }
    }

    proptest! {
        #[test]
        fn mu_star_is_at_least_mu(seed in any::<u64>(), a in -3.0_f64..3.0, b in -3.0_f64..3.0) {
            let found = screen(&design(2, 4, seed), |x| a * x[0] + b * x[0] * x[1] * x[1]);
            for found in found {
                prop_assert!(found.mu_star.value >= found.mu.unwrap().abs() - 1e-12);
                prop_assert!(found.mu_star.contains(found.mu_star.value));
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let two = design(2, 3, 1);
        let settings = Settings::default();
        assert!(screening(&two, &[0.0; 8], &settings, &key(1)).is_err());
        assert!(screening(&two, &[f64::NAN; 9], &settings, &key(1)).is_err());
        assert!(screening(&design(2, 1, 1), &[0.0; 3], &settings, &key(1)).is_err());
        let settings = Settings { level: 0.0, ..settings };
        assert!(screening(&two, &[0.0; 9], &settings, &key(1)).is_err());
    }
}
