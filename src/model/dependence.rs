//! Inputs that hang together: hidden causes and rank correlations.
//!
//! A Gaussian copula: input i falls where the score z_i = Σ_f λ_if F_f + d_i r_i falls among standard normal
//! numbers. F_f is the score of factor f, the same for all that load on it; r_i is what is the input's own,
//! with d_i² = 1 − Σ_f λ_if². Its level Φ(z_i) is uniform, so every input keeps its distribution as written.
//!
//! A rank correlation is Spearman's. Of normal scores with correlation r it is ρ = 6/π · asin(r/2), so
//! r = 2 sin(π ρ/6) (Pearson 1907). What is stated of a pair holds for the pair as a whole: its own parts
//! make up for what factors give it already. Pairs of which nothing is stated have what factors give them.

use super::InputId;
use crate::math::{self, Symmetric};

/// Loadings whose squares add up to no more than this above 1 do so by rounding.
const ROUNDING: f64 = 1e-9;
/// Correlations are written with three decimals in a mend.
const WRITTEN: f64 = 1000.0;

/// What hangs together, and how levels follow from it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dependence {
    /// Hidden causes, in the order of the file.
    pub factors: Vec<CommonFactor>,
    /// Rank correlations, in the order of the file.
    pub correlations: Vec<RankCorrelation>,
    members: Vec<Member>,
}

/// A hidden cause of several inputs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CommonFactor {
    /// Its name in the file; its random numbers go by it.
    pub id: String,
    /// Plain name.
    pub title: String,
    /// λ ∈ [−1, 1] by input: the correlation of the input's score with the factor's.
    pub loadings: Vec<(InputId, f64)>,
}

impl CommonFactor {
    /// A factor; made by the loader only.
    pub(crate) fn new(id: String, title: String, loadings: Vec<(InputId, f64)>) -> Self {
        Self { id, title, loadings }
    }

    fn loading(&self, input: InputId) -> f64 {
        let own = self.loadings.iter().find(|(id, _)| *id == input);
        own.map_or(0.0, |(_, loading)| *loading)
    }
}

/// Spearman's rank correlation of a pair of inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankCorrelation {
    /// The pair.
    pub between: [InputId; 2],
    /// ρ ∈ [−1, 1].
    pub spearman: f64,
}

impl RankCorrelation {
    fn is_of(&self, one: InputId, other: InputId) -> bool {
        self.between == [one, other] || self.between == [other, one]
    }
}

/// An input that hangs together with others.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The input.
    pub input: InputId,
    /// Weights of the factors' scores, by number of the factor.
    loadings: Vec<(usize, f64)>,
    /// Weights of members' own scores, by number of the member: no later one than itself.
    own: Vec<(usize, f64)>,
    /// Does it fall where its own draw falls?
    free: bool,
}

impl Member {
    /// Its score, from those of the factors and the members' own.
    #[inline]
    pub fn score(&self, factors: &[f64], own: &[f64]) -> f64 {
        let common: f64 = self.loadings.iter().map(|&(factor, by)| by * factors[factor]).sum();
        common + self.own.iter().map(|&(member, by)| by * own[member]).sum::<f64>()
    }

    /// Does it fall where its own draw falls, others leaning on it? Then the draw is taken as it is, to the
    /// last bit.
    pub fn is_free(&self) -> bool {
        self.free
    }
}

/// No numbers hang together like this.
#[derive(Clone, Debug, PartialEq)]
pub struct Impossible {
    /// The nearest correlations that are possible beside the factors, to three decimals.
    pub nearest: Vec<RankCorrelation>,
}

