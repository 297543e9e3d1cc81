//! The texts that are tabled: a weighted mean of positions, walled in, with a drafter's error.
//!
//! x̄_k = Σ_i π_i c_i w_ik p_ik / Σ_i π_i c_i w_ik, with equal pens the compromise model (Van den
//! Bos 1991; Achen 2006), the most accurate simple model on EU decisions. Because positions are
//! linear in the concessions α, so is x̄: a world keeps x̄_k = base_k + Σ_i α_i slope_ik for every
//! pen holder.

use super::player::Player;
use crate::model::Scenario;
use crate::solution::Stake;

/// The mean text as a linear function of the concessions, one for each pen holder.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    /// `base[pen * issues + k]`.
    base: Vec<f64>,
    /// `slope[(pen * issues + k) * players + i]`.
    slope: Vec<f64>,
    /// ω: what all positions on an issue weigh together, `weight[pen * issues + k]`.
    weight: Vec<f64>,
}

impl Texts {
    /// Works out base and slopes for `limit(i, k)`. There is one pen, everybody's, when a mediator
    /// tables texts, and otherwise one for each principal in file order.
    pub(crate) fn prepare(
        &mut self,
        scenario: &Scenario,
        pen: f64,
        players: &[Player],
        stakes: &[Stake],
        limit: impl Fn(usize, usize) -> f64,
    ) {
        let (n, m) = (players.len(), scenario.issues.len());
        self.base.clear();
        self.slope.clear();
        self.weight.clear();
        let mut hold = |holder: Option<usize>| {
            let weight = |i: usize, k: usize| {
                let pen = if holder == Some(i) { 1.0 + pen } else { 1.0 };
                pen * players[i].influence * stakes[i * m + k].weight
            };
            let total = |k: usize| (0..n).map(|i| weight(i, k)).sum::<f64>();
            for k in 0..m {
                let sum: f64 = (0..n).map(|i| weight(i, k) * stakes[i * m + k].opening).sum();
                // An issue that nobody with influence cares about stays in the middle.
                self.base.push(if total(k) > 0.0 { sum / total(k) } else { 0.5 });
                self.weight.push(total(k));
            }
            for k in 0..m {
                let total = total(k);
                for i in 0..n {
                    let way = limit(i, k) - stakes[i * m + k].opening;
                    let share = if total > 0.0 { weight(i, k) / total } else { 0.0 };
                    self.slope.push(share * way);
                }
            }
        };
        if scenario.mediation.style.is_some() {
            hold(None);
        } else {
            scenario.principals().for_each(|i| hold(Some(i)));
        }
    }

    /// ω of every issue for pen number `pen`.
    pub(crate) fn weights(&self, pen: usize, issues: usize) -> &[f64] {
        &self.weight[pen * issues..(pen + 1) * issues]
    }

    /// The mean text of pen number `pen` at the concessions `alphas`, before walls and errors.
    #[inline]
    pub(crate) fn mean(&self, pen: usize, alphas: &[f64], text: &mut [f64]) {
        let m = text.len();
        let bases = &self.base[pen * m..];
        let rows = self.slope[pen * alphas.len() * m..].chunks_exact(alphas.len());
        for ((x, &base), row) in text.iter_mut().zip(bases).zip(rows) {
            *x = alphas.iter().zip(row).fold(base, |x, (alpha, slope)| x + alpha * slope);
        }
    }
}
