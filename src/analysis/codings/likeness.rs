//! One number as both coders have it.

use super::kind::{Kind, issue_of, party_of};
use super::overlap::{Spread, overlap};
use crate::model::{InputId, Scenario};

/// One number in both codings.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// Its path.
    pub path: String,
    /// Its kind.
    pub kind: Kind,
    /// The party it belongs to, as an index in A.
    pub party: Option<usize>,
    /// Where it stands in A and in B.
    pub inputs: (InputId, InputId),
    /// A's figures.
    pub a: Spread,
    /// B's figures.
    pub b: Spread,
    /// Do the two say the very same?
    pub same: bool,
    /// Share of the distributions that lies in the same place.
    pub overlap: f64,
    /// Median in B less median in A, in units of the root mean square of the two spreads; `None` where both
    /// are sure and differ.
    pub shift: Option<f64>,
    /// Median in B less median in A, as a share of the issue's scale; `None` off scales.
    pub scale_share: Option<f64>,
}

/// What both coders have, and what one has alone.
#[derive(Clone, Debug, PartialEq)]
pub struct LikenessOf {
    /// Numbers of both, at least one of which is stated and not a default, in the order of A.
    pub both: Vec<Likeness>,
    /// Paths stated in A that B does not have.
    pub only_a: Vec<String>,
    /// Paths stated in B that A does not have.
    pub only_b: Vec<String>,
}

/// Holds every number of A against that of B.
pub(super) fn likeness(a: &Scenario, b: &Scenario) -> LikenessOf {
    let mut found = LikenessOf { both: Vec::new(), only_a: Vec::new(), only_b: Vec::new() };
    for (index, input) in a.inputs.iter().enumerate() {
        match b.input_id(&input.path) {
            Some(other) => {
                let stated = input.provenance.stated || b.inputs[other.index()].provenance.stated;
                if stated {
                    found.both.push(one((a, b), (InputId::new(index), other)));
                }
            }
            None if input.provenance.stated => found.only_a.push(input.path.clone()),
            None => {}
        }
    }
    let missing = b.inputs.iter().filter(|input| input.provenance.stated);
    let missing = missing.filter(|input| a.input_id(&input.path).is_none());
    found.only_b.extend(missing.map(|input| input.path.clone()));
    found
}

fn one((a, b): (&Scenario, &Scenario), inputs: (InputId, InputId)) -> Likeness {
    let path = a.inputs[inputs.0.index()].path.clone();
    let priors = (&a.inputs[inputs.0.index()].prior, &b.inputs[inputs.1.index()].prior);
    let (of_a, of_b) = (Spread::of(priors.0), Spread::of(priors.1));
    let difference = of_b.median - of_a.median;
    let spread = (0.5 * (of_a.spread * of_a.spread + of_b.spread * of_b.spread)).sqrt();
    let shift =
        if difference == 0.0 { Some(0.0) } else { (spread > 0.0).then(|| difference / spread) };
    let kind = Kind::of(&path);
    let width = kind.is_on_scales().then(|| issue_of(&path)).flatten().and_then(|issue| {
        let issue = &a.issues[a.issue_index(issue)?];
        // Scores of options run to 100 whatever stands for the scale.
        Some(if issue.has_options() { 100.0 } else { issue.scale.width() })
    });
    Likeness {
        kind,
        party: party_of(&path).and_then(|party| a.party_index(party)),
        path,
        inputs,
        a: of_a,
        b: of_b,
        same: priors.0 == priors.1,
        overlap: overlap(priors.0, priors.1),
        shift,
        scale_share: width.map(|width| difference / width),
    }
}