impl Dependence {
    /// What follows from factors and correlations, each pair stated once and Σ_f λ_if² ≤ 1 for each input.
    ///
    /// `name` is what an input's random numbers go by: members are ordered by it, so that the order of the
    /// file changes nothing.
    ///
    /// # Errors
    /// When no joint distribution has these correlations.
    pub(crate) fn new(
        factors: Vec<CommonFactor>,
        correlations: Vec<RankCorrelation>,
        name: impl Fn(InputId) -> String,
    ) -> Result<Self, Impossible> {
        let loaded = factors.iter().flat_map(|factor| factor.loadings.iter().map(|(id, _)| *id));
        let mut inputs: Vec<InputId> =
            loaded.chain(correlations.iter().flat_map(|pair| pair.between)).collect();
        inputs.sort_by_key(|&id| (name(id), id));
        inputs.dedup();
        let own = OwnParts { factors: &factors, inputs: &inputs };
        let matrix = own.matrix(&correlations).filter(Symmetric::is_semidefinite);
        let Some(matrix) = matrix else { return Err(own.nearest(&correlations)) };
        let members = matrix.lower_root().into_iter().enumerate().map(|(index, row)| {
            let input = inputs[index];
            let loadings = factors.iter().map(|factor| factor.loading(input)).enumerate();
            let scale = own.scale(input);
            let weights = row.into_iter().map(|weight| weight * scale).enumerate();
            let some = |&(_, weight): &(usize, f64)| weight != 0.0;
            let loadings: Vec<_> = loadings.filter(some).collect();
            let own: Vec<_> = weights.filter(some).collect();
            let free = loadings.is_empty() && own.iter().all(|(member, _)| *member == index);
            Member { input, loadings, own, free }
        });
        let members = members.collect();
        Ok(Self { factors, correlations, members })
    }

    /// The inputs that hang together, each after those whose own scores it leans on.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Does this input hang together with others?
    pub fn holds(&self, input: InputId) -> bool {
        self.members.iter().any(|member| member.input == input)
    }

    /// Spearman's rank correlation of two inputs, as far as their values are not tied.
    pub fn spearman(&self, one: InputId, other: InputId) -> f64 {
        let stated = self.correlations.iter().find(|pair| pair.is_of(one, other));
        let common = || self.factors.iter().map(|f| f.loading(one) * f.loading(other)).sum();
        stated.map_or_else(|| spearman(common()), |pair| pair.spearman)
    }

    /// The same of a scenario that has other ids for its inputs, as far as it has them.
    pub(crate) fn translated(
        &self,
        id: impl Fn(InputId) -> Option<InputId>,
        name: impl Fn(InputId) -> String,
    ) -> Option<Self> {
        let factors = self.factors.iter().map(|factor| {
            let known = factor.loadings.iter();
            let loadings = known.filter_map(|&(input, loading)| Some((id(input)?, loading)));
            CommonFactor { loadings: loadings.collect(), ..factor.clone() }
        });
        let pairs = self.correlations.iter().filter_map(|pair| {
            let [one, other] = pair.between;
            Some(RankCorrelation { between: [id(one)?, id(other)?], ..*pair })
        });
        // A part of what is possible is possible.
        Self::new(factors.collect(), pairs.collect(), name).ok()
    }
}

/// The parts of inputs' scores that factors do not explain.
struct OwnParts<'a> {
    factors: &'a [CommonFactor],
    inputs: &'a [InputId],
}

