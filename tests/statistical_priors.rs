//! Are the draws distributed as they say?
//!
//! Each test draws `DRAWS` values at a fixed seed and compares them with a distribution function
//! that is not ours (statrs) or is a closed form. A test that passes shows that an error larger than
//! about the critical distance is unlikely; it does not show that the far tails are right, which
//! is what the comparisons of quantile functions on grids are for. As the seeds are fixed, a test
//! passes or fails for ever: α is the share of correct programs that would have failed when the seed
//! was chosen.

use statrs::distribution::{self, ContinuousCDF};
use zopa::prior::{
    Beta, Choice, Normal, Pert, Prior, Triangular, Uniform, beta_cdf, beta_quantile,
    exponential_quantile, logistic_quantile, normal_quantile,
};
use zopa::stream::{Purpose, Seed, Stream, StreamKey};

const DRAWS: u32 = 100_000;

/// √n Dₙ of the Kolmogorov distribution at α = 0.001, from the first term of its series,
/// α = 2 exp(−2 c²): c = √(½ ln(2 / 0.001)) = √(½ · 7.6009) = 1.9495. The next term is 10⁻¹³ of it.
const CRITICAL: f64 = 1.9495;

fn stream(name: &str) -> Stream {
    StreamKey::new(Seed(2025), Purpose::Input, name).over_worlds(0)
}

/// Kolmogorov's test of `DRAWS` draws against a continuous distribution function.
fn assert_distributed(
    name: &str,
    mut draw: impl FnMut(&mut Stream) -> f64,
    cdf: impl Fn(f64) -> f64,
) {
    let mut stream = stream(name);
    let mut draws: Vec<f64> = (0..DRAWS).map(|_| draw(&mut stream)).collect();
    draws.sort_by(f64::total_cmp);
    let n = f64::from(DRAWS);
    let distance = draws.iter().enumerate().fold(0.0_f64, |largest, (index, &value)| {
        let expected = cdf(value);
        let (before, after) = (index as f64 / n, (index + 1) as f64 / n);
        largest.max(expected - before).max(after - expected)
    });
    assert!(n.sqrt() * distance < CRITICAL, "{name}: {}", n.sqrt() * distance);
}

/// The same for a distribution of inputs and one of statrs.
fn assert_prior(name: &str, prior: &Prior, reference: &impl ContinuousCDF<f64, f64>) {
    assert_distributed(name, |stream| prior.quantile(stream.uniform()), |x| reference.cdf(x));
}

#[test]
fn uniform_draws() {
    let reference = distribution::Uniform::new(-0.5, 2.0).unwrap();
    assert_prior("uniform", &Uniform::new(-0.5, 2.0).map(Prior::Uniform).unwrap(), &reference);
}

#[test]
fn triangular_draws() {
    for (low, mode, high) in [(0.2, 0.4, 0.8), (0.0, 0.0, 1.0), (-3.0, 5.0, 5.0)] {
        let name = format!("triangular {low} {mode} {high}");
        let reference = distribution::Triangular::new(low, high, mode).unwrap();
        let prior = Triangular::new(low, mode, high).map(Prior::Triangular).unwrap();
        assert_prior(&name, &prior, &reference);
    }
}

#[test]
fn pert_draws() {
    // On [0, 1] with the mode at a quarter, the shapes are 1 + 4/4 and 1 + 4 · 3/4.
    let reference = distribution::Beta::new(2.0, 4.0).unwrap();
    assert_prior("pert", &Pert::new(0.0, 0.25, 1.0).map(Prior::Pert).unwrap(), &reference);
}

#[test]
fn beta_draws() {
    for (a, b) in [(2.0, 5.0), (0.5, 0.5), (0.3, 4.0), (80.0, 20.0), (1.0, 1.0)] {
        let reference = distribution::Beta::new(a, b).unwrap();
        let prior = Beta::new(a, b, 0.0, 1.0).map(Prior::Beta).unwrap();
        assert_prior(&format!("beta {a} {b}"), &prior, &reference);
    }
}

#[test]
fn normal_draws() {
    let reference = distribution::Normal::new(50.0, 8.0).unwrap();
    let whole =
        Normal::new(50.0, 8.0, f64::NEG_INFINITY, f64::INFINITY).map(Prior::Normal).unwrap();
    assert_prior("normal", &whole, &reference);
    let bounds = [(40.0, 65.0), (60.0, f64::INFINITY), (f64::NEG_INFINITY, 45.0), (70.0, 71.0)];
    for (min, max) in bounds {
        let prior = Normal::new(50.0, 8.0, min, max).unwrap();
        let (from, to) = (reference.cdf(min), reference.cdf(max));
        assert_distributed(
            &format!("normal {min} {max}"),
            |stream| prior.quantile(stream.uniform()),
            |x| (reference.cdf(x) - from) / (to - from),
        );
    }
}

#[test]
fn draws_of_the_engine() {
    let normal = distribution::Normal::standard();
    assert_distributed("engine normal", Stream::normal, |x| normal.cdf(x));
    let exponential = distribution::Exp::new(1.0).unwrap();
    assert_distributed("engine exponential", Stream::exponential, |x| exponential.cdf(x));
    // The closed form 1 / (1 + e⁻ˣ).
    assert_distributed("engine logistic", Stream::logistic, zopa::math::logistic);
    assert_distributed("engine uniform", Stream::uniform, |x| x);
}

