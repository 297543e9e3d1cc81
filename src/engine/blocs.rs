//! A home front of blocs: a coalition cabinet, the groups of a parliament. Each says yes or no as one; a
//! text passes where those that say yes have the quota of all shares between them (a weighted majority
//! game) and no bloc with a veto says no (a partisan veto player, Tsebelis 2002).
//!
//! A bloc says yes with p_b(V), by a vote of its own. How the votes of a day hang together is the Fréchet
//! family of copulas, θ M + (1 − θ) Π: with probability θ one mood sways all alike, and then whoever is
//! softer says yes where a harder one does, so that the text passes with the odds of the bloc that
//! completes the quota; else each decides by itself. θ is the rank correlation of any two (Durante 2007).
//! Models of voting differ most in this (Gelman, Katz & Tuerlinckx 2002), so it is an input. Both odds are
//! exact.

use super::answers::Answers;
use super::ballot::Ballot;
use super::trial::Trial;
use crate::math::ROUNDING;
use crate::model::{self, InputId, Level, MOST_BLOCS, Scenario, Stance};
use crate::stream::{Purpose, Seed, StreamKey};

/// How wide the bracket of an even value is at the end of its search.
const NARROW: f64 = 1e-13;
/// Beyond this no value is looked for: what terms worth so much do not bring, no terms do.
const FAR: f64 = 1e6;

/// One bloc in a world.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Bloc {
    /// Its number in the file.
    number: usize,
    /// Share of all.
    share: f64,
    veto: bool,
    ballot: Ballot,
}

/// The blocs of one home front in a world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Blocs {
    /// Those with a veto first, then by falling share; the first `count` of them.
    members: [Bloc; MOST_BLOCS],
    count: usize,
    quota: f64,
    /// θ.
    common_mood: f64,
}

/// How a home front of blocs voted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Division {
    /// Did the text pass?
    pub passed: bool,
    /// The share of all that said yes.
    pub yes: f64,
    /// The blocs that said no, bit b for the b-th of the file.
    pub against: u32,
}

impl Blocs {
    pub(super) fn new(blocs: &model::Blocs, get: impl Fn(InputId) -> f64) -> Self {
        let all: f64 = blocs.blocs.iter().map(|bloc| get(bloc.share)).sum();
        let mut own = Self {
            members: [Bloc::default(); MOST_BLOCS],
            count: blocs.blocs.len().min(MOST_BLOCS),
            quota: get(blocs.quota),
            common_mood: get(blocs.common_mood),
        };
        for (number, bloc) in blocs.blocs.iter().enumerate().take(MOST_BLOCS) {
            own.members[number] = Bloc {
                number,
                // With no shares at all nobody has the quota.
                share: if all > 0.0 { get(bloc.share) / all } else { 0.0 },
                veto: bloc.veto,
                ballot: ballot(&bloc.stance, &get),
            };
        }
        // So that sums do not hang on the order of the file.
        let name = |bloc: &Bloc| &blocs.blocs[bloc.number].id;
        own.members[..own.count].sort_unstable_by(|a, b| {
            let by_share = b.share.total_cmp(&a.share);
            b.veto.cmp(&a.veto).then(by_share).then_with(|| name(a).cmp(name(b)))
        });
        own
    }

    fn all(&self) -> &[Bloc] {
        &self.members[..self.count]
    }

    /// The probability that terms of this value pass; `blur` as in [`Ballot::passes`].
    pub(super) fn passes(&self, value: f64, blur: Option<f64>) -> f64 {
        let mut odds = [0.0; MOST_BLOCS];
        for (odds, bloc) in odds.iter_mut().zip(self.all()) {
            *odds = bloc.ballot.passes(value, blur);
        }
        let odds = &odds[..self.count];
        // A bloc alone is swayed by its own mood either way.
        if self.common_mood >= 1.0 || self.count == 1 {
            return self.in_one_mood(odds);
        }
        let apart =
            reaching(self.all(), odds, self.quota, self.all().iter().map(|b| b.share).sum());
        self.common_mood * self.in_one_mood(odds) + (1.0 - self.common_mood) * apart
    }

