//! Packages and what they give.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Issue, Scenario};
use crate::results::Named;
use crate::solution::bargain::{DealSpace, Solution};

/// A package, and what it gives whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Package {
    /// The terms, issue by issue.
    pub package: Vec<TermAt>,
    /// What it gives everybody who may have to sign it, and the home fronts.
    pub gains: Vec<SignatoryGain>,
}

/// The terms of a package on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermAt {
    /// The issue's name in the file.
    pub issue: String,
    /// What readers call it.
    pub title: String,
    /// The terms.
    pub at: At,
}

/// A position on the issue's scale, or one of its options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum At {
    /// On the issue's scale.
    Position(f64),
    /// One of its options.
    Option(String),
}

/// What a package gives somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignatoryGain {
    /// The party.
    pub party: Named,
    /// Is it the gain of its home front, which votes?
    pub home_front: bool,
    /// Is its signature, or its vote, needed for this package?
    pub must_sign: bool,
    /// The gain over no deal, in shares of all that is at stake.
    pub gain: f64,
}

/// A gain of somebody who bargains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GainOf {
    /// The party's name in the file; its home front is `NAME/home-front`.
    pub id: String,
    /// What readers call it.
    pub title: String,
    /// The gain, in shares of all that is at stake.
    pub gain: f64,
}

impl At {
    /// Terms from a coordinate in [0, 1].
    pub(super) fn of(issue: &Issue, x: f64) -> Self {
        if issue.has_options() {
            Self::Option(issue.options[issue.option_at(x)].clone())
        } else {
            Self::Position(issue.scale.from_unit(x))
        }
    }
}

impl Package {
    pub(super) fn new(scenario: &Scenario, space: &DealSpace, solution: &Solution) -> Self {
        let terms = scenario.issues.iter().zip(&solution.package);
        let terms = terms.map(|(issue, &x)| TermAt {
            issue: issue.id.clone(),
            title: issue.title.clone(),
            at: At::of(issue, x),
        });
        let gains = space.signatories().iter().zip(&solution.gains).enumerate();
        let gains = gains.map(|(s, (signatory, &gain))| SignatoryGain {
            party: Named::party(scenario, signatory.party),
            home_front: signatory.home_front,
            must_sign: space.must_sign(s, &solution.package),
            gain,
        });
        Self { package: terms.collect(), gains: gains.collect() }
    }
}

impl GainOf {
    pub(super) fn new(scenario: &Scenario, space: &DealSpace, s: usize, gain: f64) -> Self {
        let Named { id, title } = signatory(scenario, space, s);
        Self { id, title, gain }
    }
}

/// A signatory: a party, or its home front.
pub(super) fn signatory(scenario: &Scenario, space: &DealSpace, s: usize) -> Named {
    let signatory = &space.signatories()[s];
    let Named { id, title } = Named::party(scenario, signatory.party);
    if signatory.home_front {
        Named { id: format!("{id}/home-front"), title: format!("{title} (vote)") }
    } else {
        Named { id, title }
    }
}
