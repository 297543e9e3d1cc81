//! The deal space of one world: which packages there are, who must sign, and what signing is worth.
//!
//! A package has a coordinate in [0, 1] on every issue; on an issue with options they stand evenly
//! spaced in their order. At a fixed guarantee and fixed options every signatory's gain is concave and
//! separable in what is left; every method of this module builds on that.

use super::signing::{Signing, deterrence};
use crate::model::{End, Loss, option_at};
use crate::solution::{Combinations, Stake, loss, suits};

/// What is negotiated on one issue.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// A position on a scale.
    Scale,
    /// One of so many options.
    Options(usize),
}

/// What one signatory wants on one issue.
#[derive(Clone, Debug, PartialEq)]
pub enum Interest {
    /// On a scale.
    Scale(Stake),
    /// On an issue with options.
    Options {
        /// The value lost at each.
        losses: Vec<f64>,
        /// Does it refuse to sign anything with this option?
        refused: Vec<bool>,
    },
}

/// A party whose signature a package may need.
#[derive(Clone, Debug, PartialEq)]
pub struct Signatory {
    /// Number of the party in the scenario.
    pub party: usize,
    /// Must it sign whatever the package? Otherwise only where the package leans on its pledge.
    pub principal: bool,
    /// Is it not the party itself, but its home front, which has to pass the package at even odds?
    pub home_front: bool,
    /// Influence c ≥ 0: its bargaining power in the asymmetric Nash solution.
    pub influence: f64,
    /// λ − 1 ≥ 0.
    pub aversion: f64,
    /// One for each issue.
    pub interests: Vec<Interest>,
    /// What signing is worth to it.
    pub signing: Signing,
    /// A guarantor must consent to a promise stronger than this; of no meaning for a principal.
    pub threshold: f64,
}

/// The issue that deters a breach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guarantee {
    /// Which issue.
    pub issue: usize,
    /// Where it is strongest.
    pub strong_end: End,
    /// The strength that can be delivered.
    pub delivered: f64,
    /// How far what is delivered is believed.
    pub credibility: f64,
}

/// The deal space of one world.
#[derive(Clone, Debug)]
pub struct DealSpace {
    pub(super) shape: Loss,
    pub(super) axes: Vec<Axis>,
    /// Principals first.
    pub(super) signatories: Vec<Signatory>,
    pub(super) guarantee: Option<Guarantee>,
    /// The combinations of options worth looking at; one empty bundle where there are none.
    pub(super) bundles: Vec<Bundle>,
    /// Where every issue's best coordinates can lie, with each signatory's losses there.
    pub(super) candidates: Vec<Vec<Candidate>>,
}

/// A coordinate at which a concave piecewise linear gain can be best.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) at: f64,
    /// Value lost there, signatory by signatory.
    pub(super) lost: Vec<f64>,
}

/// Chords that stand for a curved loss, γ = 2. The error is below 1/(4·256²) ≈ 4·10⁻⁶ in value, on
/// the cautious side.
const CURVE_NODES: usize = 256;

/// What making a strength a position and back may add to it. The strongest guarantee without
/// somebody's consent must not need that consent.
const ROUNDING: f64 = 1e-12;

impl DealSpace {
    /// Prepares a space; principals must come first among the signatories.
    pub fn new(
        shape: Loss,
        axes: Vec<Axis>,
        signatories: Vec<Signatory>,
        guarantee: Option<Guarantee>,
    ) -> Self {
        debug_assert!(signatories.is_sorted_by_key(|signatory| !signatory.principal));
        let mut space = Self {
            shape,
            axes,
            signatories,
            guarantee,
            bundles: Vec::new(),
            candidates: Vec::new(),
        };
        space.bundles = bundles(&space, None);
        space.candidates = (0..space.axes.len()).map(|k| space.candidates_of(k)).collect();
        space
    }