    /// The odds where one mood u sways all: bloc b says yes where u < p_b. The text passes below the odds of
    /// the bloc that completes the quota as moods darken.
    fn in_one_mood(&self, odds: &[f64]) -> f64 {
        let with = |u: f64| -> f64 {
            self.all().iter().zip(odds).filter(|(_, p)| **p >= u).map(|(bloc, _)| bloc.share).sum()
        };
        let enough = |u: f64| with(u) >= self.quota - ROUNDING;
        let carried = if self.quota <= ROUNDING {
            1.0
        } else {
            odds.iter().copied().filter(|&u| enough(u)).fold(0.0, f64::max)
        };
        let vetoes = self.all().iter().zip(odds).filter(|(bloc, _)| bloc.veto);
        vetoes.map(|(_, p)| *p).fold(carried, f64::min)
    }

    /// How they vote on terms of this value: `mood` is the draw of all, and `own(0)` decides whether it
    /// sways them; if not, `own(1 + b)` is the draw of the b-th bloc of the file.
    pub(super) fn divide(
        &self,
        value: f64,
        mood: f64,
        mut own: impl FnMut(usize) -> f64,
    ) -> Division {
        let one_mood = own(0) < self.common_mood || self.count == 1;
        let (mut yes, mut against, mut vetoed) = (0.0, 0, false);
        for bloc in self.all() {
            // Drawn whether wanted or not: nobody's later draws hang on it.
            let drawn = own(1 + bloc.number);
            let draw = if one_mood { mood } else { drawn };
            if draw < bloc.ballot.passes(value, None) {
                yes += bloc.share;
            } else {
                against |= 1 << bloc.number;
                vetoed |= bloc.veto;
            }
        }
        Division { passed: !vetoed && yes >= self.quota - ROUNDING, yes, against }
    }

    /// V*, the least value at which the text passes at even odds or better; `None` where the value does
    /// not decide, or a bloc has less of an ear for better terms.
    pub(super) fn even_value(&self) -> Option<f64> {
        let falls = |bloc: &Bloc| bloc.ballot.slope() < 0.0;
        if self.all().iter().any(falls) {
            return None;
        }
        if self.common_mood >= 1.0 || self.count == 1 {
            return self.even_in_one_mood();
        }
        let even = |value: f64| self.passes(value, None) >= 0.5;
        let (mut low, mut high) = (0.0, 1.0);
        while even(low) {
            low = 2.0 * low - 1.0;
            if low < -FAR {
                return None;
            }
        }
        while !even(high) {
            high *= 2.0;
            if high > FAR {
                return None;
            }
        }
        while high - low > NARROW * high.abs().max(1.0) {
            let middle = low + 0.5 * (high - low);
            if even(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(high)
    }

    /// The even value of the bloc that completes the quota, or of a harder one with a veto.
    fn even_in_one_mood(&self) -> Option<f64> {
        let level = |bloc: &Bloc| match bloc.ballot.even_value() {
            Some(even) => even,
            // Always for it, or never.
            None if bloc.ballot.passes(0.0, None) >= 0.5 => f64::NEG_INFINITY,
            None => f64::INFINITY,
        };
        let with = |even: f64| -> f64 {
            self.all().iter().filter(|bloc| level(bloc) <= even).map(|bloc| bloc.share).sum()
        };
        let enough = |even: &f64| with(*even) >= self.quota - ROUNDING;
        let carried = if self.quota <= ROUNDING {
            f64::NEG_INFINITY
        } else {
            self.all().iter().map(level).filter(enough).fold(f64::INFINITY, f64::min)
        };
        let vetoes = self.all().iter().filter(|bloc| bloc.veto).map(level);
        let even = vetoes.fold(carried, f64::max);
        even.is_finite().then_some(even)
    }
}

/// The odds that blocs which decide each by itself have `needed` of the shares between them and no veto
/// against them: over all their yes and no, but for what is settled already.
fn reaching(blocs: &[Bloc], odds: &[f64], needed: f64, left: f64) -> f64 {
    let ([bloc, others @ ..], [p, odds @ ..]) = (blocs, odds) else {
        return if needed <= ROUNDING { 1.0 } else { 0.0 };
    };
    if left < needed - ROUNDING {
        return 0.0;
    }
    // Those with a veto stand first.
    if needed <= ROUNDING && !bloc.veto {
        return 1.0;
    }
    let left = left - bloc.share;
    let yes = p * reaching(others, odds, needed - bloc.share, left);
    if bloc.veto { yes } else { yes + (1.0 - p) * reaching(others, odds, needed, left) }
}

fn ballot(stance: &Stance, get: impl Fn(InputId) -> f64) -> Ballot {
    match *stance {
        Stance::Probability(id) => Ballot::Probability(get(id)),
        Stance::Approval { level, slope, spread } => {
            let slope = get(slope);
            let intercept = match level {
                Level::Intercept(id) => get(id),
                Level::EvenAt(id) => -slope * get(id),
            };
            Ballot::Approval { intercept, slope, quota: 0.5, spread: get(spread) }
        }
    }
}

/// The families of streams of everybody's blocs.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlocKeys {
    keys: Vec<StreamKey>,
    /// Where those of each party begin: first whether one mood sways all, then bloc by bloc.
    first: Vec<usize>,
}

impl BlocKeys {
    pub(crate) fn new(scenario: &Scenario, seed: Seed) -> Self {
        let mut own = Self::default();
        for party in &scenario.parties {
            own.first.push(own.keys.len());
            let blocs = party.ratification.as_ref().and_then(|home| home.vote.blocs());
            let Some(blocs) = blocs else { continue };
            own.keys.push(StreamKey::new(seed, Purpose::Bloc, &party.id));
            let named = blocs.blocs.iter().map(|bloc| format!("{}/{}", party.id, bloc.id));
            own.keys.extend(named.map(|name| StreamKey::new(seed, Purpose::Bloc, &name)));
        }
        own
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.keys.len()
    }

