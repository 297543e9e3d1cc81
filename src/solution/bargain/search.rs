//! The search over what a slice fixes: the strength of the guarantee and the options.
//!
//! Gains are not concave in the guarantee, so its scale is cut at every point where the problem
//! changes form, and the pieces are halved best bound first (branch and bound, Land & Doig 1960):
//! the exact slice in the middle of a piece gives a package, the relaxed slice bounds what the piece
//! can hold. It ends when no bound exceeds the best package by more than the tolerance, so that
//! tolerance is proved, not hoped for. Combinations of options are searched the same way.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::slice::{Found, Lifted, Slice};
use super::space::DealSpace;

/// Pieces narrower than this share of the tolerance are not cut again: within them gains differ by less than is
/// asked for. Products of gains close to 0 would else be told apart to far more digits than their gains.
const NARROWEST: f64 = 0.1;

/// How thoroughly the deal space is searched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    /// How far the value of what is found may be below the best there is; > 0.
    pub tolerance: f64,
}

impl Search {
    /// For one world: within 10⁻⁵ of value.
    pub const FINE: Self = Self { tolerance: 1e-5 };
    /// For many worlds: within 0.001 of value.
    pub const COARSE: Self = Self { tolerance: 1e-3 };
}

/// Which part of the space is searched, and under which red lines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scope {
    /// A red line that is lifted.
    pub(super) lifted: Lifted,
    /// Only this bundle.
    pub(super) bundle: Option<usize>,
}

impl Scope {
    /// Everything, as it stands.
    pub(super) const ALL: Self = Self { lifted: None, bundle: None };

    /// With this red line lifted.
    pub(super) fn lifting(signatory: usize, issue: usize) -> Self {
        Self { lifted: Some((signatory, issue)), bundle: None }
    }
}

/// An open piece of the guarantee's scale with one bundle, and the most it can hold.
#[derive(Debug)]
struct Piece {
    bound: f64,
    ends: (f64, f64),
    bundle: usize,
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Piece {}
impl PartialOrd for Piece {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Piece {
    /// Greatest bound first; of equal ones the lower piece and the earlier bundle.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_bound = self.bound.total_cmp(&other.bound);
        let by_place = other.ends.0.total_cmp(&self.ends.0);
        by_bound.then(by_place).then(other.bundle.cmp(&self.bundle))
    }
}

impl DealSpace {
    /// The best of `solve` over all slices; `None` where no slice has an answer. On relaxed slices
    /// `solve` must bound what it finds on the exact ones.
    pub(super) fn search(
        &self,
        search: Search,
        scope: Scope,
        solve: impl Fn(&Slice<'_>) -> Option<Found>,
    ) -> Option<Found> {
        let cuts = self.cuts();
        let mut best: Option<Found> = None;
        let mut open = BinaryHeap::new();
        let exact = |bundle: usize, x: f64| {
            Slice::exact(self, &self.bundles[bundle], x, scope.lifted)
                .and_then(|slice| solve(&slice))
        };
        let bound = |bundle: usize, ends| {
            let slice = Slice::relaxed(self, &self.bundles[bundle], ends, scope.lifted);
            slice.and_then(|slice| solve(&slice)).map(|found| found.value)
        };
        let bundles = scope.bundle.map_or(0..self.bundles.len(), |only| only..only + 1);
        for bundle in bundles {
            for &x in &cuts {
                keep(&mut best, exact(bundle, x));
            }
            for ends in cuts.windows(2) {
                let ends = (ends[0], ends[1]);
                if let Some(bound) = bound(bundle, ends) {
                    open.push(Piece { bound, ends, bundle });
                }
            }
        }
        while let Some(piece) = open.pop() {
            let enough = best.as_ref().map_or(f64::NEG_INFINITY, |best| best.value);
            if piece.bound <= enough + search.tolerance {
                break;
            }
            let (from, to) = piece.ends;
            let middle = f64::midpoint(from, to);
            keep(&mut best, exact(piece.bundle, middle));
            if to - from < NARROWEST * search.tolerance {
                continue;
            }
            for ends in [(from, middle), (middle, to)] {
                if let Some(bound) = bound(piece.bundle, ends) {
                    open.push(Piece { bound, ends, bundle: piece.bundle });
                }
            }
        }
        best
    }

    /// Where the guarantee's scale is cut, ascending; a single point of no meaning without one.
    pub(super) fn cuts(&self) -> Vec<f64> {
        let Some(guarantee) = self.guarantee else { return vec![0.5] };
        let mut cuts = self.kinks(guarantee.issue);
        let at = |strength: f64| match guarantee.strong_end {
            crate::model::End::Low => 1.0 - strength,
            crate::model::End::High => strength,
        };
        cuts.push(at(guarantee.delivered));
        let guarantors = self.signatories.iter().filter(|signatory| !signatory.principal);
        cuts.extend(guarantors.map(|guarantor| at(guarantor.threshold)));
        cuts.retain(|x| (0.0..=1.0).contains(x));
        cuts.sort_by(f64::total_cmp);
        cuts.dedup();
        cuts
    }
}

fn keep(best: &mut Option<Found>, found: Option<Found>) {
    if let Some(found) = found
        && best.as_ref().is_none_or(|best| found.value > best.value)
    {
        *best = Some(found);
    }
}
