//! What a party says to a text, and over what it says no.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Scenario;
use crate::montecarlo;
use crate::results::{Estimate, Mean, Named};

/// What a party says to a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignatoryOdds {
    /// Who.
    pub party: Named,
    /// Is it a principal, or a guarantor?
    pub principal: bool,
    /// How often its yes is needed: always, of a principal; of a guarantor, where the text leans on its pledge.
    pub asked: Estimate,
    /// Odds of its yes, where that is needed.
    pub yes: Estimate,
    /// Odds that its yes is needed and it says no.
    pub no: Estimate,
    /// Odds that it says no and nobody else does.
    pub alone: Estimate,
    /// Why it says no; null where it never does.
    pub refusals: Option<Refusals>,
}

/// Why a party says no: shares of its refusals, and means over them in shares of all that is at stake for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Refusals {
    /// Share of them over a red line.
    pub red_line: Estimate,
    /// By how much it falls short of a yes, where no red line is crossed; null where one always is.
    pub shortfall: Option<Mean>,
    /// Over what, most often first.
    pub over: Vec<OverIssue>,
    /// The value of the terms to it.
    pub terms: Mean,
    /// The value of no deal.
    pub alternative: Mean,
    /// How likely it thinks the terms to last a year.
    pub survival: Mean,
    /// What its no is made of; the parts add up.
    pub margin: RefusalParts,
}

/// An issue that a party says no over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OverIssue {
    /// Which.
    pub issue: Named,
    /// Share of its refusals in which its red line on this issue is crossed.
    pub red_line: Estimate,
    /// Share of them without a crossed red line in which the party loses most on this issue against no deal: where a
    /// run would name it as the reason.
    pub named: Estimate,
    /// What the text takes from the party on this issue of all it could have, mean over its refusals; over all issues
    /// these add up to 1 less the value of the terms.
    pub takes: Mean,
    /// The same against no deal; below 0 it gives. Where no deal has terms of its own they are the party’s limits.
    pub against_no_deal: Mean,
}

/// The parts of a margin, means over refusals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RefusalParts {
    /// The terms against no deal, as far as they are thought to last.
    pub terms: Mean,
    /// Side payments.
    pub payments: Mean,
    /// Terms that it does not mean to carry out.
    pub terms_not_meant: Mean,
    /// The votes ahead.
    pub votes: Mean,
    /// Readiness and mood, which the model leaves to chance.
    pub readiness_and_mood: Mean,
}

impl SignatoryOdds {
    pub(super) fn new(scenario: &Scenario, odds: &montecarlo::SignatoryOdds) -> Self {
        Self {
            party: Named::party(scenario, odds.party),
            principal: odds.principal,
            asked: odds.asked.into(),
            yes: odds.yes.into(),
            no: odds.no.into(),
            alone: odds.alone.into(),
            refusals: odds.refusals.as_ref().map(|refusals| Refusals::new(scenario, refusals)),
        }
    }
}

impl Refusals {
    fn new(scenario: &Scenario, refusals: &montecarlo::Refusals) -> Self {
        let over = refusals.over.iter().map(|over| OverIssue {
            issue: Named::issue(scenario, over.issue),
            red_line: over.red_line.into(),
            named: over.dearest.into(),
            takes: over.lost.into(),
            against_no_deal: over.excess.into(),
        });
        let margin = &refusals.margin;
        Self {
            red_line: refusals.crossed.into(),
            shortfall: refusals.shortfall.map(Into::into),
            over: over.collect(),
            terms: refusals.value.into(),
            alternative: refusals.outside.into(),
            survival: refusals.survival.into(),
            margin: RefusalParts {
                terms: margin.terms.into(),
                payments: margin.paid.into(),
                terms_not_meant: margin.dead_letter.into(),
                votes: margin.votes.into(),
                readiness_and_mood: margin.leaning.into(),
            },
        }
    }
}
