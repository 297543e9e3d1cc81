//! The zone of possible agreement (Raiffa 1982): how far it reaches on every issue, and how much of
//! the deal space it is.

use super::search::{Scope, Search};
use super::slice::{Found, Goal, Slice};
use super::space::{Axis, DealSpace};
use crate::math::Z95;
use crate::model::option_coordinate;
use crate::solution::suits;
use crate::stream::Stream;

/// What the zone allows on one issue.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// On a scale: the lowest and the highest coordinate of any package in it, in [0, 1].
    Scale(f64, f64),
    /// With options: those that some package in it takes.
    Options(Vec<usize>),
}

/// A share of the deal space, estimated from a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZoneShare {
    /// The share, in [0, 1].
    pub share: f64,
    /// The low end of its 95 % interval (Agresti & Coull 1998), in [0, 1].
    pub low: f64,
    /// The high end.
    pub high: f64,
}

impl ZoneShare {
    /// There is no zone.
    pub const NONE: Self = Self { share: 0.0, low: 0.0, high: 0.0 };
}

impl DealSpace {
    /// Is there a package at least as good as no deal for all who must sign it?
    pub fn has_zone(&self, search: Search) -> bool {
        self.greatest_least_gain(search, Scope::ALL).is_some_and(|found| suits(found.value))
    }

    /// How far the zone reaches on every issue, each on its own: not every combination within is in
    /// the zone. `None` when it is empty.
    pub fn reach(&self, search: Search) -> Option<Vec<Reach>> {
        if !self.has_zone(search) {
            return None;
        }
        (0..self.issues())
            .map(|k| match self.axes()[k] {
                Axis::Scale => {
                    let low = self.extreme(search, Scope::ALL, k, -1.0)?;
                    let high = self.extreme(search, Scope::ALL, k, 1.0)?;
                    Some(Reach::Scale(low, high))
                }
                Axis::Options(count) => {
                    let allowed = |&option: &usize| self.with_option(k, option).has_zone(search);
                    Some(Reach::Options((0..count).filter(allowed).collect()))
                }
            })
            .collect()
    }

    /// The farthest coordinate on a scale, in the direction ±1, of any package that all would sign.
    pub(super) fn extreme(
        &self,
        search: Search,
        scope: Scope,
        issue: usize,
        direction: f64,
    ) -> Option<f64> {
        let mut goal = Goal::new(self).with_floor(0.0);
        if self.guarantee.is_some_and(|guarantee| guarantee.issue == issue) {
            // The slice fixes this coordinate: ask each slice only whether it holds a package.
            let end = |slice: &Slice<'_>| {
                direction * if direction > 0.0 { slice.ends.1 } else { slice.ends.0 }
            };
            let reached = |slice: &Slice<'_>, found: Found| Found { value: end(slice), ..found };
            let found = self.search(search, scope, |slice| {
                slice.maximise(&goal).map(|found| reached(slice, found))
            });
            return found.map(|found| found.package[issue]);
        }
        goal.pulls[issue] = direction;
        let found = self.search(search, scope, |slice| slice.maximise(&goal))?;
        Some(found.package[issue])
    }

    /// The share of all packages, red lines or not, that is in the zone: of `samples` packages drawn
    /// evenly from the box that `reach` makes, how many are in it. Evenly means uniformly on every
    /// scale and equally likely on every option, so the share hangs on how the author drew the scales.
    pub fn zone_share(&self, reach: &[Reach], samples: usize, draws: &mut Stream) -> ZoneShare {
        let mut size = 1.0;
        for (reach, axis) in reach.iter().zip(self.axes()) {
            size *= match (reach, axis) {
                (Reach::Scale(low, high), _) => high - low,
                (Reach::Options(options), Axis::Options(count)) => {
                    options.len() as f64 / *count as f64
                }
                (Reach::Options(_), Axis::Scale) => 1.0,
            };
        }
        let mut package = vec![0.0; self.issues()];
        let mut hits = 0.0;
        for _ in 0..samples {
            for ((x, reach), axis) in package.iter_mut().zip(reach).zip(self.axes()) {
                let draw = draws.uniform();
                let count = if let Axis::Options(count) = *axis { count } else { 2 };
                *x = match reach {
                    Reach::Scale(low, high) => low + draw * (high - low),
                    Reach::Options(options) => {
                        let at = (draw * options.len() as f64) as usize;
                        option_coordinate(count, options[at.min(options.len() - 1)])
                    }
                };
            }
            if self.holds(&package) {
                hits += 1.0;
            }
        }
        // Agresti & Coull 1998: an interval that is sound for no hit at all, too.
        let n = samples as f64 + 4.0;
        let centre = (hits + 2.0) / n;
        let half = Z95 * (centre * (1.0 - centre) / n).sqrt();
        ZoneShare {
            share: size * hits / (samples as f64).max(1.0),
            low: size * (centre - half).max(0.0),
            high: size * (centre + half).min(1.0),
        }
    }
}