    /// The same space with only one option left on an issue.
    pub(super) fn with_option(&self, issue: usize, option: usize) -> Self {
        // Not a clone of all: of a thousand options there are as many bundles, asked for each option.
        let mut space = Self {
            shape: self.shape,
            axes: self.axes.clone(),
            signatories: self.signatories.clone(),
            guarantee: self.guarantee,
            bundles: Vec::new(),
            candidates: self.candidates.clone(),
        };
        space.bundles = bundles(&space, Some((issue, option)));
        space
    }

    /// The same space with a signatory refusing an option no longer.
    pub(super) fn with_consent(&self, signatory: usize, issue: usize, option: usize) -> Self {
        let mut space = self.clone();
        if let Interest::Options { refused, .. } =
            &mut space.signatories[signatory].interests[issue]
        {
            refused[option] = false;
        }
        space.bundles = bundles(&space, None);
        space
    }

    /// Who may have to sign, principals first.
    pub fn signatories(&self) -> &[Signatory] {
        &self.signatories
    }

    /// Numbers of the principals among the signatories: they bargain.
    pub fn principals(&self) -> std::ops::Range<usize> {
        0..self.signatories.iter().filter(|signatory| signatory.principal).count()
    }

    /// How many issues there are.
    pub fn issues(&self) -> usize {
        self.axes.len()
    }

    /// What is negotiated on each issue.
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// The issue that deters a breach, if any.
    pub fn guarantee(&self) -> Option<Guarantee> {
        self.guarantee
    }

    /// Must this signatory sign this package?
    pub fn must_sign(&self, signatory: usize, package: &[f64]) -> bool {
        let strength = self
            .guarantee
            .map_or(0.0, |guarantee| guarantee.strong_end.strength(package[guarantee.issue]));
        self.is_needed(signatory, strength)
    }

    /// V, the value of a package to a signatory.
    pub fn value(&self, signatory: usize, package: &[f64]) -> f64 {
        1.0 - (0..self.issues()).map(|k| self.lost(signatory, k, package[k])).sum::<f64>()
    }

    /// z, what a signatory gains by signing a package; red lines on scales do not count.
    pub fn gain(&self, signatory: usize, package: &[f64]) -> f64 {
        let signing = &self.signatories[signatory].signing;
        let survival = signing.survival(self.deterrence_of(package));
        signing.worth(self.value(signatory, package), survival)
    }

    /// z of every signatory.
    pub fn gains(&self, package: &[f64]) -> Vec<f64> {
        (0..self.signatories.len()).map(|s| self.gain(s, package)).collect()
    }

    /// Does a package cross a red line of this signatory?
    pub fn crosses(&self, signatory: usize, package: &[f64]) -> bool {
        let interests = self.signatories[signatory].interests.iter().zip(package);
        interests.into_iter().any(|(interest, &x)| match interest {
            Interest::Scale(stake) => stake.forbids(x),
            Interest::Options { refused, .. } => refused[option_at(refused.len(), x)],
        })
    }

    /// Is a package in the zone of possible agreement: is it at least as good as no deal for all who must
    /// sign it, across no red line?
    pub fn holds(&self, package: &[f64]) -> bool {
        (0..self.signatories.len())
            .filter(|&s| self.must_sign(s, package))
            .all(|s| !self.crosses(s, package) && suits(self.gain(s, package)))
    }

    /// The factor a package's guarantee puts on hazards.
    fn deterrence_of(&self, package: &[f64]) -> f64 {
        deterrence(self.guarantee.map_or(0.0, |guarantee| {
            guarantee.believed(guarantee.strong_end.strength(package[guarantee.issue]))
        }))
    }

    pub(super) fn is_needed(&self, signatory: usize, strength: f64) -> bool {
        let signatory = &self.signatories[signatory];
        signatory.principal || strength > signatory.threshold + ROUNDING
    }