#[test]
fn choices_follow_their_weights() {
    let (values, weights) = ([5.0, 1.0, 3.0, 2.0], [1.0, 2.0, 3.0, 4.0]);
    let choice = Choice::new(&values, &weights).unwrap();
    let mut stream = stream("choice");
    let mut counts = [0_u32; 4];
    for _ in 0..DRAWS {
        let drawn = choice.quantile(stream.uniform());
        let place = values.iter().position(|value| value.total_cmp(&drawn).is_eq()).unwrap();
        counts[place] += 1;
    }
    let chi_square: f64 = counts
        .iter()
        .zip(weights)
        .map(|(&count, weight)| {
            let expected = f64::from(DRAWS) * weight / 10.0;
            (f64::from(count) - expected).powi(2) / expected
        })
        .sum();
    // χ² with 3 degrees of freedom exceeds 16.266 with probability 0.001.
    assert!(chi_square < 16.266, "{chi_square}");
}

/// Waiting times from `exponential_quantile`, divided by a rate, make a Poisson process of it.
#[test]
fn exponential_gaps_make_poisson_counts() {
    let periods = f64::from(DRAWS);
    for rate in [0.2, 0.8, 5.0] {
        let mut stream = stream(&format!("poisson {rate}"));
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..DRAWS {
            let (mut time, mut count) = (stream.exponential() / rate, 0.0);
            while time < 1.0 {
                count += 1.0;
                time += stream.exponential() / rate;
            }
            sum += count;
            squares += count * count;
        }
        let mean = sum / periods;
        let variance = squares / periods - mean * mean;
        // Two-sided α = 0.001 is 3.2905 standard errors. That of the mean is √(λ/n); that of the
        // variance √((μ₄ − λ²)/n) with the fourth central moment μ₄ = λ + 3λ² of the Poisson.
        let mean_error = (rate / periods).sqrt();
        let variance_error = ((rate + 2.0 * rate * rate) / periods).sqrt();
        assert!((mean - rate).abs() < 3.2905 * mean_error, "mean {mean} for {rate}");
        assert!(
            (variance - rate).abs() < 3.2905 * variance_error,
            "variance {variance} for {rate}"
        );
    }
}

/// Equal probabilities, and tails to 10⁻¹² on both sides.
fn grid() -> impl Iterator<Item = f64> {
    let tails = [1e-12, 1e-9, 1e-6, 1e-4];
    let inner = (1..500).map(|cell| f64::from(cell) / 500.0);
    tails.into_iter().chain(inner).chain(tails.map(|tail| 1.0 - tail))
}

#[test]
fn normal_quantiles_agree_with_statrs() {
    let reference = distribution::Normal::standard();
    for u in grid() {
        // statrs inverts erfc by another rational function, good to about 10⁻¹⁴; rounding of
        // 1 − u in it costs the upper tail the rest.
        let error = normal_quantile(u) - reference.inverse_cdf(u);
        assert!(error.abs() < 1e-13 * (1.0 + normal_quantile(u).abs()), "{error:e} at {u}");
    }
}

#[test]
fn exponential_and_logistic_quantiles_lead_back() {
    let exponential = distribution::Exp::new(1.0).unwrap();
    for u in grid() {
        let error = exponential.cdf(exponential_quantile(u)) - u;
        assert!(error.abs() < 4.0 * f64::EPSILON, "{error:e} at {u}");
        let error = zopa::math::logistic(logistic_quantile(u)) - u;
        assert!(error.abs() < 4.0 * f64::EPSILON, "{error:e} at {u}");
    }
}

#[test]
fn triangular_quantiles_agree_with_statrs() {
    let reference = distribution::Triangular::new(-1.0, 4.0, 0.5).unwrap();
    let triangular = Triangular::new(-1.0, 0.5, 4.0).unwrap();
    for u in grid() {
        let error = triangular.quantile(u) - reference.inverse_cdf(u);
        // Near an end x differs from it by √u: rounding u by ε moves x by ε/√u.
        assert!(error.abs() < 1e-14 + 1e-9 * u.min(1.0 - u).sqrt(), "{error:e} at {u}");
    }
}

#[test]
fn beta_agrees_with_statrs() {
    let shapes = [(2.0, 5.0), (0.5, 0.5), (0.3, 4.0), (80.0, 20.0), (1.0, 3.0), (400.0, 700.0)];
    for (a, b) in shapes {
        let reference = distribution::Beta::new(a, b).unwrap();
        for u in grid() {
            let x = beta_quantile(a, b, u);
            // Both functions to about 10⁻¹², theirs being the rougher at large shapes; rounding x
            // next to 1 by ε moves the probability by some εᵇ.
            let tolerance = 1e-11 + zopa::math::pow(f64::EPSILON, b);
            let error = reference.cdf(x) - u;
            assert!(error.abs() < tolerance, "shapes {a} and {b} at {u}: {error:e}");
            let error = beta_cdf(a, b, x) - reference.cdf(x);
            assert!(error.abs() < 1e-11, "shapes {a} and {b} at {x}: {error:e}");
        }
    }
}
