//! Morris's one-at-a-time trajectories.
//!
//! M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments,
//! Technometrics 33, 161–174, §2: a grid of p levels 0, 1/(p − 1) … 1 and the step
//! Δ = p/(2(p − 1)). A trajectory starts at a random grid point and moves every input once by ±Δ, in
//! random order: d + 1 points. Inputs may be grouped (Campolongo, Cariboni & Saltelli 2007):
//! all inputs of a group move in the same step, each up or down by itself, and a trajectory has one
//! point more than there are groups. Rows are laid out as by SALib's `morris.sample`.

use super::spread::most_spread;
use crate::analysis::chance::{below, order};
use crate::analysis::error::{AnalysisError, expect_at_least, expect_count};
use crate::analysis::points::Points;
use crate::stream::StreamKey;

/// A design for [`morris::screening`](crate::analysis::morris::screening).
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectories {
    points: Points,
    groups: Vec<usize>,
    group_count: usize,
    levels: usize,
}

/// The step Δ = p/(2(p − 1)) of p levels.
fn step(levels: usize) -> f64 {
    levels as f64 / (2.0 * (levels as f64 - 1.0))
}

fn expect_even(levels: usize) -> Result<(), AnalysisError> {
    if levels >= 2 && levels.is_multiple_of(2) {
        return Ok(());
    }
    // Half of the levels are starts of an upward step; an odd number would favour some.
    let range = "an even number, 2 or more";
    Err(AnalysisError::OutOfRange { what: "number of levels", range, value: levels as f64 })
}

/// The number of groups when they are numbered from 0 without gaps.
fn count_groups(groups: &[usize]) -> Result<usize, AnalysisError> {
    expect_at_least("inputs", 1, groups.len())?;
    let count = groups.iter().max().map_or(0, |&last| last.saturating_add(1));
    match (0..count.min(groups.len() + 1)).find(|group| !groups.contains(group)) {
        Some(_) => Err(AnalysisError::Mismatch {
            what: "groups (numbered from 0, each with an input)",
            expected: count,
            found: groups.iter().collect::<std::collections::BTreeSet<_>>().len(),
        }),
        None => Ok(count),
    }
}

/// How many candidates can be compared: each pair costs (g + 1)²d differences, and 4·10¹⁰ of them are
/// some ten seconds.
fn most_candidates(inputs: usize, group_count: usize) -> usize {
    let length = (group_count + 1) as f64;
    (8e10 / (length * length * inputs as f64)).sqrt() as usize
}

impl Trajectories {
    /// `count` random trajectories of `inputs` inputs on `levels` levels (4 is usual).
    ///
    /// # Errors
    /// No input or trajectory; an odd number of levels; too many coordinates.
    pub fn new(
        inputs: usize,
        levels: usize,
        count: usize,
        key: &StreamKey,
    ) -> Result<Self, AnalysisError> {
        Self::grouped(&(0..inputs).collect::<Vec<_>>(), levels, count, key)
    }

    /// The same for grouped inputs: `groups[i]` is the group of input i, numbered from 0.
    ///
    /// # Errors
    /// As [`Self::new`]; a group without an input.
    pub fn grouped(
        groups: &[usize],
        levels: usize,
        count: usize,
        key: &StreamKey,
    ) -> Result<Self, AnalysisError> {
        expect_even(levels)?;
        expect_at_least("trajectories", 1, count)?;
        let group_count = count_groups(groups)?;
        let mut points = Points::empty(groups.len(), count.saturating_mul(group_count + 1))?;
        for trajectory in 0..count {
            let mut stream = key.world(trajectory as u64, 0);
            // The step that moves each group.
            let turns = order(&mut stream, group_count);
            // Every input goes between a grid point of the lower half and the one Δ above.
            let ends: Vec<(f64, f64)> = groups
                .iter()
                .map(|_| {
                    let low = below(&mut stream, levels / 2);
                    let at = |level: usize| level as f64 / (levels - 1) as f64;
                    let (low, high) = (at(low), at(low + levels / 2));
                    if stream.uniform() < 0.5 { (low, high) } else { (high, low) }
                })
                .collect();
            let first = trajectory * (group_count + 1);
            for place in 0..=group_count {
                let row = points.row_mut(first + place);
                for ((coordinate, &(from, to)), group) in row.iter_mut().zip(&ends).zip(groups) {
                    *coordinate = if turns[*group] < place { to } else { from };
                }
            }
        }
        Ok(Self { points, groups: groups.to_vec(), group_count, levels })
    }