    /// Value lost by a signatory at coordinate or option `x` of an issue.
    pub(super) fn lost(&self, signatory: usize, issue: usize, x: f64) -> f64 {
        let party = &self.signatories[signatory];
        match &party.interests[issue] {
            Interest::Scale(stake) => {
                stake.lost(self.shape, party.aversion, x, stake.status_quo_loss)
            }
            Interest::Options { losses, .. } => losses[option_at(losses.len(), x)],
        }
    }

    /// What a signatory's red line leaves of an issue.
    pub(super) fn walls(&self, signatory: usize, issue: usize) -> (f64, f64) {
        match &self.signatories[signatory].interests[issue] {
            Interest::Scale(stake) => (stake.wall_low, stake.wall_high),
            Interest::Options { .. } => (0.0, f64::INFINITY),
        }
    }

    /// Is this issue fixed when the guarantee and the options are?
    pub(super) fn is_fixed(&self, issue: usize) -> bool {
        self.axes[issue] != Axis::Scale
            || self.guarantee.is_some_and(|guarantee| guarantee.issue == issue)
    }

    /// Kinks of the signatories' losses on an issue, and ends of their red lines, ascending.
    pub(super) fn kinks(&self, issue: usize) -> Vec<f64> {
        let mut kinks = vec![0.0, 1.0];
        for signatory in &self.signatories {
            let Interest::Scale(stake) = &signatory.interests[issue] else { continue };
            kinks.extend([stake.ideal, stake.wall_low, stake.wall_high]);
            if stake.status_quo_loss.is_finite() {
                let distance = match self.shape {
                    Loss::Linear => stake.status_quo_loss,
                    Loss::Quadratic => stake.status_quo_loss.sqrt(),
                };
                debug_assert!((loss(self.shape, distance) - stake.status_quo_loss).abs() < 1e-9);
                kinks.extend([stake.ideal - distance, stake.ideal + distance]);
            }
        }
        kinks.retain(|x| (0.0..=1.0).contains(x));
        kinks.sort_by(f64::total_cmp);
        kinks.dedup();
        kinks
    }

    fn candidates_of(&self, issue: usize) -> Vec<Candidate> {
        if self.is_fixed(issue) {
            return Vec::new();
        }
        let mut at = self.kinks(issue);
        if self.shape == Loss::Quadratic {
            at.extend((1..CURVE_NODES).map(|i| i as f64 / CURVE_NODES as f64));
            at.sort_by(f64::total_cmp);
            at.dedup();
        }
        let lost = |x| (0..self.signatories.len()).map(|s| self.lost(s, issue, x)).collect();
        at.into_iter().map(|x| Candidate { at: x, lost: lost(x) }).collect()
    }
}

/// One combination of options.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    /// The option taken on every issue with options, in issue order.
    pub(super) options: Vec<usize>,
    /// Value lost by each signatory; infinite where it refuses.
    pub(super) losses: Vec<f64>,
}

/// The combinations of options worth looking at; `only` leaves one option on an issue.
fn bundles(space: &DealSpace, only: Option<(usize, usize)>) -> Vec<Bundle> {
    let mut combinations = Combinations::default();
    combinations.clear(space.signatories.len(), space.principals().len());
    for (k, axis) in space.axes.iter().enumerate() {
        let Axis::Options(count) = *axis else { continue };
        let lost = |s: usize, option: usize| match &space.signatories[s].interests[k] {
            Interest::Options { losses, refused } => {
                let left_out = only.is_some_and(|(issue, kept)| issue == k && option != kept);
                if refused[option] || left_out { f64::INFINITY } else { losses[option] }
            }
            Interest::Scale(_) => 0.0,
        };
        combinations.add_issue(count, lost);
    }
    let bundle = |i| Bundle {
        options: combinations.options(i).to_vec(),
        losses: combinations.losses(i).to_vec(),
    };
    (0..combinations.count()).map(bundle).collect()
}

impl Guarantee {
    /// g: what a promise of this strength is taken for.
    pub(super) fn believed(self, strength: f64) -> f64 {
        strength.min(self.delivered) * self.credibility
    }
}
