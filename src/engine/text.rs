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
    /// What a position counts for in the mean, π_i c_i w_ik / ω_k, `share[(pen * issues + k) * players + i]`.
    share: Vec<f64>,
    /// … times the way from the opening to the limit.
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
        self.base.clear();
        self.share.clear();
        self.weight.clear();
        if scenario.mediation.style.is_some() {
            self.hold(None, pen, players, stakes);
        } else {
            scenario.principals().for_each(|i| self.hold(Some(i), pen, players, stakes));
        }
        self.slope_to(stakes, players.len(), limit);
    }

    /// The same texts where limits have moved: openings and shares stay as `before`.
    pub(crate) fn move_limits(
        &mut self,
        before: &Self,
        stakes: &[Stake],
        players: usize,
        limit: impl Fn(usize, usize) -> f64,
    ) {
        self.base.clone_from(&before.base);
        self.share.clone_from(&before.share);
        self.weight.clone_from(&before.weight);
        self.slope_to(stakes, players, limit);
    }

    /// Bases, shares and weights where this party holds the pen.
    fn hold(&mut self, holder: Option<usize>, pen: f64, players: &[Player], stakes: &[Stake]) {
        let issues = stakes.len() / players.len();
        for k in 0..issues {
            let row = self.share.len();
            let (mut total, mut sum) = (0.0, 0.0);
            for (i, player) in players.iter().enumerate() {
                let stake = &stakes[i * issues + k];
                let hand = if holder == Some(i) { 1.0 + pen } else { 1.0 };
                let weight = hand * player.influence * stake.weight;
                total += weight;
                sum += weight * stake.opening;
                self.share.push(weight);
            }
            // An issue that nobody with influence cares about stays in the middle.
            self.base.push(if total > 0.0 { sum / total } else { 0.5 });
            self.weight.push(total);
            for share in &mut self.share[row..] {
                *share = if total > 0.0 { *share / total } else { 0.0 };
            }
        }
    }

    fn slope_to(&mut self, stakes: &[Stake], players: usize, limit: impl Fn(usize, usize) -> f64) {
        let issues = stakes.len() / players;
        self.slope.clear();
        for (row, shares) in self.share.chunks_exact(players).enumerate() {
            let k = row % issues;
            let ways = (0..players).map(|i| limit(i, k) - stakes[i * issues + k].opening);
            self.slope.extend(shares.iter().zip(ways).map(|(share, way)| share * way));
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
