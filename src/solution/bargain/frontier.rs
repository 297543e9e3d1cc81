//! The Pareto frontier, pair by pair, where packages vary without a step: traced by samples.
//!
//! The best gain of the second for evenly spaced floors under the first's gain, and then wherever two
//! neighbours are far apart: half way between them, until the curve is followed closely or it is proved
//! that nothing lies between them. Where the guarantee or the options change on the way a frontier does
//! jump; a straight line across the jump would promise what nobody can have.

use super::search::{Scope, Search};
use super::slice::Goal;
use super::solution::Solution;
use super::space::DealSpace;

/// The frontier of two principals, the others kept from losing: for more than two a projection.
#[derive(Clone, Debug, PartialEq)]
pub struct PairFrontier {
    /// The two, as numbers of signatories.
    pub pair: (usize, usize),
    /// Efficient packages, from the second's best to the first's; none beats another for the pair.
    pub points: Vec<FrontierPoint>,
    /// Is this every point of the frontier, once? Otherwise they are samples of a curve.
    pub whole: bool,
}

/// One point of a frontier.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierPoint {
    /// The package and its gains.
    pub solution: Solution,
    /// Does the frontier jump here, with nothing between this point and the one before?
    pub after_gap: bool,
}

/// Neighbours farther apart than this share of the frontier's width or height are looked between.
const CLOSE: f64 = 0.06;
/// How near to a point its neighbour is looked for, as a share likewise.
const BESIDE: f64 = 1e-3;
/// The most looks between neighbours: more than any curve needs that falls all the way.
const MOST_LOOKS: usize = 200;

impl DealSpace {
    /// The frontier of a pair of principals: samples at `points` ≥ 2 evenly spaced gains of the first,
    /// from what it has where the second has most to the most it can have, more of them where the
    /// frontier is steep or jumps, and those of the `known` packages that lie on it. Empty without a
    /// zone of possible agreement. A point may fall short of the frontier by the search's tolerance.
    pub fn pair_frontier(
        &self,
        search: Search,
        pair: (usize, usize),
        points: usize,
        known: &[Solution],
    ) -> PairFrontier {
        let trace = Trace { space: self, search, pair };
        PairFrontier { pair, points: trace.follow(points, known), whole: false }
    }
}

/// One of the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    First,
    Second,
}

struct Trace<'a> {
    space: &'a DealSpace,
    search: Search,
    pair: (usize, usize),
}

