//! A package somebody asked about: whom it suits, and what its signatories would say to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::package::{GainOf, Package, signatory};
use crate::analysis::map::{Given, Judgement};
use crate::engine::Appraisal;
use crate::model::Scenario;
use crate::results::Named;
use crate::solution::bargain::DealSpace;

/// A package somebody asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GivenPackage {
    /// The package and what it gives.
    pub package: Package,
    /// Does it suit all who must sign it, across no red line?
    pub in_zone: bool,
    /// Whose red line it crosses.
    pub crosses_red_line_of: Vec<Named>,
    /// What another package would still add.
    pub left_on_table: LeftOnTheTable,
    /// What everybody who has to sign it would say on the first day; null with alternating offers, where a yes is the
    /// value of the terms and nothing else.
    pub signatories: Option<Vec<SignatoryAnswer>>,
    /// The mediator that would not table it, as it would not sign it itself.
    pub withheld_by: Option<Named>,
    /// Would it be tabled, and would everybody sign it, on the first day? Null with alternating offers.
    pub signed_on_first_day: Option<bool>,
    /// Is there a pledge that is not made on the first day? Null with alternating offers.
    pub pledges_ahead: Option<bool>,
    /// Who has to sign only once every pledge is made, and what signing would then be worth to it.
    pub asked_later: Vec<GainOf>,
}

/// What a package leaves on the table, with nobody worse off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOnTheTable {
    /// The most that all principals together could still gain.
    pub joint: f64,
    /// The package that gives it.
    pub better: Package,
    /// The most that each principal could still gain, each on its own.
    pub each: Vec<GainOf>,
}

/// What a signatory would say to a package on the first day, in the parts that a run reports of signatures. Values
/// are in shares of all that is at stake for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignatoryAnswer {
    /// The party.
    pub party: Named,
    /// The value of the terms.
    pub terms: f64,
    /// The value of no deal.
    pub alternative: f64,
    /// What the first is above the second.
    pub above_alternative: f64,
    /// What doubts that they last take off of that.
    pub doubts: f64,
    /// How likely it thinks the terms to last a year.
    pub believed_survival: f64,
    /// With what probability it would keep them itself.
    pub good_faith: f64,
    /// The parts of the worth of its signature; they add up to it.
    pub margin: PackageMargin,
    /// The worth of its signature.
    pub worth: f64,
    /// The same with every pledge made; null where it would not be asked then.
    pub worth_with_every_pledge: Option<f64>,
    /// How likely it thinks its own home front to pass the package.
    pub passes_at_home: f64,
    /// How likely it thinks all home fronts to pass it.
    pub passes_at_all_homes: f64,
    /// The issue on which the package crosses its red line.
    pub crosses_red_line_on: Option<Named>,
    /// Would it sign?
    pub signs: bool,
}

/// The parts of the worth of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PackageMargin {
    /// The terms against the alternative, as far as they are believed to last.
    pub terms: f64,
    /// Side payments.
    pub paid: f64,
    /// Terms it does not mean to carry out.
    pub dead_letter: f64,
    /// The votes ahead, at home and elsewhere.
    pub votes: f64,
}

impl GivenPackage {
    pub(super) fn new(scenario: &Scenario, space: &DealSpace, given: &Given) -> Self {
        let judgement = given.judgement.as_ref();
        let each = space.principals().map(|s| GainOf::new(scenario, space, s, given.left.each[s]));
        let later = judgement.into_iter().flat_map(|one| {
            let is_new = |later: &&Appraisal| one.first_day.iter().all(|a| a.party != later.party);
            one.with_every_pledge.iter().filter(is_new)
        });
        let later = later.map(|later| {
            let Named { id, title } = Named::party(scenario, later.party);
            GainOf { id, title, gain: later.gain }
        });
        Self {
            package: Package::new(scenario, space, &given.solution),
            in_zone: given.in_zone,
            crosses_red_line_of: given
                .crossed
                .iter()
                .map(|&s| signatory(scenario, space, s))
                .collect(),
            left_on_table: LeftOnTheTable {
                joint: given.left.joint,
                better: Package::new(scenario, space, &given.left.better),
                each: each.collect(),
            },
            signatories: judgement.map(|one| signatories(scenario, one)),
            withheld_by: judgement
                .and_then(|one| one.withheld_by)
                .map(|mediator| Named::party(scenario, mediator)),
            signed_on_first_day: judgement.map(Judgement::is_signed),
            pledges_ahead: judgement.map(|one| one.pledges_ahead),
            asked_later: later.collect(),
        }
    }
}

fn signatories(scenario: &Scenario, judgement: &Judgement) -> Vec<SignatoryAnswer> {
    let told = judgement.first_day.iter().map(|one| {
        let later = judgement.with_every_pledge.iter().find(|later| later.party == one.party);
        SignatoryAnswer::new(scenario, one, later)
    });
    told.collect()
}

impl SignatoryAnswer {
    fn new(scenario: &Scenario, one: &Appraisal, later: Option<&Appraisal>) -> Self {
        let worth = &one.worth;
        let above = worth.value - worth.outside;
        Self {
            party: Named::party(scenario, one.party),
            terms: worth.value,
            alternative: worth.outside,
            above_alternative: above,
            doubts: worth.terms() - above,
            believed_survival: worth.survival,
            good_faith: worth.good_faith,
            margin: PackageMargin {
                terms: worth.terms(),
                paid: worth.paid,
                dead_letter: worth.dead_letter,
                votes: one.votes(),
            },
            worth: one.gain,
            worth_with_every_pledge: later.map(|later| later.gain),
            passes_at_home: one.foresight.own,
            passes_at_all_homes: one.foresight.all,
            crosses_red_line_on: one.crosses.map(|k| Named::issue(scenario, k)),
            signs: one.accepts(),
        }
    }
}
