//! Test functions of sensitivity analysis whose indices are known in closed form, and the one that
//! screening was introduced with.

use std::f64::consts::PI;

/// Ishigami & Homma (1990) with a = 7, b = 0.1, on the unit cube: x_i = π(2u_i − 1).
pub(crate) fn ishigami(u: &[f64]) -> f64 {
    let x: Vec<f64> = u.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
    let (sin, second) = (libm::sin(x[0]), libm::sin(x[1]));
    sin + 7.0 * second * second + 0.1 * x[2] * x[2] * x[2] * x[2] * sin
}

/// First- and total-order indices of [`ishigami`] (Saltelli et al. 2008):
/// V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8, V₁₃ = 8b²π⁸/225.
pub(crate) fn ishigami_indices() -> ([f64; 3], [f64; 3]) {
    let (a, b) = (7.0, 0.1);
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0) * (1.0 + b * PI.powi(4) / 5.0);
    let (second, both) = (a * a / 8.0, 8.0 * b * b * PI.powi(8) / 225.0);
    let variance = first + second + both;
    (
        [first / variance, second / variance, 0.0],
        [(first + both) / variance, second / variance, both / variance],
    )
}

/// Coefficients of [`sobol_g`].
pub(crate) const G: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

/// Sobol' G: Π (|4u_i − 2| + a_i)/(1 + a_i).
pub(crate) fn sobol_g(u: &[f64]) -> f64 {
    u.iter().zip(G).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product()
}

/// First- and total-order indices of [`sobol_g`]: V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) − 1.
pub(crate) fn sobol_g_indices() -> ([f64; 8], [f64; 8]) {
    let parts = G.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let all: f64 = parts.iter().map(|part| 1.0 + part).product();
    (
        parts.map(|part| part / (all - 1.0)),
        parts.map(|part| part * all / (1.0 + part) / (all - 1.0)),
    )
}

/// Morris (1991), §5: 20 inputs, of which the last ten hardly matter. The small coefficients, which
/// were drawn at random there, are (−1)^i and (−1)^(i + j).
pub(crate) fn morris(u: &[f64]) -> f64 {
    let w: Vec<f64> = u
        .iter()
        .enumerate()
        .map(|(i, u)| match i {
            2 | 4 | 6 => 2.0 * (1.1 * u / (u + 0.1) - 0.5),
            _ => 2.0 * (u - 0.5),
        })
        .collect();
    let sign = |odd: usize| if odd.is_multiple_of(2) { 1.0 } else { -1.0 };
    let mut y = 0.0;
    for i in 0..20 {
        y += if i < 10 { 20.0 } else { sign(i + 1) } * w[i];
        for j in i + 1..20 {
            y += if j < 6 { -15.0 } else { sign(i + j) } * w[i] * w[j];
            for k in j + 1..5 {
                y -= 10.0 * w[i] * w[j] * w[k];
                for s in k + 1..4 {
                    y += 5.0 * w[i] * w[j] * w[k] * w[s];
                }
            }
        }
    }
    y
}