    /// Trajectories made elsewhere, as by SALib's `morris.sample` on the unit cube.
    ///
    /// # Errors
    /// Points that do not fill whole trajectories; a step that moves more or less than one group
    /// (all its inputs, each by Δ), or a group twice; as [`Self::grouped`].
    pub fn from_points(
        points: Points,
        groups: &[usize],
        levels: usize,
    ) -> Result<Self, AnalysisError> {
        expect_even(levels)?;
        let group_count = count_groups(groups)?;
        expect_count("columns", groups.len(), points.dimensions())?;
        expect_at_least("points", group_count + 1, points.len())?;
        expect_count("points", points.len().next_multiple_of(group_count + 1), points.len())?;
        let design = Self { points, groups: groups.to_vec(), group_count, levels };
        for trajectory in 0..design.len() {
            let mut seen = vec![false; group_count];
            for step in 0..group_count {
                let wrong = AnalysisError::NotATrajectory { trajectory, step };
                let group = design.moved(trajectory, step).ok_or(wrong)?;
                if std::mem::replace(&mut seen[group], true) {
                    return Err(wrong);
                }
            }
        }
        Ok(design)
    }

    /// Of `candidates` random trajectories the `count` that lie furthest from each other
    /// (Campolongo, Cariboni & Saltelli 2007): the sum over all pairs of the squared distance, the
    /// distance of two trajectories being the sum of those of their points. The choice is made by
    /// leaving out the least distant one at a time, not by trying all combinations: it may be
    /// slightly less spread out than the best.
    ///
    /// # Errors
    /// As [`Self::grouped`]; fewer candidates than trajectories; so many of so many inputs that
    /// measuring their distances would take minutes.
    pub fn optimised(
        groups: &[usize],
        levels: usize,
        count: usize,
        candidates: usize,
        key: &StreamKey,
    ) -> Result<Self, AnalysisError> {
        expect_at_least("trajectories", 1, count)?;
        expect_at_least("candidate trajectories", count, candidates)?;
        let group_count = count_groups(groups)?;
        let most = most_candidates(groups.len(), group_count);
        if candidates > most {
            let what = "candidate trajectories of so many inputs";
            return Err(AnalysisError::TooMany { what, most, found: candidates });
        }
        let all = Self::grouped(groups, levels, candidates, key)?;
        let length = all.group_count + 1;
        let kept = most_spread(&all.points, length, count);
        let mut points = Points::empty(groups.len(), count * length)?;
        for (place, trajectory) in kept.into_iter().enumerate() {
            for row in 0..length {
                let source = all.points.row(trajectory * length + row);
                points.row_mut(place * length + row).copy_from_slice(source);
            }
        }
        Ok(Self { points, ..all })
    }

    /// The first `count` trajectories: those that were played when the rest was not.
    ///
    /// # Errors
    /// None, or more than there are.
    pub fn first(&self, count: usize) -> Result<Self, AnalysisError> {
        expect_at_least("trajectories", 1, count)?;
        expect_at_least("trajectories", count, self.len())?;
        let mut points = Points::empty(self.groups.len(), count * (self.group_count + 1))?;
        for (own, row) in points.rows_mut().zip(self.points.rows()) {
            own.copy_from_slice(row);
        }
        Ok(Self { points, groups: self.groups.clone(), ..*self })
    }

    /// The points to look at, on the grid: 0 and 1 are levels.
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// The same points with level k at the probability (k + ½)/p, inside (0, 1), for inputs whose
    /// quantile function is infinite at 0 or 1.
    pub fn inner_points(&self) -> Points {
        let p = self.levels as f64;
        let mut inner = self.points.clone();
        for coordinate in inner.rows_mut().flatten() {
            *coordinate = (*coordinate * (p - 1.0) + 0.5) / p;
        }
        inner
    }

    /// Number of trajectories r.
    pub fn len(&self) -> usize {
        self.points.len() / (self.group_count + 1)
    }

    /// Is there no trajectory? Never so.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// The group of every input; each its own where there are no groups.
    pub fn groups(&self) -> &[usize] {
        &self.groups
    }

    /// Number of groups g: steps of a trajectory.
    pub fn group_count(&self) -> usize {
        self.group_count
    }

    /// Δ, on the grid.
    pub fn step(&self) -> f64 {
        step(self.levels)
    }

    /// The sign of every input's move in a step: 0 where it stays.
    pub(crate) fn signs(&self, trajectory: usize, step: usize) -> impl Iterator<Item = f64> {
        let first = trajectory * (self.group_count + 1) + step;
        let (from, to) = (self.points.row(first), self.points.row(first + 1));
        from.iter().zip(to).map(|(from, to)| match to.total_cmp(from) {
            std::cmp::Ordering::Less => -1.0,
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Greater => 1.0,
        })
    }