impl Trace<'_> {
    fn follow(&self, points: usize, known: &[Solution]) -> Vec<FrontierPoint> {
        let most = |side| self.most(side, None);
        let (Some(most_first), Some(most_second)) = (most(Side::First), most(Side::Second)) else {
            return Vec::new();
        };
        let tolerance = self.search.tolerance;
        let (right, top) = (self.gains(&most_first).0, self.gains(&most_second).1);
        // What the first can have beside the second's best.
        let start = self.most(Side::First, Some(top - tolerance)).unwrap_or(most_second);
        let low = self.gains(&start).0;
        let mut found = vec![start];
        for point in 1..points {
            let share = point as f64 / (points - 1).max(1) as f64;
            let floor = low + share * (right - low);
            // The last floor may be out of reach by round-off.
            let best = |floor| self.most(Side::Second, Some(floor));
            found.extend(best(floor).or_else(|| best(floor - tolerance)));
        }
        found.extend(known.iter().filter(|one| self.suits_all(one)).cloned());
        let found = self.efficient(found);
        let mut points: Vec<FrontierPoint> = found
            .into_iter()
            .map(|solution| FrontierPoint { solution, after_gap: false })
            .collect();
        self.refine(&mut points);
        points
    }

    /// The package that gives one of the pair most while the other has at least `floor`.
    fn most(&self, side: Side, floor: Option<f64>) -> Option<Solution> {
        let (of, other) = match side {
            Side::First => self.pair,
            Side::Second => (self.pair.1, self.pair.0),
        };
        let mut goal = Goal::new(self.space).with_floor(0.0);
        goal.weights[of] = 1.0;
        if let Some(floor) = floor {
            goal.floors[other] = goal.floors[other].max(floor);
        }
        let found = self.space.search(self.search, Scope::ALL, |slice| slice.maximise(&goal))?;
        Some(Solution::of(self.space, found.package))
    }

    fn gains(&self, solution: &Solution) -> (f64, f64) {
        (solution.gains[self.pair.0], solution.gains[self.pair.1])
    }

    /// Does nobody who must sign lose, but for round-off, across no red line?
    fn suits_all(&self, solution: &Solution) -> bool {
        let must_sign = |s: &usize| self.space.must_sign(*s, &solution.package);
        let suits = |s| {
            !self.space.crosses(s, &solution.package) && solution.gains[s] >= -self.search.tolerance
        };
        (0..solution.gains.len()).filter(must_sign).all(suits)
    }

    /// What no other makes superfluous, to the tolerance, by rising gain of the first.
    fn efficient(&self, mut found: Vec<Solution>) -> Vec<Solution> {
        let tolerance = self.search.tolerance;
        found.sort_by(|a, b| {
            let (a, b) = (self.gains(a), self.gains(b));
            b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
        });
        let mut best = f64::NEG_INFINITY;
        found.retain(|one| {
            let rises = self.gains(one).1 > best + tolerance;
            if rises {
                best = self.gains(one).1;
            }
            rises
        });
        // Now the second's gain rises along the list; the same again from its other end.
        found.reverse();
        let mut best = f64::NEG_INFINITY;
        found.retain(|one| {
            let rises = self.gains(one).0 > best + tolerance;
            if rises {
                best = self.gains(one).0;
            }
            rises
        });
        found
    }

    /// Looks between neighbours that are far apart.
    fn refine(&self, points: &mut Vec<FrontierPoint>) {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
        let (first, last) = (self.gains(&first.solution), self.gains(&last.solution));
        let extent = (last.0 - first.0, first.1 - last.1);
        let (mut at, mut looks) = (0, 0);
        while at + 1 < points.len() && looks < MOST_LOOKS {
            let (a, b) = (self.gains(&points[at].solution), self.gains(&points[at + 1].solution));
            let wide = (b.0 - a.0) / extent.0;
            let high = (a.1 - b.1) / extent.1;
            if points[at + 1].after_gap || wide.max(high) <= CLOSE {
                at += 1;
                continue;
            }
            looks += 1;
            let side = if high >= wide { Side::Second } else { Side::First };
            if let Some(solution) = self.half_way(side, a, b) {
                points.insert(at + 1, FrontierPoint { solution, after_gap: false });
                continue;
            }
            // Nothing in that half: then what is next to its empty end, if not the other end?
            let next = self.next_to(side, a, b, extent);
            match (side, next) {
                (Side::Second, Some(solution)) => {
                    points.insert(at + 1, FrontierPoint { solution, after_gap: true });
                }
                (Side::First, Some(solution)) => {
                    points[at + 1].after_gap = true;
                    points.insert(at + 1, FrontierPoint { solution, after_gap: false });
                }
                (_, None) => points[at + 1].after_gap = true,
            }
        }
    }

    /// The efficient package at half the fall (or the run) between two neighbours; `None` where it is
    /// one of them.
    fn half_way(&self, side: Side, a: (f64, f64), b: (f64, f64)) -> Option<Solution> {
        let found = match side {
            Side::Second => self.most(Side::First, Some(f64::midpoint(a.1, b.1))),
            Side::First => self.most(Side::Second, Some(f64::midpoint(a.0, b.0))),
        };
        found.filter(|one| self.is_between(one, a, b))
    }

    /// The efficient package next to the neighbour at the empty end.
    fn next_to(
        &self,
        side: Side,
        a: (f64, f64),
        b: (f64, f64),
        extent: (f64, f64),
    ) -> Option<Solution> {
        let beside = |extent: f64| (BESIDE * extent).max(2.0 * self.search.tolerance);
        let found = match side {
            Side::Second => self.most(Side::Second, Some(a.0 + beside(extent.0))),
            Side::First => self.most(Side::First, Some(b.1 + beside(extent.1))),
        };
        found.filter(|one| self.is_between(one, a, b))
    }

    fn is_between(&self, one: &Solution, a: (f64, f64), b: (f64, f64)) -> bool {
        let (first, second) = self.gains(one);
        let apart = self.search.tolerance;
        first > a.0 + apart && first < b.0 - apart && second < a.1 - apart && second > b.1 + apart
    }
}
