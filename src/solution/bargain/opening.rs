//! What would have to be true: the smallest change of one number that opens an empty zone.
//!
//! Each change is looked at alone. A party's alternative (its war cost, its reservation value, the
//! limits its stated position rests on) shifts its gain from every package, so it is enough to
//! know how little it falls short where everybody else gains; a red line has to move as far as the
//! nearest package that all would sign but for it.

use super::search::{Scope, Search};
use super::slice::{Found, Goal};
use super::solution::Solution;
use super::space::{Axis, DealSpace, Interest};
use crate::solution::suits;

/// How a signatory's gain rises with a number: z rises by (qS · per_value + per_gain) for a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// How much the value of the terms less that of the alternative rises with a unit of it.
    pub per_value: f64,
    /// How much z rises besides.
    pub per_gain: f64,
}

/// A change that opens the zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// By how much the number has to change, > 0.
    pub amount: f64,
    /// The package with which the zone opens.
    pub package: Solution,
}

/// How far a red line has to move for the zone to open.
#[derive(Clone, Debug, PartialEq)]
pub enum Retreat {
    /// On a scale: to this coordinate.
    To(f64),
    /// With options: to sign a package with this one.
    Accept(usize),
}

impl DealSpace {
    /// The least change of a number that opens the zone, when signatory `s` gains from it as `lever`
    /// says; `None` where no change of it alone can.
    pub fn opening(&self, search: Search, s: usize, lever: Lever) -> Option<Opening> {
        let mut goal = Goal::new(self).with_floor(0.0);
        goal.floors[s] = f64::NEG_INFINITY;
        goal.weights[s] = 1.0;
        let found = self.search(search, Scope::ALL, |slice| {
            let per_unit = slice.factor(s) * lever.per_value + lever.per_gain;
            if per_unit <= 0.0 {
                return None;
            }
            // A gain already had needs no change; that does not happen with an empty zone.
            let found = slice.maximise(&goal)?;
            Some(Found { value: (found.value / per_unit).min(0.0), ..found })
        })?;
        Some(Opening { amount: -found.value, package: Solution::of(self, found.package) })
    }

    /// How far the red line of signatory `s` on an issue has to move, alone, for the zone to open:
    /// as little as can be. `None` where it draws none there or moving it does not help.
    pub fn retreat(&self, search: Search, s: usize, issue: usize) -> Option<Retreat> {
        match &self.signatories[s].interests[issue] {
            Interest::Scale(stake) => {
                let direction = match (stake.wall_low > 0.0, stake.wall_high < 1.0) {
                    (false, false) => return None,
                    (true, _) => 1.0,
                    (false, true) => -1.0,
                };
                let scope = Scope::lifting(s, issue);
                // Lifted, the zone's nearest point to the wall is its farthest back toward it.
                self.extreme(search, scope, issue, direction).map(Retreat::To)
            }
            Interest::Options { refused, .. } => {
                let Axis::Options(count) = self.axes[issue] else { return None };
                let opened = (0..count).filter(|&option| refused[option]).filter_map(|option| {
                    let least = self
                        .with_consent(s, issue, option)
                        .greatest_least_gain(search, Scope::ALL)?
                        .value;
                    suits(least).then_some((option, least))
                });
                let best = opened.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
                best.map(|(option, _)| Retreat::Accept(option))
            }
        }
    }
}
