//! Preferences on one issue, and the value they add up to: V_i, what a text is worth before beliefs
//! about breach.
//!
//! V_i(x) = 1 − Σ_k w_ik ℓ_ik(x) − (λ_i − 1) Σ_k w_ik max(0, ℓ_ik(x) − ℓ_ik(x°)) with
//! ℓ_ik(x) = |x_k − θ_ik|^γ: the spatial utility of bargaining theory with losses against the
//! status quo x° weighing λ times (Tversky & Kahneman 1991, reference-dependent choice).

use crate::model::Loss;

/// What one party has at stake on one issue; positions in [0, 1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stake {
    /// Normalised salience w.
    pub weight: f64,
    /// Ideal θ.
    pub ideal: f64,
    /// Opening o.
    pub opening: f64,
    /// Limit l.
    pub limit: f64,
    /// ℓ at the status quo (on the front-line issue: at L₀); infinite where there is none, so
    /// that nothing counts as lost against it.
    pub status_quo_loss: f64,
    /// The lowest position its red line allows.
    pub wall_low: f64,
    /// The highest position its red line allows.
    pub wall_high: f64,
    /// Expected coordinate of the war, x^war; on the front-line issue that of the as-of date.
    pub war: f64,
}

impl Stake {
    /// A party without stake in an issue.
    pub const NONE: Self = Self {
        weight: 0.0,
        ideal: 0.5,
        opening: 0.5,
        limit: 0.5,
        status_quo_loss: f64::INFINITY,
        wall_low: 0.0,
        wall_high: 1.0,
        war: 0.5,
    };

    /// Value lost at coordinate `x`, against a status quo of loss `status_quo_loss`.
    #[inline]
    pub fn lost(&self, shape: Loss, aversion: f64, x: f64, status_quo_loss: f64) -> f64 {
        let loss = loss(shape, x - self.ideal);
        self.weight * (loss + aversion * (loss - status_quo_loss).max(0.0))
    }

    /// Does its red line forbid coordinate `x`?
    #[inline]
    pub fn forbids(&self, x: f64) -> bool {
        x < self.wall_low || x > self.wall_high
    }
}

/// ℓ = |d|^γ.
#[inline]
pub fn loss(shape: Loss, distance: f64) -> f64 {
    match shape {
        Loss::Linear => distance.abs(),
        Loss::Quadratic => distance * distance,
    }
}