impl OwnParts<'_> {
    /// What factors give the scores of a pair, as a correlation.
    fn common(&self, one: InputId, other: InputId) -> f64 {
        self.factors.iter().map(|factor| factor.loading(one) * factor.loading(other)).sum()
    }

    /// d_i: the standard deviation of an input's own part.
    fn scale(&self, input: InputId) -> f64 {
        let left = 1.0 - self.common(input, input);
        if left > ROUNDING { left.sqrt() } else { 0.0 }
    }

    /// The correlations of own parts; `None` where an input has none left, and yet should differ from what
    /// factors give it.
    fn matrix(&self, correlations: &[RankCorrelation]) -> Option<Symmetric> {
        let (matrix, is_sound) = self.asked(correlations);
        is_sound.then_some(matrix)
    }

    /// The correlations of own parts that are asked for, and whether each can be one at all.
    fn asked(&self, correlations: &[RankCorrelation]) -> (Symmetric, bool) {
        let mut matrix = Symmetric::identity(self.inputs.len());
        let mut is_sound = true;
        let place = |input| self.inputs.iter().position(|&known| known == input);
        for pair in correlations {
            let [one, other] = pair.between;
            let (Some(i), Some(j)) = (place(one), place(other)) else { continue };
            let missing = pearson(pair.spearman) - self.common(one, other);
            let scale = self.scale(one) * self.scale(other);
            if scale > 0.0 {
                matrix.set(i, j, missing / scale);
            } else {
                is_sound &= missing.abs() <= ROUNDING;
            }
        }
        (matrix, is_sound)
    }

    /// The nearest correlations that are possible, as they can be written: drawn in toward what factors give,
    /// a little more each time, until three decimals are possible too.
    fn nearest(&self, correlations: &[RankCorrelation]) -> Impossible {
        let best = self.asked(correlations).0.nearest_correlation();
        let mut nearest = Vec::new();
        for step in 0..12 {
            let kept = 1.0 - if step == 0 { 0.0 } else { 0.000_5 * f64::from(1 << (step - 1)) };
            nearest = self.written(&best, kept, correlations);
            if self.matrix(&nearest).is_some_and(|matrix| matrix.is_semidefinite()) {
                break;
            }
        }
        Impossible { nearest }
    }

    /// The stated pairs, and those that have come to differ from what factors give them.
    fn written(
        &self,
        best: &Symmetric,
        kept: f64,
        stated: &[RankCorrelation],
    ) -> Vec<RankCorrelation> {
        let mut pairs = Vec::new();
        for (j, &other) in self.inputs.iter().enumerate() {
            for (i, &one) in self.inputs[..j].iter().enumerate() {
                let known = stated.iter().find(|pair| pair.is_of(one, other));
                if known.is_none() && best.get(i, j) == 0.0 {
                    continue;
                }
                let common = self.common(one, other);
                let own = kept * best.get(i, j) * self.scale(one) * self.scale(other);
                let rounded = |pearson: f64| (spearman(pearson) * WRITTEN).round() / WRITTEN;
                let ranks = rounded(common + own);
                if known.is_some() || (ranks - rounded(common)).abs() > 0.5 / WRITTEN {
                    let between = known.map_or([one, other], |pair| pair.between);
                    pairs.push(RankCorrelation { between, spearman: ranks });
                }
            }
        }
        pairs
    }
}

/// Pearson's correlation of normal scores with this rank correlation of Spearman's (Pearson 1907).
fn pearson(spearman: f64) -> f64 {
    2.0 * math::sin(std::f64::consts::PI * spearman / 6.0)
}

