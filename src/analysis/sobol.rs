//! Variance-based sensitivity indices (Sobol' 1993).
//!
//! The first-order index S_i = V[E(Y | X_i)]/V(Y) is the share of the output's variance that input i
//! explains by itself; the total-order index T_i = E[V(Y | all but X_i)]/V(Y) is the share it takes
//! part in. ΣS_i ≤ 1 ≤ ΣT_i for independent inputs, with equality for an additive model, and
//! T_i = 0 only for an input without any effect. Both need the design of
//! [`Saltelli`](super::design::Saltelli). With f_A, f_B, f_ABi the outputs at its three kinds of
//! point, N rows, V̂ the variance over A and B together, outputs centred:
//!
//! ```text
//! first  Saltelli et al. (2010), table 2 (b)   S_i = (1/N) Σ f_B (f_ABi − f_A) / V̂
//!        Jansen (1999), table 2 (c)            S_i = 1 − (1/2N) Σ (f_B − f_ABi)² / V̂
//! total  Jansen (1999), table 2 (f)            T_i = (1/2N) Σ (f_A − f_ABi)² / V̂
//! ```
//!
//! Estimates of small indices can lie slightly below 0. Intervals are percentile bootstrap intervals
//! over rows (Archer, Saltelli & Sobol' 1997), which take rows for independent: exact in the limit for
//! random points, too wide for Sobol' points, whose errors are smaller than those of independent rows.
//!
//! **Noise.** Where the output is itself an estimate with independent errors of variance τ², the
//! errors add τ² to V̂ and to the numerator of T_i and leave that of S_i as it is; both are taken out.
//! Where A and AB⁽ⁱ⁾ share their chance, the noise of each difference is handed in by pairs
//! ([`SaltelliOutputs::with_pair_noise`]) and taken out of T_i instead; Saltelli's S_i stays as it is
//! as long as B has chance of its own.

use super::chance::resample;
use super::design::SaltelliOutputs;
use super::error::{AnalysisError, expect_at_least, expect_share};
use super::interval::{IntervalEstimate, percentiles};
use crate::stream::StreamKey;

/// An output whose range over A and B is below this share of its size does not vary: the rest is
/// rounding.
const ROUNDING: f64 = 1e-12;

/// Which estimator of the first order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstOrder {
    /// Saltelli et al. (2010), as SALib: better for small indices.
    #[default]
    Saltelli,
    /// Jansen (1999): better for large ones.
    Jansen,
}

/// How indices are estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The estimator of the first order.
    pub first_order: FirstOrder,
    /// Confidence level of the intervals, in (0, 1).
    pub level: f64,
    /// Bootstrap samples, at least 2.
    pub resamples: usize,
    /// Indices have converged when no interval is wider than this (Sarrazin, Pianosi & Wagener 2016,
    /// whose threshold is the default).
    pub width: f64,
    /// Variance τ² of the errors of an output, independent between points; 0 where outputs are exact.
    pub noise_variance: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            first_order: FirstOrder::default(),
            level: 0.95,
            resamples: 1000,
            width: 0.05,
            noise_variance: 0.0,
        }
    }
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The output does not vary: there is nothing to explain.
    Constant {
        /// Its value.
        value: f64,
    },
    /// All its variance can be noise: more histories a point are needed before anything can be
    /// explained.
    NoiseAlone {
        /// Variance of the output.
        observed: f64,
        /// Variance of its errors.
        noise: f64,
    },
    /// Indices.
    Indices(Indices),
}

/// Indices of every input.
#[derive(Clone, Debug, PartialEq)]
pub struct Indices {
    /// One for each input, in the order of the design.
    pub inputs: Vec<Index>,
    /// Mean output over A and B.
    pub mean: f64,
    /// Variance of the output over A and B, without the noise.
    pub variance: f64,
    /// Share of the observed variance that is noise, in [0, 1).
    pub noise_share: f64,
    /// ΣS_i: what is missing to 1 is interaction.
    pub first_order_sum: f64,
    /// The widest of all intervals.
    pub widest: f64,
    /// Is it within the stated width?
    pub converged: bool,
    /// Bootstrap samples in which all variance was noise, left out of the intervals: more than a few
    /// mean that the intervals are too short.
    pub undefined_resamples: usize,
}

