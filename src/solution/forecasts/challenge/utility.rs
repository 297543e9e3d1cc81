//! Expected utilities of a challenge, for one round's positions and risk exponents.
//!
//! Scholz et al. 2011, §§3–4. With distances in shares of the range D, `a = |xᵢ − xⱼ|`,
//! `m = |xᵢ − μ|` and the exponent r of the actor whose view is taken:
//!
//! ```text
//! success     U_s  = 2 − 4(½ − ½a)^r          failure  U_f = 2 − 4(½ + ½a)^r
//! left alone, better  U_b = 2 − 4(½ − ¼(m+a))^r,  worse  U_w = 2 − 4(½ + ¼(m+a))^r
//! status quo  U_sq = 2 − 4(½)^r
//! E(i→j) = s_j (P U_s + (1 − P) U_f) + (1 − s_j) U_s − Q U_sq − (1 − Q)(T U_b + (1 − T) U_w)
//! ```
//!
//! P is i's share of the votes between xᵢ and xⱼ; T = 1 when j, drifting to the median μ, would come
//! closer to i. Several actors often share a position, so powers and votes are tabled once for each
//! distinct position ("place").

use super::rules::{ChallengeRules, VoteShare};
use crate::math;

/// The distinct positions of a round and who stands where.
pub(super) struct Places {
    /// Distinct positions, in the issue's unit.
    pub(super) at: Vec<f64>,
    /// For each actor, the number of its place.
    pub(super) of: Vec<usize>,
    /// How many actors stand at each place.
    crowd: Vec<f64>,
    /// Range that distances are shares of, positive.
    range: f64,
    /// For each ordered pair of places, what is raised to risk exponents.
    bases: Vec<Bases>,
}

impl Places {
    #[expect(clippy::float_cmp, reason = "a place is shared by exact equality")]
    pub(super) fn of(positions: &[f64], range: f64) -> Self {
        let mut places = Self {
            at: Vec::new(),
            of: Vec::with_capacity(positions.len()),
            crowd: Vec::new(),
            range,
            bases: Vec::new(),
        };
        for &position in positions {
            let place = places.at.iter().position(|&at| at == position).unwrap_or_else(|| {
                places.at.push(position);
                places.crowd.push(0.0);
                places.at.len() - 1
            });
            places.of.push(place);
            places.crowd[place] += 1.0;
        }
        places.bases = bases(&places.at, range);
        places
    }
}

/// What one round's expected utilities are made of, tabled by actor and place.
pub(super) struct Stakes<'a> {
    rules: &'a ChallengeRules,
    places: &'a Places,
    salience: &'a [f64],
    risk: &'a [f64],
    median: f64,
    /// `U_s` and `U_f` under actor v's exponent, for the distance between v and place p.
    success: Vec<f64>,
    failure: Vec<f64>,
    /// P for each ordered pair of places.
    probability: Vec<f64>,
    /// `U_sq` under each actor's exponent.
    status_quo: Vec<f64>,
}

impl<'a> Stakes<'a> {
    /// Tables a round. `weights` are capability × salience.
    pub(super) fn weigh(
        rules: &'a ChallengeRules,
        places: &'a Places,
        (weights, salience, risk): (&[f64], &'a [f64], &'a [f64]),
        median: f64,
    ) -> Self {
        let count = places.at.len();
        let mut success = Vec::with_capacity(risk.len() * count);
        let mut failure = Vec::with_capacity(risk.len() * count);
        let mut votes = Vec::with_capacity(risk.len() * count);
        for (actor, (&r, &weight)) in risk.iter().zip(weights).enumerate() {
            let own = places.of[actor] * count;
            for base in &places.bases[own..own + count] {
                success.push(2.0 - 4.0 * base.success.power(r));
                failure.push(2.0 - 4.0 * base.failure.power(r));
                let far = if rules.risk_in_votes { base.vote.power(r) } else { base.vote.value };
                votes.push(weight * far);
            }
        }
        let probability = probabilities(rules.vote_share, places, &votes);
        let half = Base::of(0.5);
        let status_quo = risk.iter().map(|&r| 2.0 - 4.0 * half.power(r)).collect();
        Self { rules, places, salience, risk, median, success, failure, probability, status_quo }
    }