/// And back.
fn spearman(pearson: f64) -> f64 {
    6.0 / std::f64::consts::PI * math::asin((0.5 * pearson).clamp(-0.5, 0.5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const A: InputId = InputId::new(0);
    const B: InputId = InputId::new(1);
    const C: InputId = InputId::new(2);

    fn pair(one: InputId, other: InputId, spearman: f64) -> RankCorrelation {
        RankCorrelation { between: [one, other], spearman }
    }

    fn factor(loadings: &[(InputId, f64)]) -> CommonFactor {
        CommonFactor::new("f".to_owned(), "f".to_owned(), loadings.to_vec())
    }

    fn made(
        factors: &[CommonFactor],
        correlations: &[RankCorrelation],
    ) -> Result<Dependence, Impossible> {
        Dependence::new(factors.to_vec(), correlations.to_vec(), |id| id.index().to_string())
    }

    /// The correlation of two members' scores, from their weights.
    fn correlation(dependence: &Dependence, i: usize, j: usize) -> f64 {
        let dot = |a: &[(usize, f64)], b: &[(usize, f64)]| {
            let of = |k: usize| b.iter().find(|(at, _)| *at == k).map_or(0.0, |(_, by)| *by);
            a.iter().map(|&(k, by)| by * of(k)).sum::<f64>()
        };
        let [one, other] = [i, j].map(|at| &dependence.members()[at]);
        dot(&one.loadings, &other.loadings) + dot(&one.own, &other.own)
    }

    #[test]
    fn one_factor_gives_the_product_of_loadings() {
        let found = made(&[factor(&[(A, 0.8), (B, 0.5), (C, -0.6)])], &[]).unwrap();
        for (i, j, expected) in
            [(0, 1, 0.40), (0, 2, -0.48), (1, 2, -0.30), (0, 0, 1.0), (2, 2, 1.0)]
        {
            assert!((correlation(&found, i, j) - expected).abs() < 1e-15, "{i} {j}");
        }
        assert!((found.spearman(A, B) - spearman(0.4)).abs() < 1e-15);
    }

    #[test]
    fn a_stated_pair_has_what_is_stated_beside_a_factor() {
        let factors = [factor(&[(A, 0.8), (B, 0.5)])];
        let found = made(&factors, &[pair(A, B, 0.7), pair(B, C, -0.2)]).unwrap();
        for (i, j, ranks) in [(0, 1, 0.7), (1, 2, -0.2), (0, 2, 0.0)] {
            assert!((correlation(&found, i, j) - pearson(ranks)).abs() < 1e-14, "{i} {j}");
        }
        // No other way round: what the factor gives is all there is.
        assert!(made(&[factor(&[(A, 1.0), (B, 1.0)])], &[pair(A, B, 0.9)]).is_err());
        assert!(made(&[factor(&[(A, 1.0), (B, 0.6)])], &[pair(A, B, spearman(0.6))]).is_ok());
    }

    #[test]
    fn the_first_of_a_pair_keeps_its_draw() {
        let found = made(&[], &[pair(B, A, 0.5)]).unwrap();
        assert!(found.members()[0].is_free() && found.members()[0].input == A);
        assert!(!found.members()[1].is_free());
    }

    #[test]
    fn ends_are_possible() {
        for end in [-1.0, 1.0] {
            let found = made(&[], &[pair(A, B, end)]).unwrap();
            assert!((correlation(&found, 0, 1) - end).abs() < 1e-14);
        }
    }

    /// Higham's three: what is printed instead can be taken, and is as near as three decimals are.
    #[test]
    fn what_is_printed_instead_can_be_written() {
        let refused = made(&[], &[pair(A, B, 1.0), pair(B, C, 1.0), pair(A, C, 0.0)]).unwrap_err();
        let found: Vec<f64> = refused.nearest.iter().map(|pair| pair.spearman).collect();
        for (found, normal) in found.iter().zip([0.7607, 0.1573, 0.7607]) {
            assert!((found - spearman(normal)).abs() < 0.01, "{found} against {normal}");
        }
        assert!(made(&[], &refused.nearest).is_ok());
    }

    /// A pair of which nothing was said may have to be said.
    #[test]
    fn what_is_printed_names_pairs_that_were_left_out() {
        let refused = made(&[], &[pair(A, B, 0.95), pair(B, C, 0.95)]).unwrap_err();
        assert_eq!(refused.nearest.len(), 3);
        assert!(made(&[], &refused.nearest).is_ok());
        let factors = [factor(&[(A, 0.9), (B, 0.9)])];
        let refused = made(&factors, &[pair(A, B, 0.2)]).unwrap_err();
        assert!(made(&factors, &refused.nearest).is_ok());
    }

    proptest! {
        /// Any factors and correlations: what is taken is drawn as stated, and what is printed instead of the
        /// rest is taken.
        #[test]
        fn what_is_taken_is_drawn_as_stated(
            loadings in prop::collection::vec(-0.7..0.7_f64, 6),
            ranks in prop::collection::vec(-1.0..1.0_f64, 3),
        ) {
            let factors: Vec<CommonFactor> = loadings
                .chunks(3)
                .map(|of| factor(&[(A, of[0]), (B, of[1]), (C, of[2])]))
                .collect();
            let pairs = [pair(A, B, ranks[0]), pair(B, C, ranks[1]), pair(A, C, ranks[2])];
            match made(&factors, &pairs) {
                Ok(found) => {
                    for (stated, (i, j)) in pairs.iter().zip([(0, 1), (1, 2), (0, 2)]) {
                        let scores = correlation(&found, i, j);
                        prop_assert!((scores - pearson(stated.spearman)).abs() < 1e-6);
                        prop_assert!((correlation(&found, i, i) - 1.0).abs() < 1e-6);
                    }
                }
                Err(refused) => prop_assert!(made(&factors, &refused.nearest).is_ok(), "{refused:?}"),
            }
        }
    }

    #[test]
    fn spearman_and_pearson_lead_back() {
        for ranks in [-1.0, -0.4, 0.0, 0.3, 0.99, 1.0] {
            assert!((spearman(pearson(ranks)) - ranks).abs() < 1e-14);
        }
    }
}
