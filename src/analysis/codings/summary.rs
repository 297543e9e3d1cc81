//! Agreement kind by kind.

use super::alpha::{Alpha, alpha};
use super::kind::Kind;
use super::likeness::{Likeness, LikenessOf, likeness};
use super::same_frame::{Unlike, check, notes};
use crate::model::Scenario;
use crate::stream::{Purpose, Seed, StreamKey};

/// How far the coders agree on one kind of number, or on all points of scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The kind; `None` for all points of scales together.
    pub kind: Option<Kind>,
    /// Numbers that both have.
    pub numbers: usize,
    /// … of which so many are the very same.
    pub same: usize,
    /// Mean overlap of the distributions.
    pub overlap: f64,
    /// Mean distance of the medians, in shares of the scale; `None` off scales.
    pub distance: Option<f64>,
    /// Krippendorff's α of the medians; `None` of different units, of fewer than two, or where nothing varies.
    pub alpha: Option<Alpha>,
}

/// The two codings held against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreements {
    /// Number by number.
    pub likeness: LikenessOf,
    /// All points of scales, then kind by kind as far as there are numbers of it.
    pub kinds: Vec<Agreement>,
    /// What else differs, in clauses.
    pub notes: Vec<String>,
}

/// Holds coding B against coding A. `seed` is that of the intervals.
///
/// # Errors
/// The files do not have the same parties and issues: everything that differs.
pub fn agreements(a: &Scenario, b: &Scenario, seed: Seed) -> Result<Agreements, Unlike> {
    check(a, b)?;
    let likeness = likeness(a, b);
    let on_scales = |one: &&Likeness| one.kind.is_on_scales();
    let mut kinds = Vec::new();
    kinds.extend(agreement(a, None, likeness.both.iter().filter(on_scales), seed));
    for kind in Kind::ALL {
        let of_kind = likeness.both.iter().filter(|one| one.kind == kind);
        kinds.extend(agreement(a, Some(kind), of_kind, seed));
    }
    Ok(Agreements { kinds, notes: notes(a, b), likeness })
}

fn agreement<'a>(
    scenario: &Scenario,
    kind: Option<Kind>,
    numbers: impl Iterator<Item = &'a Likeness>,
    seed: Seed,
) -> Option<Agreement> {
    let numbers: Vec<&Likeness> = numbers.collect();
    if numbers.is_empty() {
        return None;
    }
    let n = numbers.len() as f64;
    let shares: Vec<f64> = numbers.iter().filter_map(|one| one.scale_share).collect();
    let distance = (!shares.is_empty())
        .then(|| shares.iter().map(|share| share.abs()).sum::<f64>() / shares.len() as f64);
    let key = StreamKey::new(seed, Purpose::Bootstrap, kind.map_or("codings", Kind::word));
    let pairs: Vec<(f64, f64)> = numbers.iter().map(|one| comparable(scenario, one)).collect();
    let one_unit = kind.is_none_or(Kind::has_one_unit);
    Some(Agreement {
        kind,
        numbers: numbers.len(),
        same: numbers.iter().filter(|one| one.same).count(),
        overlap: numbers.iter().map(|one| one.overlap).sum::<f64>() / n,
        distance,
        alpha: if one_unit { alpha(&pairs, &key) } else { None },
    })
}

/// The medians in a unit that numbers of the kind share: points of scales as shares of their scale.
fn comparable(scenario: &Scenario, one: &Likeness) -> (f64, f64) {
    let issue = super::kind::issue_of(&one.path)
        .filter(|_| one.kind.is_on_scales())
        .and_then(|id| scenario.issue_index(id))
        .map(|index| &scenario.issues[index])
        .filter(|issue| !issue.has_options());
    match issue {
        Some(issue) => (issue.scale.to_unit(one.a.median), issue.scale.to_unit(one.b.median)),
        None if one.kind.is_on_scales() => (one.a.median / 100.0, one.b.median / 100.0),
        None => (one.a.median, one.b.median),
    }
}