/// The two indices of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// S_i: what the input explains by itself, in [0, 1] but for sampling error.
    pub first: IntervalEstimate,
    /// T_i: what it takes part in, at least S_i but for sampling error.
    pub total: IntervalEstimate,
}

/// What is averaged over rows, row after row: the mean and the mean square of f_A and f_B, then the
/// numerators of the first order, then those of the total order.
struct Terms {
    width: usize,
    rows: Vec<f64>,
    first_order: FirstOrder,
    noise: f64,
    /// What of the numerator of a total order is noise and not yet taken out row by row.
    noise_of_total: f64,
}

impl Terms {
    fn new(outputs: &SaltelliOutputs<'_>, centre: f64, settings: &Settings) -> Self {
        let width = 2 + 2 * outputs.inputs();
        let mut rows = Vec::with_capacity(width * outputs.base());
        let inputs = outputs.inputs();
        for (row, (a, mixed, b)) in outputs.rows().enumerate() {
            let noise =
                |input: usize| outputs.pair_noise().map_or(0.0, |all| all[row * inputs + input]);
            let (a, b) = (a - centre, b - centre);
            rows.extend([0.5 * (a + b), 0.5 * (a * a + b * b)]);
            rows.extend(mixed.iter().map(|ab| match settings.first_order {
                FirstOrder::Saltelli => b * (ab - centre - a),
                FirstOrder::Jansen => 0.5 * (b - (ab - centre)) * (b - (ab - centre)),
            }));
            rows.extend(mixed.iter().enumerate().map(|(input, ab)| {
                let difference = a - (ab - centre);
                0.5 * (difference * difference - noise(input))
            }));
        }
        let noise = settings.noise_variance;
        let noise_of_total = if outputs.pair_noise().is_some() { 0.0 } else { noise };
        Self { width, rows, first_order: settings.first_order, noise, noise_of_total }
    }

    /// Means of the terms, each row counted as often as `times` says.
    fn means(&self, times: impl Iterator<Item = f64>, means: &mut [f64]) {
        means.fill(0.0);
        let mut count = 0.0;
        for (row, times) in self.rows.chunks_exact(self.width).zip(times) {
            count += times;
            if times > 0.0 {
                for (mean, term) in means.iter_mut().zip(row) {
                    *mean += times * term;
                }
            }
        }
        for mean in means {
            *mean /= count;
        }
    }

    /// V̂ of the means of the terms, noise included.
    fn observed_variance(means: &[f64]) -> f64 {
        means[1] - means[0] * means[0]
    }

    /// All S_i, then all T_i; none when all variance is noise.
    fn indices(&self, means: &[f64]) -> Option<Vec<f64>> {
        let observed = Self::observed_variance(means);
        let variance = observed - self.noise;
        let inputs = (self.width - 2) / 2;
        (variance > 0.0).then(|| {
            let first = means[2..2 + inputs].iter().map(|numerator| match self.first_order {
                FirstOrder::Saltelli => numerator / variance,
                FirstOrder::Jansen => (observed - numerator) / variance,
            });
            let total =
                means[2 + inputs..].iter().map(|sum| (sum - self.noise_of_total) / variance);
            first.chain(total).collect()
        })
    }
}

