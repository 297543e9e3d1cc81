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
    /// The kind; `None` for all points of scales but ideals together.
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
    /// All points of scales but ideals, then kind by kind as far as there are numbers of it.
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
    // Who dreams of what is seldom in doubt: ideals would swell the agreement.
    let on_scales = |one: &&Likeness| one.kind.is_on_scales() && one.kind != Kind::Ideals;
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

/// The medians in a unit that numbers of the kind share. Points of scales are shares of their scale, as seen
/// from the ideal that A gives the party: that two sides want opposite things is no agreement of coders.
fn comparable(scenario: &Scenario, one: &Likeness) -> (f64, f64) {
    let pair = (one.a.median, one.b.median);
    if !one.kind.is_on_scales() {
        return pair;
    }
    let at = super::kind::issue_of(&one.path).and_then(|id| scenario.issue_index(id));
    let Some(at) = at.filter(|&at| !scenario.issues[at].has_options()) else {
        // Scores of options.
        return (pair.0 / 100.0, pair.1 / 100.0);
    };
    let scale = scenario.issues[at].scale;
    let pair = (scale.to_unit(pair.0), scale.to_unit(pair.1));
    let position = one.party.and_then(|party| scenario.parties[party].positions[at]);
    match position {
        Some(position) if one.kind != Kind::Ideals => {
            let prior = &scenario.inputs[position.ideal.index()].prior;
            let ideal = scale.to_unit(prior.quantile(0.5));
            let inward = if ideal > 0.5 { -1.0 } else { 1.0 };
            (inward * (pair.0 - ideal), inward * (pair.1 - ideal))
        }
        Some(_) | None => pair,
    }
}