    /// The group that a step moves, if it moves all inputs of one group by Δ and nothing else.
    fn moved(&self, trajectory: usize, step: usize) -> Option<usize> {
        let first = trajectory * (self.group_count + 1) + step;
        let (from, to) = (self.points.row(first), self.points.row(first + 1));
        let size = |input: usize| (to[input] - from[input]).abs();
        let group = self.groups[(0..from.len()).find(|&input| size(input) > 0.0)?];
        let fits = (0..from.len()).all(|input| {
            if self.groups[input] == group {
                (size(input) - self.step()).abs() < 1e-9
            } else {
                size(input) <= 0.0
            }
        });
        fits.then_some(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Seed};
    use proptest::prelude::*;

    fn key(seed: u64) -> StreamKey {
        StreamKey::new(Seed(seed), Purpose::Design, "morris")
    }

    proptest! {
        #[test]
        fn every_step_moves_one_group_by_delta_on_the_grid(
            groups in prop::collection::vec(0_usize..3, 1..8),
            half in 1_usize..5, count in 1_usize..6, seed in any::<u64>(),
        ) {
            // Number what is there without gaps.
            let mut present = groups.clone();
            present.sort_unstable();
            present.dedup();
            let groups: Vec<usize> =
                groups.iter().map(|g| present.binary_search(g).unwrap()).collect();
            let levels = 2 * half;
            let design = Trajectories::grouped(&groups, levels, count, &key(seed)).unwrap();
            // What it makes, it also takes.
            let again = Trajectories::from_points(design.points().clone(), &groups, levels);
            prop_assert_eq!(&again, &Ok(design.clone()));
            for &x in design.points().rows().flatten() {
                let level = x * (levels - 1) as f64;
                prop_assert!((level - level.round()).abs() < 1e-12 && (0.0..=1.0).contains(&x));
            }
            let inner = design.inner_points();
            prop_assert!(inner.rows().flatten().all(|&x| x > 0.0 && x < 1.0));
        }
    }

    #[test]
    fn levels_and_directions_are_equally_frequent() {
        let design = Trajectories::new(1, 4, 8000, &key(5)).unwrap();
        let mut starts = [0_u32; 4];
        for row in design.points().rows().step_by(2) {
            starts[(row[0] * 3.0).round() as usize] += 1;
        }
        // 2,000 each, standard deviation 39.
        assert!(starts.iter().all(|&count| count.abs_diff(2000) < 200), "{starts:?}");
    }

    #[test]
    fn optimised_trajectories_lie_further_apart() {
        let groups: Vec<usize> = (0..4).collect();
        let best = Trajectories::optimised(&groups, 4, 6, 100, &key(1)).unwrap();
        let plain = Trajectories::new(4, 4, 6, &key(1)).unwrap();
        let apart = |design: &Trajectories| {
            crate::analysis::design::spread::spread(&design.points, 5, &[0, 1, 2, 3, 4, 5])
        };
        assert!(apart(&best) > 1.3 * apart(&plain));
        assert!(Trajectories::from_points(best.points.clone(), &groups, 4).is_ok());
    }

    #[test]
    fn what_is_no_trajectory_is_refused() {
        assert!(Trajectories::new(3, 5, 2, &key(1)).is_err());
        let many: Vec<usize> = (0..300).collect();
        assert!(Trajectories::optimised(&many, 4, 10, 1000, &key(1)).is_err());
        assert!(Trajectories::new(0, 4, 2, &key(1)).is_err());
        assert!(Trajectories::new(3, 4, 0, &key(1)).is_err());
        assert!(Trajectories::grouped(&[0, 2], 4, 2, &key(1)).is_err());
        assert!(Trajectories::grouped(&[0, usize::MAX], 4, 2, &key(1)).is_err());
        let two = |coordinates: Vec<f64>| {
            Trajectories::from_points(Points::new(2, coordinates).unwrap(), &[0, 1], 2)
        };
        assert!(two(vec![0.0, 0.0, 1.0, 0.0, 1.0, 1.0]).is_ok());
        // Two inputs at once; the same twice; nothing; a row too few.
        assert!(two(vec![0.0, 0.0, 1.0, 1.0, 1.0, 0.0]).is_err());
        assert!(two(vec![0.0, 0.0, 1.0, 0.0, 0.0, 0.0]).is_err());
        assert!(two(vec![0.0, 0.0, 0.0, 0.0, 1.0, 0.0]).is_err());
        assert!(two(vec![0.0, 0.0, 1.0, 0.0]).is_err());
    }
}