/// First- and total-order indices of the outputs at the points of a Saltelli design.
///
/// `key` gives the bootstrap samples: the same key, the same intervals.
///
/// # Errors
/// A level outside (0, 1); fewer than 2 bootstrap samples; a width that is not above 0; a noise
/// variance that is negative or not finite.
pub fn indices(
    outputs: &SaltelliOutputs<'_>,
    settings: &Settings,
    key: &StreamKey,
) -> Result<Outcome, AnalysisError> {
    check(settings)?;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for output in outputs.rows().flat_map(|(a, _, b)| [a, b]) {
        (low, high) = (low.min(output), high.max(output));
    }
    if high - low <= ROUNDING * low.abs().max(high.abs()) {
        return Ok(Outcome::Constant { value: low });
    }
    let all = outputs.all();
    let centre = all.iter().sum::<f64>() / all.len() as f64;
    let terms = Terms::new(outputs, centre, settings);
    let mut means = vec![0.0; terms.width];
    terms.means(std::iter::repeat(1.0), &mut means);
    let (mean, observed) = (means[0] + centre, Terms::observed_variance(&means));
    let noise_alone = Outcome::NoiseAlone { observed, noise: settings.noise_variance };
    let Some(values) = terms.indices(&means) else { return Ok(noise_alone) };

    let mut samples = vec![Vec::with_capacity(settings.resamples); values.len()];
    let mut times = Vec::new();
    for sample in 0..settings.resamples {
        resample(key, sample, outputs.base(), &mut times);
        terms.means(times.iter().map(|&times| f64::from(times)), &mut means);
        for (values, value) in samples.iter_mut().zip(terms.indices(&means).into_iter().flatten()) {
            values.push(value);
        }
    }
    let undefined_resamples = settings.resamples - samples[0].len();
    if 2 * undefined_resamples > settings.resamples {
        return Ok(noise_alone);
    }
    let estimates: Vec<IntervalEstimate> = values
        .iter()
        .zip(&mut samples)
        .map(|(&value, samples)| {
            let (low, high) = percentiles(samples, settings.level);
            IntervalEstimate { value, low, high }
        })
        .collect();
    let widest = estimates.iter().map(IntervalEstimate::width).fold(0.0, f64::max);
    let (first, total) = estimates.split_at(outputs.inputs());
    let both = first.iter().zip(total);
    Ok(Outcome::Indices(Indices {
        inputs: both.map(|(&first, &total)| Index { first, total }).collect(),
        mean,
        variance: observed - settings.noise_variance,
        noise_share: settings.noise_variance / observed,
        first_order_sum: first.iter().map(|estimate| estimate.value).sum(),
        widest,
        converged: widest <= settings.width,
        undefined_resamples,
    }))
}