    /// The n-th family of a party.
    pub(crate) fn of(&self, party: usize, n: usize) -> &StreamKey {
        &self.keys[self.first[party] + n]
    }

    /// The next draw of the n-th sequence of a party.
    pub(super) fn next(&self, open: &mut [Answers], at: (usize, usize), trial: Trial) -> f64 {
        let (party, n) = at;
        open[self.first[party] + n].next(self.of(party, n), trial).uniform()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocs(all: &[(f64, f64)], quota: f64, common_mood: f64) -> Blocs {
        let mut own =
            Blocs { members: [Bloc::default(); MOST_BLOCS], count: all.len(), quota, common_mood };
        for (number, &(share, p)) in all.iter().enumerate() {
            own.members[number] =
                Bloc { number, share, veto: false, ballot: Ballot::Probability(p) };
        }
        own
    }

    fn assert_near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-15, "{a} {b}");
    }

    /// Three blocs of which any two have the quota.
    #[test]
    fn three_blocs_have_a_closed_form() {
        let [p, q, r] = [0.9, 0.6, 0.3];
        let all = [(0.4, p), (0.35, q), (0.25, r)];
        let apart = p * q + p * r + q * r - 2.0 * p * q * r;
        assert_near(blocs(&all, 0.5, 0.0).passes(0.5, None), apart);
        // In one mood the second softest decides.
        assert_near(blocs(&all, 0.5, 1.0).passes(0.5, None), q);
        assert_near(blocs(&all, 0.5, 0.25).passes(0.5, None), 0.25 * q + 0.75 * apart);
        // All three, and the first alone with one of the others.
        assert_near(blocs(&all, 1.0, 0.0).passes(0.5, None), p * q * r);
        assert_near(blocs(&all, 0.65, 0.0).passes(0.5, None), p * (q + r - q * r));
    }

    #[test]
    fn nothing_passes_against_a_veto() {
        let mut own = blocs(&[(0.1, 0.2), (0.9, 0.7)], 0.5, 0.0);
        own.members[0].veto = true;
        assert_near(own.passes(0.5, None), 0.2 * 0.7);
        own.common_mood = 1.0;
        assert_near(own.passes(0.5, None), 0.2);
        own.quota = 0.0;
        assert_near(own.passes(0.5, None), 0.2);
    }

    /// Decimals that are not doubles: .35 and .15 are half.
    #[test]
    fn a_tie_that_decimals_make_is_a_tie() {
        let shares = [0.35, 0.15, 0.3, 0.2];
        let all = shares.map(|share| (share, 0.5));
        // Every set of blocs or its complement has half; two have exactly half.
        let ties = 2.0 / 16.0;
        assert_near(blocs(&all, 0.5, 0.0).passes(0.5, None), 0.5 + 0.5 * ties);
    }
}