    /// E(i→j): what i expects from challenging j, under the exponent of `viewer`, one of the two.
    pub(super) fn expected(&self, i: usize, j: usize, viewer: usize) -> f64 {
        let count = self.places.at.len();
        let (here, there) = (self.places.of[i], self.places.of[j]);
        let other = if viewer == i { there } else { here };
        let success = self.success[viewer * count + other];
        let failure = self.failure[viewer * count + other];
        let p = self.probability[here * count + there];
        let s = self.salience[j];
        let q = self.rules.status_quo_weight;
        let challenge = s * (p * success + (1.0 - p) * failure) + (1.0 - s) * success;
        let alone = q * self.status_quo[viewer];
        if q < 1.0 {
            return challenge - alone - (1.0 - q) * self.drift(i, j, viewer);
        }
        challenge - alone
    }

    /// `T U_b + (1 − T) U_w`: what becomes of i when j, unchallenged, drifts to the median.
    fn drift(&self, i: usize, j: usize, viewer: usize) -> f64 {
        let ours = self.places.at[self.places.of[i]];
        let theirs = self.places.at[self.places.of[j]];
        let apart = (ours - theirs).abs() / self.places.range;
        let from_median = (ours - self.median).abs() / self.places.range;
        let step = 0.25 * (from_median + apart);
        let closer = from_median < apart;
        let base = if closer { 0.5 - step } else { 0.5 + step };
        2.0 - 4.0 * Base::of(base).power(self.risk[viewer])
    }
}

/// P for each ordered pair of places, from `votes[actor][place] = c s d^r`; 0 for a place against
/// itself, and where nobody casts a vote.
fn probabilities(share: VoteShare, places: &Places, votes: &[f64]) -> Vec<f64> {
    let count = places.at.len();
    let mut won = vec![0.0; count * count];
    for row in votes.chunks_exact(count) {
        for (to_here, won) in row.iter().zip(won.chunks_exact_mut(count)) {
            for (to_there, won) in row.iter().zip(won) {
                let votes = to_there - to_here;
                // Not f64::max: its care for NaN keeps the loop from being vectorised.
                *won += if votes > 0.0 { votes } else { 0.0 };
            }
        }
    }
    let mut all = 0.0;
    for here in 0..count {
        for there in 0..count {
            // Both signs: |v| of a pair is what either side wins.
            let pair = won[here * count + there] + won[there * count + here];
            all += places.crowd[here] * places.crowd[there] * pair;
        }
    }
    let share_of = |here: usize, there: usize| {
        let ours = won[here * count + there];
        let total = match share {
            VoteShare::OfPair => ours + won[there * count + here],
            VoteShare::OfAllPairs => all,
        };
        if total > 0.0 { ours / total } else { 0.0 }
    };
    (0..count * count).map(|pair| share_of(pair / count, pair % count)).collect()
}

/// A number in [0, 1] with its logarithm, ready to be raised to many exponents: the general power
/// function costs several times as much as the one exponential that is left.
#[derive(Clone, Copy, Default)]
struct Base {
    value: f64,
    ln: f64,
}

impl Base {
    fn of(value: f64) -> Self {
        Self { value, ln: math::ln(value) }
    }

    /// valueʳ for r > 0; 0ʳ = 0, as ln 0 = −∞ has it.
    #[expect(clippy::float_cmp, reason = "the neutral exponent 1 is exact, and so is its power")]
    fn power(self, r: f64) -> f64 {
        if r == 1.0 { self.value } else { math::exp(r * self.ln) }
    }
}

/// What is raised to risk exponents at one distance a between two places.
#[derive(Clone, Copy, Default)]
struct Bases {
    /// ½ − ½a.
    success: Base,
    /// ½ + ½a.
    failure: Base,
    /// a.
    vote: Base,
}

/// The bases for each ordered pair of places.
fn bases(at: &[f64], range: f64) -> Vec<Bases> {
    let count = at.len();
    let mut bases = vec![Bases::default(); count * count];
    for here in 0..count {
        for there in 0..=here {
            let a = (at[here] - at[there]).abs() / range;
            // Beyond the range of the start, if round-off carries an actor there, is as far as its end.
            let success = Base::of((0.5 - 0.5 * a).max(0.0));
            let pair = Bases { success, failure: Base::of(0.5 + 0.5 * a), vote: Base::of(a) };
            bases[here * count + there] = pair;
            bases[there * count + here] = pair;
        }
    }
    bases
}