fn check(settings: &Settings) -> Result<(), AnalysisError> {
    expect_share("confidence level", settings.level)?;
    expect_at_least("bootstrap samples", 2, settings.resamples)?;
    let above = |what, value: f64, fine: bool, range| {
        if fine { Ok(()) } else { Err(AnalysisError::OutOfRange { what, range, value }) }
    };
    above("width of an interval", settings.width, settings.width > 0.0, "above 0")?;
    let tau = settings.noise_variance;
    above("noise variance", tau, tau.is_finite() && tau >= 0.0, "finite and not below 0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::design::{Saltelli, random};
    use crate::stream::{Purpose, Seed};

    fn key(seed: u64) -> StreamKey {
        StreamKey::new(Seed(seed), Purpose::Bootstrap, "sobol")
    }

    fn design_key(seed: u64) -> StreamKey {
        StreamKey::new(Seed(seed), Purpose::Design, "sobol")
    }

    fn evaluate(design: &Saltelli, function: impl FnMut(&[f64]) -> f64) -> Vec<f64> {
        design.points().rows().map(function).collect()
    }

    fn of(inputs: usize, outputs: &[f64], settings: &Settings) -> Outcome {
        indices(&SaltelliOutputs::new(inputs, outputs).unwrap(), settings, &key(1)).unwrap()
    }

    fn found(outcome: Outcome) -> Indices {
        match outcome {
            Outcome::Indices(indices) => indices,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_additive_function_has_the_shares_of_its_terms() {
        // V_i = c_i²/12: shares 1/14, 4/14, 9/14.
        let design = Saltelli::sobol(3, 4096).unwrap();
        let outputs = evaluate(&design, |x| 5.0 + x[0] + 2.0 * x[1] - 3.0 * x[2]);
        for first_order in [FirstOrder::Saltelli, FirstOrder::Jansen] {
            let settings = Settings { first_order, resamples: 200, ..Settings::default() };
            let found = found(of(3, &outputs, &settings));
            for (index, share) in found.inputs.iter().zip([1.0, 4.0, 9.0]) {
                assert!((index.first.value - share / 14.0).abs() < 2e-3, "{index:?}");
                assert!((index.total.value - share / 14.0).abs() < 2e-3, "{index:?}");
                assert!(index.first.contains(share / 14.0) && index.total.contains(share / 14.0));
            }
            assert!((found.first_order_sum - 1.0).abs() < 3e-3);
            assert!((found.variance - 14.0 / 12.0).abs() < 2e-3 && (found.mean - 5.0).abs() < 1e-3);
        }
    }

    #[test]
    fn the_product_of_two_signs_is_all_interaction() {
        let design = Saltelli::scrambled(2, 1024, &design_key(1)).unwrap();
        let sign = |x: f64| if x < 0.5 { -1.0 } else { 1.0 };
        let outputs = evaluate(&design, |x| sign(x[0]) * sign(x[1]));
        let found = found(of(2, &outputs, &Settings::default()));
        for index in &found.inputs {
            assert!(index.first.value.abs() < 0.02 && (index.total.value - 1.0).abs() < 0.02);
        }
    }

    #[test]
    fn one_input_explains_everything() {
        let design = Saltelli::sobol(1, 1024).unwrap();
        let outputs = evaluate(&design, |x| x[0] * x[0]);
        let found = found(of(1, &outputs, &Settings::default()));
        let index = found.inputs[0];
        assert!((index.first.value - 1.0).abs() < 5e-3 && (index.total.value - 1.0).abs() < 5e-3);
    }

    #[test]
    fn a_constant_output_is_said_to_be_constant() {
        assert_eq!(of(2, &[7.0; 40], &Settings::default()), Outcome::Constant { value: 7.0 });
        assert_eq!(of(2, &[0.0; 40], &Settings::default()), Outcome::Constant { value: 0.0 });
        // Rounding is not variation.
        let outputs: Vec<f64> = (0..40).map(|i| 1.0 + f64::from(i % 2) * f64::EPSILON).collect();
        assert_eq!(of(2, &outputs, &Settings::default()), Outcome::Constant { value: 1.0 });
    }

    #[test]
    fn an_input_without_effect_has_none() {
        let design = Saltelli::sobol(2, 256).unwrap();
        let outputs = evaluate(&design, |x| x[0]);
        let idle = found(of(2, &outputs, &Settings::default())).inputs[1];
        assert!(idle.first == IntervalEstimate { value: 0.0, low: 0.0, high: 0.0 });
        assert!(idle.total == idle.first);
    }

    #[test]
    fn scale_and_shift_of_the_output_change_nothing() {
        let design = Saltelli::sobol(3, 256).unwrap();
        let function = |x: &[f64]| x[0] + x[1] * x[2];
        let plain = found(of(3, &evaluate(&design, function), &Settings::default()));
        let moved = evaluate(&design, |x| -300.0 * function(x) + 1e4);
        let moved = found(of(3, &moved, &Settings::default()));
        for (a, b) in plain.inputs.iter().zip(&moved.inputs) {
            assert!((a.first.value - b.first.value).abs() < 1e-9);
            assert!((a.total.high - b.total.high).abs() < 1e-9);
        }
    }

    /// Σ c_i x_i over random points, with shares in (0, 1), and Gaussian errors.
    fn noisy(seed: u64, base: usize, tau: f64) -> Vec<f64> {
        let points = random(6, base, &design_key(seed)).unwrap();
        let design = Saltelli::from_base(&points).unwrap();
        let mut stream = key(seed).over_worlds(0);
        evaluate(&design, |x| x[0] + 2.0 * x[1] * x[2] + tau * stream.normal())
    }

    /// f = x₁ + 2x₂x₃: V₁ = 1/12, V₂ = V₃ = 1/12, V₂₃ = 4/144.
    const FIRST: [f64; 3] = [0.3, 0.3, 0.3];
    const TOTAL: [f64; 3] = [0.3, 0.4, 0.4];

    #[test]
    fn intervals_cover_at_about_their_level_with_noise_and_without() {
        // Without noise, and with half as much as the variance explained, 10/36.
        for tau in [0.0, (5.0_f64 / 36.0).sqrt()] {
            let settings =
                Settings { resamples: 200, noise_variance: tau * tau, ..Settings::default() };
            let (mut covered, mut asked) = ([0; 2], 0);
            for seed in 0..200 {
                let outputs = noisy(seed, 300, tau);
                let outputs = SaltelliOutputs::new(3, &outputs).unwrap();
                let found = found(indices(&outputs, &settings, &key(seed)).unwrap());
                for (i, index) in found.inputs.iter().enumerate() {
                    covered[0] += u32::from(index.first.contains(FIRST[i]));
                    covered[1] += u32::from(index.total.contains(TOTAL[i]));
                    asked += 1;
                }
            }
            for covered in covered {
                // 200 independent repetitions of three related ones: standard deviation at most
                // 1.5%; percentile intervals of 200 samples lose a little.
                let coverage = f64::from(covered) / f64::from(asked);
                assert!((0.905..0.985).contains(&coverage), "{tau}: {coverage}");
            }
        }
    }

    #[test]
    fn noise_of_known_variance_is_taken_out() {
        // Noise variance as large as the variance explained, 10/36.
        let tau = (10.0_f64 / 36.0).sqrt();
        for first_order in [FirstOrder::Saltelli, FirstOrder::Jansen] {
            let (mut first, mut total, mut share) = ([0.0; 3], [0.0; 3], 0.0);
            let settings = Settings {
                first_order,
                noise_variance: tau * tau,
                resamples: 2,
                ..Settings::default()
            };
            for seed in 0..60 {
                let found = found(of(3, &noisy(seed, 1000, tau), &settings));
                share += found.noise_share / 60.0;
                for (i, index) in found.inputs.iter().enumerate() {
                    first[i] += index.first.value / 60.0;
                    total[i] += index.total.value / 60.0;
                }
            }
            assert!((share - 0.5).abs() < 0.01, "{share}");
            for i in 0..3 {
                assert!((first[i] - FIRST[i]).abs() < 0.04, "{first_order:?} {first:?}");
                assert!((total[i] - TOTAL[i]).abs() < 0.04, "{first_order:?} {total:?}");
            }
        }
    }

    #[test]
    fn an_output_of_noise_alone_is_said_to_be_so() {
        let points = random(2, 200, &design_key(1)).unwrap();
        let design = Saltelli::from_base(&points).unwrap();
        let mut stream = key(1).over_worlds(0);
        let outputs = evaluate(&design, |_| stream.normal());
        let settings = Settings { noise_variance: 1.5, ..Settings::default() };
        assert!(matches!(of(1, &outputs, &settings), Outcome::NoiseAlone { .. }));
    }

    #[test]
    fn settings_that_mean_nothing_are_refused() {
        let refused = |settings: Settings| {
            let outputs = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
            indices(&SaltelliOutputs::new(1, &outputs).unwrap(), &settings, &key(1)).unwrap_err()
        };
        refused(Settings { level: 1.0, ..Settings::default() });
        refused(Settings { resamples: 1, ..Settings::default() });
        refused(Settings { width: f64::NAN, ..Settings::default() });
        refused(Settings { noise_variance: -1.0, ..Settings::default() });
    }
}
